import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppliedLine, ReportLine } from '../../electron/domain/attendance/report.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
const answers = [
  ['Hélène', 'Marchetti', 'remote'],
  ['Olivier', 'Delcambre', 'onSite'],
  ['Solène', 'Kermadec', 'excused'],
  ['Grégoire', 'Malaval', 'represented'],
  ['Fanny', 'Ostermann', null],
] as const

beforeEach(async () => {
  opened = await openTestCore()
  const [collegeId, organisationId] = [newId(), newId()]
  await opened.ok('directory.addCollege', { id: collegeId, fields: { name: 'Associations' } })
  await opened.ok('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Direction générale exemple', acronym: 'DGX', collegeId },
  })
  const people = new Map<string, string>()
  for (const [givenName, familyName] of answers) {
    const personId = newId()
    people.set(familyName, personId)
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName, familyName, organisationId },
    })
    const fields = { role: 'titulaire' as const, organisationId }
    await opened.ok('directory.addMandate', { id: newId(), personId, fields })
  }
  await opened.ok('directory.addPerson', {
    id: newId(),
    fields: {
      givenName: 'Nadège',
      familyName: 'Coulomb',
      organisationId,
      email: 'n.coulomb@syndicat.example',
    },
  })
  meetingId = (
    await opened.ok('meetings.create', {
      fields: { date: '2026-11-12', startTime: '14:00', endTime: '16:00', mode: 'hybride' },
      fromTemplate: false,
    })
  ).id
  for (const [, family, answer] of answers)
    if (answer !== null)
      await opened.ok('replies.set', { meetingId, personId: people.get(family) ?? '', fields: { answer } })
  await opened.ok('attendance.addMembers', { meetingId })
})
afterEach(() => opened.dispose())

const list = () => opened.ok('attendance.list', { meetingId })
const one = async (family: string) => {
  const found = (await list()).find(({ familyName }) => familyName === family)
  if (found === undefined) throw new Error(`no ${family}`)
  return found
}
const statuses = async () =>
  Object.fromEntries((await list()).map(({ familyName, status }) => [familyName, status]))
const read = (text: string) =>
  opened.ok('attendance.readReport', { meetingId, fileName: '', bytes: new TextEncoder().encode(text) })
const taken = (line: ReportLine, change: Partial<AppliedLine> = {}): AppliedLine => ({
  attendeeId: line.match?.attendeeId ?? null,
  newId: newId(),
  from: line.status,
  status: 'visio',
  arrivedAt: line.late,
  leftAt: line.early,
  personId: line.match?.personId ?? null,
  familyName: line.name,
  givenName: '',
  organisation: line.organisation,
  ...change,
})

describe('marks', () => {
  it('somebody is there as they had answered, else on site, else as the meeting is held', async () => {
    for (const family of ['Marchetti', 'Delcambre', 'Ostermann', 'Kermadec'])
      await opened.ok('attendance.markPresent', { meetingId, ids: [(await one(family)).id] })
    expect(await statuses()).toEqual({
      Marchetti: 'visio',
      Delcambre: 'surPlace',
      Ostermann: 'surPlace',
      Kermadec: 'surPlace',
      Malaval: null,
    })
    const { id, version } = await one('Malaval')
    await opened.ok('attendance.update', { id, version, patch: { status: 'audio' } })
    const [kept] = await opened.ok('attendance.markPresent', { meetingId, ids: [id] })
    expect(kept?.status).toBe('audio')
  })

  it('all but a few in one act, taken back in one; excused and represented people stay', async () => {
    await opened.ok('attendance.fillFromReplies', { meetingId })
    await opened.ok('attendance.markAllBut', {
      meetingId,
      exceptIds: [(await one('Delcambre')).id, (await one('Kermadec')).id],
    })
    expect(await statuses()).toEqual({
      Marchetti: 'visio',
      Delcambre: 'absent',
      Kermadec: 'excuse',
      Malaval: 'represente',
      Ostermann: 'surPlace',
    })
    await opened.ok('history.undo', {})
    expect(await statuses()).toMatchObject({ Delcambre: 'surPlace', Ostermann: null })
  })

  it('whoever comes or leaves at an hour was there, and whoever is absent came at none', async () => {
    const exceptIds = [(await one('Ostermann')).id, (await one('Delcambre')).id]
    await opened.ok('attendance.markAllBut', { meetingId, exceptIds })
    const { id, version } = await one('Ostermann')
    await opened.ok('attendance.update', { id, version, patch: { arrivedAt: '15:00' } })
    expect(await one('Ostermann')).toMatchObject({ status: 'surPlace', arrivedAt: '15:00' })
    await opened.ok('attendance.update', { id, version: version + 1, patch: { status: 'absent' } })
    expect(await one('Ostermann')).toMatchObject({ status: 'absent', arrivedAt: null })
    const { id: otherId, version: since } = await one('Delcambre')
    await opened.ok('attendance.update', { id: otherId, version: since, patch: { leftAt: '15:30' } })
    await opened.ok('attendance.markAllBut', { meetingId, exceptIds: [otherId] })
    expect(await one('Delcambre')).toMatchObject({ status: 'absent', leftAt: null })
  })

  it('who said that they come is announced until somebody notes it', async () => {
    await opened.ok('attendance.fillFromReplies', { meetingId })
    const announced = async () =>
      (await list()).filter(({ source }) => source === 'reply').map(({ familyName }) => familyName)
    expect(await announced()).toEqual(['Marchetti', 'Delcambre', 'Malaval'])
    const rows = async () =>
      (await opened.ok('meetings.list', { year: 2026 })).find(({ id }) => id === meetingId)
    expect((await rows())?.seats?.taken).toBe(0)
    // Marked as they had said: noted all the same. A function says nothing of it.
    const { id, version } = await one('Delcambre')
    await opened.ok('attendance.update', { id, version, patch: { role: 'rapporteur' } })
    expect(await announced()).toContain('Delcambre')
    await opened.ok('attendance.markPresent', { meetingId, ids: [id] })
    expect(await announced()).toEqual(['Marchetti', 'Malaval'])
    await opened.ok('attendance.confirm', { meetingId })
    expect(await announced()).toEqual([])
    expect((await rows())?.seats?.taken).toBe(3)
    await opened.ok('history.undo', {})
    expect(await announced()).toEqual(['Marchetti', 'Malaval'])
    await opened.ok('attendance.markAllBut', { meetingId, exceptIds: [] })
    expect(await announced()).toEqual([])
  })

  it('an unknown person is added as there, once', async () => {
    const input = {
      id: newId(),
      meetingId,
      fields: { familyName: 'Invité', givenName: 'Paul' },
      isPresent: true,
    }
    await opened.ok('attendance.add', input)
    await opened.ok('attendance.add', input)
    expect((await list()).filter(({ familyName }) => familyName === 'Invité')).toMatchObject([
      { status: 'surPlace', personId: null },
    ])
  })
})

describe('a report', () => {
  it('names people of the list surely by their whole name, others to be looked at', async () => {
    const { lines, tool, otherDate } = await read(
      'MARCHETTI Hélène (DGX)\nOlivier D.\nFanny Ostermann\nNadège Coulomb\nJuju\niPhone\n+33 6 ** ** ** 00',
    )
    expect([tool, otherDate]).toEqual(['names', false])
    expect(lines.map(({ name, match, standing }) => [name, match?.certainty ?? null, standing])).toEqual([
      ['MARCHETTI Hélène', 'sure', 'mark'],
      ['Olivier D.', 'likely', 'mark'],
      ['Fanny Ostermann', 'sure', 'mark'],
      ['Nadège Coulomb', 'likely', 'add'],
      ['Juju', null, 'add'],
      ['iPhone', null, 'add'],
      ['+33 6 ** ** ** 00', null, 'add'],
    ])
    expect(lines[3]?.match?.attendeeId).toBeNull()
  })

  it('leaves what was marked by hand, asks of those on site, makes nobody absent', async () => {
    await opened.ok('attendance.fillFromReplies', { meetingId })
    const fanny = await one('Ostermann')
    await opened.ok('attendance.update', {
      id: fanny.id,
      version: fanny.version,
      patch: { status: 'absent' },
    })
    const before = await statuses()
    const { lines } = await read(
      'Hélène Marchetti\nOlivier Delcambre\nSolène Kermadec\nGrégoire Malaval\nFanny Ostermann',
    )
    expect(lines.map(({ standing }) => standing)).toEqual(['same', 'onSite', 'mark', 'byHand', 'byHand'])
    expect(await statuses()).toEqual(before)
    await opened.ok('attendance.applyReport', {
      meetingId,
      lines: lines.filter(({ standing }) => standing === 'mark').map((line) => taken(line)),
    })
    expect(await statuses()).toEqual({ ...before, Kermadec: 'visio' })
  })

  it('is taken in one journal entry: marked, hours of the late and of those who left, people added', async () => {
    const bytes = readFileSync(new URL('../fixtures/attendance-reports/teams-fr.csv', import.meta.url))
    const draft = await opened.ok('attendance.readReport', { meetingId, fileName: 'rapport.csv', bytes })
    expect(draft).toMatchObject({ tool: 'teams', otherDate: false })
    expect(draft.lines.map(({ late, early }) => [late, early])).toEqual([
      [null, null],
      [null, null],
      ['14:41', '15:12'],
      [null, null],
      ['14:10', '14:11'],
    ])
    const [helene, olivier, solene, phone] = draft.lines
    if (!helene || !olivier || !solene || !phone) throw new Error('lines missing')
    const lines = [
      taken(helene),
      taken(olivier),
      taken(solene),
      taken(phone, { familyName: 'Coulomb', givenName: 'Nadège' }),
    ]
    await opened.ok('attendance.applyReport', { meetingId, lines })
    await opened.ok('attendance.applyReport', { meetingId, lines: [lines[3] as AppliedLine] })
    expect(await one('Kermadec')).toMatchObject({ status: 'visio', arrivedAt: '14:41', leftAt: '15:12' })
    expect(await one('Coulomb')).toMatchObject({ status: 'visio', givenName: 'Nadège', personId: null })
    expect(await list()).toHaveLength(6)
    await opened.ok('history.undo', {})
    expect(new Set(Object.values(await statuses()))).toEqual(new Set([null]))
  })

  it('refuses what was marked otherwise meanwhile, whole', async () => {
    const { lines } = await read('Hélène Marchetti\nFanny Ostermann')
    const { id, version } = await one('Ostermann')
    await opened.ok('attendance.update', { id, version, patch: { status: 'excuse' } })
    const input = { meetingId, lines: lines.map((line) => taken(line)) }
    expect(await opened.refused('attendance.applyReport', input)).toBe('conflict')
    expect(await one('Marchetti')).toMatchObject({ status: null })
  })

  it('says when it is of another day, and refuses what is no report', async () => {
    const rows = 'Nom;Arrivée;Départ\nHélène Marchetti;03/09/2026 14:00;03/09/2026 16:00'
    expect(await read(rows)).toMatchObject({ tool: 'other', otherDate: true })
    expect(
      await opened.refused('attendance.readReport', {
        meetingId,
        fileName: 'a.png',
        bytes: Uint8Array.of(137, 80, 0, 0),
      }),
    ).toBe('report-unknown')
  })

  it('of four hundred people is matched quickly, each once', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `Prénom${index} Personne${index}`)
    const { lines } = await read([...names, 'Hélène Marchetti', 'Marchetti Hélène'].join('\n'))
    expect(lines).toHaveLength(402)
    expect(lines.slice(-2).map(({ match }) => match?.certainty)).toEqual(['sure', 'possible'])
  })
})
