import { AppError } from '../../contract/errors.ts'
import { contract, type Method } from '../../contract/index.ts'
import type { MethodShape } from '../../contract/method.ts'
import type { RowChange } from '../../db/columns.ts'
import type { Desk } from '../../db/desk/desk.ts'
import type { Transaction } from '../../db/driver.ts'
import type { Journal } from '../../db/journal/journal.ts'
import type { OwnRows } from '../../db/journal/steps.ts'
import type { TeamJournal } from '../../db/postgres/journal.ts'
import { isTaken } from '../../db/translate-error.ts'
import type { Judged, Time, WriteContext } from '../context.ts'
import { changesHanded } from '../reads/dispatches.ts'
import { changesLocked, changesSealed } from '../reads/locked-meetings.ts'
import { refuseSecond } from '../reads/meeting-state.ts'
import { expectStanding } from '../reads/replayed-rows.ts'
import { MOST_ROWS } from './changes.ts'

export type Played<T> = {
  value: T
  /** The entry of the journal; null when there is none. */
  seq: number | null
  rows: readonly RowChange[]
  own: OwnRows | null
  /** Of the meeting that it is about. */
  meetingId: string | null
  /** What this changes elsewhere may be read again later. */
  isTyping: boolean
  /** Of what it says something, beside the rows it changes. */
  judged: Judged | null
}

/** What a write returns, and the entry of the journal that it left. */
export type Wrote<T> = Pick<Played<T>, 'value' | 'seq'>

/**
 * What every write is within its transaction, on a desk's own data and on the base of a team: journaled under its method, and
 * refused when it changes what may not be changed.
 * @param on.former the entry that this transaction goes on with
 * @param on.upTo the last change of the journal before it
 * @param on.replays told when it undoes or does again
 */
export async function playWrite<T>(
  tx: Transaction,
  journal: Journal | TeamJournal,
  on: {
    method: Method
    at: Time
    /** Most writes do not ask for it, and it is a file. */
    desk: () => Desk
    teamHost: string | null
    former: number | null
    upTo: number
    replays: () => void
    work: (context: WriteContext) => Promise<T>
  },
): Promise<Played<T>> {
  const { method, at, desk, former, upTo, replays, work } = on
  const { label, passesLock }: MethodShape = contract[method]
  const journaled = label !== undefined
  const learnt: { meetingId: string | null; mergeKey: string | null } = { meetingId: null, mergeKey: null }
  let rows: readonly RowChange[] = []
  let own: OwnRows | null = null
  let discarded: readonly RowChange[] | null = null
  let isTyping = false
  let judged: Judged | null = null
  let isLockPassed = passesLock === true
  const replay = async (way: 'undo' | 'redo') => {
    replays()
    const replayed = await journal[way](at.who)
    own = replayed.own
    isLockPassed = passes(replayed.method)
    learnt.meetingId = replayed.meetingId
    rows = replayed.changes
  }
  const begun = { at: at.now.toISOString(), who: at.who, method, meetingId: null, mergeKey: null }
  const seq = former ?? (journaled ? await journal.begin(begun) : 0)
  if (former !== null) await journal.resume(former)
  const value = await work({
    ...at,
    tx,
    get desk() {
      return desk()
    },
    teamHost: on.teamHost,
    about: (meetingId) => {
      learnt.meetingId = meetingId
    },
    mergeAs: (key) => {
      learnt.mergeKey = key
    },
    whileTyping: () => {
      isTyping = true
    },
    judges: (those) => {
      judged = those
    },
    ownEntry: async (state) => journal.ownEntry(at.who, state),
    undo: () => replay('undo'),
    redo: () => replay('redo'),
    endRedo: async () => {
      discarded = await journal.discardUndone(at.who)
    },
  })
  // What undo and redo put back; every other write asks where it is made.
  await expectStanding(tx, rows)
  if (await changesHanded(tx, rows)) throw new AppError('mail-perhaps-left')
  for (const { table, before, after } of rows)
    if (table === 'meeting' && after?.state === 'inSession' && before?.state !== 'inSession')
      await refuseSecond(tx, String(after.id))
  // What is replayed has no entry of its own.
  const changed = (tables: readonly string[]) =>
    journaled ? journal.changesIn(upTo, tables) : rows.filter(({ table }) => tables.includes(table))
  if (!isLockPassed && (await changesLocked(tx, changed))) throw new AppError('meeting-taken-over')
  if (await changesSealed(tx, changed)) throw new AppError('meeting-sealed')
  if (journaled) rows = await journal.changesSince(upTo, MOST_ROWS + 1)
  if (journaled) own = await journal.end(seq, upTo, learnt)
  const { meetingId } = learnt
  const left = journaled && own !== null ? seq : null
  return { value, seq: left, rows, own: own ?? discarded, meetingId, isTyping, judged }
}

/** Whether what an entry did may change a locked meeting; a method of a former version is none that may. */
const passes = (method: string): boolean => {
  const methods: Readonly<Record<string, MethodShape>> = contract
  return methods[method]?.passesLock === true
}

/** A row that is put back or away may be spoken of by rows that came since, or one has its place: somebody built on it. */
export function asReplayed(thrown: unknown): unknown {
  const isBuiltOn = isTaken(thrown) || (thrown instanceof AppError && thrown.code === 'not-found')
  return isBuiltOn ? new AppError('undo-conflict', { cause: thrown }) : thrown
}
