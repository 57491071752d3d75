import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import { newId } from '../../renderer/api/new-id.ts'
import type { View } from './carry-over-world.ts'
import type { OpenedCore } from './open-core.ts'

type Passage = { id: string; title: string; asks: boolean }

/** A plant: what a core with one of these wrong rules would have answered. */
export type BesideRule = 'right' | 'ticksWhatFollows' | 'makesActionsItems' | 'leavesSubjects'

export class Beside {
  readonly #opened: OpenedCore
  readonly #rule: BesideRule
  readonly #passages: Passage[] = []
  #count = 0

  constructor(opened: OpenedCore, rule: BesideRule) {
    this.#opened = opened
    this.#rule = rule
  }

  /** Whether an item of this title is a text's or a project's: it may be heard more than once. */
  isPassage(title: string): boolean {
    return this.#passages.some((one) => one.title === title)
  }

  /** A text to present or to follow, or a project that asks for something or not. */
  async add(kind: 'text' | 'project', asks: boolean): Promise<void> {
    this.#count += 1
    const [id, title] = [newId(), `${kind} ${this.#count}.`]
    if (kind === 'text')
      await this.#opened.ok('watch.add', { id, fields: { title, followUp: asks ? 'toPresent' : 'toFollow' } })
    else await this.#opened.ok('projects.add', { id, fields: { title, askedOfBody: asks ? 'Un avis.' : '' } })
    this.#passages.push({ id, title, asks })
  }

  /** Something for somebody to do, noted under an item. */
  async note(itemId: string): Promise<void> {
    this.#count += 1
    const fields = { text: `faire ${this.#count}.`, owner: 'Anne Modèle' }
    await this.#opened.ok('minutes.addAction', { id: newId(), itemId, fields })
  }

  /** Somebody asks for a topic of this title at a meeting. */
  async ask(title: string, meetingId: string): Promise<void> {
    const id = newId()
    const { subject } = await this.#opened.ok('subjects.add', { id, fields: { title } })
    await this.#opened.ok('subjects.retain', { id, version: subject.version, meetingId })
  }

  async check(
    meetings: readonly MeetingRow[],
    views: ReadonlyMap<string, View>,
    today: string,
  ): Promise<void> {
    const items = new Map<string, { id: string; title: string }[]>()
    for (const { id } of meetings)
      items.set(id, (await this.#opened.ok('agenda.list', { meetingId: id })).items)
    await this.#checkPassages(meetings, views, items, today)
    await this.#checkActions(meetings, items)
    await this.#checkSubjects(items)
  }

  async #checkPassages(
    meetings: readonly MeetingRow[],
    views: ReadonlyMap<string, View>,
    items: ReadonlyMap<string, { title: string }[]>,
    today: string,
  ): Promise<void> {
    const isAhead = ({ state }: MeetingRow) => state === 'planned' || state === 'convened'
    const all = [...views.values()]
    // An undo may have taken the text or the project back.
    const known = new Set([
      ...(await this.#opened.ok('projects.list', {})).map(({ id }) => id),
      ...(await this.#opened.ok('watch.list', { words: '', offset: 0, limit: 200 })).rows.map(({ id }) => id),
    ])
    for (const { id, title, asks } of this.#passages) {
      if (!known.has(id)) continue
      const fail = (what: string) => {
        throw new Error(`${title} is ${what}`)
      }
      const on = meetings.filter((meeting) => items.get(meeting.id)?.some((item) => item.title === title))
      const proposals = all.flatMap((view) => view.proposals)
      const own = proposals.filter(({ source }) => source.id === id)
      const byItem = proposals.filter((one) => one.source.kind === 'item' && one.title === title)
      const isThere = on.some((meeting) => isAhead(meeting) || meeting.state === 'inSession')
      const isAside = all.some(({ dismissed }) => dismissed.some((one) => one.title === title))
      if (own.length > 1) fail('doubled in proposals')
      if (own.length > 0 && (isThere || byItem.length > 0)) fail('doubled: on an agenda and proposed')
      const heard = on.some(({ state }) => state === 'held')
      const ticked =
        own.some(({ isTicked }) => isTicked) || (this.#rule === 'ticksWhatFollows' && own.length > 0)
      if (own.length > 0 && ticked !== (asks && !heard)) fail(ticked ? 'ticked' : 'not ticked')
      const isAsked = on.length === 0 && !isAside && meetings.some((one) => isAhead(one) && one.date >= today)
      if (isAsked && own.length === 0) fail('lost')
    }
  }

  async #checkActions(
    meetings: readonly MeetingRow[],
    items: ReadonlyMap<string, { title: string }[]>,
  ): Promise<void> {
    const everything = { words: '', owner: null, organisation: null, meetingId: null, seriesId: null }
    const { rows } = await this.#opened.ok('followUp.actions', {
      filter: { ...everything, states: ['todo', 'inProgress', 'postponed'], lateOnly: false, check: null },
      sort: { by: 'due', descending: false },
      offset: 0,
      limit: 500,
    })
    const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
    for (const meeting of meetings) {
      const titles = new Set(items.get(meeting.id)?.map(({ title }) => title))
      const table = (await this.#opened.ok('carryOver.actions', { meetingId: meeting.id })).map(
        ({ text }) => text,
      )
      const wanted = rows.flatMap(({ action }) => {
        const from = byId.get(action.meetingId)
        const isEarlier = from !== undefined && from.id !== meeting.id && from.date <= meeting.date
        return isEarlier && from.seriesId === meeting.seriesId ? [action.text] : []
      })
      if (this.#rule === 'makesActionsItems' && table[0] !== undefined) titles.add(table[0])
      if (JSON.stringify(table.toSorted()) !== JSON.stringify(wanted.toSorted()))
        throw new Error(`actions of ${meeting.date}: ${table.join()} for ${wanted.join()}`)
      for (const text of table) if (titles.has(text)) throw new Error(`${text} is an action and an item`)
    }
  }

  /** A subject is that of the newest visible item of its topic. */
  async #checkSubjects(items: ReadonlyMap<string, { id: string; title: string }[]>): Promise<void> {
    for (const { title, state, meetingId, itemId } of await this.#opened.ok('subjects.list', {})) {
      const own = items.get(meetingId ?? '')
      if (state !== 'retained' || own === undefined) continue
      const there = own.find(({ id }) => id === itemId)
      if (there?.title !== title) throw new Error(`the subject of ${title} is at another item`)
      const { provenance } = await this.#opened.ok('agenda.list', { meetingId: meetingId ?? '' })
      const times = provenance.find((one) => one.itemId === itemId)?.times ?? 0
      for (const [id, all] of items) {
        const other = all.find((one) => one.title === title && one.id !== itemId)
        if (other === undefined) continue
        const from = (await this.#opened.ok('agenda.list', { meetingId: id })).provenance
        const its = from.find((one) => one.itemId === other.id)?.times ?? 0
        if (its > times || this.#rule === 'leavesSubjects')
          throw new Error(`the subject of ${title} was left behind`)
      }
    }
  }
}
