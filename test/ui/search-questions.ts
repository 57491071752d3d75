// Questions as people type them, each with the answer that must be among the first three lines.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { foldedWords } from '../../electron/domain/text/fold.ts'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import type { SearchedWindow, ShownLine } from './search-world.ts'

const Answer = z.object({
  kind: z.string(),
  name: z.string(),
  alsoNamed: z.array(z.string()).default([]),
  find: z.object({
    actIds: z.array(z.string()).default([]),
    givenName: z.string().default(''),
    familyName: z.string().default(''),
    organisation: z.string().default(''),
    acronym: z.string().default(''),
    title: z.string().default(''),
    date: z.string().default(''),
    nor: z.string().default(''),
    number: z.string().default(''),
    fileName: z.string().default(''),
    words: z.string().default(''),
    who: z.string().default(''),
  }),
})
type Answer = z.infer<typeof Answer>
const Question = z.object({
  typed: z.string(),
  screen: z.string().nullable(),
  meeting: z.string().optional(),
  expects: Answer,
  /** Another right answer, enough by itself. */
  orElse: z.array(Answer).default([]),
  /** Must be among the first lines as well. */
  together: z.array(Answer).default([]),
})
type Question = z.infer<typeof Question>

export function questionsOf(table: string): Question[] {
  return z.array(Question).parse(JSON.parse(readFileSync(`test/fixtures/search/${table}.json`, 'utf8')))
}

const LINES = 3

const plain = (text: string) => foldedWords(text).join(' ')
const wordsOf = (parts: ShownLine['parts']) => plain(parts.map(({ text }) => text).join(''))

function isAnswer({ kind, name, alsoNamed, find }: Answer, line: ShownLine): boolean {
  const title = wordsOf(line.parts)
  const all = `${title} ${wordsOf(line.detail)} ${plain(line.end)}`
  const is = (...kinds: readonly string[]) => line.hit !== undefined && kinds.includes(line.hit.kind)
  switch (kind) {
    case 'act':
      return (
        find.actIds.includes(line.id) ||
        (line.hit === undefined && [name, ...alsoNamed].some((one) => plain(one) === title))
      )
    case 'person':
      return (
        is('person') &&
        title === plain(`${find.givenName} ${find.familyName}`) &&
        all.includes(plain(find.organisation))
      )
    case 'organisation':
      return is('organisation') && all.includes(plain(find.acronym))
    case 'meeting':
      return is('meeting', 'agenda') && isOn(find.date, line)
    case 'minutes':
      return is('minutes', 'section') && isOn(find.date, line)
    case 'agenda':
    case 'attendance':
    case 'dispatch':
    case 'documents':
    case 'item':
      return is(kind) && isOn(find.date, line)
    case 'text':
      if (find.date !== '') return is('watch') && isOn(find.date, line)
      return (
        is('watch') &&
        (title === plain(find.title === '' ? name : find.title) ||
          (find.nor !== '' && all.includes(plain(find.nor))))
      )
    case 'decision':
    case 'action':
      if (find.date !== '') return is(kind) && isOn(find.date, line)
      return is(kind) && title.includes(plain(find.number || find.title || name))
    case 'document':
      return is('attachment', 'document') && title === plain(name)
    case 'statement':
      return (
        all.includes(plain(find.words)) &&
        find.who.split(', ').some((one) => all.includes(plain(one))) &&
        line.end === formatShortDate(find.date, true)
      )
    default:
      return is(kind) && title === plain(find.title === '' ? name : find.title)
  }
}

/** On a day, or in a month or a year. */
function isOn(date: string, { hit }: ShownLine): boolean {
  return hit?.date?.startsWith(date) === true
}

function isRight({ expects, orElse, together }: Question, lines: readonly ShownLine[]): boolean {
  const isThere = (answer: Answer) => lines.some((line) => isAnswer(answer, line))
  return [expects, ...orElse].some(isThere) && together.every(isThere)
}

/** Each question that is missed, with what came instead. */
export async function missed(
  shown: Pick<SearchedWindow, 'lines'>,
  questions: readonly Question[],
): Promise<string[]> {
  const misses: string[] = []
  for (const question of questions) {
    const lines = (await shown.lines(question)).slice(0, LINES)
    if (isRight(question, lines)) continue
    const instead = lines.map(({ parts, end }) => `${parts.map(({ text }) => text).join('')} (${end})`)
    misses.push(`${question.typed}: ${question.expects.name}; instead ${instead.join(' | ')}`)
  }
  return misses
}
