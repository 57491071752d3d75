// Written down outside of the core's process, at receipt.
import { dirname } from 'node:path'
import { ENCRYPTED_EXTENSION } from '../../../electron/db/backups/name.ts'
import { Refused } from '../child-core.ts'

/** Facts that the application must say, by key (seen.ts); empty ones are left out. */
export type State = Readonly<Record<string, string>>

export type Step = {
  /** The kind of write, for the counts. */
  readonly kind: string
  readonly state: State
  /** The passphrase of encrypted copies from then on; null until one was chosen. */
  readonly word: string | null
  /** Where the world stood when it was sent and when its answer came; infinite until then. */
  readonly sentAt: number
  acknowledgedAt: number
}

/** A file that must be there, whole, once the call that wrote it was answered. */
export type KeptFile = { readonly path: string; readonly acknowledgedAt: number; readonly isBackup: boolean }

export class Ledger {
  readonly steps: Step[]
  readonly files: KeptFile[] = []
  readonly #stand: () => number

  /**
   * @param stand where the world stands: the length of a journal, or a count.
   * @param word the passphrase that the desk has.
   */
  constructor(state: State, stand: () => number, word: string | null = null) {
    this.#stand = stand
    this.steps = [{ kind: 'start', state, word, sentAt: 0, acknowledgedAt: 0 }]
  }

  get now(): State {
    return this.steps.at(-1)?.state ?? {}
  }

  /** The passphrase that opens what is encrypted now. */
  get word(): string | null {
    return this.steps.at(-1)?.word ?? null
  }

  /** How many changes were acknowledged. */
  get acknowledged(): number {
    return this.steps.filter(({ kind, acknowledgedAt }) => kind !== 'start' && acknowledgedAt < Infinity)
      .length
  }

  /**
   * Sends a change: what it leads to is written down before, its acknowledgement after.
   * @param change the keys that it changes; empty: none.
   * @param word the passphrase that it leads to, if another.
   * @throws CoreGone when the core died of it, Refused when it refused: then nothing was changed.
   */
  async send<T>(kind: string, change: State, call: () => Promise<T>, word = this.word): Promise<T> {
    return this.replace(kind, { ...this.now, ...change }, call, word)
  }

  /** The same for what changes everything, as a restore does. */
  async replace<T>(kind: string, whole: State, call: () => Promise<T>, word = this.word): Promise<T> {
    const step: Step = {
      kind,
      state: said(whole),
      word,
      sentAt: this.#stand(),
      acknowledgedAt: Number.POSITIVE_INFINITY,
    }
    this.steps.push(step)
    try {
      const answer = await call()
      step.acknowledgedAt = this.#stand()
      return answer
    } catch (thrown) {
      // A refusal says that nothing was changed.
      if (thrown instanceof Refused) this.steps.pop()
      throw thrown
    }
  }

  /** The file that the last acknowledged call wrote. */
  keep(path: string, isBackup = false): void {
    this.files.push({ path, isBackup, acknowledgedAt: this.#stand() })
  }

  /**
   * Files that must be there at a moment and are not: of the backups of a folder the newest, since older ones make room
   * for it. A copy that was encrypted meanwhile is there under its other name.
   */
  absent(isThere: (path: string) => boolean, at = Number.POSITIVE_INFINITY): string[] {
    const due = this.files.filter(({ acknowledgedAt }) => acknowledgedAt <= at)
    const newest = new Map(due.filter(({ isBackup }) => isBackup).map(({ path }) => [dirname(path), path]))
    return due
      .filter(({ path, isBackup }) => !isBackup || newest.get(dirname(path)) === path)
      .filter(
        ({ path, isBackup }) => !isThere(path) && !(isBackup && isThere(`${path}${ENCRYPTED_EXTENSION}`)),
      )
      .map(({ path }) => `${path} is absent`)
  }

  /** States that may be found when everything stopped at a moment: the last acknowledged, and those under way. */
  possible(at = Number.POSITIVE_INFINITY): {
    states: State[]
    words: (string | null)[]
    acknowledged: number
    kind: string
  } {
    const sent = this.steps.filter(({ sentAt }) => sentAt <= at)
    const last = sent.findLastIndex(({ acknowledgedAt }) => acknowledgedAt <= at && acknowledgedAt < Infinity)
    const under = sent.slice(Math.max(0, last))
    return {
      states: under.map(({ state }) => state),
      words: under.map(({ word }) => word),
      acknowledged: Math.max(0, last),
      kind: sent.at(-1)?.kind ?? 'start',
    }
  }
}

/** Without the keys that say nothing. */
export function said(state: State): State {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([, value]) => value !== '' && value !== '[]')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The first thing that differs, in words. */
export function difference(expected: State, found: State): string {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)]))
    if (expected[key] !== found[key])
      return `${key}: ${brief(expected[key])} expected, ${brief(found[key])} found`
  return ''
}

const brief = (value: string | undefined) =>
  value === undefined ? 'nothing' : value.length > 120 ? `…${value.slice(-120)}` : value
