import type { Input, Output } from '../../electron/contract/index.ts'
import type { AgendaItemFields } from '../../electron/domain/agenda/agenda.ts'
import type { CarrySource } from '../../electron/domain/agenda/carry-over.ts'
import type { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { newId } from '../../renderer/api/new-id.ts'
import type { OpenedCore } from './open-core.ts'

export type View = Output<'carryOver.list'>

export const itemSource = (id: string): CarrySource => ({ kind: 'item', id })

/** The acts of a secretariat, in one line each. */
export class Desk {
  readonly opened: OpenedCore
  constructor(opened: OpenedCore) {
    this.opened = opened
  }

  async series(name: string): Promise<string> {
    const id = newId()
    const rule = { ordinal: 2, weekday: 4, months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } as const
    const hours = { startTime: '14:00', endTime: '16:30', mode: 'hybride' } as const
    const words = { place: '', videoLink: '', chair: '', secretary: '' }
    await this.opened.ok('series.add', {
      id,
      fields: { name, rule: { ...rule, months: [...rule.months] }, ...hours, ...words },
    })
    return id
  }

  async meeting(date: string, options: { seriesId?: string; fromTemplate?: boolean } = {}): Promise<string> {
    const { seriesId = null, fromTemplate = false } = options
    return (await this.opened.ok('meetings.create', { fields: { date }, fromTemplate, seriesId })).id
  }

  async item(
    meetingId: string,
    title: string,
    options: { parentId?: string; fields?: Partial<AgendaItemFields> } = {},
  ): Promise<string> {
    const { items } = await this.opened.ok('agenda.list', { meetingId })
    const parentId = options.parentId ?? null
    const afterId = items.filter((item) => item.parentId === parentId).at(-1)?.id ?? null
    const id = newId()
    const fields = { ...options.fields, title }
    await this.opened.ok('agenda.add', { id, meetingId, parentId, afterId, fields })
    return id
  }

  async version(id: string): Promise<number> {
    return (await this.opened.ok('meetings.get', { id })).meeting.version
  }

  async setState(id: string, state: Input<'meetings.setState'>['state']): Promise<void> {
    await this.opened.ok('meetings.setState', { id, version: await this.version(id), state })
  }

  async cancel(id: string): Promise<void> {
    await this.opened.ok('meetings.cancel', { id, version: await this.version(id), reason: 'grève' })
  }

  async move(id: string, date: string): Promise<void> {
    const hours = { startTime: '14:00', endTime: '16:30' }
    await this.opened.ok('meetings.move', { id, version: await this.version(id), date, ...hours, reason: '' })
  }

  async bin(id: string): Promise<void> {
    await this.opened.ok('meetings.remove', { id, version: await this.version(id) })
  }

  async restore(id: string): Promise<void> {
    const found = (await this.opened.ok('meetings.bin', {})).find((one) => one.id === id)
    await this.opened.ok('meetings.restore', { id, version: found?.version ?? 0 })
  }

  /** Held, with minutes in which each item has its outcome. */
  async hold(id: string, outcomes: Readonly<Record<string, Outcome>> = {}): Promise<void> {
    await this.setState(id, 'inSession')
    for (const [itemId, outcome] of Object.entries(outcomes)) await this.outcome(id, itemId, outcome)
    await this.setState(id, 'held')
  }

  async outcome(meetingId: string, itemId: string, outcome: Outcome | null): Promise<void> {
    await this.opened.ok('session.setOutcome', { meetingId, itemId, outcome })
  }

  view(meetingId: string): Promise<View> {
    return this.opened.ok('carryOver.list', { meetingId })
  }

  async proposed(meetingId: string): Promise<string[]> {
    return (await this.view(meetingId)).proposals.map(({ title }) => title)
  }

  async titles(meetingId: string): Promise<string[]> {
    return (await this.opened.ok('agenda.list', { meetingId })).items.map(({ title }) => title)
  }

  async provenance(meetingId: string): Promise<Output<'agenda.list'>['provenance']> {
    return (await this.opened.ok('agenda.list', { meetingId })).provenance
  }

  take(meetingId: string, ...sources: CarrySource[]): Promise<View> {
    return this.opened.ok('carryOver.take', { meetingId, sources })
  }

  async takeAll(meetingId: string): Promise<View> {
    const { proposals } = await this.view(meetingId)
    return this.take(meetingId, ...proposals.map(({ source }) => source))
  }
}
