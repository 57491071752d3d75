// What people type into the one field, written down by somebody who had not read the search: the answer is expected in the
// first three lines, among 300 persons whose names begin alike and among 10,000.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { foldedWords } from '../../electron/domain/text/fold.ts'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { addCrowd, makeSearched, SearchedWindow, type ShownLine, TODAY } from './search-world.ts'

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

const questions = z
  .array(Question)
  .parse(JSON.parse(readFileSync('test/fixtures/search/questions.json', 'utf8')))
const LINES = 3
const MOST_MISSED = 0.05

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
      return is('meeting', 'agenda') && line.hit?.date === find.date
    case 'minutes':
      return is('minutes', 'section') && line.hit?.date === find.date
    case 'text':
      return (
        is('watch') &&
        (title === plain(find.title === '' ? name : find.title) ||
          (find.nor !== '' && all.includes(plain(find.nor))))
      )
    case 'decision':
    case 'action':
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

function isRight({ expects, orElse, together }: Question, lines: readonly ShownLine[]): boolean {
  const isThere = (answer: Answer) => lines.some((line) => isAnswer(answer, line))
  return [expects, ...orElse].some(isThere) && together.every(isThere)
}

/** Each question that is missed, with what came instead. */
async function missed(shown: Pick<SearchedWindow, 'lines'>): Promise<string[]> {
  const misses: string[] = []
  for (const question of questions) {
    const lines = (await shown.lines(question)).slice(0, LINES)
    if (isRight(question, lines)) continue
    const instead = lines.map(({ parts, end }) => `${parts.map(({ text }) => text).join('')} (${end})`)
    misses.push(`${question.typed}: ${question.expects.name}; instead ${instead.join(' | ')}`)
  }
  return misses
}

let folder: string
let shown: SearchedWindow
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T09:00:00Z`) })
  folder = await makeSearched()
  await addCrowd(folder, 0, 300)
  shown = await SearchedWindow.open(folder)
}, 180_000)
afterAll(async () => {
  vi.useRealTimers()
  await shown.close(folder)
})

describe('the questions', () => {
  it('find their answer in the first three lines, among 300 persons of a like name', async () => {
    const misses = await missed(shown)
    expect(misses.length / questions.length, misses.join('\n')).toBeLessThanOrEqual(MOST_MISSED)
  }, 120_000)

  it('find it among 10,000', async () => {
    await shown.leave()
    await addCrowd(folder, 300, 10_000)
    shown = await SearchedWindow.open(folder)
    const misses = await missed(shown)
    expect(misses.length / questions.length, misses.join('\n')).toBeLessThanOrEqual(MOST_MISSED)
  }, 180_000)

  it('are all missed by a search that shows nobody', async () => {
    const elsewhere = { lines: () => shown.lines({ typed: '@zzz', screen: null }) }
    expect(await missed(elsewhere)).toHaveLength(questions.length)
  }, 60_000)
})
