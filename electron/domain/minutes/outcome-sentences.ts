import { bareText } from '../text/text-likeness.ts'
import { Outcome } from './minutes.ts'

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

/** What a sentence of each outcome says, however it is turned. */
const telling: readonly (readonly [Outcome, RegExp])[] = [
  ['nonTraite', /\b(?:pas (?:été|pu être)|non) (?:traité|examiné|abordé)/u],
  ['retire', /\bretiré/u],
  ['renvoye', /\brenvoyé/u],
  ['reporte', /\breporté/u],
  ['absenceDeConsensus', /\b(?:absence|défaut) de consensus/u],
  ['avisDefavorable', /\bavis défavorable/u],
  ['avisAvecReserves', /\bavis favorable\b.*\bréserves?\b/u],
  ['avisFavorable', /\bavis favorable/u],
  ['prisActe', /\b(?:prend|prennent|pris) acte\b/u],
  ['approuve', /\b(?:approuvé|adopté)/u],
]
const denied = /\b(?:ne|n’\p{L}+|n'\p{L}+|non)\b/u

/** The outcome that a sentence tells, its words or those of the standard one; null where it tells none for sure. */
export function outcomeTold(sentence: string, standard: (outcome: Outcome) => string): Outcome | null {
  const said = bareText(sentence)
  const shipped = Outcome.options.find((outcome) => said === bareText(standard(outcome)))
  if (shipped !== undefined) return shipped
  const words = sentence.normalize('NFC').toLowerCase()
  const told = telling.filter(([, pattern]) => pattern.test(words)).map(([outcome]) => outcome)
  const [first] = told
  if (first === undefined || (denied.test(words) && first !== 'nonTraite')) return null
  return told.every((other) => other === first || (first === 'avisAvecReserves' && other === 'avisFavorable'))
    ? first
    : null
}
