// What a document model says when its file is read back: its facts, each with the words that print it.
import { isDeepStrictEqual } from 'node:util'
import { type AttendanceStatus, isPresent } from '../../domain/attendance/attendance.ts'
import type { Carried, FactPlace, MeetingFacts, PrintedText } from '../../domain/documents/meeting-facts.ts'
import { formatDate, formatNarrowDate } from '../../domain/text/french.ts'
import { type AgendaModel, agendaRows } from '../agenda/model.ts'
import { plainLines } from '../blocks.ts'
import type { DecisionRecordModel } from '../decision-record/model.ts'
import { type DocumentHead, joined, type Row, typed } from '../head.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { actionWords, decisionWords, ownerWords } from '../minutes/record.ts'
import { presentedLine } from '../minutes/section.ts'
import type { DocumentModel } from '../model.ts'
import { footWords, frontOf, marksOf } from '../paper/front.ts'
import { minutesParts } from '../paper/minutes.ts'
import { textsOf } from '../paper/texts.ts'
import { decisionRecordText } from '../text/decision-record.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'
import { meetingRows, placeRows } from './meeting.ts'

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

/** Thrown when facts are not what the printed words of the same model say: somebody wrote one of them by hand. */
class FaultyFacts extends Error {}

function of<M extends { carries: MeetingFacts | null }>(
  kind: 'agenda' | 'minutes',
  model: M,
  printedBy: (model: M, facts: MeetingFacts) => PrintedText[],
): Carried | null {
  const facts = model.carries
  if (facts === null) return null
  try {
    return { type: 'facts', kind, facts, printed: printedBy(model, facts) }
  } catch (thrown) {
    if (thrown instanceof FaultyFacts) return { type: 'faulty' }
    throw thrown
  }
}

function expect(isSame: boolean): void {
  if (!isSame) throw new FaultyFacts()
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
  const number = facts.number === null ? '' : `n°\u00a0${facts.number}`
  expect(head.title.includes(number))
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

const nextLabels = new Set([decisionRecordText.next('séance'), decisionRecordText.next('réunion')])

function factTexts(rows: readonly Row[], facts: MeetingFacts): PrintedText[] {
  const told = new Map([...meetingRows(facts), ...placeRows(facts)].map((row) => [row.label, row]))
  expect([...told.keys()].every((label) => rows.some((row) => row.label === label)))
  return rows.flatMap(({ label, value, href }) => {
    const own = told.get(label)
    const field = fieldOf.get(label)
    if (nextLabels.has(label)) return [silent(label), nextText(value, facts)]
    if (own === undefined || field === undefined) return [silent(label), silent(value)]
    // Minutes say the planned hours after the real ones.
    expect(own.href === href && (field === 'when' ? value.startsWith(own.value) : value === own.value))
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
  expect(saysSame(rows, agendaRows(facts)))
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
  const { sections } = model
  expect(sections.length === facts.items.length)
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
      case 'agenda':
        return texts.flatMap((words) => words.split('\t')).map(silent)
      default:
        return texts.map(silent)
    }
  })
  return [...printed, ...foot(model.head)]
}

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
      typed(item.title) === section.title &&
      saysSame(presentedLine(item), section.presented) &&
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

/** Names are told from what stands around them, so that one that was edited is told from its neighbours. */
function peopleTexts({ attendance }: MinutesModel, facts: MeetingFacts): PrintedText[] {
  if (attendance === null) return []
  const { heading, summary, columns, colleges, groups } = attendance
  const people = new Named(facts)
  const printed = [
    silent(heading),
    silent(summary),
    ...colleges.flatMap(({ name, count, rows }) => [
      ...[name, count, ...columns].map(silent),
      ...rows.flatMap((cells) => people.inRow(cells)),
    ]),
    ...groups.flatMap(({ label, people: words }) => {
      const isThere = !apartLabels.has(label)
      return [silent(label), ...people.inWords(words, (status) => isPresent(status) === isThere)]
    }),
  ]
  expect(people.areAllNamed)
  return printed
}

const apartLabels: ReadonlySet<string> = new Set(Object.values(minutesText.apart))

/** The people of the facts, each told once. */
class Named {
  readonly #people: MeetingFacts['people']
  readonly #left: Set<number>

  constructor({ people }: MeetingFacts) {
    this.#people = people
    this.#left = new Set(people.keys())
  }

  get areAllNamed(): boolean {
    return this.#left.size === 0
  }

  /** "Départements de France : A. Gallet, B. Royer (à distance) ; Régions de France : C. Thibaud." */
  inWords(words: string, isThere: (status: AttendanceStatus | null) => boolean): PrintedText[] {
    const outside = words.replace(/\([^()]*\)/gu, ' ')
    const named = [...this.#left].filter(
      (at) => outside.includes(this.#name(at)) && isThere(this.#people[at]?.status ?? null),
    )
    const pieces = words.split(/(?<=[,;:])\s+/u).map((piece): PrintedText => {
      const bare = piece.replace(/(?<![\s,;.])[\s,;.]+$/u, '').replace(/(?:(?<!\s)\s+)?\([^()]*\)$/u, '')
      const at = named.find((one) => this.#left.has(one) && this.#name(one) === bare)
      if (at === undefined) return silent(piece)
      this.#take(at, words)
      return saying(piece, { of: 'people', at })
    })
    const others = named.filter((at) => this.#left.has(at))
    if (others.length === 0) return pieces
    // Names that hold a comma, or none at all: the whole is theirs.
    for (const at of others) this.#take(at, words)
    return [saying(words, ...named.map((at) => ({ of: 'people' as const, at })))]
  }

  inRow(cells: readonly string[]): PrintedText[] {
    const at = [...this.#left].find((one) => {
      const person = this.#people[one]
      return person !== undefined && joined([this.#name(one), typed(person.role)]) === cells[1]
    })
    if (at === undefined) return cells.map(silent)
    this.#take(at, cells[0] ?? '')
    expect((cells[2] ?? '').startsWith(statusWords(this.#people[at])))
    return cells.map((words) => saying(words, { of: 'people', at }))
  }

  #take(at: number, words: string): void {
    expect(words.includes(typed(this.#people[at]?.organisation ?? '')))
    this.#left.delete(at)
  }

  #name(at: number): string {
    const person = this.#people[at]
    return joined([typed(person?.givenName ?? ''), typed(person?.familyName ?? '')], ' ')
  }
}

function statusWords(person: MeetingFacts['people'][number] | undefined): string {
  return person?.status == null ? minutesText.statusUnknown : minutesText.statuses[person.status]
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
