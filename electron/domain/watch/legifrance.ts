// What Légifrance says of a text of the JO through the State's gateway PISTE (POST /consult/getJoWithNor and /consult/jorf),
// put into the words that somebody would copy from its page: they are read like any that are pasted.
import { z } from 'zod'
import { CivilDate } from '../ids.ts'
import { formatDateWithoutWeekday } from '../text/french.ts'
import { isJorfText } from './text-identifiers.ts'

/** Identifiers of the gateway are UUIDs today, and were other words before. */
export const LegifranceKeys = z.strictObject({
  clientId: z.string().trim().min(1).max(200),
  secret: z.string().trim().min(1).max(1_000),
})
export type LegifranceKeys = z.infer<typeof LegifranceKeys>

export const LegifranceAnswer = z.looseObject({
  title: z.string().min(1),
  nor: z.string().nullish(),
  cid: z.string().nullish(),
  id: z.string().nullish(),
  /** Milliseconds of midnight in Paris, or a date. */
  dateParution: z.union([z.number(), z.string()]).nullish(),
})
export type LegifranceAnswer = z.infer<typeof LegifranceAnswer>

/** Sentences beyond these say the same of single articles. */
const MOST_SENTENCES = 20
const MAX_SENTENCE = 1_000

/** Of the sentences only those on the entry into force: the rest is read where it is published. */
export function wordsOf(answer: LegifranceAnswer): string {
  const published = publishedOn(answer.dateParution)
  const id = [answer.cid, answer.id].find((one) => one != null && isJorfText(one))
  return [
    inWords(answer.title),
    answer.nor == null ? '' : `NOR : ${inWords(answer.nor)}`,
    published === null ? '' : `JORF du ${formatDateWithoutWeekday(published)}`,
    id == null ? '' : `https://www.legifrance.gouv.fr/jorf/id/${id}`,
    ...entryIntoForce(answer),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

let paris: Intl.DateTimeFormat | undefined
/** Made when it is first asked for: every start of the application would wait for it. */
function ofParis(instant: number): string {
  paris ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' })
  return paris.format(instant)
}

function publishedOn(said: LegifranceAnswer['dateParution']): CivilDate | null {
  if (said == null) return null
  const isInstant = typeof said === 'number' && Math.abs(said) < 8.64e15
  const date = CivilDate.safeParse(isInstant ? ofParis(said) : String(said).slice(0, 10))
  return date.success ? date.data : null
}

function entryIntoForce(answer: LegifranceAnswer): string[] {
  const sentences: string[] = []
  for (const content of contentsOf(answer))
    for (const sentence of inWords(content).split(/(?<=[.;])\s/))
      if (/en vigueur/i.test(sentence)) sentences.push(sentence.slice(0, MAX_SENTENCE))
  return [...new Set(sentences)].slice(0, MOST_SENTENCES)
}

/** The texts of all articles, however deep in sections, in their order. */
function contentsOf(answer: LegifranceAnswer): string[] {
  const contents: string[] = []
  const waiting: unknown[] = [answer]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (Array.isArray(part)) waiting.push(...part.toReversed())
    else if (typeof part === 'object' && part !== null)
      for (const [name, value] of Object.entries(part).toReversed()) {
        if (name === 'content' && typeof value === 'string') contents.push(value)
        else if (typeof value === 'object') waiting.push(value)
      }
  }
  return contents
}

const inWords = (html: string) =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
