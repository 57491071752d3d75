import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftItem } from '../../electron/domain/agenda/draft.ts'
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import type { MeetingFile } from '../../electron/domain/meetings/meeting-file.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { wordsOf, YearWorld } from './year-world.ts'

/** Two free numbers that each step reads as it likes. */
type Draw = { a: number; b: number }
type Step = (world: YearWorld, draw: Draw) => Promise<void>

const at = <T>(list: readonly T[], rank: number): T | undefined => list[rank % Math.max(1, list.length)]

/** A step on one meeting and its file, if there is a meeting. */
const onMeeting =
  (work: (world: YearWorld, draw: Draw, file: MeetingFile, row: MeetingRow) => Promise<void>): Step =>
  async (world, draw) => {
    const row = at(await world.meetings(), draw.a)
    if (row) await work(world, draw, await world.opened.ok('meetings.get', { id: row.id }), row)
  }
/** A step on one agenda item of a meeting, if there is one. */
const onItem = (
  work: (
    world: YearWorld,
    draw: Draw,
    file: MeetingFile,
    item: MeetingFile['items'][number],
  ) => Promise<void>,
) =>
  onMeeting(async (world, draw, file) => {
    const item = at(file.items, draw.b)
    if (item) await work(world, draw, file, item)
  })

const draft = (title: string, children: DraftItem[] = []): DraftItem => ({
  number: null,
  title,
  kind: 'item',
  nature: null,
  fixedStart: null,
  durationMinutes: 10,
  presenter: null,
  organisation: null,
  requester: null,
  note: null,
  children,
  source: { block: 0, excerpt: '', confidence: 1 },
})
const rich = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

const steps = {
  async create(world, { a, b }) {
    const title = world.word()
    const fields = { date: addDays(world.today, b % 60), title }
    await world.write('meetings.create', { fields, fromTemplate: a % 2 === 0 }, null, { come: [title] })
  },
  async importNew(world, { a, b }) {
    const come = Array.from({ length: 3 + (a % 3) }, () => world.word())
    const [first = '', second = '', ...rest] = come
    const items = [draft(first, [draft(second)]), ...rest.map((title) => draft(title))]
    const target = { type: 'new' as const, fields: { date: addDays(world.today, b % 60) } }
    await world.write('imports.apply', { fileName: 'ordre-du-jour.docx', items, target }, null, { come })
  },
  importInto: onMeeting(async (world, _, { meeting: { id } }) => {
    const come = [world.word(), world.word()]
    const target = { type: 'existing' as const, meetingId: id }
    const items = come.map((title) => draft(title))
    await world.write('imports.apply', { fileName: 'suite.txt', items, target }, id, { come })
  }),
  addItem: onMeeting(async (world, { b }, { meeting: { id: meetingId }, items }) => {
    const title = world.word()
    const parentId = b % 3 === 0 ? (at(items, b)?.id ?? null) : null
    const input = { id: newId(), meetingId, parentId, afterId: null, fields: { title } }
    const isRefused = depth(items, parentId) >= 3
    await world.write('agenda.add', input, meetingId, isRefused ? {} : { come: [title] })
  }),
  editItem: onItem(async (world, _, { meeting }, { id, version, title: old }) => {
    const title = world.word()
    const effect = { gone: wordsOf(old), come: [title] }
    await world.write('agenda.update', { id, version, patch: { title } }, meeting.id, effect)
  }),
  moveItem: onItem(async (world, { a, b }, { meeting, items }, { id, version }) => {
    const parentId = a % 2 === 0 ? null : (at(items, a + b)?.id ?? null)
    await world.write('agenda.move', { id, version, parentId, index: b % 5 }, meeting.id)
  }),
  removeItem: onItem(async (world, _, file, { id, version }) => {
    const doomed = new Set([id])
    for (const item of file.items)
      if (item.parentId !== null && doomed.has(item.parentId)) doomed.add(item.id)
    const hanging = [
      ...file.items.filter((item) => doomed.has(item.id)),
      ...file.sections.filter((section) => doomed.has(section.itemId)),
    ]
    await world.write('agenda.remove', { id, version }, file.meeting.id, {
      gone: wordsOf(JSON.stringify(hanging)),
    })
  }),
  editMeeting: onMeeting(async (world, _, { meeting: { id, version, place: old } }) => {
    const place = world.word()
    await world.write('meetings.update', { id, version, patch: { place } }, id, {
      gone: wordsOf(old),
      come: [place],
    })
  }),
  renumberMeeting: onMeeting(async (world, { b }, { meeting: { id, version } }) => {
    await world.write('meetings.update', { id, version, patch: { number: 1 + (b % 9) } }, id)
  }),
  moveMeeting: onMeeting(async (world, { b }, { meeting: { id, version, date } }) => {
    const reason = world.word()
    const state = (await world.meetings()).find((row) => row.id === id)?.state
    const input = { id, version, date: addDays(date, b % 90), startTime: '10:00', endTime: '12:00', reason }
    const isRefused = state === 'held' || state === 'cancelled'
    await world.write('meetings.move', input, id, isRefused ? {} : { come: [reason] })
  }),
  cancel: onMeeting(async (world, _, { meeting: { id, version } }, row) => {
    const reason = world.word()
    const isRefused = !['planned', 'convened'].includes(row.state)
    await world.write('meetings.cancel', { id, version, reason }, id, isRefused ? {} : { come: [reason] })
  }),
  setState: onMeeting(async (world, { b }, { meeting: { id, version, cancelReason } }) => {
    const state = at(['convened', 'inSession', 'held', 'planned'] as const, b) ?? 'held'
    await world.write('meetings.setState', { id, version, state }, id, { gone: wordsOf(cancelReason) })
  }),
  binMeeting: onMeeting(async (world, _, { meeting: { id, version } }) => {
    // A meeting that the bin does not show is not lost: undo, or taking it out of the bin, must bring back every word.
    await world.write('meetings.remove', { id, version }, id, { gone: wordsOf(world.image.get(id) ?? '') })
  }),
  async takeOutOfBin(world, { a }) {
    const meeting = at(await world.opened.ok('meetings.bin', {}), a)
    if (!meeting) return
    await world.write('meetings.restore', { id: meeting.id, version: meeting.version }, meeting.id, {
      come: world.binned(meeting.id),
    })
  },
  startMinutes: onMeeting((world, _, { meeting: { id } }) =>
    world.write('minutes.start', { meetingId: id }, id),
  ),
  writeSection: onMeeting(async (world, { b }, { meeting, sections }) => {
    const section = at(sections, b)
    if (!section) return
    const added = world.word()
    const kept = [...wordsOf(JSON.stringify(section.exchanges)), added].join(' ')
    const patch = { exchanges: rich(kept) }
    await world.write(
      'minutes.updateSection',
      { id: section.id, version: section.version, patch },
      meeting.id,
      {
        come: [added],
      },
    )
  }),
  decide: onItem(async (world, _, { meeting, minutes }, { id: itemId }) => {
    const text = world.word()
    const come = minutes === null ? [] : [text]
    await world.write('minutes.addDecision', { id: newId(), itemId, fields: { text } }, meeting.id, { come })
  }),
  act: onItem(async (world, { a }, { meeting, minutes }, { id: itemId }) => {
    const text = world.word()
    const fields = { text, dueDate: addDays(world.today, a % 100) }
    const come = minutes === null ? [] : [text]
    await world.write('minutes.addAction', { id: newId(), itemId, fields }, meeting.id, { come })
  }),
  withdrawDecision: onMeeting(async (world, { b }, { meeting, decisions }) => {
    const decision = at(decisions, b)
    if (!decision) return
    const { id, version, text } = decision
    await world.write('minutes.removeDecision', { id, version }, meeting.id, { gone: wordsOf(text) })
  }),
  async undo(world) {
    if (world.canUndo) await world.undo()
  },
  async undoSeveral(world, { a }) {
    for (let count = a % 8; count > 0 && world.canUndo; count -= 1) await world.undo()
  },
  async redo(world) {
    if (world.canRedo) await world.redo()
  },
  backUp: (world) => world.backUp(),
  restore: (world, { a }) => world.restore(a),
  restart: (world) => world.restart(),
} satisfies Record<string, Step>

function depth(items: MeetingFile['items'], id: string | null): number {
  const parent = items.find((item) => item.id === id)
  return parent === undefined ? 0 : 1 + depth(items, parent.parentId)
}

/** How often a step is drawn; the rest once. */
const weights: Partial<Record<keyof typeof steps, number>> = {
  create: 3,
  importNew: 2,
  addItem: 4,
  editItem: 4,
  moveItem: 4,
  setState: 2,
  startMinutes: 3,
  writeSection: 5,
  decide: 4,
  act: 2,
  undo: 4,
  redo: 3,
}
const names = Object.keys(steps) as (keyof typeof steps)[]
const draws = fc.record({
  name: fc.oneof(...names.map((name) => ({ arbitrary: fc.constant(name), weight: weights[name] ?? 1 }))),
  a: fc.nat(999),
  b: fc.nat(999),
  hours: fc.nat(190),
})

describe('twelve months of work', () => {
  it('lose nothing, give no number twice in a year, and undo exactly', async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.array(draws, { minLength: 60, maxLength: 90 }), async (year) => {
        const world = await YearWorld.open()
        try {
          for (const { name, hours, ...draw } of year) {
            world.pass(hours)
            await steps[name](world, draw)
            done += 1
          }
          while (world.canUndo) await world.undo()
          while (world.canRedo) await world.redo()
        } finally {
          await world.opened.dispose()
        }
      }),
      {
        numRuns: Number(process.env.SEANCES_YEARS ?? 6),
        endOnFailure: true,
      },
    )
    expect(done).toBeGreaterThan(300)
  }, 180_000)
})
