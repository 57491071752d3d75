// What of the facts of a label a draft has right.
import type { Draft, DraftItem, DraftSource } from '../../electron/domain/agenda/draft.ts'
import { foldedWords } from '../../electron/domain/text/fold.ts'
import type { Mark } from '../fixtures/corpus/score.ts'
import type { Accepted, Label, LabelItem } from './label.ts'

export type LabelScore = {
  marks: Mark[]
  /** Of each item that the file has: whether both its title and its duration are right. */
  items: boolean[]
}

/** @param draft null: the file was refused, and nothing of it is read */
export function scoreLabel(label: Label, draft: Draft | null): LabelScore {
  const read = draft ?? NOTHING
  const marks: Mark[] = []
  scoreMeeting(marks, label, read)
  const items = scoreItems(marks, label, read)
  scorePeople(marks, label, read)
  scoreStatements(marks, label, read)
  return { marks, items }
}

const NOTHING: Draft = {
  kind: 'unknown',
  meeting: {
    number: null,
    title: null,
    date: null,
    startTime: null,
    endTime: null,
    place: null,
    videoLink: null,
    phone: null,
  },
  meetingSources: {},
  items: [],
  participants: [],
  decisions: [],
  actions: [],
  nextMeeting: null,
  followUp: [],
  warnings: [],
}

type Read = string | number | null
const folded = (text: string | null) => foldedWords(text ?? '').join(' ')
const equal = (accepted: Read, read: Read) => accepted === read
const within = (accepted: Read, read: Read) => folded(String(read)).includes(folded(String(accepted)))

function compare(
  marks: Mark[],
  field: string,
  accepted: Accepted,
  read: Read,
  same: typeof equal = equal,
  confidence: number | null = null,
): void {
  if (accepted.includes('*')) return
  const values = accepted.filter((value) => value !== null)
  const mark = (verdict: Mark['verdict']) =>
    marks.push({ field, verdict, expected: values, read, confidence })
  if (read === null || read === '') {
    if (values.length === accepted.length) mark('missing')
  } else if (values.some((value) => same(value, read))) mark('right')
  else mark(values.length === 0 ? 'invented' : 'wrong')
}

function scoreMeeting(marks: Mark[], label: Label, draft: Draft): void {
  const kinds = label.kind.flatMap((kind) => (kind === 'agenda' ? ['agenda', 'convocation'] : [kind]))
  compare(marks, 'kind', kinds, draft.kind === 'unknown' ? null : draft.kind)
  const fields = [
    ['date', label.date, 'date', equal],
    ['start', label.start, 'startTime', equal],
    ['end', label.end, 'endTime', equal],
    ['place', label.place, 'place', within],
    ['link', label.link, 'videoLink', within],
    ['telephone', label.phone, 'phone', within],
  ] as const
  for (const [field, accepted, key, same] of fields)
    compare(marks, field, accepted, draft.meeting[key], same, draft.meetingSources[key]?.confidence ?? null)
  compare(marks, 'next meeting', label.next, draft.nextMeeting?.date ?? null)
  // Of a next meeting that the file does not have, the day alone is an invention.
  if (label.next.some((date) => date !== null))
    compare(marks, 'next start', label.nextStart, draft.nextMeeting?.startTime ?? null)
}

/**
 * What of the read things each wanted one is, and by which test: all by the first test, then the rest by the next. No
 * thing is read twice; of several that fit the first one is taken, or the first preferred.
 */
function pairs<W, R>(
  wanted: readonly W[],
  read: readonly R[],
  tests: readonly ((wanted: W, read: R) => boolean)[],
  prefers: (wanted: W, read: R) => boolean = () => false,
): Map<W, { read: R; test: number }> {
  const found = new Map<W, { read: R; test: number }>()
  const left = new Set(read)
  for (const [test, fits] of tests.entries())
    for (const one of wanted) {
      if (found.has(one)) continue
      const fitting = [...left].filter((thing) => fits(one, thing))
      const taken = fitting.find((thing) => prefers(one, thing)) ?? fitting[0]
      if (taken === undefined) continue
      found.set(one, { read: taken, test })
      left.delete(taken)
    }
  return found
}

function isOptional(optional: readonly string[], read: string): boolean {
  return optional.some((one) => one === '*' || (folded(one) !== '' && read.includes(folded(one))))
}

const NUMBER =
  /^\s*(?:point\s+n?°?\s*\d+\s*[.):–-]*|n°\s*\d+\s*[.):–-]*|\d{4}\s*[-–/]\s*\d{1,3}\s*[-–:.)]?|\(?\d{1,2}(?:[.-]\d{1,2})*\s*[.)°:/–-]+|[IVXLC]{1,5}\s*[.):/–-]+|[A-Za-z]\s*[.)]|[-–•*]+)\s*/

/** A title with and without the number before it. */
function formsOf(title: string): string[] {
  return [title, title.replace(NUMBER, '')].map(folded).filter((form) => form !== '')
}

type ReadItem = { item: DraftItem; depth: number; forms: string[] }
type WantedItem = LabelItem & { titles: string[]; forms: string[] }

function flat(items: readonly DraftItem[], depth = 0): ReadItem[] {
  return items.flatMap((item) => [
    { item, depth, forms: formsOf(item.title) },
    ...flat(item.children, depth + 1),
  ])
}

function scoreItems(marks: Mark[], label: Label, draft: Draft): boolean[] {
  const wanted: WantedItem[] = label.items.map((item) => {
    const titles = [item.title, ...item.alt]
    return { ...item, titles, forms: titles.flatMap(formsOf) }
  })
  const demanded = wanted.filter(({ optional }) => !optional)
  const optional = wanted.filter((item) => item.optional)
  const read = flat(draft.items)
  const tests = [
    (one: WantedItem, thing: ReadItem) => one.forms.some((form) => thing.forms.includes(form)),
    isNearly,
    isPartly,
  ]
  const found = pairs([...demanded, ...optional], read, tests, ({ start }, { item }) =>
    start.some((hour) => hour !== null && hour === item.fixedStart),
  )
  const whole = demanded.map((one) => {
    const match = found.get(one)
    if (match === undefined) {
      marks.push({
        field: 'item title',
        verdict: 'missing',
        expected: one.title,
        read: null,
        confidence: null,
      })
      return false
    }
    const { item, depth } = match.read
    const isTitle = match.test < 2
    marks.push({
      field: 'item title',
      verdict: isTitle ? 'right' : 'wrong',
      expected: one.title,
      read: item.title,
      confidence: item.source.confidence,
    })
    compare(marks, 'item depth', one.depth, depth)
    compare(marks, 'item start', one.start, item.fixedStart)
    compare(marks, 'item duration', one.durationMinutes, item.durationMinutes)
    const who = [item.presenter, item.organisation].filter((name) => name !== null).join(' ')
    compare(marks, 'presenter', one.presenter, who, within)
    return isTitle && [item.durationMinutes, '*'].some((minutes) => one.durationMinutes.includes(minutes))
  })
  const taken = new Set([...found.values()].map((match) => match.read.item))
  const isCovered = (item: DraftItem): boolean => taken.has(item) || item.children.some(isCovered)
  // What stands below an item that the label has may be of its text.
  for (const item of draft.items)
    if (!isCovered(item) && !isOptional(label.optionalItems, folded(item.title)))
      marks.push({
        field: 'item title',
        verdict: 'invented',
        expected: null,
        read: item.title,
        confidence: item.source.confidence,
      })
  return whole
}

function isNearly(wanted: WantedItem, { item, forms }: ReadItem): boolean {
  const elsewhere = folded([item.note, item.presenter, item.organisation].join(' '))
  // "Title (a remark)": the remark may have gone into another field.
  const isWithRemark = wanted.titles.some((title) => {
    const [, bare = '', remark = ''] = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(title) ?? []
    return folded(remark) !== '' && elsewhere.includes(folded(remark)) && forms.includes(folded(bare))
  })
  const numbers = (form: string) => (form.match(/\d+/g) ?? []).sort().join(' ')
  return (
    isWithRemark ||
    wanted.forms.some((form) =>
      forms.some(
        (read) =>
          (wanted.prefix && form.length >= 12 && read.startsWith(form)) ||
          (numbers(form) === numbers(read) && likeness(form, read) >= 0.9),
      ),
    )
  )
}

function isPartly(wanted: WantedItem, { forms }: ReadItem): boolean {
  return wanted.forms.some((form) =>
    forms.some(
      (read) =>
        (form.length >= 6 && read.startsWith(form.slice(0, 28))) ||
        (form.length >= 12 && read.includes(form) && 3 * form.length >= read.length) ||
        (read.length >= 12 && form.includes(read)),
    ),
  )
}

/** From 0 to 1: the signs of both texts that stand in their longest common runs, those left and right of these, and so on. */
function likeness(a: string, b: string): number {
  const common = (a: string, b: string): number => {
    let [length, endA, endB] = [0, 0, 0]
    let above: number[] = []
    for (let i = 1; i <= a.length; i += 1) {
      const runs: number[] = []
      for (let j = 1; j <= b.length; j += 1) {
        const run = a[i - 1] === b[j - 1] ? (above[j - 1] ?? 0) + 1 : 0
        runs[j] = run
        if (run > length) [length, endA, endB] = [run, i, j]
      }
      above = runs
    }
    if (length === 0) return 0
    return (
      common(a.slice(0, endA - length), b.slice(0, endB - length)) +
      length +
      common(a.slice(endA), b.slice(endB))
    )
  }
  return (2 * common(a, b)) / (a.length + b.length)
}

const CIVILITIES = new Set(['m', 'mme', 'mr', 'mm', 'mlle', 'monsieur', 'madame', 'dr'])
/** What may be read of somebody's presence. */
const PRESENCE: Readonly<Record<string, readonly Draft['participants'][number]['attendance'][]>> = {
  present: ['present', 'surPlace', 'visio', 'audio'],
  excused: ['excuse'],
  absent: ['absent'],
  'excused+represented': ['excuse', 'represente'],
  represented: ['represente', 'excuse'],
}
/** Nothing said of it: whoever is on the list may have been there. */
const UNSAID = '?'

function scorePeople(marks: Mark[], label: Label, draft: Draft): void {
  const wordsOf = (name: string) => new Set(foldedWords(name).filter((word) => !CIVILITIES.has(word)))
  const isIn = (some: Set<string>, all: Set<string>) => [...some].every((word) => all.has(word))
  const nameOf = (one: Draft['participants'][number]) => `${one.givenName ?? ''} ${one.familyName}`
  const wanted = label.people.map((person) => ({ ...person, words: wordsOf(person.name) }))
  const read = draft.participants.map((one) => ({ ...one, words: wordsOf(nameOf(one)) }))
  const found = pairs(wanted, read, [
    ({ words }, one) => words.size === one.words.size && isIn(words, one.words),
    ({ words }, one) =>
      one.words.size > 0 && (isIn(words, one.words) || (one.words.size > 1 && isIn(one.words, words))),
  ])
  for (const person of wanted) {
    const match = found.get(person)
    const one = match?.read
    marks.push({
      field: 'person',
      verdict: match === undefined ? 'missing' : match.test === 0 ? 'right' : 'wrong',
      expected: person.name,
      read: one === undefined ? null : nameOf(one),
      confidence: one?.source.confidence ?? null,
    })
    if (one === undefined) continue
    compare(marks, 'person organisation', [person.org || null], one.organisation, isOrganisation)
    const presence = PRESENCE[person.status ?? '']
    const isDenied = ['excuse', 'absent', 'represente'].includes(one.attendance ?? '')
    if (presence !== undefined) compare(marks, 'presence', [...presence], one.attendance)
    else if (person.status === UNSAID && isDenied)
      marks.push({
        field: 'presence',
        verdict: 'wrong',
        expected: UNSAID,
        read: one.attendance,
        confidence: null,
      })
  }
  const taken = new Set([...found.values()].map((match) => match.read))
  for (const one of read)
    if (!taken.has(one) && !isOptional(label.optionalPeople, folded(nameOf(one))))
      marks.push({
        field: 'person',
        verdict: 'invented',
        expected: null,
        read: nameOf(one),
        confidence: one.source.confidence,
      })
}

/** The organisation with its branch is right; half of the page is not. */
function isOrganisation(accepted: Read, read: Read): boolean {
  const [wanted, all] = [folded(String(accepted)), folded(String(read))]
  const isThere = all.includes(wanted) || all.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''))
  return isThere && all.length <= wanted.length + 120
}

type Statement<T> = { of: T; text: string; source: DraftSource; isTaken: boolean }

function scoreStatements(marks: Mark[], label: Label, draft: Draft): void {
  const statement = <T extends { source: DraftSource }>(
    of: T,
    ...texts: (string | null)[]
  ): Statement<T> => ({
    of,
    text: folded(texts.join(' ')),
    source: of.source,
    isTaken: false,
  })
  const decisions = draft.decisions.map((one) => statement(one, one.text, one.outcome))
  const actions = draft.actions.map((one) => statement(one, one.text))
  const steps = draft.followUp.map((one) => statement(one, one.step))
  const mark = (field: string, verdict: Mark['verdict'], expected: unknown, read?: Statement<unknown>) =>
    marks.push({
      field,
      verdict,
      expected,
      read: read?.text ?? null,
      confidence: read?.source.confidence ?? null,
    })
  const holds = ({ text }: Statement<unknown>, wordings: readonly string[]) =>
    wordings.some((words) => text.includes(folded(words)))
  const take = <T>(statements: readonly Statement<T>[], wordings: readonly string[]) => {
    const found = statements.find((one) => !one.isTaken && holds(one, wordings))
    if (found !== undefined) found.isTaken = true
    return found
  }
  for (const wordings of label.decisions) {
    const found = take(decisions, wordings) ?? (label.eitherList ? take(actions, wordings) : undefined)
    // Two decisions in one are one too few.
    const merged = decisions.find((one) => one.isTaken && holds(one, wordings))
    if (found !== undefined) mark('decision', 'right', wordings, found)
    else mark('decision', merged === undefined ? 'missing' : 'wrong', wordings)
  }
  for (const { text: wordings, owner, due } of label.actions) {
    const found = take(actions, wordings)
    if (found === undefined) {
      const elsewhere = (label.eitherList ? take(decisions, wordings) : undefined) ?? take(steps, wordings)
      if (elsewhere !== undefined) mark('action', 'right', wordings, elsewhere)
      else mark('action', actions.some((one) => holds(one, wordings)) ? 'wrong' : 'missing', wordings)
      continue
    }
    mark('action', 'right', wordings, found)
    const who = [found.of.owner, found.of.organisation].filter((name) => name !== null).join(' ')
    compare(marks, 'action owner', owner, who, within)
    compare(marks, 'action due', due, found.of.dueDate)
  }
  const { optionalDecisions, optionalActions, eitherList } = label
  const either = [...optionalDecisions, ...optionalActions]
  for (const one of decisions)
    if (!one.isTaken && !isOptional(eitherList ? either : optionalDecisions, one.text))
      mark('decision', 'invented', null, one)
  for (const one of actions)
    if (!one.isTaken && !isOptional(eitherList ? either : optionalActions, one.text))
      mark('action', 'invented', null, one)
}
