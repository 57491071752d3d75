import type { Draft, DraftSource } from '../../../electron/domain/agenda/draft.ts'
import { flatItems, placesOf } from '../../../electron/domain/agenda/draft-places.ts'
import type { AttendanceStatus } from '../../../electron/domain/attendance/attendance.ts'
import { type DraftMatches, ownerOf, wholeDate } from '../../../electron/domain/minutes/proposal.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { newId } from '../../api/new-id.ts'

/** Under this confidence a row is shown as "À vérifier". */
const SURE = 0.75
/** Under this one it is only offered: nobody marked it as what it looks like. */
const OFFERED = 0.5

const isTakenAtFirst = ({ confidence }: DraftSource) => confidence >= OFFERED

type Common = {
  /** Its rank in the list of this reading. */
  readonly key: number
  /** Where it was read, the same at every reading: two persons of one line are told apart by their names as read. */
  readonly id: string
  readonly taken: boolean
  /** Somebody looked: confirmed or corrected. */
  readonly seen: boolean
  readonly source: DraftSource
}

/** Whom a written name stands for: as matched, an entry of the directory, or nobody there. */
export type EntryChoice =
  | { readonly type: 'auto' | 'written' }
  | { readonly type: 'entry'; readonly id: string }

export type ParticipantFields = {
  readonly familyName: string
  readonly givenName: string
  readonly organisation: string
  readonly role: string
  readonly status: AttendanceStatus | null
  /** Who came instead. */
  readonly representedBy: string
}
export type ParticipantRow = Common & {
  readonly fields: ParticipantFields
  readonly entry: EntryChoice
  /** Null while nobody said whether the mark of the file takes the place of the other. */
  readonly replacesMark: boolean | null
}

/** Under which item: a line of the review by its key, an item of the meeting by its id, or none. */
export type PlaceChoice =
  | { readonly type: 'line'; readonly key: number }
  | { readonly type: 'item'; readonly id: string }
  | { readonly type: 'none' }

export type StatementFields = {
  readonly text: string
  readonly number: string | null
  readonly place: PlaceChoice
  /** Of an action; null keeps how the file was understood. */
  readonly owner: string | null
  readonly organisation: string | null
  readonly dueDate: string | null
}
export type StatementRow = Common & {
  readonly kind: 'decision' | 'action'
  readonly fields: StatementFields
  readonly entry: EntryChoice
  /** The day and month that the file says without a year. */
  readonly partialDue: string | null
}

export type MinutesRows = {
  readonly participants: readonly ParticipantRow[]
  readonly decisions: readonly StatementRow[]
  readonly actions: readonly StatementRow[]
  /** Those to be added to the directory, by the key of their row. */
  readonly newPersons: ReadonlyMap<number, NewPerson>
  /** The same of organisations, by their folded names. */
  readonly newOrganisations: ReadonlyMap<string, { readonly id: string; readonly name: string }>
  readonly takesNext: boolean
  readonly takesHistory: boolean
  /** What somebody did to rows of former readings that this one lacks, by their ids. */
  readonly asleep: {
    readonly participants: ReadonlyMap<string, ParticipantRow>
    readonly decisions: ReadonlyMap<string, StatementRow>
    readonly actions: ReadonlyMap<string, StatementRow>
    readonly newPersons: ReadonlyMap<string, NewPerson>
  }
}
type NewPerson = { readonly id: string; readonly mandate: Mandate }
export type Mandate = 'titulaire' | 'suppleant' | null
export type RowList = 'participants' | 'decisions' | 'actions'
type KeyNow = (key: number) => number | null

export type MinutesAct =
  | { type: 'toggle'; list: RowList; key: number }
  | { type: 'confirm'; list: RowList; key: number }
  | { type: 'participant'; key: number; patch: Partial<ParticipantFields> }
  | { type: 'statement'; list: 'decisions' | 'actions'; key: number; patch: Partial<StatementFields> }
  | { type: 'entry'; list: 'participants' | 'actions'; key: number; entry: EntryChoice }
  | { type: 'mark'; key: number; replaces: boolean }
  | { type: 'newPerson'; keys: readonly number[]; isNew: boolean }
  | { type: 'mandate'; key: number; mandate: Mandate }
  | { type: 'newOrganisation'; name: string; isNew: boolean }
  /** The file was read again: what somebody did stays. `keyNow`: where the lines of the review stand now. */
  | { type: 'reread'; draft: Draft; keyNow: KeyNow }
  | { type: 'rest'; patch: Partial<Pick<MinutesRows, 'takesNext' | 'takesHistory'>> }

/** Whether a file says anything that an agenda does not. */
export function saysMinutes({ participants, decisions, actions }: Draft): boolean {
  return participants.length + decisions.length + actions.length > 0
}

export function rowsOf(draft: Draft): MinutesRows {
  const places = placesOf(flatItems(draft.items), draft)
  const common = (source: DraftSource) =>
    ({ taken: isTakenAtFirst(source), seen: false, entry: { type: 'auto' }, source }) as const
  const ids = {
    participants: idsOf(
      draft.participants,
      ({ givenName, familyName }) => `${givenName ?? ''} ${familyName}`,
    ),
    decisions: idsOf(draft.decisions, ({ text }) => text),
    actions: idsOf(draft.actions, ({ text }) => text),
  }
  const statement = (
    kind: 'decision' | 'action',
    key: number,
    id: string | undefined,
    said: Draft['decisions'][number] | Draft['actions'][number],
    at: number | null,
  ): StatementRow => {
    const due = 'dueDate' in said ? said.dueDate : null
    return {
      ...common(said.source),
      key,
      id: id ?? '',
      kind,
      partialDue: due?.startsWith('-') === true ? due : null,
      fields: {
        text: said.text,
        number: said.number,
        place: at === null ? { type: 'none' } : { type: 'line', key: at },
        owner: null,
        organisation: null,
        dueDate: wholeDate(due),
      },
    }
  }
  return {
    participants: draft.participants.map((one, key) => ({
      ...common(one.source),
      key,
      id: ids.participants[key] ?? '',
      replacesMark: null,
      fields: {
        familyName: one.familyName,
        givenName: one.givenName ?? '',
        organisation: one.organisation ?? '',
        role: one.role ?? '',
        status: one.attendance,
        representedBy: one.representedBy ?? '',
      },
    })),
    decisions: draft.decisions.map((one, key) =>
      statement('decision', key, ids.decisions[key], one, places.decisions[key] ?? null),
    ),
    actions: draft.actions.map((one, key) =>
      statement('action', key, ids.actions[key], one, places.actions[key] ?? null),
    ),
    newPersons: new Map(),
    newOrganisations: new Map(),
    takesNext: true,
    takesHistory: true,
    asleep: { participants: new Map(), decisions: new Map(), actions: new Map(), newPersons: new Map() },
  }
}

function idsOf<F extends { source: DraftSource }>(facts: readonly F[], words: (fact: F) => string): string[] {
  const known = new Set<string>()
  return facts.map((fact, key) => {
    const place = `${fact.source.block} ${fact.source.excerpt} ${words(fact)}`
    const id = known.has(place) ? `${place} ${key}` : place
    known.add(id)
    return id
  })
}

export function rowsAfter(rows: MinutesRows, act: MinutesAct): MinutesRows {
  switch (act.type) {
    case 'toggle':
      return inList(rows, act.list, act.key, (row) => ({ ...row, taken: !row.taken }))
    case 'confirm':
      return inList(rows, act.list, act.key, (row) => ({ ...row, seen: true }))
    case 'participant':
      return {
        ...rows,
        participants: changed(rows.participants, act.key, (row) => ({
          ...row,
          seen: true,
          fields: { ...row.fields, ...act.patch },
        })),
      }
    case 'statement':
      return {
        ...rows,
        [act.list]: changed(rows[act.list], act.key, (row) => ({
          ...row,
          seen: true,
          // Another name is no longer that of the entry it was matched with.
          entry: 'owner' in act.patch ? { type: 'written' as const } : row.entry,
          fields: { ...row.fields, ...act.patch },
        })),
      }
    case 'entry': {
      const entry = { entry: act.entry, seen: true }
      return act.list === 'participants'
        ? { ...rows, participants: changed(rows.participants, act.key, (row) => ({ ...row, ...entry })) }
        : { ...rows, actions: changed(rows.actions, act.key, (row) => ({ ...row, ...entry })) }
    }
    case 'mark':
      return {
        ...rows,
        participants: changed(rows.participants, act.key, (row) => ({
          ...row,
          seen: true,
          replacesMark: act.replaces,
        })),
      }
    case 'newPerson': {
      const newPersons = new Map(rows.newPersons)
      for (const key of act.keys)
        if (!act.isNew) newPersons.delete(key)
        else if (!newPersons.has(key)) newPersons.set(key, { id: newId(), mandate: null })
      return { ...rows, newPersons }
    }
    case 'mandate': {
      const known = rows.newPersons.get(act.key)
      if (known === undefined) return rows
      return {
        ...rows,
        newPersons: new Map(rows.newPersons).set(act.key, { ...known, mandate: act.mandate }),
      }
    }
    case 'newOrganisation': {
      const newOrganisations = new Map(rows.newOrganisations)
      if (act.isNew) newOrganisations.set(fold(act.name), { id: newId(), name: act.name })
      else newOrganisations.delete(fold(act.name))
      return { ...rows, newOrganisations }
    }
    case 'rest':
      return { ...rows, ...act.patch }
    case 'reread':
      return reread(rows, act.draft, act.keyNow)
  }
}

/** The place of a line of the review that is gone: no line has such a key. */
const NO_LINE = -1

/** A new reading with what was done to the rows of the former ones, each at the line it was placed at. */
function reread(rows: MinutesRows, draft: Draft, keyNow: KeyNow): MinutesRows {
  const fresh = rowsOf(draft)
  const isTouched = (row: Common & { entry: EntryChoice }) =>
    row.taken !== isTakenAtFirst(row.source) || row.seen || row.entry.type !== 'auto'
  const touched = <R extends Common & { entry: EntryChoice }>(
    asleep: ReadonlyMap<string, R>,
    before: readonly R[],
  ) => new Map([...asleep, ...before.filter(isTouched).map((row) => [row.id, row] as const)])
  const woken = <R extends Common>(now: readonly R[], old: ReadonlyMap<string, R>): R[] =>
    now.map((row) => {
      const one = old.get(row.id)
      return one === undefined ? row : { ...one, key: row.key, source: row.source }
    })
  const missing = <V>(list: RowList, old: ReadonlyMap<string, V>): Map<string, V> => {
    const there = new Set(fresh[list].map(({ id }) => id))
    return new Map([...old].filter(([id]) => !there.has(id)))
  }
  const followed = (old: ReadonlyMap<string, StatementRow>) =>
    new Map([...old].map(([id, row]) => [id, withPlace(row, keyNow)]))
  const participants = touched(rows.asleep.participants, rows.participants)
  const decisions = followed(touched(rows.asleep.decisions, rows.decisions))
  const actions = followed(touched(rows.asleep.actions, rows.actions))
  const newPersons = new Map([
    ...rows.asleep.newPersons,
    ...rows.participants.flatMap((row) => {
      const said = rows.newPersons.get(row.key)
      return said === undefined ? [] : [[row.id, said] as const]
    }),
  ])
  return {
    ...fresh,
    participants: woken(fresh.participants, participants),
    decisions: woken(fresh.decisions, decisions),
    actions: woken(fresh.actions, actions),
    newPersons: new Map(
      fresh.participants.flatMap((row) => {
        const said = newPersons.get(row.id)
        return said === undefined ? [] : [[row.key, said] as const]
      }),
    ),
    newOrganisations: rows.newOrganisations,
    takesNext: rows.takesNext,
    takesHistory: rows.takesHistory,
    asleep: {
      participants: missing('participants', participants),
      decisions: missing('decisions', decisions),
      actions: missing('actions', actions),
      newPersons: missing('participants', newPersons),
    },
  }
}

function withPlace(row: StatementRow, keyNow: KeyNow): StatementRow {
  const { place } = row.fields
  if (place.type !== 'line') return row
  return { ...row, fields: { ...row.fields, place: { type: 'line', key: keyNow(place.key) ?? NO_LINE } } }
}

function changed<R extends Common>(list: readonly R[], key: number, change: (row: R) => R): R[] {
  return list.map((row) => (row.key === key ? change(row) : row))
}

function inList(
  rows: MinutesRows,
  list: RowList,
  key: number,
  change: <R extends Common>(row: R) => R,
): MinutesRows {
  return list === 'participants'
    ? { ...rows, participants: changed(rows.participants, key, change) }
    : { ...rows, [list]: changed(rows[list], key, change) }
}

/** Why somebody should look at a row; null when nobody need. */
export type Doubt = 'reading' | 'name' | 'like' | 'mark' | 'place' | 'year' | 'empty'

export function participantDoubt(
  { taken, seen, fields, source, entry, replacesMark }: ParticipantRow,
  match: DraftMatches['participants'][number] | undefined,
): Doubt | null {
  if (!taken) return null
  if (fields.familyName.trim() === '') return 'empty'
  if (entry.type === 'auto' && match?.match.standing === 'like') return 'name'
  if (replacesMark === null && otherMark(fields.status, match)) return 'mark'
  if (seen) return null
  if (entry.type === 'auto' && match?.match.standing === 'matched' && !match.match.isSure) return 'like'
  return source.confidence < SURE ? 'reading' : null
}

/** The meeting says otherwise how they were there. */
export function otherMark(
  status: AttendanceStatus | null,
  match: DraftMatches['participants'][number] | undefined,
): boolean {
  const listed = match?.listed?.status ?? null
  return status !== null && listed !== null && listed !== status
}

/** @param standing keys of the lines of the review that are taken in */
export function statementDoubt(
  { taken, seen, kind, fields, source, partialDue, entry }: StatementRow,
  match: DraftMatches['owners'][number] | undefined,
  standing: ReadonlySet<number>,
): Doubt | null {
  if (!taken) return null
  if (fields.text.trim() === '') return 'empty'
  const isLost = fields.place.type === 'line' && !standing.has(fields.place.key)
  if (isLost || (fields.place.type === 'none' && !seen)) return 'place'
  if (kind === 'action' && partialDue !== null && fields.dueDate === null && !seen) return 'year'
  if (kind === 'action' && isOwnerAsked(match) && entry.type === 'auto') return 'name'
  return !seen && source.confidence < SURE ? 'reading' : null
}

/** Two who fit alike; a body that is not a person asks nothing. */
function isOwnerAsked(match: DraftMatches['owners'][number] | undefined): boolean {
  return match?.person.standing === 'like' && match.organisation.standing !== 'matched'
}

/** Their entry in the directory; null for nobody there. */
export function entryOf(
  entry: EntryChoice,
  match: { readonly personId: string | null } | undefined,
): string | null {
  if (entry.type === 'entry') return entry.id
  return entry.type === 'auto' ? (match?.personId ?? null) : null
}

/** Who does it: as the file was understood, until somebody corrects it. */
export function ownerShown(
  row: StatementRow,
  said: Draft['actions'][number] | undefined,
  match: DraftMatches['owners'][number] | undefined,
): { owner: string; ownerId: string | null; organisation: string } {
  const read = said === undefined ? { owner: '', ownerId: null, organisation: '' } : ownerOf(said, match)
  const owner = row.fields.owner ?? read.owner
  return {
    owner,
    ownerId: owner === '' ? null : row.entry.type === 'auto' ? read.ownerId : entryOf(row.entry, undefined),
    organisation: row.fields.organisation ?? read.organisation,
  }
}
