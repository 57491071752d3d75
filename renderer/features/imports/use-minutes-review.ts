import { type Dispatch, useMemo } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { itemNumbers } from '../../../electron/domain/agenda/agenda.ts'
import type { Draft, ReadFile } from '../../../electron/domain/agenda/draft.ts'
import type { DraftMatches } from '../../../electron/domain/minutes/proposal.ts'
import { narrativeOf } from '../../../electron/domain/old-files/narrative.ts'
import type { TakenMinutes } from '../../../electron/domain/old-files/taken-minutes.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { useQuery } from '../../api/use-query.ts'
import { useActsOfFile } from './file-states.ts'
import {
  type MinutesAct,
  type MinutesRows,
  type ParticipantRow,
  participantDoubt,
  type RowList,
  rowsAfter,
  rowsOf,
  type StatementRow,
  saysMinutes,
  statementDoubt,
} from './minutes-rows.ts'
import { type SentLines, takenRows } from './taken-rows.ts'

/** A line of the review that is taken, as a place for statements. */
export type PlaceLine = { readonly key: number; readonly number: string | null; readonly title: string }
type Labelled = { readonly label: string }

export type MinutesReview = {
  readonly draft: Draft
  readonly rows: MinutesRows
  /** Undefined until the directory answered. */
  readonly matches: DraftMatches | undefined
  /** Names of the directory by id, with their organisation: two may have one name. */
  readonly people: ReadonlyMap<string, string>
  readonly lines: {
    readonly all: readonly (Labelled & { readonly key: number })[]
    readonly keys: ReadonlySet<number>
  }
  /** Items of the meeting that is there already. */
  readonly agenda: readonly (Labelled & { readonly id: string })[]
  /** Rows with those to look at first, in an order that answers do not change. */
  ordered<L extends RowList>(
    list: L,
  ): L extends 'participants' ? readonly ParticipantRow[] : readonly StatementRow[]
  readonly doubtful: Readonly<Record<RowList, number>>
  isDoubtful(list: RowList, key: number): boolean
  /** Whether anything of it would be taken in. */
  readonly isSomething: boolean
  readonly act: Dispatch<MinutesAct>
  /** To be sent; null while the directory has not answered. */
  taken(sent: SentLines): TakenMinutes | null
}

export type SectionProps = {
  review: MinutesReview
  chosen: number | null
  onChoose: (key: number) => void
  onlyDoubtful: boolean
}

export function useMinutesReview(
  file: Pick<ReadFile, 'blocks' | 'draft'>,
  meetingId: string | null,
  taken: readonly PlaceLine[],
  /** Of a new reading, before it is shown: where the lines of the former one stand in it. */
  keyNow: ((key: number) => number | null) | null,
): MinutesReview | null {
  const { draft } = file
  const told = useMemo(() => (file.draft.kind === 'minutes' ? narrativeOf(file) : []), [file])
  const [rows, act] = useActsOfFile(
    'rows',
    rowsAfter,
    () => rowsOf(draft),
    ({ type }) => type !== 'reread',
  )
  if (keyNow !== null) act({ type: 'reread', draft, keyNow })
  const isMinutes = saysMinutes(draft)
  const { participants, decisions, actions } = draft
  const matches = useQuery(
    'imports.match',
    { meetingId, draft: { participants, decisions, actions } },
    { enabled: isMinutes },
  ).data
  const directory = useQuery('directory.list', {}, { enabled: isMinutes }).data
  const items = useQuery(
    'agenda.list',
    { meetingId: meetingId ?? '' },
    { enabled: isMinutes && meetingId !== null },
  ).data?.items
  const people = useMemo(() => namesOf(directory), [directory])
  const agenda = useMemo(() => labelled(items ?? []), [items])
  const order = useMemo(() => orderOf(rowsOf(draft), matches), [draft, matches])
  if (!isMinutes) return null
  const lines = {
    all: taken.map(({ key, number, title }) => ({
      key,
      label: number === null ? title : `${number}. ${title}`,
    })),
    keys: new Set(taken.map(({ key }) => key)),
  }
  const isDoubtful = (list: RowList, key: number): boolean => {
    if (list === 'participants') {
      const row = rows.participants[key]
      return row !== undefined && participantDoubt(row, matches?.participants[key]) !== null
    }
    const row = rows[list][key]
    const owner = list === 'actions' ? matches?.owners[key] : undefined
    return row !== undefined && statementDoubt(row, owner, lines.keys) !== null
  }
  const count = (list: RowList) => rows[list].filter(({ key }) => isDoubtful(list, key)).length
  return {
    draft,
    rows,
    matches,
    people,
    lines,
    agenda: meetingId === null ? [] : agenda,
    ordered: ((list: RowList) =>
      order[list].flatMap((key) => rows[list][key] ?? [])) as MinutesReview['ordered'],
    doubtful: {
      participants: count('participants'),
      decisions: count('decisions'),
      actions: count('actions'),
    },
    isDoubtful,
    isSomething: [...rows.participants, ...rows.decisions, ...rows.actions].some((row) => row.taken),
    act,
    taken: (sent) => (matches === undefined ? null : takenRows({ draft, told }, rows, matches, sent)),
  }
}

function namesOf(directory: Output<'directory.list'> | undefined): Map<string, string> {
  const bodies = new Map((directory?.organisations ?? []).map((one) => [one.id, shortName(one)]))
  return new Map(
    (directory?.persons ?? []).map(({ id, givenName, familyName, organisationId, jobTitle, email }) => {
      const name = fullName({ givenName, familyName })
      // Two of one name are told apart by where they work and what they do there, else by their address.
      const apart = [bodies.get(organisationId ?? '') ?? '', jobTitle]
        .filter((words) => words !== '')
        .join(', ')
      const detail = apart || email
      return [id, detail === '' ? name : `${name} (${detail})`]
    }),
  )
}

function labelled(items: readonly AgendaItem[]): { id: string; label: string }[] {
  const numbers = itemNumbers(items)
  return items.map(({ id, title }) => {
    const number = numbers.get(id)
    return { id, label: number === undefined ? title : `${number}. ${title}` }
  })
}

/** Keys with those to look at first, as they were before anybody answered. */
function orderOf(rows: MinutesRows, matches: DraftMatches | undefined): Record<RowList, number[]> {
  const lines = new Set(
    rows.decisions
      .concat(rows.actions)
      .flatMap(({ fields: { place } }) => (place.type === 'line' ? place.key : [])),
  )
  const firstDoubtful = <R extends { key: number }>(list: readonly R[], isDoubtful: (row: R) => boolean) =>
    [...list.filter(isDoubtful), ...list.filter((row) => !isDoubtful(row))].map(({ key }) => key)
  return {
    participants: firstDoubtful(
      rows.participants,
      (row) => participantDoubt(row, matches?.participants[row.key]) !== null,
    ),
    decisions: firstDoubtful(rows.decisions, (row) => statementDoubt(row, undefined, lines) !== null),
    actions: firstDoubtful(
      rows.actions,
      (row) => statementDoubt(row, matches?.owners[row.key], lines) !== null,
    ),
  }
}
