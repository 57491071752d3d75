// Every write of the contract, asked for by a window that has not been shown what somebody else did since: where that is in
// what it changes it is refused, and says by whom.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contract, type Input } from '../../electron/contract/index.ts'
import type { RowChange } from '../../electron/db/columns.ts'
import { openData } from '../../electron/db/open.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { giveRows } from '../../electron/db/postgres/carry.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { Seen } from '../../electron/features/data/overtaken.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { insertDemo } from '../../electron/features/settings/sample/insert.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { sampleOf } from '../perf/core-bench.ts'
import { inputs } from '../perf/core-methods.ts'
import { takeOne } from '../perf/delivery-bench.ts'
import type { Sample, Timed } from '../perf/method-inputs.ts'
import { takeOldFiles } from '../perf/old-files-methods.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

const END = '2026-11-24'
/** Later than a burst of typing. */
let now = new Date(`${END}T09:00:00.000Z`)
const clock = () => {
  now = new Date(now.getTime() + 61_000)
  return now
}
const jobs = forkRunner(entryOf('job'))
let server: TestServer
let base: TeamAddress
let folder: string
let lea: Desk
let noe: Desk
let sample: Sample

beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
  folder = mkdtempSync(join(tmpdir(), 'seances-overtaken-'))
  const made = await openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => now,
  })
  await made.db.transaction().execute((tx) => insertDemo(tx, demoRows({ seed: 'inp', years: 2, end: END })))
  const client = await connect(base, PASSWORD)
  await client.query('BEGIN')
  await giveRows(client, made.sqlite, () => undefined)
  await client.query('COMMIT')
  await client.end()
  made.close()
  lea = await Desk.open('lea', await server.as(base, 'lea'), { clock, runJob: jobs.run })
  noe = await Desk.open('noe', await server.as(base, 'noe'), { clock, runJob: jobs.run })
  await takeOne(lea.core)
  await takeOldFiles(lea.core, folder, 1)
  sample = await sampleOf(lea.core, folder)
})
afterAll(async () => {
  await lea.close()
  await noe.close()
  jobs.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

type News = { n: number; written: [string, RowChange[] | null][] }

async function newsAfter(n: number): Promise<News[]> {
  const rows = await server.query<{ n: string; written: string }>(
    base.database,
    `SELECT n, written FROM inp.team_change WHERE n > ${n} ORDER BY n`,
  )
  return rows.map((row) => ({ n: Number(row.n), written: JSON.parse(row.written) }))
}
const newest = async () => (await newsAfter(0)).at(-1)?.n ?? 0

const places = ['position', 'protocol_order']
const differing = ({ before, after }: RowChange) =>
  Object.keys(after ?? {}).filter((name) => name !== 'version' && before?.[name] !== after?.[name])

/**
 * What stood there before and is otherwise now. What others move up for is where it was among them; what a call names with
 * its version is compared by that.
 */
function changedIn({ written }: News, input: unknown): string[] {
  const named = JSON.stringify(input)
  return written
    .filter(([table]) => !table.startsWith('journal_') && !table.startsWith('search_'))
    .flatMap(([table, rows]) => {
      const makesRoom = rows?.some(({ before, after }) => before === null || after === null) === true
      return (rows ?? []).flatMap((row) => {
        const isNamed = named.includes(`"id":"${row.before?.id}","version":`)
        if (row.before === null || isNamed) return []
        if (row.after === null) return [`${table} gone`]
        const columns = differing(row).filter((name) => !(makesRoom && places.includes(name)))
        return columns.map((name) => `${table}.${name}`)
      })
    })
}

const writes = (Object.keys(inputs) as Timed[]).filter(
  (method) => contract[method].kind === 'write' && 'label' in contract[method],
)
const inputOf = async <M extends Timed>(method: M) => (await inputs[method](sample, 0)) as Input<M>
const lastOf = async (desk: Desk) => (await desk.ok('history.state', {})).undo?.seq ?? 0
async function takeBack(desk: Desk, former: number): Promise<void> {
  while ((await lastOf(desk)) > former) await desk.ok('history.undo', {})
}
/** The step of minutes under internal review that keeps a version. */
async function toMembers() {
  await lea.ok('minutes.setState', await inputOf('minutes.setState'))
  const minutes = await lea.ok('minutes.get', { meetingId: sample.written })
  if (minutes === null) throw new Error('there are no minutes')
  const { id, version } = minutes.minutes
  return { minutes, input: { id, version, state: 'review' as const } }
}
const refused = new Map<Timed, string | undefined>()

/** Noé does it and takes it back, so that all is as it was, and Léa asks for it as she saw it before. */
async function overtake<M extends Timed>(method: M) {
  const former = await lastOf(noe)
  const input = await inputOf(method)
  const seen = await newest()
  await noe.ok(method, input)
  const [done] = await newsAfter(seen)
  await takeBack(noe, former)
  return { input, seen, changed: done === undefined ? [] : changedIn(done, input) }
}

describe('what a window has not been shown', () => {
  it.each(writes)('is not written over by %s', async (method) => {
    const former = await lastOf(lea)
    const { input, seen, changed } = await overtake(method)
    const said = await lea.core.call(method, input, seen)
    await takeBack(lea, former)
    if (said.ok) expect(changed).toEqual([])
    else {
      expect(said.error.code).toBe('conflict')
      expect(said.error.by ?? 'noe').toBe('noe')
      refused.set(method, said.error.by)
    }
  })

  it('is order, tree, states and rows alike', () => {
    expect(refused.size).toBeGreaterThan(90)
    expect([...refused.values()].filter((by) => by !== undefined).length).toBeGreaterThan(80)
    const structure: Timed[] = [
      'agenda.move',
      'directory.reorder',
      'session.goTo',
      'session.setOutcome',
      'meetings.setState',
      'minutes.setState',
    ]
    expect(structure.filter((method) => !refused.has(method))).toEqual([])
  })

  it.each(['directory.reorder', 'session.setOutcome'] as const)(
    'is written over by %s where nobody asks (control)',
    async (method) => {
      const asked = vi.spyOn(Seen.prototype, 'expect').mockResolvedValue(undefined)
      const former = await lastOf(lea)
      const { input, seen, changed } = await overtake(method)
      expect(changed).not.toEqual([])
      expect((await lea.core.call(method, input, seen)).ok).toBe(true)
      await takeBack(lea, former)
      asked.mockRestore()
    },
  )

  it('is written over once it was shown', async () => {
    const former = await lastOf(lea)
    const { input } = await overtake('directory.reorder')
    expect((await lea.core.call('directory.reorder', input, await newest())).ok).toBe(true)
    await takeBack(lea, former)
  })

  it('is not in the way beside: what this desk wrote itself, and other rows', async () => {
    const seen = await newest()
    const input = await inputOf('session.setOutcome')
    await lea.ok('session.setOutcome', { ...input, outcome: 'avisFavorable' })
    await noe.ok('projects.add', { id: crypto.randomUUID(), fields: { title: 'Guide' } })
    expect((await lea.core.call('session.setOutcome', { ...input, outcome: null }, seen)).ok).toBe(true)
  })

  describe('of an agenda', () => {
    const overtaken = { ok: false, error: { code: 'conflict', by: 'noe' } }

    it.each(['agenda.submit', 'agenda.validate', 'agenda.backToDraft'] as const)(
      'is not spoken over by %s',
      async (method) => {
        const former = await lastOf(noe)
        const input = await inputOf(method)
        const seen = await newest()
        await noe.ok('agenda.submit', { meetingId: input.meetingId, to: 'M. Sarrazin' })
        expect(await lea.core.call(method, input, seen)).toEqual(overtaken)
        await takeBack(noe, former)
      },
    )

    it.each(['agenda.submit', 'agenda.validate'] as const)('is not judged by %s', async (method) => {
      const former = await lastOf(noe)
      const input = await inputOf(method)
      const { items } = await lea.ok('agenda.list', { meetingId: input.meetingId })
      const seen = await newest()
      const [item] = items
      if (item === undefined) throw new Error('the agenda is empty')
      await noe.ok('agenda.update', { id: item.id, version: item.version, patch: { title: 'Autre' } })
      expect(await lea.core.call(method, input, seen)).toEqual(overtaken)
      await takeBack(noe, former)
    })
  })

  it.each(['section', 'decision'] as const)(
    'of minutes is in none that are validated: a %s',
    async (what) => {
      const [formerOfNoe, formerOfLea] = [await lastOf(noe), await lastOf(lea)]
      const { input, minutes } = await toMembers()
      const seen = await newest()
      const [section] = minutes.sections
      if (section === undefined) throw new Error('the minutes are empty')
      const { id, version, itemId } = section
      if (what === 'section')
        await noe.ok('minutes.updateSection', { id, version, patch: { outcomeSentence: 'Autrement.' } })
      else
        await noe.ok('minutes.addDecision', { id: crypto.randomUUID(), itemId, fields: { text: 'Adopté.' } })
      expect(await lea.core.call('minutes.setState', input, seen)).toEqual({
        ok: false,
        error: { code: 'conflict', by: 'noe' },
      })
      expect((await lea.core.call('minutes.setState', input, await newest())).ok).toBe(true)
      await takeBack(lea, formerOfLea)
      await takeBack(noe, formerOfNoe)
    },
  )

  it('of the meeting and its items is in no minutes that are validated', async () => {
    const [formerOfNoe, formerOfLea] = [await lastOf(noe), await lastOf(lea)]
    const { input } = await toMembers()
    const [item] = (await lea.ok('agenda.list', { meetingId: sample.written })).items
    if (item === undefined) throw new Error('the agenda is empty')
    const seen = await newest()
    await noe.ok('agenda.update', { id: item.id, version: item.version, patch: { title: 'Autre titre' } })
    expect(await lea.core.call('minutes.setState', input, seen)).toEqual({
      ok: false,
      error: { code: 'conflict', by: 'noe' },
    })
    const linked = await newest()
    const targetId = crypto.randomUUID()
    await noe.ok('watch.add', { id: targetId, fields: { title: 'Décret' } })
    await noe.ok('agenda.link', { itemId: item.id, kind: 'watch', targetId })
    expect(await lea.core.call('minutes.setState', input, linked)).toMatchObject({
      error: { code: 'conflict' },
    })
    const { meeting } = await lea.ok('meetings.get', { id: sample.written })
    const since = await newest()
    const patch = { chair: 'Ada Tilleul' }
    await noe.ok('meetings.update', { id: meeting.id, version: meeting.version, patch })
    expect(await lea.core.call('minutes.setState', input, since)).toMatchObject({
      error: { code: 'conflict' },
    })
    expect((await lea.core.call('minutes.setState', input, await newest())).ok).toBe(true)
    await takeBack(lea, formerOfLea)
    await takeBack(noe, formerOfNoe)
  })

  it('of minutes is in nobody’s way who takes them a step back, which says nothing of their words', async () => {
    const [formerOfNoe, formerOfLea] = [await lastOf(noe), await lastOf(lea)]
    const { input, minutes } = await toMembers()
    await lea.ok('minutes.setState', input)
    const seen = await newest()
    const [section] = minutes.sections
    if (section === undefined) throw new Error('the minutes are empty')
    const { id, version } = section
    await noe.ok('minutes.updateSection', { id, version, patch: { outcomeSentence: 'Encore.' } })
    const back = { id: input.id, version: input.version + 1, state: 'internalReview' as const }
    expect(await lea.core.call('minutes.setState', back, seen)).toMatchObject({ ok: true })
    await takeBack(lea, formerOfLea)
    await takeBack(noe, formerOfNoe)
  })

  it('is told to the window by its number', async () => {
    await noe.ok('projects.add', { id: crypto.randomUUID(), fields: { title: 'Annuaire' } })
    const n = await newest()
    await vi.waitFor(() => expect(lea.events).toContainEqual({ topic: 'heard', upTo: n }), 10_000)
    const heard = lea.events.findIndex((event) => event.topic === 'heard' && event.upTo === n)
    expect(lea.events.slice(0, heard).some(({ topic }) => topic === 'changed')).toBe(true)
  })
})
