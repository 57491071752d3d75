import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { lockWriters, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { Line } from '../../electron/db/postgres/line.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

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

const toldOf = (desk: Desk) =>
  desk.events.flatMap((event) => (event.topic === 'changed' ? (event.reads as string | string[]) : []))

describe('two desks on one base', () => {
  it('see what the other wrote, and are told which of their reads it touches', async () => {
    expect(await noe.titles()).toEqual([])
    await noe.ok('meetings.list', { year: 2026 })
    noe.events.length = 0
    await lea.add('Annuaire partagé')
    await vi.waitFor(() => expect(noe.events.some(({ topic }) => topic === 'changed')).toBe(true), 10_000)
    const told = noe.events.filter((event) => event.topic === 'changed').flatMap(({ reads }) => reads)
    expect(told).toContain('["projects.list",{}]')
    expect(told.some((read) => read.includes('meetings.list'))).toBe(false)
    expect(await noe.titles()).toEqual(['Annuaire partagé'])
  })

  it('never overwrite one another in silence', async () => {
    const id = await lea.add('Annuaire')
    const ofLea = await lea.renaming(id, 'Annuaire de Léa')
    const ofNoe = await noe.renaming(id, 'Annuaire de Noé')
    await lea.ok('projects.update', ofLea)
    expect(await noe.refused('projects.update', ofNoe)).toBe('conflict')
    expect(await noe.titles()).toEqual(['Annuaire de Léa'])
  })

  it('take back their own acts alone', async () => {
    await lea.add('Annuaire de Léa')
    await noe.add('Guide de Noé')
    expect((await lea.ok('history.state', {})).undo?.who).toBe('lea (poste)')
    await lea.ok('history.undo', {})
    expect(await noe.titles()).toEqual(['Guide de Noé'])
    await lea.ok('history.redo', {})
    expect(await noe.titles()).toEqual(['Annuaire de Léa', 'Guide de Noé'])
    expect(await noe.ok('history.authors', {})).toEqual(['lea (poste)', 'noe (poste)'])
  })

  it('of one person on two computers are one: each takes back what the other did', async () => {
    const portable = await Desk.open('portable', { ...address, user: 'lea' })
    await lea.add('Annuaire')
    await portable.ok('history.state', {})
    portable.events.length = 0
    await lea.add('Guide')
    await vi.waitFor(() => expect(toldOf(portable)).toContain('["history.state",{}]'), 10_000)
    expect((await portable.ok('history.state', {})).undo?.who).toBe('lea (poste)')
    await portable.ok('history.undo', {})
    expect(await lea.titles()).toEqual(['Annuaire'])
    expect((await lea.ok('history.state', {})).redo?.label).toBe(
      (await noe.ok('history.list', { meetingId: null, limit: 1 }))[0]?.label,
    )
    await lea.ok('history.redo', {})
    expect(await noe.titles()).toEqual(['Annuaire', 'Guide'])
    expect(await noe.refused('history.undo', {})).toBe('nothing-to-undo')
    await portable.close()
  })

  it('cannot write in the name of another, nor have it take back what it did not do', async () => {
    await noe.add('Guide')
    const line = new Line({ ...address, user: 'lea' }, PASSWORD)
    await line.ready()
    for (const who of ['noe', 'noe (poste)', '', 'leandre', 'lea(poste)'])
      await expect(
        line.query(
          `INSERT INTO journal_entry (at, who, method, state) VALUES ('', $1, 'projects.add', 'done')`,
          [who],
        ),
      ).rejects.toMatchObject({ code: 'team-not-allowed' })
    for (const state of ['undone', 'discarded'])
      await expect(line.query(`UPDATE journal_entry SET state = '${state}'`)).rejects.toMatchObject({
        code: 'team-not-allowed',
      })
    await line.close()
    expect(await lea.refused('history.undo', {})).toBe('nothing-to-undo')
    await noe.ok('history.undo', {})
    expect(await lea.titles()).toEqual([])
  })

  it('hold no sign that only a desk of its own could hold', async () => {
    await lea.add('An\0nuaire')
    expect(await noe.titles()).toEqual(['Annuaire'])
    const { id } = await lea.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
    const { version } = await lea.ok('minutes.start', { meetingId: id }).then(({ minutes }) => minutes)
    const words = (text: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    })
    const minutesId = (await lea.ok('minutes.get', { meetingId: id }))?.minutes.id ?? ''
    await lea.ok('minutes.update', { id: minutesId, version, patch: { opening: words('Ouver\0ture') } })
    expect((await noe.ok('minutes.get', { meetingId: id }))?.minutes.opening).toEqual(words('Ouverture'))
    // An address is no line that the shapes sift.
    const { meeting } = await lea.ok('meetings.get', { id })
    const patch = { videoLink: 'https://visio.exemple.invalid/sé\0ance' }
    await lea.ok('meetings.update', { id, version: meeting.version, patch })
    const seen = await noe.ok('meetings.get', { id })
    expect(seen.meeting.videoLink).toBe('https://visio.exemple.invalid/séance')
  })

  it('find what either wrote by its words', async () => {
    await lea.add('Référentiel des élus œuvrant à l’Éducation')
    for (const words of ['referentiel', 'oeuvrant', 'educ']) {
      const { hits } = await noe.ok('search.query', { words, only: null })
      expect(hits.map(({ title }) => title)).toEqual(['Référentiel des élus œuvrant à l’Éducation'])
    }
  })

  it('type a line each in one meeting, and find their own again', async () => {
    const { id: meetingId } = await lea.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    await lea.ok('session.keepDraft', { meetingId, text: 'D : le calend' })
    await noe.ok('session.keepDraft', { meetingId, text: 'A : relancer' })
    await lea.ok('session.keepDraft', { meetingId, text: 'D : le calendrier' })
    expect(await lea.ok('session.draft', { meetingId })).toEqual({ text: 'D : le calendrier' })
    expect(await noe.ok('session.draft', { meetingId })).toEqual({ text: 'A : relancer' })
  })

  it('go on with a line that a desk brought with it: it is of one of them alone', async () => {
    const { id: meetingId } = await lea.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    await server.query(
      address.database,
      `INSERT INTO inp.session_draft (id, meeting_id, author, text) VALUES ('${newId()}', '${meetingId}', '', 'D : le calend')`,
    )
    // Whoever types a line already finds that one, and nothing is added to it.
    await lea.ok('session.keepDraft', { meetingId, text: 'A : relancer' })
    expect(await lea.ok('session.draft', { meetingId })).toEqual({ text: 'A : relancer' })
    await lea.ok('session.keepDraft', { meetingId, text: '' })
    const drafts = () => Promise.all([lea, noe].map((desk) => desk.ok('session.draft', { meetingId })))
    const found = await drafts()
    expect(found.map(({ text }) => text).toSorted()).toEqual(['', 'D : le calend'])
    expect(await drafts()).toEqual(found)
  })

  it('write one after the other, however many at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, count) => (count % 2 === 0 ? lea : noe).add(`Projet ${count}`)),
    )
    expect(await lea.titles()).toHaveLength(40)
    const entries = await lea.ok('history.list', { meetingId: null, limit: 100 })
    expect(new Set(entries.map(({ seq }) => seq)).size).toBe(40)
  })
})

describe('numbers of the journal and of the feed', () => {
  it.each([
    `INSERT INTO journal_entry (seq, at, who, method, state) VALUES (900000000, '', 'lea', 'projects.add', 'done')`,
    `INSERT INTO journal_change (ord, entry_seq, table_name, row_id) SELECT 900000000, max(seq), 'project', 'x' FROM journal_entry WHERE who LIKE 'lea%'`,
    `INSERT INTO team_change (n, act, written) VALUES (900000000, 'x', '[]')`,
  ])('are counted by the engine, so that nobody hides what comes after: %s', async (sql) => {
    await lea.add('Annuaire')
    const line = new Line({ ...address, user: 'lea' }, PASSWORD)
    await line.ready()
    // Also where the line has counted before.
    await line.query(`INSERT INTO team_change (act, written) VALUES ('y', '[]')`)
    await line.query(`INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'lea', 'x', 'done')`)
    await expect(line.query(sql)).rejects.toThrow()
    await line.close()
    await noe.titles()
    noe.events.length = 0
    await lea.add('Guide')
    await vi.waitFor(() => expect(toldOf(noe)).toContain('["projects.list",{}]'), 10_000)
    const [change] = await server.query<{ last: string }>(
      address.database,
      'SELECT max(ord) AS last FROM inp.journal_change',
    )
    expect(Number(change?.last)).toBeLessThan(100)
  })
})

describe('a server that goes away', () => {
  it('is said, and is found again by the next call; nothing is lost that was acknowledged', async () => {
    await lea.add('Avant la coupure')
    const [cut] = await Promise.all([
      lea.core.call('projects.add', { id: newId(), fields: { title: 'Pendant la coupure' } }),
      server.crash(),
    ])
    if (!cut.ok) expect(cut.error.code).toBe('team-away')
    await vi.waitFor(async () => expect(await lea.titles()).toContain('Avant la coupure'), 20_000)
    expect((await noe.titles()).includes('Pendant la coupure')).toBe(cut.ok)
  })

  it('found out by a desk that only reads: it is told what others write from then on', async () => {
    await noe.titles()
    await noe.ok('team.get', {})
    noe.events.length = 0
    await server.pause()
    await vi.waitFor(() => expect(toldOf(noe)).toContain('["team.get",{}]'), 60_000)
    noe.events.length = 0
    await server.resume()
    // It finds out by itself.
    await vi.waitFor(() => expect(toldOf(noe)).toContain('all'), 20_000)
    // As its window does then.
    await vi.waitFor(() => noe.titles(), 20_000)
    noe.events.length = 0
    await vi.waitFor(() => lea.add('Après la coupure'), 20_000)
    await vi.waitFor(() => expect(toldOf(noe)).toContain('["projects.list",{}]'), 20_000)
    expect(await noe.titles()).toContain('Après la coupure')
  })
})

describe('the counters of the journal', () => {
  it('are set back by nobody, who looked before the others wrote', async () => {
    const hostile = new Line({ ...address, user: 'noe' }, PASSWORD)
    await hostile.ready()
    await hostile.begin('BEGIN ISOLATION LEVEL REPEATABLE READ')
    await hostile.query('SELECT 1 FROM journal_entry')
    for (const title of ['Annuaire', 'Bulletin', 'Charte']) await lea.add(title)
    await hostile.query('SELECT count_on()')
    await hostile.query('COMMIT')
    await lea.add('Guide')
    expect(await lea.titles()).toEqual(['Annuaire', 'Bulletin', 'Charte', 'Guide'])
    await hostile.close()
  })

  it('wait for whoever writes', async () => {
    const [writer, hostile] = [new Line(address, PASSWORD), new Line({ ...address, user: 'noe' }, PASSWORD)]
    await Promise.all([writer.ready(), hostile.ready()])
    await writer.begin(`BEGIN; ${lockWriters}`)
    await expect(
      hostile.query(`BEGIN; SET LOCAL lock_timeout = 200; SELECT count_on()`),
    ).rejects.toMatchObject({ code: 'busy' })
    await Promise.all([writer.query('ROLLBACK'), hostile.query('ROLLBACK')])
    await Promise.all([writer.close(), hostile.close()])
  })
})

describe('an act whose answer was cut', () => {
  it('is looked up again after somebody else was writing for longer than one waits', async () => {
    const [line, other] = [new Line(address, PASSWORD), new Line(address, PASSWORD)]
    await Promise.all([line.ready(), other.ready()])
    await other.begin(`BEGIN; ${lockWriters}`)
    await expect(line.hasAct(newId())).rejects.toMatchObject({ code: 'busy' })
    await other.query('ROLLBACK')
    expect(await line.hasAct(newId())).toBe(false)
    await Promise.all([line.close(), other.close()])
  })
})

describe('a file of the team', () => {
  it('that one desk added is in the store of the other, also of one that opens later', async () => {
    const { id: meetingId } = await lea.ok('meetings.create', {
      fields: { date: '2027-01-14' },
      fromTemplate: false,
    })
    const bytes = new Uint8Array(3_000_000).map((_, at) => (at * 31) % 251)
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
    await lea.ok('attachments.add', {
      meetingId,
      itemId: null,
      replaces: null,
      awaitedId: null,
      file: { fileName: 'note.pdf', bytes },
    })
    const later = await Desk.open('Inès', address)
    for (const desk of [noe, later])
      await vi.waitFor(async () => expect(await desk.storeOf()).toEqual(await lea.storeOf()), 20_000)
    expect(await noe.storeOf()).toHaveLength(1)
    await later.close()
  })
})
