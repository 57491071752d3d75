import type { Outcome } from './minutes.ts'

/** The window puts it in the editable sentence of the section; the documents print it when that one is empty. */
export const outcomeSentences: Readonly<Record<Outcome, string>> = {
  prisActe: 'L’instance prend acte de la présentation.',
  approuve: 'Le point est approuvé.',
  avisFavorable: 'L’instance rend un avis favorable.',
  avisAvecReserves: 'L’instance rend un avis favorable avec réserves.',
  avisDefavorable: 'L’instance rend un avis défavorable.',
  absenceDeConsensus: 'L’instance constate l’absence de consensus.',
  decision: 'L’instance arrête la décision ci-dessous.',
  renvoye: 'Le point est renvoyé pour instruction.',
  reporte: 'Le point est reporté à une prochaine séance.',
  retire: 'Le point est retiré de l’ordre du jour.',
  nonTraite: 'Le point n’a pas été traité.',
}
