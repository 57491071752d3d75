// The directory through the contract: colleges, organisations, persons; what is used is not removed, names stay printed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../electron/features/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

describe('the directory', () => {
  it('lists in protocol order and follows it in the attendance', async () => {
    const [elected, state] = [newId(), newId()]
    await opened.ok('directory.addCollege', { id: state, fields: { name: 'État', protocolOrder: 2 } })
    await opened.ok('directory.addCollege', { id: elected, fields: { name: 'Élus', protocolOrder: 1 } })
    const [body, office] = [newId(), newId()]
    await opened.ok('directory.addOrganisation', {
      id: office,
      fields: { name: 'Direction exemple', collegeId: state },
    })
    await opened.ok('directory.addOrganisation', {
      id: body,
      fields: { name: 'Communes exemple', collegeId: elected },
    })
    await opened.ok('directory.addPerson', {
      id: newId(),
      fields: { familyName: 'Zola-Exemple', organisationId: office, isMember: true },
    })
    const view = await opened.ok('directory.addPerson', {
      id: newId(),
      fields: { familyName: 'Adam-Exemple', givenName: 'Ève', organisationId: body, isMember: true },
    })
    expect(view.colleges.map(({ name }) => name)).toEqual(['Élus', 'État'])
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    const attendees = await opened.ok('attendance.addMembers', { meetingId })
    expect(attendees.map(({ familyName, college }) => [familyName, college])).toEqual([
      ['Adam-Exemple', 'Élus'],
      ['Zola-Exemple', 'État'],
    ])
    expect(await opened.ok('attendance.addMembers', { meetingId })).toHaveLength(2)
  })

  it('keeps what is used, and keeps printed names when a person goes', async () => {
    const [college, organisation, person] = [newId(), newId(), newId()]
    await opened.ok('directory.addCollege', { id: college, fields: { name: 'Élus' } })
    await opened.ok('directory.addOrganisation', {
      id: organisation,
      fields: { name: 'Communes exemple', collegeId: college },
    })
    await opened.ok('directory.addPerson', {
      id: person,
      fields: { familyName: 'Adam-Exemple', organisationId: organisation, isMember: true },
    })
    expect(await opened.refused('directory.removeCollege', { id: college, version: 1 })).toBe('state-refuses')
    expect(await opened.refused('directory.removeOrganisation', { id: organisation, version: 1 })).toBe(
      'state-refuses',
    )
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    await opened.ok('attendance.addMembers', { meetingId })
    await opened.ok('directory.removePerson', { id: person, version: 1 })
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([
      { familyName: 'Adam-Exemple', personId: null },
    ])
    await opened.ok('history.undo', {})
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([{ personId: person }])
  })

  it('counts presence by status', async () => {
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    for (const status of ['surPlace', 'visio', 'excuse', null] as const)
      await opened.ok('attendance.add', {
        id: newId(),
        meetingId,
        fields: { familyName: `Exemple ${status}`, status },
      })
    const [row] = await opened.ok('meetings.list', { year: 2026 })
    expect(row).toMatchObject({ attendeeCount: 4, presentCount: 2 })
  })
})
