// Random steps of a year over the real core, and what must hold after each of them, told without its rules.

import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import type { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { Beside, type BesideRule } from './carry-over-beside.ts'
import { type Link, planted, type Rule, targetOf } from './carry-over-plants.ts'
import { Desk, type View } from './carry-over-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

/** Two free numbers that each step reads as it likes. */
export type Draw = { a: number; b: number }

const at = <T>(list: readonly T[], rank: number): T | undefined => list[rank % Math.max(1, list.length)]
const outcomes: readonly (Outcome | null)[] = [
  'reporte',
  'renvoye',
  'nonTraite',
  'approuve',
  'prisActe',
  'retire',
  null,
]
const putOff: ReadonlySet<Outcome | null> = new Set(['reporte', 'renvoye', 'nonTraite'])

export class CarryYear {
  readonly #opened: OpenedCore
  readonly #desk: Desk
  readonly #time: { now: string }
  readonly #rule: Rule
  readonly #beside: Beside
  #topics = 0

  private constructor(opened: OpenedCore, time: { now: string }, rule: Rule, beside: BesideRule) {
    this.#opened = opened
    this.#desk = new Desk(opened)
    this.#time = time
    this.#rule = rule
    this.#beside = new Beside(opened, beside)
  }

  static async open(rule: Rule, beside: BesideRule = 'right'): Promise<CarryYear> {
    const time = { now: '2026-01-05T08:00:00.000Z' }
    const year = new CarryYear(await openTestCore(time), time, rule, beside)
    const plenary = await year.#desk.series('Plénière')
    const group = await year.#desk.series('Groupe de travail')
    for (const [date, seriesId] of [
      ['2026-01-13', plenary],
      ['2026-01-20', group],
      ['2026-02-10', plenary],
      ['2026-02-24', group],
      ['2026-03-10', plenary],
    ] as const) {
      const id = await year.#desk.meeting(date, { seriesId })
      for (let rank = 0; rank < 3; rank += 1) await year.#desk.item(id, year.#topic())
    }
    return year
  }

  close(): Promise<void> {
    return this.#opened.dispose()
  }

  /** Whether it did something. */
  async step(name: StepName, draw: Draw): Promise<boolean> {
    return (await this.#steps[name](draw)) !== false
  }

  /** Words that no other item has. */
  #topic(): string {
    this.#topics += 1
    return `sujet ${this.#topics}.`
  }

  get #today(): string {
    return this.#time.now.slice(0, 10)
  }

  #meetings(): Promise<MeetingRow[]> {
    return this.#opened.ok('meetings.list', { year: null })
  }

  async #one(rank: number, ...states: MeetingRow['state'][]): Promise<MeetingRow | undefined> {
    return at(
      (await this.#meetings()).filter(({ state }) => states.includes(state)),
      rank,
    )
  }

  readonly #steps = {
    create: async ({ a, b }: Draw) => {
      // An undo may have taken back the series themselves.
      const series = (await this.#opened.ok('series.list', {})).map(({ id }) => id)
      const seriesId = at([...series, null], a) ?? null
      const date = addDays(this.#today, 1 + (b % 60))
      await this.#desk.meeting(date, seriesId === null ? {} : { seriesId })
    },
    add: async ({ a }: Draw) => {
      const meeting = await this.#one(a, 'planned', 'convened', 'inSession')
      if (meeting === undefined) return false
      await this.#desk.item(meeting.id, this.#topic())
      return true
    },
    ask: async ({ a }: Draw) => {
      const meeting = await this.#one(a, 'planned', 'convened', 'inSession')
      if (meeting === undefined) return false
      await this.#beside.ask(this.#topic(), meeting.id)
      return true
    },
    passage: async ({ a, b }: Draw) => {
      await this.#beside.add(a % 2 === 0 ? 'text' : 'project', b % 2 === 0)
      return true
    },
    hold: async ({ a, b }: Draw) => {
      // One meeting is in session at a time.
      const meeting = (await this.#one(a, 'inSession')) ?? (await this.#one(a, 'planned', 'convened'))
      if (meeting === undefined) return false
      if (meeting.state !== 'inSession') await this.#desk.setState(meeting.id, 'inSession')
      const { items } = await this.#opened.ok('agenda.list', { meetingId: meeting.id })
      for (const [rank, { id }] of items.entries())
        await this.#desk.outcome(meeting.id, id, at(outcomes, a + b + rank * 3) ?? null)
      const [first] = items
      if (first !== undefined && a % 2 === 0) await this.#beside.note(first.id)
      // Sometimes it goes on: the next one is prepared meanwhile.
      if (b % 4 > 0) await this.#desk.setState(meeting.id, 'held')
      return true
    },
    correct: async ({ a, b }: Draw) => {
      const meeting = await this.#one(a, 'held')
      if (meeting === undefined) return false
      const { items } = await this.#opened.ok('agenda.list', { meetingId: meeting.id })
      const item = at(items, b)
      if (item === undefined) return false
      await this.#desk.outcome(meeting.id, item.id, at(outcomes, a + b) ?? null)
      return true
    },
    goBack: async ({ a, b }: Draw) => {
      const meeting = await this.#one(a, 'cancelled', 'convened')
      if (meeting === undefined) return false
      if (b % 3 > 0) return false
      await this.#desk.setState(meeting.id, 'planned')
      return true
    },
    move: async ({ a, b }: Draw) => {
      const meeting = await this.#one(a, 'planned', 'convened')
      if (meeting === undefined) return false
      const date = addDays(this.#today, b % 70)
      // Where it is already it is not moved.
      if (date === meeting.date) return false
      await this.#desk.move(meeting.id, date)
      return true
    },
    cancel: async ({ a }: Draw) => {
      const meeting = await this.#one(a, 'planned', 'convened')
      if (meeting === undefined) return false
      await this.#desk.cancel(meeting.id)
      return true
    },
    bin: async ({ a }: Draw) => {
      const meeting = await this.#one(a, 'planned')
      if (meeting === undefined) return false
      await this.#desk.bin(meeting.id)
      return true
    },
    restore: async ({ a }: Draw) => {
      const meeting = at(await this.#opened.ok('meetings.bin', {}), a)
      if (meeting === undefined) return false
      await this.#desk.restore(meeting.id)
      return true
    },
    take: async ({ a, b }: Draw) => {
      const view = await this.#someView(a)
      const sources = view?.proposals.filter((_, rank) => b % 3 === 0 || (rank + b) % 2 === 0) ?? []
      if (view === undefined || sources.length === 0) return false
      const input = { meetingId: view.meetingId, sources: sources.map(({ source }) => source) }
      const envelope = await this.#opened.core.call('carryOver.take', input)
      // Something was noted under it in a session of a meeting that was then deleted: it stays proposed.
      if (!envelope.ok && envelope.error.code !== 'state-refuses') throw new Error(envelope.error.code)
      // The same call again, as after a lost answer.
      if (envelope.ok && b % 2 === 0) await this.#opened.ok('carryOver.take', input)
      return envelope.ok
    },
    dismiss: async ({ a, b }: Draw) => {
      const view = await this.#someView(a)
      const proposal = at(view?.proposals ?? [], b)
      if (view === undefined || proposal === undefined) return false
      const { source } = proposal
      await this.#opened.ok('carryOver.dismiss', {
        meetingId: view.meetingId,
        sources: [source],
        why: 'clos',
      })
      return true
    },
    takeBack: async ({ a, b }: Draw) => {
      const view = await this.#someView(a)
      const dismissal = at(view?.dismissed ?? [], b)
      if (view === undefined || dismissal === undefined) return false
      const { id, version } = dismissal
      await this.#opened.ok('carryOver.takeBack', { meetingId: view.meetingId, id, version })
      return true
    },
    remove: async ({ a, b }: Draw) => {
      const meeting = await this.#one(a, 'planned', 'convened')
      if (meeting === undefined) return false
      const { provenance, items } = await this.#opened.ok('agenda.list', { meetingId: meeting.id })
      const taken = at(provenance, b)
      const item = items.find(({ id }) => id === taken?.itemId)
      if (item === undefined) return false
      const envelope = await this.#opened.core.call('agenda.remove', { id: item.id, version: item.version })
      return envelope.ok
    },
    undo: async () => {
      if ((await this.#opened.ok('history.state', {})).undo === null) return false
      await this.#opened.ok('history.undo', {})
      return true
    },
    redo: async () => {
      if ((await this.#opened.ok('history.state', {})).redo === null) return false
      await this.#opened.ok('history.redo', {})
      return true
    },
    pass: async ({ a }: Draw) => {
      this.#time.now = new Date(Date.parse(this.#time.now) + (1 + (a % 20)) * 86_400_000).toISOString()
    },
    restart: async () => {
      await this.#opened.restart()
    },
  }

  /** Of a meeting that is still to be prepared and has something. */
  async #someView(rank: number): Promise<View | undefined> {
    const open = (await this.#meetings()).filter(({ state }) => state === 'planned' || state === 'convened')
    const views: View[] = []
    for (const { id } of open) views.push(await this.#desk.view(id))
    return at(
      views.filter(({ proposals, dismissed }) => proposals.length + dismissed.length > 0),
      rank,
    )
  }

  /**
   * A topic is one item and everything it was taken up as, one after the other: a chain. What holds of it follows from its
   * last visible link alone: on a live agenda, or over, nothing of it is proposed; left open, it is proposed once, to the
   * next meeting of its series (to none, when none is to come), or it was set aside.
   */
  async check(): Promise<void> {
    const meetings = await this.#meetings()
    const views = new Map<string, readonly { title: string }[]>()
    const whole = new Map<string, View>()
    const setAside = new Set<string>()
    for (const { id } of meetings) {
      const view = await this.#desk.view(id)
      whole.set(id, view)
      views.set(id, view.proposals)
      for (const { title } of view.dismissed) setAside.add(title)
    }
    await this.#beside.check(meetings, whole, this.#today)
    const chains = await this.#chains(meetings)
    const seen = planted({ views, chains, meetings }, this.#rule, this.#today)
    for (const [title, chain] of chains) {
      const where = meetings.filter(({ id }) => seen.get(id)?.some((one) => one.title === title))
      const times = [...seen.values()].flat().filter((one) => one.title === title).length
      this.#checkChain(chain, { where, times, meetings, isSetAside: setAside.has(title) })
    }
  }

  /** Links by title, first to last. */
  async #chains(meetings: readonly MeetingRow[]): Promise<Map<string, Link[]>> {
    const chains = new Map<string, Link[]>()
    for (const meeting of meetings) {
      const { state } = meeting
      const { items, sections, decisions, actions } = await this.#opened.ok('meetings.get', {
        id: meeting.id,
      })
      // What came out of an item tells what became of it, unless its meeting was cancelled.
      const told = new Set(
        state === 'cancelled' ? [] : [...decisions, ...actions].map(({ itemId }) => itemId),
      )
      const provenance = await this.#desk.provenance(meeting.id)
      for (const { id: itemId, title } of items) {
        if (this.#beside.isPassage(title)) continue
        const outcome = sections.find((section) => section.itemId === itemId)?.outcome ?? null
        const from = provenance.find((one) => one.itemId === itemId)
        const isAhead = state === 'planned' || state === 'convened'
        const isLive = isAhead || (state === 'inSession' && outcome === null)
        const isOpen = !isLive && (outcome === null ? !told.has(itemId) : putOff.has(outcome))
        const link = {
          meeting,
          title,
          isAhead,
          isLive,
          isOpen,
          times: from?.times ?? 0,
          stale: from?.stale ?? null,
        }
        chains.set(title, [...(chains.get(title) ?? []), link])
      }
    }
    for (const chain of chains.values()) chain.sort((a, b) => a.times - b.times)
    return chains
  }

  #checkChain(
    chain: readonly Link[],
    found: { where: MeetingRow[]; times: number; meetings: readonly MeetingRow[]; isSetAside: boolean },
  ): void {
    const { where, times, meetings, isSetAside } = found
    const last = chain.at(-1)
    if (last === undefined) return
    const fail = (what: string) => {
      const said = chain.map(({ meeting, title: _, ...link }) => ({
        ...link,
        state: meeting.state,
        date: meeting.date,
      }))
      throw new Error(`${last.title} is ${what}: ${JSON.stringify({ said, where, times, isSetAside })}`)
    }
    for (const [rank, link] of chain.entries()) {
      if (chain[rank + 1]?.times === link.times) fail('doubled on agendas')
      // Its meeting came back after it was taken up elsewhere: where it is prepared, that is said.
      const next = chain[rank + 1]
      if (link.isLive && next?.isAhead === true && next.stale === null)
        fail('doubled on agendas, and nobody says so')
    }
    if (times > 1) fail('doubled in proposals')
    if (!last.isOpen) {
      if (times > 0) fail(last.isLive ? 'doubled: live and proposed' : 'doubled: over and proposed')
      return
    }
    const wanted = targetOf(last.meeting, meetings, this.#today, false)
    if (isSetAside) {
      if (times > 0) fail('doubled: set aside and proposed')
    } else if (times === 0) {
      if (wanted !== undefined) fail('lost')
    } else if (where[0]?.id !== wanted?.id) fail('proposed to the wrong meeting')
  }
}

export const stepNames = [
  ...([
    'create',
    'add',
    'ask',
    'passage',
    'hold',
    'correct',
    'goBack',
    'move',
    'cancel',
    'bin',
    'restore',
  ] as const),
  ...(['take', 'dismiss', 'takeBack', 'remove', 'undo', 'redo', 'pass', 'restart'] as const),
]
export type StepName = (typeof stepNames)[number]
