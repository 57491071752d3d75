import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const college = async (name: string, protocolOrder?: number) => {
  const id = newId()
  await opened.ok('directory.addCollege', {
    id,
    fields: { name, ...(protocolOrder === undefined ? {} : { protocolOrder }) },
  })
  return id
}
const organisation = async (name: string, collegeId: string | null = null, acronym = '') => {
  const id = newId()
  await opened.ok('directory.addOrganisation', { id, fields: { name, acronym, collegeId } })
  return id
}
const person = async (familyName: string, organisationId: string | null = null) => {
  const id = newId()
  await opened.ok('directory.addPerson', { id, fields: { familyName, organisationId } })
  return id
}
const member = async (
  personId: string,
  fields: {
    organisationId?: string
    startsOn?: string
    endsOn?: string
    role?: 'titulaire' | 'suppleant'
  } = {},
) => {
  const id = newId()
  await opened.ok('directory.addMandate', { id, personId, fields: { role: 'titulaire', ...fields } })
  return id
}
const meeting = async (date = '2026-12-10') =>
  (await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })).id
const attendance = async (date: string) =>
  opened.ok('attendance.addMembers', { meetingId: await meeting(date) })

describe('the directory', () => {
  it('lists in protocol order and follows it in the attendance', async () => {
    const [state, elected] = [await college('État', 2), await college('Élus', 1)]
    const [office, body] = [
      await organisation('Direction exemple', state),
      await organisation('Communes exemple', elected),
    ]
    const [zola, alone] = [await person('Zola-Exemple', office), await person('Sans-Exemple')]
    const [later, adam] = [await person('Bernard-Exemple', body), await person('Adam-Exemple', body)]
    const view = await opened.ok('directory.list', {})
    expect(view.colleges.map(({ name }) => name)).toEqual(['Élus', 'État'])
    expect(view.organisations.map(({ id }) => id)).toEqual([body, office])
    expect(view.persons.map(({ id }) => id)).toEqual([later, adam, zola, alone])
    await member(zola, { organisationId: office })
    await member(adam, { organisationId: body })
    const attendees = await attendance('2026-12-10')
    expect(attendees.map(({ familyName, college: name }) => [familyName, name])).toEqual([
      ['Adam-Exemple', 'Élus'],
      ['Zola-Exemple', 'État'],
    ])
    const meetingId = attendees[0]?.meetingId ?? ''
    expect(await opened.ok('attendance.addMembers', { meetingId })).toHaveLength(2)
  })

  it('is put in another order, one list at a time, and back', async () => {
    const [a, b, c] = [await person('A-Exemple'), await person('B-Exemple'), await person('C-Exemple')]
    const order = async () => (await opened.ok('directory.list', {})).persons.map(({ id }) => id)
    await opened.ok('directory.reorder', { list: 'persons', ids: [c, a] })
    expect(await order()).toEqual([c, a, b])
    // Nobody who edits one of them meanwhile is disturbed.
    await opened.ok('directory.updatePerson', { id: a, version: 1, patch: { jobTitle: 'maire' } })
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await order()).toEqual([a, b, c])
    const [x, y] = [await college('Élus'), await college('État')]
    await opened.ok('directory.reorder', { list: 'colleges', ids: [y, x] })
    expect((await opened.ok('directory.list', {})).colleges.map(({ id }) => id)).toEqual([y, x])
  })

  it('keeps what is used, and keeps printed names when a person goes', async () => {
    const elected = await college('Élus')
    const body = await organisation('Communes exemple', elected)
    const adam = await person('Adam-Exemple', body)
    await member(adam)
    expect(await opened.refused('directory.removeCollege', { id: elected, version: 1 })).toBe('state-refuses')
    expect(await opened.refused('directory.removeOrganisation', { id: body, version: 1 })).toBe(
      'state-refuses',
    )
    const [attendee] = await attendance('2026-12-10')
    const meetingId = attendee?.meetingId ?? ''
    await opened.ok('replies.set', { meetingId, personId: adam, fields: { answer: 'onSite' } })
    await opened.ok('directory.removePerson', { id: adam, version: 1 })
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([
      { familyName: 'Adam-Exemple', personId: null },
    ])
    await opened.ok('history.undo', {})
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([{ personId: adam }])
    expect((await opened.ok('directory.list', {})).mandates).toHaveLength(1)
  })

  it('removes an organisation that nobody names, with its former names', async () => {
    const body = await organisation('Communes exemple')
    await opened.ok('directory.renameOrganisation', {
      id: body,
      version: 1,
      name: 'Communes nouvelles',
      acronym: '',
      lastDay: '2026-06-30',
    })
    const somebody = await person('Adam-Exemple')
    const mandate = await member(somebody, { organisationId: body })
    expect(await opened.refused('directory.removeOrganisation', { id: body, version: 2 })).toBe(
      'state-refuses',
    )
    await opened.ok('directory.removeMandate', { id: mandate, version: 1 })
    const subject = newId()
    await opened.ok('subjects.add', {
      id: subject,
      fields: { title: 'Un sujet', organisation: 'Communes nouvelles', organisationId: body },
    })
    expect((await opened.ok('directory.removeOrganisation', { id: body, version: 2 })).formerNames).toEqual(
      [],
    )
    expect((await opened.ok('subjects.get', { id: subject })).subject).toMatchObject({
      organisation: 'Communes nouvelles',
      organisationId: null,
    })
  })

  it('counts presence by status', async () => {
    const meetingId = await meeting()
    for (const status of ['surPlace', 'visio', 'excuse', null] as const)
      await opened.ok('attendance.add', {
        id: newId(),
        meetingId,
        fields: { familyName: `Exemple ${status}`, status },
      })
    const [row] = await opened.ok('meetings.list', { year: 2026 })
    expect(row).toMatchObject({ attendeeCount: 4, seats: { all: 4, taken: 2 } })
  })

  it('takes no address with a line break', async () => {
    const adam = await person('Adam-Exemple')
    for (const field of ['email', 'copyEmails', 'phone']) {
      const patch = { [field]: 'a@exemple.invalid\r\nBcc: b@exemple.invalid' }
      expect(await opened.refused('directory.updatePerson', { id: adam, version: 1, patch })).toBe(
        'invalid-input',
      )
    }
  })
})

describe('a mandate', () => {
  it('makes a member between its two days, included', async () => {
    const adam = await person('Adam-Exemple')
    await member(adam, { startsOn: '2026-03-10', endsOn: '2026-06-10' })
    const present: Record<string, number> = {}
    for (const date of ['2026-03-09', '2026-03-10', '2026-06-10', '2026-06-11'])
      present[date] = (await attendance(date)).length
    expect(present).toEqual({ '2026-03-09': 0, '2026-03-10': 1, '2026-06-10': 1, '2026-06-11': 0 })
  })

  it('is refused when it ends before it starts, added or changed, and nothing is written', async () => {
    const adam = await person('Adam-Exemple')
    const dates = { startsOn: '2026-06-10', endsOn: '2026-06-09' }
    const envelope = await opened.core.call('directory.addMandate', {
      id: newId(),
      personId: adam,
      fields: { role: 'titulaire', ...dates },
    })
    expect(envelope).toEqual({ ok: false, error: { code: 'invalid-input', field: 'endsOn' } })
    const id = await member(adam, { startsOn: '2026-06-10', endsOn: '2026-06-10' })
    expect(
      await opened.refused('directory.updateMandate', { id, version: 1, patch: { startsOn: '2026-06-11' } }),
    ).toBe('invalid-input')
    expect((await opened.ok('directory.list', {})).mandates).toMatchObject([
      { startsOn: '2026-06-10', endsOn: '2026-06-10' },
    ])
  })

  it('sent twice is one, and an unknown person has none', async () => {
    const [id, adam] = [newId(), await person('Adam-Exemple')]
    const input = { id, personId: adam, fields: { role: 'titulaire' as const } }
    await opened.ok('directory.addMandate', input)
    expect((await opened.ok('directory.addMandate', input)).mandates).toHaveLength(1)
    expect(await opened.refused('directory.addMandate', { ...input, personId: newId() })).toBe('not-found')
  })

  it('of a deputy fills the attendance where nobody else holds the seat', async () => {
    await member(await person('Adam-Exemple'), { role: 'suppleant' })
    expect(await attendance('2026-12-10')).toMatchObject([{ familyName: 'Adam-Exemple' }])
  })
})

describe('an organisation that changes its name', () => {
  it('has no acronym of blanks, under either name', async () => {
    const id = await organisation('Communes d’hier', null, ' \u00a0')
    const rename = { id, name: 'Communes d’aujourd’hui', acronym: '  ', lastDay: '2026-06-30' }
    const renamed = await opened.ok('directory.renameOrganisation', { ...rename, version: 1 })
    expect(renamed.formerNames).toMatchObject([{ name: 'Communes d’hier', acronym: '' }])
    expect(renamed.organisations).toMatchObject([{ name: 'Communes d’aujourd’hui', acronym: '' }])
  })

  it('is shown under the name of the day of each meeting', async () => {
    const body = await organisation('Communes d’hier', null, 'CH')
    await member(await person('Adam-Exemple', body), { organisationId: body })
    const rename = { id: body, name: 'Communes d’aujourd’hui', acronym: 'CA', lastDay: '2026-06-30' }
    await opened.ok('directory.renameOrganisation', { ...rename, version: 1 })
    const { formerNames } = await opened.ok('directory.renameOrganisation', {
      ...rename,
      version: 2,
      name: 'Communes de demain',
      lastDay: '2026-12-31',
    })
    const shown: (string | undefined)[] = []
    for (const date of ['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'])
      shown.push((await attendance(date))[0]?.organisation)
    expect(shown).toEqual([
      'Communes d’hier',
      'Communes d’aujourd’hui',
      'Communes d’aujourd’hui',
      'Communes de demain',
    ])
    // Another last day for the first name: 30 June moves to 31 May.
    const [first] = formerNames
    const taken = { id: first?.id ?? '', version: 1, patch: { until: '2026-12-31' } }
    expect(await opened.core.call('directory.updateFormerName', taken)).toEqual({
      ok: false,
      error: { code: 'invalid-input', field: 'until' },
    })
    await opened.ok('directory.updateFormerName', {
      id: first?.id ?? '',
      version: 1,
      patch: { until: '2026-05-31' },
    })
    expect((await attendance('2026-06-30'))[0]?.organisation).toBe('Communes d’aujourd’hui')
    await opened.ok('directory.removeFormerName', { id: first?.id ?? '', version: 2 })
    expect((await attendance('2026-01-10'))[0]?.organisation).toBe('Communes d’aujourd’hui')
  })

  it('cannot have two names end in disorder, and is undone at once', async () => {
    const body = await organisation('Communes d’hier')
    const rename = { id: body, name: 'Communes d’aujourd’hui', acronym: '', lastDay: '2026-06-30' }
    await opened.ok('directory.renameOrganisation', { ...rename, version: 1 })
    const again = await opened.core.call('directory.renameOrganisation', { ...rename, version: 2 })
    expect(again).toEqual({ ok: false, error: { code: 'invalid-input', field: 'lastDay' } })
    await opened.ok('history.undo', {})
    const view = await opened.ok('directory.list', {})
    expect([view.organisations[0]?.name, view.formerNames]).toEqual(['Communes d’hier', []])
  })
})
