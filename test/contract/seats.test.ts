import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { askedCount, repliedSeats, replyCounts } from '../../electron/domain/attendance/reply.ts'
import { quorumOf } from '../../electron/domain/attendance/rules.ts'
import { noArticles } from '../../electron/domain/people/organisation-article.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

// A body of 18 members in two colleges; each of the State's six directions has a deputy.
let opened: OpenedCore
let meetingId: string
const titulaires: string[] = []
const deputies: string[] = []

beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-27T10:00:00.000Z' })
  titulaires.length = 0
  deputies.length = 0
  const person = async (familyName: string, organisationId: string, role: 'titulaire' | 'suppleant') => {
    const personId = newId()
    await opened.ok('directory.addPerson', { id: personId, fields: { familyName, organisationId } })
    await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role, organisationId } })
    return personId
  }
  const state = newId()
  const associations = newId()
  await opened.ok('directory.addCollege', { id: state, fields: { name: 'État', protocolOrder: 1 } })
  await opened.ok('directory.addCollege', {
    id: associations,
    fields: { name: 'Associations', protocolOrder: 2 },
  })
  for (let place = 0; place < 18; place += 1) {
    const id = newId()
    const isState = place < 6
    await opened.ok('directory.addOrganisation', {
      id,
      fields: {
        name: `${isState ? 'Direction' : 'Association'} d’exemple ${place}`,
        collegeId: isState ? state : associations,
        protocolOrder: place,
      },
    })
    titulaires.push(await person(`Titulaire${place}`, id, 'titulaire'))
    if (isState) deputies.push(await person(`Suppléant${place}`, id, 'suppleant'))
  }
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-11-27' }, fromTemplate: false })).id
})
afterEach(() => opened.dispose())

const answer = (personId: string, said: 'onSite' | 'remote' | 'excused') =>
  opened.ok('replies.set', { meetingId, personId, fields: { answer: said } })
const become = async (state: 'convened' | 'held') => {
  const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
  await opened.ok('meetings.setState', { id: meetingId, version, state })
}

describe('an organisation that has a deputy and no titulaire', () => {
  it.each(['attendance.addMembers', 'attendance.fillFromReplies'] as const)(
    'has the seat in the attendance that it has in the replies: %s',
    async (method) => {
      const organisationId = newId()
      await opened.ok('directory.addOrganisation', {
        id: organisationId,
        fields: { name: 'Agence d’exemple' },
      })
      for (const familyName of ['Seule', 'Autre']) {
        const personId = newId()
        await opened.ok('directory.addPerson', { id: personId, fields: { familyName, organisationId } })
        const fields = { role: 'suppleant' as const, organisationId }
        await opened.ok('directory.addMandate', { id: newId(), personId, fields })
      }
      const { asked } = await opened.ok('replies.list', { meetingId })
      expect(repliedSeats(asked)).toHaveLength(19)
      const listed = await opened.ok(method, { meetingId })
      expect(listed.map(({ familyName }) => familyName)).toContain('Seule')
      expect(listed).toHaveLength(19)
    },
  )
})

describe('eighteen members', () => {
  it('have eighteen seats whoever of them comes, in replies, attendance, minutes and the report', async () => {
    const [first = '', second = '', ...others] = titulaires
    // Of the first direction the deputy comes, of the second both.
    await answer(first, 'excused')
    await answer(deputies[0] ?? '', 'onSite')
    await answer(second, 'onSite')
    await answer(deputies[1] ?? '', 'remote')
    for (const id of others) await answer(id, 'remote')
    const { asked } = await opened.ok('replies.list', { meetingId })
    expect(askedCount(asked)).toBe(18)
    expect(replyCounts(asked)).toEqual({ onSite: 2, remote: 16, excused: 0, represented: 0, awaited: 0 })

    await opened.ok('attendance.fillFromReplies', { meetingId })
    const list = await opened.ok('attendance.list', { meetingId })
    expect(list).toHaveLength(20)
    expect(quorumOf(list, { quorumPercent: 50 })).toMatchObject({ present: 18, members: 18 })
    await become('convened')
    await opened.ok('minutes.start', { meetingId })
    await opened.ok('attendance.confirm', { meetingId })
    await become('held')
    expect(await opened.ok('meetings.list', { year: 2026 })).toMatchObject([
      { attendeeCount: 20, seats: { all: 18, taken: 18 } },
    ])
    const { attendance } = minutesModel({
      ...(await opened.ok('meetings.get', { id: meetingId })),
      articles: noArticles,
    })
    expect(attendance?.groups.slice(0, 2).map(({ label }) => label)).toEqual([
      'État (6 sur 6)\u00a0:',
      'Associations (12 sur 12)\u00a0:',
    ])
    expect(attendance?.summary).toMatch(/^19.personnes présentes.*18.sièges pourvus sur.18/u)
    const { report } = await opened.ok('yearlyReport.get', { from: '2026-01-01', to: '2026-12-31' })
    expect(report.participation).toMatchObject({ present: 18, members: 18 })
    expect(report.participation.colleges).toMatchObject([
      { name: 'État', present: 6, members: 6 },
      { name: 'Associations', present: 12, members: 12 },
    ])
    expect(Math.max(...report.participation.organisations.map(({ members }) => members))).toBe(1)
  })

  it('are awaited alike on Accueil and on Participants', async () => {
    await become('convened')
    await answer(titulaires[0] ?? '', 'excused')
    await answer(titulaires[1] ?? '', 'onSite')
    await answer(deputies[2] ?? '', 'onSite')
    const { asked } = await opened.ok('replies.list', { meetingId })
    // Of the first direction the deputy may still come; of the third the deputy comes.
    expect(replyCounts(asked).awaited).toBe(16)
    expect(await opened.ok('home.get', {})).toMatchObject({ replies: { asked: 18, answered: 2 } })
  })

  it('keep their seats when somebody of the directory is added by hand', async () => {
    await opened.ok('attendance.addMembers', { meetingId })
    const seats = async () => (await opened.ok('meetings.list', { year: 2026 }))[0]
    const add = (personId: string | null, familyName: string) =>
      opened.ok('attendance.add', {
        id: newId(),
        meetingId,
        fields: { personId, familyName },
        isPresent: true,
      })
    const [deputy = ''] = deputies
    const listed = (await add(deputy, 'Suppléant0')).find(({ personId }) => personId === deputy)
    expect(listed).toMatchObject({
      seat: 'suppleant',
      college: 'État',
      organisation: 'Direction d’exemple 0',
    })
    expect(await seats()).toMatchObject({ seats: { all: 18, taken: 1 } })
    const expert = newId()
    const { organisations } = await opened.ok('directory.list', {})
    const organisationId = organisations[0]?.id ?? ''
    await opened.ok('directory.addPerson', { id: expert, fields: { familyName: 'Expert', organisationId } })
    await add(expert, 'Expert')
    await add(null, 'Visiteur')
    expect(await seats()).toMatchObject({ attendeeCount: 21, seats: { all: 18, taken: 1 } })
  })

  it('stay eighteen when a mandate changes between the list and the meeting', async () => {
    await opened.ok('attendance.addMembers', { meetingId })
    const { mandates, organisations } = await opened.ok('directory.list', {})
    const [left = '', stays = ''] = titulaires
    const mandate = mandates.find(({ personId }) => personId === left)
    const organisationId = organisations.find(({ name }) => name === 'Direction d’exemple 0')?.id ?? ''
    await opened.ok('directory.updateMandate', {
      id: mandate?.id ?? '',
      version: mandate?.version ?? 0,
      patch: { endsOn: '2026-11-25' },
    })
    const successor = newId()
    await opened.ok('directory.addPerson', {
      id: successor,
      fields: { familyName: 'Successeur', organisationId },
    })
    await opened.ok('directory.addMandate', {
      id: newId(),
      personId: successor,
      fields: { role: 'titulaire', organisationId, startsOn: '2026-11-26' },
    })
    await opened.ok('attendance.fillFromReplies', { meetingId })
    const list = await opened.ok('attendance.list', { meetingId })
    const seatOf = (id: string) => list.find(({ personId }) => personId === id)?.seat
    expect([left, successor, stays].map(seatOf)).toEqual(['guest', 'titulaire', 'titulaire'])
    expect(quorumOf(list, { quorumPercent: 50 })?.members).toBe(18)
    // A second filling finds everybody in their place.
    expect(await opened.ok('attendance.fillFromReplies', { meetingId })).toEqual(list)
  })

  it('have one row each, whoever lists them a second time', async () => {
    await opened.ok('attendance.addMembers', { meetingId })
    const [personId = ''] = titulaires
    for (const isPresent of [undefined, true, true])
      await opened.ok('attendance.add', {
        id: newId(),
        meetingId,
        fields: { personId, familyName: 'Titulaire0' },
        ...(isPresent === undefined ? {} : { isPresent }),
      })
    const list = await opened.ok('attendance.list', { meetingId })
    expect(list.filter((one) => one.personId === personId)).toMatchObject([{ status: 'surPlace' }])
    expect(await opened.ok('meetings.list', { year: 2026 })).toMatchObject([
      { attendeeCount: 18, seats: { all: 18, taken: 1 } },
    ])
    // Of every year, where no list shows them, they are not counted.
    expect(await opened.ok('meetings.list', { year: null })).toMatchObject([
      { attendeeCount: 18, seats: null },
    ])
  })
})
