import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MethodsOf } from '../../electron/contract/index.ts'
import { Uses } from '../../electron/db/reads/uses.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { timeMethods } from '../perf/core-methods.ts'
import { timeLongMethods } from '../perf/long-methods.ts'
import { png } from '../unit/picture-builders.ts'
import { MOST_BEYOND_NEED, type Outcome, ReadAgainWorld, writesOfPart } from './read-again-world.ts'

let world: ReadAgainWorld
beforeAll(async () => {
  world = await ReadAgainWorld.open()
  await world.show()
}, 240_000)
afterAll(() => world.close())

const told = (what: string, { missed }: Outcome) => missed.map((read) => `${what} changes ${read}`)

/** Acts of kind `long` that change something; the others run elsewhere, or change nothing that is shown. */
const longActs: { readonly [M in MethodsOf<'long'>]?: (world: ReadAgainWorld) => Promise<unknown> } = {
  'spelling.switch': ({ call }) => call('spelling.switch', { isOn: false }),
  'settings.declineCopyFolder': ({ call }) => call('settings.declineCopyFolder', {}),
  'dispatch.setSharedPattern': ({ call }) =>
    call('dispatch.setSharedPattern', { pattern: '{année}/{document}' }),
  'handOver.nameMachine': ({ call }) => call('handOver.nameMachine', { name: 'Bureau 12' }),
  'subjects.takeMails': ({ call }) =>
    call('subjects.takeMails', {
      files: [{ fileName: 'note.eml', bytes: Buffer.from('Subject: Sujet neuf\r\n\r\nBonjour') }],
    }),
  'attachments.add': ({ call, sample }) =>
    call('attachments.add', {
      meetingId: sample.next,
      itemId: null,
      file: { fileName: 'note.png', bytes: png(4, 4) },
    }),
  'minutesVersions.keep': ({ call, sample }) =>
    call('minutesVersions.keep', { meetingId: sample.written, note: 'Avant relecture' }),
  'agenda.publish': async ({ call }) => {
    const { id } = await call('meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: true })
    await call('agenda.add', {
      id: newId(),
      meetingId: id,
      parentId: null,
      afterId: null,
      fields: { title: 'Point' },
    })
    await call('agenda.submit', { meetingId: id, to: 'Anne Modèle' })
    await call('agenda.validate', { meetingId: id, by: 'Anne Modèle' })
    await call('agenda.publish', { meetingId: id })
  },
  'oldFiles.drop': ({ call }) => call('oldFiles.drop', { ids: null }),
}

// On the same ten years, so that the bench cannot rot unseen.
describe('the inputs that the bench times methods with', () => {
  it('are each taken by their method', async () => {
    expect((await timeMethods(world.sample, 2)).length).toBeGreaterThan(200)
    await world.readAll()
  }, 180_000)

  it('end the bench with the name of a method that does not take its own', async () => {
    await expect(world.call('subjects.get', { id: 'nobody' })).rejects.toThrow('subjects.get: ')
  })
})

describe('reads after a write', () => {
  const parts = ['first', 'second', 'third', 'fourth']
  const seen = { named: 0, changed: 0 }

  it.each(parts.map((which, part) => [which, part] as const))(
    'are made again where they changed, %s quarter of the writes',
    async (_, part) => {
      const { missed, named, changed } = await world.writes(writesOfPart(part, parts.length))
      expect(missed).toEqual([])
      seen.named += named
      seen.changed += changed
    },
    240_000,
  )

  it('are hardly made again where nothing changed, over all writes', () => {
    expect(seen.changed).toBeGreaterThan(500)
    expect(seen.named).toBeLessThanOrEqual(MOST_BEYOND_NEED * seen.changed)
  })

  it('are made again where an act in many steps changed them', async () => {
    const missed: string[] = []
    let changed = 0
    for (const [method, act] of Object.entries(longActs)) {
      const outcome = await world.watch(() => act(world))
      missed.push(...told(method, outcome))
      expect(outcome.changed, method).not.toEqual([])
      changed += outcome.changed.length
    }
    expect(missed).toEqual([])
    expect(changed).toBeGreaterThan(0)
  }, 120_000)

  it('follow what was added to the attendance, and what is printed of the body', async () => {
    expect((await world.write('attendance.add')).named).toContain(
      `["session.vocabulary",{"meetingId":"${world.sample.written}"}]`,
    )
    for (const method of ['settings.updateBody', 'documentStyle.updateLetterhead'] as const)
      expect((await world.write(method)).named).toContain('["personalData.get",{}]')
  })
})

describe('a derivation that leaves something out', () => {
  const ofTable = Uses.prototype.ofTable
  const ofSource = Uses.prototype.ofSource

  it.each([
    ['a table', 'attendance.add' as const, 'attendee', null],
    ['columns', 'meetings.update' as const, 'meeting', ['place', 'version']],
  ])('misses reads: %s', async (_, method, left, columnsLeft) => {
    vi.spyOn(Uses.prototype, 'ofTable').mockImplementation(function (this: Uses, table, columns, demand) {
      if (table !== left) return ofTable.call(this, table, columns, demand)
      if (columnsLeft === null) return
      const kept = new Set([...columns].filter((column) => !columnsLeft.includes(column)))
      ofTable.call(this, table, kept, demand)
    })
    await world.readAll()
    expect((await world.write(method)).missed).not.toEqual([])
    vi.restoreAllMocks()
    await world.readAll()
    expect((await world.write(method)).missed).toEqual([])
  })

  it('misses reads: a source beside the data', async () => {
    const turn = (isOn: boolean) => world.watch(() => world.call('spelling.switch', { isOn }))
    vi.spyOn(Uses.prototype, 'ofSource').mockImplementation(function (this: Uses, source) {
      if (source !== 'desk') ofSource.call(this, source)
    })
    await world.readAll()
    expect((await turn(true)).missed).not.toEqual([])
    vi.restoreAllMocks()
    await world.readAll()
    expect((await turn(false)).missed).toEqual([])
  })
})

// Last: some leave something behind that nothing takes back.
it('the inputs that the bench times long methods with are each taken by their method', async () => {
  expect((await timeLongMethods(world.sample, 2)).length).toBeGreaterThan(25)
}, 180_000)
