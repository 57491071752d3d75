// A handler is given everything it may use: there is no global database and no other way to reach one.
import type { z } from 'zod'
import type { ErrorCode } from '../contract/errors.ts'
import type { CoreEvent, Journaled, Tables } from '../contract/index.ts'
import type { MethodShape } from '../contract/method.ts'
import type { TeamMate, Whereabouts } from '../contract/team.ts'
import type { InternalCall, InternalCalls, JobOptions, RunJob } from '../contract/wire.ts'
import type { AlteredRow } from '../contract/wire-backups.ts'
import type { Desk } from '../db/desk/desk.ts'
import type { Reader, Transaction } from '../db/driver.ts'
import type { Replayed } from '../db/journal/steps.ts'
import type { Carried } from '../db/postgres/share.ts'
import type { Source } from '../db/reads/uses.ts'
import type { EveryText } from '../db/search/every-text.ts'
import type { Among, FoundText, Words } from '../db/search/find-texts.ts'
import type { SearchedKind } from '../db/search/kinds.ts'
import type { DataMark } from '../domain/data/backup.ts'
import type { Writer } from '../domain/data/hand-over.ts'
import type { TeamRole } from '../domain/data/team.ts'
import type { ErasedKind } from '../domain/people/personal-data.ts'
import type { NearWord } from '../domain/search/near.ts'

export type Time = {
  /** The one clock. */
  readonly now: Date
  /** Civil date of the desk. */
  readonly today: string
  /** Who works at this desk, as the journal names them. */
  readonly who: string
}

export type ReadContext = Time & {
  readonly tx: Reader
  /** The number of the entry that whoever works here would take back, or do again; null when there is none. */
  ownEntry(state: Replayed): Promise<number | null>
  /** Texts of each kind that hold every word, a few of each at most. */
  findTexts(words: Words, among?: Among): Promise<FoundText[]>
  /** What was found in full, by row id. */
  textsOf(words: Words, rowids: readonly number[]): Promise<Map<number, string>>
  /** Words that the index knows and that what was typed may be a slip of, or the beginning of, nearest first. */
  nearestWords(typed: string, count: number): Promise<NearWord[]>
  /** All of a kind that hold the words, typed as far as they are. */
  findIds(words: readonly string[], kind: SearchedKind): Promise<string[]>
  /** A page of those that hold the words, those without a date first, then newest first; and how many there are. */
  findEntityPage(
    words: readonly string[],
    page: { kind: SearchedKind; offset: number; limit: number },
  ): Promise<{ ids: string[]; total: number }>
  /** All that hold the words, some at a time: `after` is 0, then the `next` of the answer before. */
  findEntities(
    words: readonly string[],
    kind: SearchedKind,
    after: number,
  ): Promise<{ ids: string[]; next: number | null }>
  readonly desk: Desk
  readonly dataFolder: string
  /** The server on which a team keeps the data; null where this desk has them alone. */
  readonly teamHost: string | null
  readonly writer: Writer
  /** When a copy is shown instead of this desk's data: of when it is. */
  readonly shownCopy: ShownCopy | null
  /**
   * In the middle of much reading: calls that wait go before. What is read is of one state all the same: when they wrote,
   * the whole work begins again, so it must do nothing but read.
   */
  pause(): Promise<void>
}

/** What is known of the base of a team that is open. */
export type TeamStanding = {
  /** Null for an account that has none. */
  readonly role: TeamRole | null
  /** Since when its server does not answer; null while it does. */
  readonly awaySince: string | null
  /** Of when the copy of its data on this desk is; null without one. */
  readonly copyAt: string | null
  /** Read in place of the base, until its server is back. */
  readonly isCopyShown: boolean
  showCopy(): Promise<void>
  /**
   * Makes the copy of its data on this desk anew.
   * @param on isWhole: refused with `team-not-allowed` to an account that is not shown everything
   */
  makeCopy(on: JobOptions & { isWhole?: boolean }): Promise<Carried>
  /** Leaves by `work`, during which nothing of the copy is open or made; where it fails this goes on as before. */
  leaving<T>(work: () => Promise<T>): Promise<T>
}

/** Who else is on the base of a team. */
export type TeamPresence = {
  mates(): TeamMate[]
  say(where: Whereabouts): void
}

/** A copy that is shown instead of this desk's data. */
export type ShownCopy = { readonly at: string; readonly file: string }

/** Damage met by a statement, and when. */
export type Damage = {
  readonly at: string
  /** `data-missing`: the file that is open is no longer the one at its place. */
  readonly code: 'data-damaged' | 'disk-failing' | 'data-missing'
}

/** All rows of some tables that name one of these ids. */
export type Judged = { readonly tables: readonly string[]; readonly of: readonly string[] }

export type WriteContext = Time & {
  readonly tx: Transaction
  readonly desk: Desk
  /** Which meeting the journal entry concerns. */
  about(meetingId: string): void
  /** Successive writes under one key within a minute are undone together. */
  mergeAs(key: string): void
  /** Somebody types: what this changes elsewhere is read again when it is next shown, not every second. */
  whileTyping(): void
  /** What is written says something of rows as they were seen: somebody else's change of one stops it. */
  judges(rows: Judged): void
  readonly teamHost: ReadContext['teamHost']
  ownEntry: ReadContext['ownEntry']
  undo(): Promise<void>
  redo(): Promise<void>
  /** What was taken back is not done again after this, although it leaves no entry. */
  endRedo(): Promise<void>
}

export type LongContext = Time & {
  /** Null on data of one desk. */
  readonly team: TeamStanding | null
  readonly presence: TeamPresence | null
  readonly runJob: RunJob
  /** Tells the window how far a work is. */
  emit(event: CoreEvent): void
  /** Something changed beside the data: whatever was read from there is read again. */
  changed(source: Source): void
  readonly dataFolder: string
  /** Told of bytes that were kept, before rows speak of them. */
  readonly kept?: (hash: string) => Promise<void>
  readonly desk: Desk
  /** Changes some of what is known of this desk; returns the whole as it is then. */
  setDesk(change: Partial<Desk>): Promise<Desk>
  read<T>(work: (context: ReadContext) => Promise<T>): Promise<T>
  /** One transaction, one journal entry under the method's name. */
  write<T>(method: Journaled, work: (context: WriteContext) => Promise<T>): Promise<T>
  /**
   * One journal entry in many transactions, for what is too much for one: others write in between. `cancelled` once it was
   * taken back meanwhile.
   */
  writeInSteps(method: Journaled): <T>(work: (context: WriteContext) => Promise<T>) => Promise<T>
  /** One transaction that the journal does not record (sample data: they are taken out as a whole). */
  fill(work: (tx: Transaction) => Promise<void>): Promise<void>
  /** Every text column there is, in turn with other calls; keep `work` short, it holds them up. */
  readTexts<T>(work: (texts: EveryText) => T): Promise<T>
  /**
   * The same for what rewrites or wipes texts: the journal does not record it, and nothing takes it back. On the base of a team
   * `work` writes in one call of it what the last `readTexts` showed; the engine asks for the role, and notes what was erased.
   */
  eraseTexts<T>(kind: ErasedKind, work: (texts: EveryText) => T): Promise<T>
  /**
   * Alone with it among all desks of a team, as long as the server hears of this one.
   * @throws AppError `mail-under-way` while another desk is
   */
  alone<T>(what: string, work: () => Promise<T>): Promise<T>
  /** A verified backup beside the data; returns its path. */
  backup(reason: 'regular' | 'close' | 'manual' | 'hand-over'): Promise<string>
  /**
   * Puts a finished backup in place of the present data, which are kept first as the verified backup `before`. Can be
   * given up until the data are exchanged. `missing` attachments are whole neither in the backup's folder nor here.
   * @param on.act `taking`: allowed to a desk that does not have the hand.
   * @param on.onlyAt the last change that was looked at: `conflict` once another has come.
   */
  replaceData(
    path: string,
    on?: {
      act?: 'taking'
      onlyAt?: number
      step?: (done: number, total: number) => void
      signal?: AbortSignal
    },
  ): Promise<{ meetings: number; missing: number; before: string }>
  /** This desk's own folder, also while a copy is shown. */
  readonly ownFolder: string
  /** Met since the opening; null while everything could be read. As it is when it is asked for. */
  readonly damage: Damage | null
  /** The rows that the last examination found altered and nobody has written since. */
  alteredRows(): Promise<AlteredRow[]>
  /** Those rows count as they are from now on. */
  keepRows(): Promise<void>
  /** Whether the data were left open, and the log that SQLite keeps then was gone. */
  readonly lostLog: boolean
  /** What is open counts from now on, however new other copies are: none is in question any more. */
  standAbove(lastChange: number): Promise<void>
  /** As it is when it is asked for. */
  readonly writer: Writer
  /** Durable before it returns; a write that was begun is finished before, a later one sees it. */
  setWriter(writer: Writer): Promise<void>
  mark(): Promise<DataMark>
  /** Meanwhile nothing else is written: what is read before is what is replaced after. */
  hold<T>(work: () => Promise<T>): Promise<T>
  /**
   * The data are elsewhere once `work` has succeeded: nothing is written meanwhile, and nothing after it. When it fails,
   * everything goes on.
   */
  leave<T>(work: () => Promise<T>): Promise<T>
  /** Shows the data of another folder instead of this desk's, read-only; null goes back. */
  showCopy(copy: (ShownCopy & { folder: string }) | null): Promise<void>
}

export type RecoveryContext = {
  readonly now: Date
  readonly dataFolder: string
  readonly desk: Desk
  readonly runJob: RunJob
  emit(event: CoreEvent): void
  /** Why the data could not be opened; null when they are open. */
  readonly reason: ErrorCode | null
  /** Null on data of one desk, and while a team's are closed. */
  readonly team: TeamStanding | null
  readonly presence: TeamPresence | null
  /** Opens what was put in place; throws the reason when that is refused too. */
  reopen(how?: { mayStartEmpty?: boolean; mustBeWhole?: boolean }): Promise<void>
}

/** The context of a handler, by the kind of its method. */
type Contexts = { read: ReadContext; write: WriteContext; long: LongContext; recovery: RecoveryContext }

/** The handlers of one table of the contract, but for the methods of the shell. */
export type Handlers<W extends keyof Tables> = {
  [M in keyof Tables[W] as Tables[W][M] extends { kind: keyof Contexts } ? M : never]: HandlerOf<Tables[W][M]>
}
type HandlerOf<R> =
  R extends MethodShape<infer K extends keyof Contexts, infer I, infer O>
    ? (context: Contexts[K], input: z.output<I>) => Promise<z.output<O>>
    : never

/** The handlers of calls that only the shell makes, with paths in hand; the window never reaches them. */
export type InternalHandlers<N extends InternalCall = InternalCall> = {
  [C in N]: (context: LongContext, input: InternalCalls[C]['input']) => Promise<InternalCalls[C]['output']>
}

/** The handlers of every table. */
export type AllHandlers = { [W in keyof Tables as keyof Handlers<W> extends never ? never : W]: Handlers<W> }
