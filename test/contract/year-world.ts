import type { Input, Method } from '../../electron/contract/index.ts'
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import type { MeetingFile } from '../../electron/domain/meetings/meeting-file.ts'
import { isOfTeam } from '../team/engine.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

/** Everything a person can see of the live meetings, by meeting; without versions, which only ever rise. */
export type Image = ReadonlyMap<string, string>

/** Words that a step may take away or bring, each occurring once; everything else must stay. */
export type Effect = { gone?: ReadonlySet<string>; come?: readonly string[] }

type Snapshot = { done: Image[]; undone: Image[] }

export class YearWorld {
  readonly opened: OpenedCore
  readonly #time: { now: string }
  /** Images after each journal entry, oldest first; the first is before any entry. */
  #done: Image[]
  #undone: Image[] = []
  readonly #backups = new Map<string, Snapshot>()
  #lastEntry = { seq: 0, count: 0 }
  #words = 0

  private constructor(opened: OpenedCore, time: { now: string }, empty: Image) {
    this.opened = opened
    this.#time = time
    this.#done = [empty]
  }

  static async open(): Promise<YearWorld> {
    const time = { now: '2026-01-05T08:00:00.000Z' }
    const opened = await openTestCore(time)
    return new YearWorld(opened, time, await imageOf(opened))
  }

  get today(): string {
    return this.#time.now.slice(0, 10)
  }

  get image(): Image {
    return this.#done.at(-1) ?? new Map()
  }

  get canUndo(): boolean {
    return this.#done.length > 1
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  /** The clock goes on. */
  pass(hours: number): void {
    this.#time.now = new Date(Date.parse(this.#time.now) + hours * 3_600_000 + 1).toISOString()
  }

  /** A word that occurs nowhere else. */
  word(): string {
    this.#words += 1
    return `mot${this.#words}fin`
  }

  /** The words that a meeting held when it went into the bin. */
  binned(meetingId: string): string[] {
    const last = [...this.#done].reverse().find((image) => image.has(meetingId))
    return [...wordsOf(last?.get(meetingId) ?? '')].filter((word) => !words(this.image).has(word))
  }

  async meetings(): Promise<MeetingRow[]> {
    return this.opened.ok('meetings.list', { year: null })
  }

  /** One write; nothing but `effect` may happen to any word, and nothing at all when it is refused. */
  async write<M extends Method>(
    method: M,
    input: Input<M>,
    about: string | null,
    effect: Effect = {},
  ): Promise<void> {
    const before = this.image
    const envelope = await this.opened.core.call(method, input)
    if (!envelope.ok && envelope.error.code === 'unexpected')
      throw new Error(`${method}: ${this.opened.log.join('\n')}`)
    const after = await imageOf(this.opened)
    if (!envelope.ok) same(after, before, `${method} refused with ${envelope.error.code}, and yet`)
    else {
      untouched(before, after, about, method)
      const [had, has] = [words(before), words(after)]
      for (const word of had)
        if (!has.has(word) && !effect.gone?.has(word)) throw new Error(`${method} lost ${word}`)
      for (const word of effect.come ?? [])
        if (!has.has(word)) throw new Error(`${method} did not keep ${word}`)
      for (const word of has)
        if (!had.has(word) && !effect.come?.includes(word)) throw new Error(`${method} brought back ${word}`)
    }
    await this.#follow(after)
  }

  async undo(): Promise<void> {
    await this.opened.ok('history.undo', {})
    const left = this.#done.pop()
    if (left) this.#undone.push(left)
    await this.#expect('undo')
  }

  async redo(): Promise<void> {
    await this.opened.ok('history.redo', {})
    const again = this.#undone.pop()
    if (again) this.#done.push(again)
    await this.#expect('redo')
  }

  async restart(): Promise<void> {
    await this.opened.restart()
    await this.#rememberBackups()
    await this.#expect('a restart')
  }

  async backUp(): Promise<void> {
    // Of a team the server is saved.
    if (isOfTeam) return
    await this.opened.ok('backups.make', {})
    await this.#rememberBackups()
    await this.#expect('a backup')
  }

  /** Puts back one of the backups that are still there. */
  async restore(rank: number): Promise<void> {
    if (isOfTeam) return
    const { files } = await this.opened.ok('backups.list', {})
    const known = files.flatMap(({ token }) => {
      const snapshot = this.#backups.get(token)
      return snapshot ? [{ token, snapshot }] : []
    })
    const chosen = known[rank % Math.max(1, known.length)]
    if (!chosen) return
    await this.opened.ok('backups.restore', { place: 'desk', token: chosen.token })
    await this.#rememberBackups()
    this.#done = [...chosen.snapshot.done]
    this.#undone = [...chosen.snapshot.undone]
    await this.#expect('a restored backup')
  }

  /** Follows the journal after a write: a new entry, one merged into the last, or none. */
  async #follow(image: Image): Promise<void> {
    const entry = await this.#entry()
    if (entry.seq === this.#lastEntry.seq) return same(image, this.image, 'without a journal entry')
    if (entry.count === this.#lastEntry.count) this.#done.pop()
    else if (entry.count !== this.#lastEntry.count + 1)
      throw new Error('one write made several journal entries')
    this.#done.push(image)
    this.#undone = []
    this.#lastEntry = entry
  }

  async #expect(after: string): Promise<void> {
    same(await imageOf(this.opened), this.image, `after ${after}`)
    this.#lastEntry = await this.#entry()
    if (this.#lastEntry.count !== this.#done.length - 1)
      throw new Error(`after ${after}: the journal has ${this.#lastEntry.count} entries to undo`)
    const { redo } = await this.opened.ok('history.state', {})
    if ((redo !== null) !== this.canRedo)
      throw new Error(`after ${after}: redo should ${this.canRedo ? '' : 'not '}be possible`)
  }

  async #entry(): Promise<{ seq: number; count: number }> {
    const entries = await this.opened.ok('history.list', { meetingId: null, limit: 500 })
    const done = entries.filter(({ state }) => state === 'done')
    return { seq: done[0]?.seq ?? 0, count: done.length }
  }

  async #rememberBackups(): Promise<void> {
    for (const { token } of (await this.opened.ok('backups.list', {})).files)
      if (!this.#backups.has(token))
        this.#backups.set(token, { done: [...this.#done], undone: [...this.#undone] })
  }
}

async function imageOf(opened: OpenedCore): Promise<Image> {
  const rows = await opened.ok('meetings.list', { year: null })
  const bin = await opened.ok('meetings.bin', {})
  const image = new Map<string, string>()
  for (const { id } of rows) {
    const file = await opened.ok('meetings.get', { id })
    densePositions(file)
    image.set(id, json([file, await opened.ok('meetings.moves', { id })]))
  }
  uniqueNumbers([...rows, ...bin])
  return image
}

const json = (value: unknown) =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'version' ? undefined : inner))

function uniqueNumbers(meetings: readonly { number: number | null; date: string }[]): void {
  const seen = new Set<string>()
  for (const { number, date } of meetings) {
    if (number === null) continue
    const printed = `${date.slice(0, 4)}-${number}`
    if (seen.has(printed)) throw new Error(`two meetings are number ${printed}`)
    seen.add(printed)
  }
}

function densePositions({ items }: MeetingFile): void {
  const next = new Map<string | null, number>()
  for (const { parentId, position } of items) {
    if (position !== (next.get(parentId) ?? 0)) throw new Error(`positions under ${parentId} have a gap`)
    next.set(parentId, position + 1)
  }
}

/** The words of a text that occur once in the world. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.match(/mot\d+fin/g) ?? [])
}

function words(image: Image): Set<string> {
  return wordsOf([...image.values()].join(' '))
}

/** A write about one meeting changes no other; about none, it may only add one. */
function untouched(before: Image, after: Image, about: string | null, method: string): void {
  for (const [key, text] of before)
    if (key !== about)
      if (after.get(key) !== text) throw new Error(`${method} changed another meeting, ${key}`)
}

function same(found: Image, expected: Image, why: string): void {
  if (json([...found].sort()) === json([...expected].sort())) return
  for (const key of new Set([...found.keys(), ...expected.keys()]))
    if (found.get(key) !== expected.get(key))
      throw new Error(`${why}, ${key} differs:\n${found.get(key)}\nexpected:\n${expected.get(key)}`)
}
