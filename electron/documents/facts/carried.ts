// What a document model says when its file is read back: its facts, each with the words that print it.
import { isDeepStrictEqual } from 'node:util'
import type { Carried, FactPlace, MeetingFacts, PrintedText } from '../../domain/documents/meeting-facts.ts'
import { noArticles } from '../../domain/people/organisation-article.ts'
import { formatDate, formatNarrowDate } from '../../domain/text/french.ts'
import { type AgendaModel, agendaRows } from '../agenda/model.ts'
import { plainLines } from '../blocks.ts'
import type { DecisionRecordModel } from '../decision-record/model.ts'
import { type DocumentHead, type Row, typed } from '../head.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { actionWords, decisionWords, ownerWords, type RecordTable } from '../minutes/record.ts'
import { presentedLine } from '../minutes/section.ts'
import type { DocumentModel } from '../model.ts'
import { footWords, frontOf, marksOf } from '../paper/front.ts'
import { minutesParts } from '../paper/minutes.ts'
import { textsOf } from '../paper/texts.ts'
import { decisionRecordText } from '../text/decision-record.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'
import { expect, FaultyFacts } from './faulty.ts'
import { meetingRows, placeRows } from './meeting.ts'
import { peopleTexts } from './people.ts'
import { asPrinted, nextLabels } from './printed.ts'

/** Null for a model that carries no facts: of an earlier version, or of a paper that nothing takes in. */
export function carriedOf(model: DocumentModel): Carried | null {
  switch (model.kind) {
    case 'agenda':
      return of('agenda', model, agendaPrinted)
    case 'minutes':
      return of('minutes', model, minutesPrinted)
    case 'decisionRecord':
      return of('minutes', model, recordPrinted)
    case 'projectSheet':
    case 'watchBulletin':
      return { type: 'other', title: `${model.head.title} ${model.head.subtitle}`.trim() }
    default:
      return null
  }
}

function of<M extends AgendaModel | MinutesModel | DecisionRecordModel>(
  kind: 'agenda' | 'minutes',
  model: M,
  printedBy: (model: M, facts: MeetingFacts) => PrintedText[],
): Carried | null {
  if (model.carries === null) return null
  try {
    const facts = asPrinted(model, model.carries)
    return { type: 'facts', kind, facts, printed: printedBy(model, facts) }
  } catch (thrown) {
    if (thrown instanceof FaultyFacts) return { type: 'faulty' }
    throw thrown
  }
}

/** Files made before say "de Réseau…" for "du Réseau…", and stop twice after an abbreviation: nobody wrote that by hand. */
const asSaid = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/(?<=à la demande )(?:de l’|de la |du |des |d’|de )(?:le |la |les |l’)?/giu, 'de ')
      .replaceAll('..', '.'),
  )
const saysSame = (one: unknown, other: unknown) => isDeepStrictEqual(asSaid(one), asSaid(other))

const silent = (words: string): PrintedText => ({ words, says: [] })
const saying = (words: string, ...says: FactPlace[]): PrintedText => ({ words, says })
type Field = Extract<FactPlace, { of: 'items' }>['fields'][number]
const itemSays = (at: number, ...fields: Field[]): FactPlace => ({ of: 'items', at, fields })

/** Who issues it, what it is, and the table of facts. */
function front(
  { head, facts: rows }: { head: DocumentHead; facts: readonly Row[] },
  facts: MeetingFacts,
): PrintedText[] {
  expect(/n°\u00a0(\d+)/u.exec(head.title)?.[1] === facts.number?.toString())
  return [
    ...textsOf(frontOf(head)).map(silent),
    saying(head.title, { of: 'meeting', field: 'number' }),
    silent(head.subtitle),
    ...textsOf(marksOf(head)).map(silent),
    ...factTexts(rows, facts),
  ]
}

/** What a web page says once, below all. */
const foot = (head: DocumentHead): PrintedText[] => [footWords(head), head.look.footer].map(silent)

const fieldOf: ReadonlyMap<string, Extract<FactPlace, { of: 'meeting' }>['field']> = new Map([
  [meetingText.subject, 'title'],
  [meetingText.date, 'when'],
  [meetingText.place, 'place'],
  [meetingText.video, 'videoLink'],
])

function factTexts(rows: readonly Row[], facts: MeetingFacts): PrintedText[] {
  const told = new Map([...meetingRows(facts), ...placeRows(facts)].map((row) => [row.label, row]))
  expect([...told.keys()].every((label) => rows.some((row) => row.label === label)))
  return rows.flatMap(({ label, value, href }) => {
    const own = told.get(label)
    const field = fieldOf.get(label)
    if (nextLabels.has(label)) return [silent(label), nextText(value, facts)]
    if (field === undefined) return [silent(label), silent(value)]
    // Minutes say the planned hours after the real ones.
    const isSame = value === own?.value || (field === 'when' && value.startsWith(`${own?.value} (`))
    expect(isSame && own?.href === href)
    return [silent(label), saying(value, { of: 'meeting', field })]
  })
}

function nextText(words: string, { next }: MeetingFacts): PrintedText {
  const told = [next?.date == null ? '' : formatDate(next.date), typed(next?.place ?? '')]
  expect(told.every((part) => words.includes(part)))
  return next === null ? silent(words) : saying(words, { of: 'next' })
}

function agendaPrinted(model: AgendaModel, facts: MeetingFacts): PrintedText[] {
  const { columns, rows, timed } = model
  expect(saysSame(rows, agendaRows(facts, noArticles)))
  const heads = timed ? [columns.time, columns.duration] : []
  let at = -1
  return [
    ...front(model, facts),
    silent(model.heading),
    ...(rows.length === 0 ? [] : [...heads, columns.item, columns.nature, columns.presenter].map(silent)),
    ...rows.flatMap((row) => {
      if (row.kind === 'gap') return [row.time, row.duration, row.title].map(silent)
      at += 1
      return [
        saying(row.time, itemSays(at, 'fixedStart')),
        saying(row.duration, itemSays(at, 'durationMinutes')),
        silent(row.number),
        saying(row.title, itemSays(at, 'title')),
        saying(row.nature, itemSays(at, 'nature')),
        saying(row.presenter, itemSays(at, 'people')),
      ]
    }),
    silent(model.empty),
    silent(model.carried),
    ...foot(model.head),
  ]
}

function minutesPrinted(model: MinutesModel, facts: MeetingFacts): PrintedText[] {
  const { sections, record } = model
  expect(sections.length === facts.items.length && saysWhere(model, facts))
  const statements = statementPlaces(facts)
  const notes = [...sections, model.unplaced].flatMap(({ decisions, actions }) => [...decisions, ...actions])
  expect(
    saysSame(
      Object.fromEntries(notes.map((note) => [note.label, note])),
      Object.fromEntries(statements.notes),
    ),
  )
  const printed = minutesParts(model).flatMap((part): PrintedText[] => {
    const texts = textsOf(part.blocks)
    switch (part.part) {
      case 'head':
        return front(model, facts)
      case 'attendance':
        return peopleTexts(model, facts)
      case 'next':
        return texts.map((words, rank) => (rank === 0 ? silent(words) : nextText(words, facts)))
      case 'section':
        return sectionTexts(sections[part.at], texts, facts, part.at)
      case 'note':
        return texts.map((words) => saying(words, ...statements.says(part.label)))
      case 'record':
        return record === null || record.empty !== ''
          ? texts.map(silent)
          : recordTexts(record, facts, statements.says)
      case 'agenda':
        return texts.map(silent)
      default:
        return texts.map(silent)
    }
  })
  return [...printed, ...foot(model.head)]
}

/** Under which item each decision and each action stands. */
function saysWhere({ sections }: MinutesModel, facts: MeetingFacts): boolean {
  const places = new Map(
    sections.flatMap(({ decisions, actions }, at) =>
      [...decisions, ...actions].map(({ label }): [string, number] => [label, at]),
    ),
  )
  const stands = ({ item }: { item: number | null }, label: string) => item === (places.get(label) ?? null)
  return (
    facts.decisions.every((one) => stands(one, minutesText.decision(one.number))) &&
    facts.actions.every((one) => stands(one, minutesText.action(one.number)))
  )
}

/** Their second place on the paper: who edits it there has edited them. */
function recordTexts(
  { heading, columns, rows }: RecordTable,
  { decisions, actions }: MeetingFacts,
  says: (label: string) => FactPlace[],
): PrintedText[] {
  const wanted = [
    ...decisions.map((one) => ({ number: one.number, lines: decisionWords(one).lines })),
    ...actions.map((one) => ({
      number: one.number,
      lines: actionWords(one).lines,
      owner: ownerWords(one) || minutesText.nothing,
      due: one.dueDate === null ? minutesText.nothing : formatNarrowDate(one.dueDate),
    })),
  ]
  const told = rows.map(({ kind, number, lines, owner, due }) =>
    kind === 'decision' ? { number, lines } : { number, lines, owner, due },
  )
  const byNumber = (list: readonly { number: string }[]) =>
    Object.fromEntries(list.map((one) => [one.number, one]))
  expect(saysSame(byNumber(told), byNumber(wanted)))
  return [
    ...[heading, ...columns].map(silent),
    ...rows.flatMap(({ kind, number, item, lines, owner, due }) => {
      const own = says((kind === 'decision' ? minutesText.decision : minutesText.action)(number))
      const cells = kind === 'decision' ? [] : [owner, due]
      return [
        silent(number),
        silent(item),
        saying(lines.join('\n'), ...own),
        ...cells.map((words) => saying(words, ...own)),
      ]
    }),
  ]
}

/** Of an item its paper says besides whether it was dealt with, and whether it was added. */
const presentedHow = [false, true].flatMap((isPlanned) =>
  [false, true].map((isAdded) => ({ isPlanned, isAdded })),
)

function sectionTexts(
  section: MinutesModel['sections'][number] | undefined,
  [, ...texts]: readonly string[],
  { items }: MeetingFacts,
  at: number,
): PrintedText[] {
  const item = items[at]
  if (section === undefined || item === undefined) throw new FaultyFacts()
  expect(
    item.number === section.number &&
      (item.number !== '') === (item.kind === 'item') &&
      Math.min(item.depth, 3) === section.depth &&
      typed(item.title) === section.title &&
      presentedHow.some((how) => saysSame(presentedLine(item, noArticles, how), section.presented)) &&
      item.fixedStart === null &&
      item.durationMinutes === null,
  )
  return [
    silent(section.number),
    saying(section.title, itemSays(at, 'title')),
    ...texts.map((words, rank) =>
      rank === 0 && words === section.presented
        ? saying(words, itemSays(at, 'nature', 'people'))
        : silent(words),
    ),
  ]
}

/** The notes that the facts make, and which fact each says. */
function statementPlaces({ decisions, actions }: MeetingFacts) {
  const notes = new Map<string, unknown>()
  const places = new Map<string, FactPlace>()
  decisions.forEach((decision, at) => {
    const note = decisionWords(decision)
    notes.set(note.label, note)
    places.set(note.label, { of: 'decisions', at })
  })
  actions.forEach((action, at) => {
    const note = actionWords(action)
    notes.set(note.label, note)
    places.set(note.label, { of: 'actions', at })
  })
  const says = (label: string): FactPlace[] => {
    const place = places.get(label)
    return place === undefined ? [] : [place]
  }
  return { notes, says }
}

function recordPrinted(model: DecisionRecordModel, facts: MeetingFacts): PrintedText[] {
  const { actions } = model
  const statements = statementPlaces(facts)
  const rows = facts.actions.map((action) => [
    [action.number],
    plainLines(action.text),
    [ownerWords(action) || decisionRecordText.nothing],
    [action.dueDate === null ? decisionRecordText.nothing : formatNarrowDate(action.dueDate)],
  ])
  const told = actions.table.rows.map(([number, , text, owner, due]) => [number, text, owner, due])
  expect(isDeepStrictEqual(told, rows))
  const decided = facts.decisions.map((decision) => decisionWords(decision))
  expect(
    isDeepStrictEqual(
      model.blocks.flatMap(({ decisions }) => decisions),
      decided,
    ),
  )
  return [
    ...front(model, facts),
    silent(model.heading),
    silent(model.empty),
    ...model.blocks.flatMap((block, at): PrintedText[] => {
      const item = facts.items[at]
      if (item !== undefined) expect(item.number === block.number && typed(item.title) === block.title)
      const under = item === undefined ? null : at
      const labels = new Set(block.decisions.map(({ label }) => label))
      expect(facts.decisions.every((one) => labels.has(decisionWords(one).label) === (one.item === under)))
      return [
        silent(block.number),
        item === undefined ? silent(block.title) : saying(block.title, itemSays(at, 'title')),
        ...block.outcome.map(silent),
        ...(block.positions.length === 0 ? [] : [silent(block.positionsLabel)]),
        ...block.positions.flatMap(({ label, lines }) => [label, ...lines]).map(silent),
        ...block.decisions.map(({ label, lines }) =>
          saying([label, ...lines].join(' '), ...statements.says(label)),
        ),
        silent(block.follows),
      ]
    }),
    ...(actions.table.rows.length === 0 ? [] : [actions.heading, ...actions.table.columns].map(silent)),
    ...actions.table.rows.flatMap((cells, at) =>
      cells.map((lines) => saying(lines.join(' '), { of: 'actions', at })),
    ),
    ...(actions.empty === '' ? [] : [silent(actions.heading), silent(actions.empty)]),
  ]
}
