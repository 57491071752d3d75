// What undo and redo make together with what another desk did since.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk } from './desk.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

let lea: Desk
let noe: Desk
let address: TeamAddress
beforeEach(async () => {
  address = await server.newBase()
  // Computers of one make, on which everybody has the same account.
  lea = await Desk.open('poste', await server.as(address, 'lea'))
  noe = await Desk.open('poste', await server.as(address, 'noe'))
})
afterEach(async () => {
  await lea.close()
  await noe.close()
})

describe('undo and redo beside another desk', () => {
  it('put back nothing that would not stand with what the other did since', async () => {
    const { id: meetingId } = await noe.ok('meetings.create', {
      fields: { date: '2027-02-10' },
      fromTemplate: false,
    })
    const items = async (desk: Desk) => (await desk.ok('agenda.list', { meetingId })).items
    const add = async (title: string, parentId: string | null) => {
      const id = newId()
      const afterId = (await items(noe)).findLast((item) => item.parentId === parentId)?.id ?? null
      await noe.ok('agenda.add', { id, meetingId, parentId, afterId, fields: { title } })
      return id
    }
    const move = async (desk: Desk, id: string, parentId: string, index = 0) => {
      const version = (await items(desk)).find((item) => item.id === id)?.version ?? 0
      await desk.ok('agenda.move', { id, version, parentId, index })
    }
    const [first, below] = [await add('Premier', null), await add('Dessous', null)]
    const item = await add('Point', below)
    await move(noe, item, first)
    await move(lea, below, item)
    expect(await noe.refused('history.undo', {})).toBe('undo-conflict')
    expect((await items(lea)).map(({ title }) => title)).toEqual(['Premier', 'Point', 'Dessous'])
  })

  it('put a removed item back beside what the other has added below', async () => {
    const { id: meetingId } = await noe.ok('meetings.create', {
      fields: { date: '2027-02-10' },
      fromTemplate: false,
    })
    const items = async () => (await lea.ok('agenda.list', { meetingId })).items
    const add = async (desk: Desk, title: string) => {
      const id = newId()
      const afterId = (await items()).at(-1)?.id ?? null
      await desk.ok('agenda.add', { id, meetingId, parentId: null, afterId, fields: { title } })
      return id
    }
    await add(noe, 'A')
    const removed = await add(noe, 'B')
    await add(noe, 'C')
    const version = (await items()).find(({ id }) => id === removed)?.version ?? 0
    await noe.ok('agenda.remove', { id: removed, version })
    await add(lea, 'D')
    await noe.ok('history.undo', {})
    const titles = (await items()).map(({ title }) => title)
    expect(titles.slice(0, 2)).toEqual(['A', 'B'])
    expect(titles.slice(2).sort()).toEqual(['C', 'D'])
    await noe.ok('history.redo', {})
    expect((await items()).map(({ title }) => title).sort()).toEqual(['A', 'C', 'D'])
  })

  it('put nothing back, nor do it again, under a seal that came since', async () => {
    const { id, version } = await noe.ok('meetings.create', {
      fields: { date: '2027-02-10' },
      fromTemplate: false,
    })
    // As another desk seals it; the paper itself is of no matter here.
    const seal = () =>
      server.query(
        address.database,
        `SET session_replication_role = replica;
         INSERT INTO inp.approval (id, mode, approved_on, corrections, version_id, sha256, sealed_at, sealed_by)
         VALUES ('${id}', 'written', '2027-03-01', '', '${newId()}', '', '2027-03-01T09:00:00.000Z', 'lea');
         RESET session_replication_role`,
      )
    const unseal = () =>
      server.query(
        address.database,
        `SET session_replication_role = replica; DELETE FROM inp.approval; RESET session_replication_role`,
      )
    const chair = async () => (await lea.ok('meetings.get', { id })).meeting.chair
    const personId = newId()
    await noe.ok('directory.addPerson', { id: personId, fields: { familyName: 'Orme' } })
    await noe.ok('meetings.update', { id, version, patch: { chair: 'Ada Tilleul' } })
    await seal()
    // Passed over, as what led to the seal, but never without a word: what came before is elsewhere.
    expect(await noe.ok('history.state', {})).toMatchObject({
      undo: { method: 'directory.addPerson' },
      sealed: { what: 'minutes', meeting: { date: '2027-02-10' } },
    })
    expect(await noe.refused('history.undo', {})).toBe('undo-past-seal')
    const persons = async () => (await noe.ok('directory.list', {})).persons.map((one) => one.id)
    expect(await persons()).toContain(personId)
    expect(await chair()).toBe('Ada Tilleul')
    await unseal()
    await noe.ok('history.undo', {})
    await seal()
    expect(await noe.refused('history.redo', {})).toBe('nothing-to-redo')
    expect(await chair()).not.toBe('Ada Tilleul')
  })

  it('put nothing back into a meeting of old files that was locked since', async () => {
    const { id, version } = await noe.ok('meetings.create', {
      fields: { date: '2027-02-10' },
      fromTemplate: false,
    })
    await server.query(
      address.database,
      `SET session_replication_role = replica;
       UPDATE inp.meeting SET taken_over = 'unlocked'; RESET session_replication_role`,
    )
    const itemId = newId()
    const at = { id: itemId, meetingId: id, parentId: null, afterId: null }
    await noe.ok('agenda.add', { ...at, fields: { title: 'Premier titre' } })
    await noe.ok('agenda.update', { id: itemId, version: 1, patch: { title: 'Autre titre' } })
    await lea.ok('oldFiles.setLock', { id, version, locked: true })
    expect(await noe.refused('history.undo', {})).toBe('meeting-taken-over')
    await lea.ok('history.undo', {})
    await noe.ok('history.undo', {})
    expect((await lea.ok('agenda.list', { meetingId: id })).items[0]?.title).toBe('Premier titre')
    await lea.ok('history.redo', {})
    expect(await noe.refused('history.redo', {})).toBe('meeting-taken-over')
  })

  it('never give one number to two meetings by doing again', async () => {
    const create = (date: string) => noe.ok('meetings.create', { fields: { date }, fromTemplate: false })
    const [own, other] = [await create('2027-02-10'), await create('2027-03-10')]
    const first = { version: 1, patch: { number: 1 } }
    await noe.ok('meetings.update', { id: own.id, ...first })
    await noe.ok('history.undo', {})
    await lea.ok('meetings.update', { id: other.id, ...first })
    expect(await noe.refused('history.redo', {})).toBe('undo-conflict')
    const numbers = (await noe.ok('meetings.list', { year: null })).map(({ number }) => number)
    expect(numbers.filter((number) => number !== null)).toEqual([1])
  })

  it('say that somebody built on it where another row has its place', async () => {
    const { id: meetingId } = await noe.ok('meetings.create', {
      fields: { date: '2027-02-10' },
      fromTemplate: false,
    })
    const itemId = newId()
    await noe.ok('agenda.add', {
      id: itemId,
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: 'Point' },
    })
    const person = newId()
    await noe.ok('directory.addPerson', { id: person, fields: { familyName: 'Sarrazin' } })
    const guest = (desk: Desk) => desk.ok('agenda.addGuest', { itemId, personId: person })
    await guest(noe)
    await noe.ok('history.undo', {})
    await guest(lea)
    expect(await noe.refused('history.redo', {})).toBe('undo-conflict')
  })

  it('take back a burst of typing at once, while the other types elsewhere', async () => {
    const [hers, his] = [await lea.add('Annuaire'), await noe.add('Guide')]
    for (const words of [', suite', ', suite et', ', suite et fin']) {
      await lea.rename(hers, `Annuaire${words}`)
      await noe.rename(his, `Guide${words}`)
    }
    await lea.ok('history.undo', {})
    expect(await noe.titles()).toEqual(['Annuaire', 'Guide, suite et fin'])
    await noe.ok('history.undo', {})
    await lea.ok('history.redo', {})
    expect(await noe.titles()).toEqual(['Annuaire, suite et fin', 'Guide'])
  })

  it('take back no word of the other who writes in the same row meanwhile', async () => {
    const id = await lea.add('Annuaire')
    await lea.rename(id, 'Annuaire, suite')
    const { version } = await noe.renaming(id, '')
    await noe.ok('projects.update', { id, version, patch: { organisation: 'Métropoles' } })
    await lea.rename(id, 'Annuaire, suite et fin')
    const said = async () => (await lea.ok('projects.get', { id })).project
    await lea.ok('history.undo', {})
    expect(await said()).toMatchObject({ title: 'Annuaire, suite', organisation: 'Métropoles' })
    await lea.ok('history.undo', {})
    expect(await said()).toMatchObject({ title: 'Annuaire', organisation: 'Métropoles' })
  })
})
