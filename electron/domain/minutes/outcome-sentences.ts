import type { Outcome } from './minutes.ts'

const theDecision = 'L’instance arrête la décision ci-dessous.'

/** The sentence of an outcome, typed or shipped, over so many decisions: the shipped one speaks of one. */
export function overDecisions(sentence: string, count: number): string {
  return sentence.trim() === theDecision && count > 1
    ? 'L’instance arrête les décisions ci-dessous.'
    : sentence
}

/** The window puts it in the editable sentence of the section; the documents print it when that one is empty. */
export const outcomeSentences: Readonly<Record<Outcome, string>> = {
  prisActe: 'L’instance prend acte de la présentation.',
  approuve: 'Le point est approuvé.',
  avisFavorable: 'L’instance rend un avis favorable.',
  avisAvecReserves: 'L’instance rend un avis favorable avec réserves.',
  avisDefavorable: 'L’instance rend un avis défavorable.',
  absenceDeConsensus: 'L’instance constate l’absence de consensus.',
  decision: theDecision,
  renvoye: 'Le point est renvoyé pour instruction.',
  reporte: 'Le point est reporté à une prochaine séance.',
  retire: 'Le point est retiré de l’ordre du jour.',
  nonTraite: 'Le point n’a pas été traité.',
}
