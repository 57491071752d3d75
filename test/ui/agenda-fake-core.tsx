import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { AgendaView } from '../../electron/contract/agenda.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import {
  type Bridge,
  type CoreEvent,
  contract,
  type Input,
  type Method,
  type Output,
} from '../../electron/contract/index.ts'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../electron/domain/meetings/meeting.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { applied, type Operation } from '../../renderer/features/agenda/operations.ts'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { body, draftStatus, nothingCarried } from './sample.ts'

export const MEETING_ID = '01900000-0000-7000-8000-000000000001'

export const meeting: Meeting = {
  id: MEETING_ID,
  version: 1,
  title: 'Séance plénière',
  number: 11,
  date: '2026-12-10',
  startTime: '14:00',
  endTime: '15:00',
  mode: 'hybride',
  place: 'salle Condorcet',
  videoLink: '',
  chair: '',
  secretary: '',
  state: 'planned',
  cancelReason: '',
  deletedAt: null,
  seriesId: null,
  occurrenceDate: null,
  takenOver: null,
}

export function agendaItem(n: number, title: string, more: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: itemId(n),
    version: 1,
    meetingId: MEETING_ID,
    parentId: null,
    position: n,
    title,
    kind: 'item',
    nature: null,
    presenter: '',
    presenterId: null,
    organisation: '',
    organisationId: null,
    requester: '',
    durationMinutes: 10,
    fixedStart: null,
    note: '',
    disagreementBy: '',
    disagreement: '',
    ...more,
  }
}

export function itemId(n: number): string {
  return `01900000-0000-7000-8000-${String(n + 100).padStart(12, '0')}`
}

type Handlers = { [M in Method]?: (input: Input<M>) => Output<M> | Promise<Output<M>> }

export class Refusal extends Error {
  readonly failure: ErrorCode
  constructor(failure: ErrorCode) {
    super(failure)
    this.failure = failure
  }
}

const isRead = (method: Method) => contract[method].effect === 'reads'

/** One meeting with its agenda and attachments; `handlers` adds or replaces methods; `calls` is what was asked. */
export class FakeCore {
  view: AgendaView
  attachments: Output<'attachments.list'> = []
  awaited: Output<'attachments.awaited'> = []
  carryOver = nothingCarried(MEETING_ID)
  readonly calls: { method: Method; input: unknown }[] = []
  private readonly listeners = new Set<(event: CoreEvent) => void>()
  private readonly handlers: Handlers
  private undo: (() => void)[] = []

  constructor(items: AgendaItem[] = [], handlers: Handlers = {}) {
    this.view = {
      meetingId: MEETING_ID,
      items,
      links: [],
      guests: [],
      provenance: [],
      followUpId: null,
      settled: [],
    }
    this.handlers = { ...this.base(), ...handlers }
  }

  private base(): Handlers {
    return {
      'agenda.list': () => this.view,
      'agenda.add': (input) => this.write({ type: 'add', ...input } as Operation),
      'agenda.update': ({ id, version, patch }) =>
        this.write({ type: 'update', id, patch } as Operation, version),
      'agenda.move': ({ version, ...input }) => this.write({ type: 'move', ...input }, version),
      'agenda.remove': ({ id, version }) => this.write({ type: 'remove', id }, version),
      'agenda.duplicateItem': (input) => this.write({ type: 'duplicate', ...input }),
      'agenda.link': ({ itemId: id, ...input }) => this.write({ type: 'link', id, title: 'Lien', ...input }),
      'agenda.unlink': ({ itemId: id, ...input }) => this.write({ type: 'unlink', id, title: '', ...input }),
      'agenda.status': () => draftStatus(MEETING_ID),
      'agenda.template': () => [],
      'agenda.readLine': () => null,
      'carryOver.list': () => this.carryOver,
      'carryOver.actions': () => [],
      'settings.body': () => body,
      'attachments.list': () => this.attachments,
      'attachments.awaited': () => this.awaited,
      'attachments.projection': () => null,
      'directory.list': () => ({
        colleges: [],
        organisations: [],
        persons: [],
        mandates: [],
        formerNames: [],
      }),
      'projects.list': () => [],
      'watch.list': () => ({ rows: [], total: 0 }),
      'meetings.list': () => [],
      'history.state': () => ({
        undo:
          this.undo.length === 0
            ? null
            : {
                seq: this.undo.length,
                at: '2026-11-24T10:00:00.000Z',
                who: 'poste',
                method: 'agenda.remove',
                label: 'suppression d’un point',
                meetingId: MEETING_ID,
                state: 'done' as const,
              },
        redo: null,
      }),
      'history.undo': () => {
        this.undo.pop()?.()
        this.emit({ topic: 'changed', reads: 'all', later: [] })
        return { undo: null, redo: null }
      },
    }
  }

  private write(operation: Operation, version?: number): AgendaView {
    const before = this.view
    const current = before.items.find((item) => item.id === operation.id)
    if (version !== undefined && current?.version !== version) throw new Refusal('conflict')
    this.apply(operation)
    this.undo.push(() => {
      this.view = before
    })
    return this.view
  }

  /** A change by somebody else, or by a write. */
  apply(operation: Operation): void {
    const next = applied(this.view, operation)
    this.view = {
      ...next,
      items: next.items.map((item) =>
        item.id === operation.id && operation.type !== 'add' ? { ...item, version: item.version + 1 } : item,
      ),
    }
  }

  emit(event: CoreEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  asked<M extends Method>(method: M): Input<M>[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.input as Input<M>)
  }

  readonly bridge: Bridge = {
    call: async (method, input) => {
      this.calls.push({ method, input })
      await Promise.resolve()
      const handler = this.handlers[method] as ((input: unknown) => unknown) | undefined
      if (handler === undefined) throw new Error(`the fake core does not know ${method}`)
      try {
        const value = (await handler(input)) as never
        return { ok: true, value, ...(isRead(method) ? {} : { seq: this.undo.length || null }) }
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, error: { code: error.failure } }
        throw error
      }
    },
    on: (listener) => {
      this.listeners.add(listener)
      return () => this.listeners.delete(listener)
    },
  }
}

/** Draws a screen over a fake core, in a window large enough for every row. */
export function show(core: FakeCore, screen: ReactNode): void {
  Object.defineProperty(window, 'seances', { value: core.bridge, configurable: true })
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  Element.prototype.scrollIntoView = () => undefined
  const client = makeQueryClient()
  followChanges(client)
  render(
    <QueryClientProvider client={client}>
      {screen}
      <Toasts />
    </QueryClientProvider>,
  )
}
