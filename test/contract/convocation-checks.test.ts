import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isConvened } from '../../electron/domain/attendance/reply.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { dispatchWorld, first } from './dispatch-world.ts'
import { hold, meetingOn, openMinutesCore } from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let laterId: string
beforeEach(async () => {
  opened = await openMinutesCore()
  meetingId = await meetingOn(opened, '2026-11-12')
  laterId = await meetingOn(opened, '2026-12-10')
})
afterEach(() => opened.dispose())

describe('what is missing before the convocation', () => {
  it('asks for the first number once: taken up in mid-year, the numbers go on from the one given', async () => {
    const asks = async (id: string) =>
      (await opened.ok('meetings.leavingChecks', { id, departure: 'convocation' })).some(
        ({ kind }) => kind === 'firstNumber',
      )
    expect(await asks(meetingId)).toBe(true)
    // Convened elsewhere, its number is given when it opens, or when its minutes are begun.
    const opening = { id: meetingId, departure: 'opening' } as const
    expect((await opened.ok('meetings.leavingChecks', opening)).map(({ kind }) => kind)).toEqual([
      'firstNumber',
      'notConvened',
    ])
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.update', { id: meetingId, version, patch: { number: 10 } })
    expect(await asks(meetingId)).toBe(false)
    expect(await asks(laterId)).toBe(false)
    await hold(opened, laterId)
    expect((await opened.ok('meetings.get', { id: laterId })).meeting.number).toBe(11)
    const held = { id: laterId, departure: 'opening' } as const
    expect(await opened.ok('meetings.leavingChecks', held)).toEqual([])
    // The first of a civil year is the first.
    expect(await asks(await meetingOn(opened, '2027-01-14'))).toBe(false)
  })

  it('is told of a convocation: minutes too many, and documents that are awaited still', async () => {
    const { items } = await opened.ok('agenda.list', { meetingId: laterId })
    const { version } = (await opened.ok('meetings.get', { id: laterId })).meeting
    const told = async () =>
      (await opened.ok('meetings.leavingChecks', { id: laterId, departure: 'convocation' })).filter(
        ({ kind }) => kind === 'agendaTooLong' || kind === 'documentsAwaited',
      )
    await opened.ok('meetings.update', {
      id: laterId,
      version,
      patch: { startTime: '14:00', endTime: '15:00' },
    })
    expect(await told()).toEqual([])
    const [first, second] = items
    for (const item of [first, second])
      await opened.ok('agenda.update', {
        id: item?.id ?? '',
        version: item?.version ?? 1,
        patch: { durationMinutes: 35 },
      })
    const awaited = newId()
    await opened.ok('attachments.addAwaited', {
      id: awaited,
      itemId: second?.id ?? '',
      fields: { title: 'Note de cadrage' },
    })
    expect(await told()).toMatchObject([
      { kind: 'agendaTooLong', names: ['10'], words: '15:10' },
      { kind: 'documentsAwaited', names: ['2'] },
    ])
  })

  it.each(['publication', 'convocation'] as const)(
    'names the item that has no title: %s',
    async (departure) => {
      const { items } = await opened.ok('agenda.list', { meetingId: laterId })
      const { id = '', version = 1 } = items[1] ?? {}
      await opened.ok('agenda.update', { id, version, patch: { title: ' ' } })
      const told = await opened.ok('meetings.leavingChecks', { id: laterId, departure })
      expect(told).toContainEqual(
        expect.objectContaining({ kind: 'itemUntitled', names: ['2'], section: id }),
      )
    },
  )

  it('names the two items of one title', async () => {
    const { items } = await opened.ok('agenda.list', { meetingId: laterId })
    const { id = '', version = 1 } = items[1] ?? {}
    const title = items[0]?.title.toUpperCase() ?? ''
    await opened.ok('agenda.update', { id, version, patch: { title } })
    const told = await opened.ok('meetings.leavingChecks', { id: laterId, departure: 'publication' })
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'itemTwice', names: ['1', '2', title], section: id }),
    )
  })

  it('is told before an agenda is published: what runs into a fixed hour, and past the end', async () => {
    const { version } = (await opened.ok('meetings.get', { id: laterId })).meeting
    const patch = { startTime: '14:00', endTime: '15:00' }
    await opened.ok('meetings.update', { id: laterId, version, patch })
    const told = (departure: 'publication' | 'convocation') =>
      opened.ok('meetings.leavingChecks', { id: laterId, departure })
    const unvalidated = { kind: 'agendaUnvalidated', names: [], stops: false }
    expect(await told('publication')).toMatchObject([unvalidated])
    const { items } = await opened.ok('agenda.list', { meetingId: laterId })
    const change = async (rank: number, patch: { durationMinutes: number; fixedStart?: string }) => {
      const item = items[rank]
      const id = item?.id ?? ''
      await opened.ok('agenda.update', { id, version: item?.version ?? 1, patch })
      return id
    }
    await change(0, { durationMinutes: 40 })
    const id = await change(1, { durationMinutes: 35, fixedStart: '14:30' })
    const overlaps = { kind: 'agendaOverlaps', words: '14:30', section: id, stops: false }
    expect(await told('publication')).toMatchObject([
      { kind: 'agendaTooLong', names: ['5'], words: '15:05' },
      { ...overlaps, names: ['10', '2', items[1]?.title] },
      unvalidated,
    ])
    expect((await told('convocation')).map(({ kind }) => kind)).toContain('agendaOverlaps')
  })

  it.each(['publication', 'convocation'] as const)(
    'names the items without a duration, where others have one: %s',
    async (departure) => {
      const { items } = await opened.ok('agenda.list', { meetingId: laterId })
      const untimed = async () =>
        (await opened.ok('meetings.leavingChecks', { id: laterId, departure })).filter(
          ({ kind }) => kind === 'itemsUntimed',
        )
      const [first, ...others] = items
      const lasts = (item: (typeof items)[number] | undefined, durationMinutes: number | null) =>
        opened.ok('agenda.update', {
          ...{ id: item?.id ?? '', version: item?.version ?? 1 },
          patch: { durationMinutes },
        })
      for (const item of items) await lasts(item, null)
      expect(await untimed()).toEqual([])
      await lasts((await opened.ok('agenda.list', { meetingId: laterId })).items[0], 10)
      expect(first?.kind).toBe('item')
      expect(await untimed()).toMatchObject([
        { names: others.map((_, rank) => String(rank + 2)), section: others[0]?.id, stops: false },
      ])
    },
  )

  it('is told until the chair has validated what the agenda says, and again once it says something else', async () => {
    const told = async () =>
      (await opened.ok('meetings.leavingChecks', { id: laterId, departure: 'convocation' }))
        .filter(({ kind }) => kind === 'agendaUnvalidated')
        .map(({ names }) => names)
    expect(await told()).toEqual([[]])
    await opened.ok('agenda.validate', { meetingId: laterId, by: 'Hélène Marchetti' })
    expect(await told()).toEqual([])
    const { items } = await opened.ok('agenda.list', { meetingId: laterId })
    const { id = '', version = 1 } = items[0] ?? {}
    await opened.ok('agenda.update', { id, version, patch: { title: 'Autre chose' } })
    expect(await told()).toEqual([['Hélène Marchetti']])
  })

  it('is told of a convocation: its date, who has no address', async () => {
    for (const [givenName, email, role] of [
      ['Ada', '', 'titulaire'],
      ['Luc', 'tilleul@', 'titulaire'],
      ['Noé', 'noe.tilleul@exemple', 'suppleant'],
      ['Zoé', 'zoe.tilleul@exemple.fr', 'titulaire'],
    ] as const) {
      const personId = newId()
      await opened.ok('directory.addPerson', {
        id: personId,
        fields: { givenName, familyName: 'Tilleul', email },
      })
      await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role } })
    }
    const { items } = await opened.ok('agenda.list', { meetingId })
    for (const email of ['', 'orvault@exemple.fr']) {
      const personId = newId()
      await opened.ok('directory.addPerson', {
        id: personId,
        fields: { givenName: email === '' ? 'Guy' : 'Max', familyName: 'Orvault', email },
      })
      await opened.ok('agenda.addGuest', { itemId: items[0]?.id ?? '', personId })
    }
    const told = await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'convocation' })
    expect(told).toMatchObject([
      { kind: 'meetingPassed', words: '2026-11-12' },
      { kind: 'agendaUnvalidated' },
      { kind: 'firstNumber', names: ['1'] },
      {
        kind: 'recipientWithoutAddress',
        names: ['Ada Tilleul', 'Luc Tilleul', 'Noé Tilleul', 'Guy Orvault'],
      },
    ])
    // Of minutes that are read over nobody who is only invited has a part.
    const review = await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'review' })
    expect(review.find(({ kind }) => kind === 'recipientWithoutAddress')?.names).toHaveLength(3)
  })
})

describe('who was convened', () => {
  it('is whom the convocation went to: nothing is awaited of the others, who are named', async () => {
    const world = await dispatchWorld()
    const { opened: desk, meetingId: id, persons } = world
    const reached = async () => {
      const { asked } = await desk.ok('replies.list', { meetingId: id })
      return asked.filter((one) => !isConvened(one)).map(({ familyName }) => familyName)
    }
    const answers = async () => (await desk.ok('home.get', {})).replies
    const { dispatch, recipients } = first(await world.prepare('convocation'))
    expect(await reached()).toEqual([])
    const left = recipients.find(({ name }) => name === 'Paul Okonjo')
    await desk.ok('dispatch.removeRecipient', { id: left?.id ?? '', version: 1 })
    await desk.ok('dispatch.markSent', { id: dispatch.id, version: dispatch.version })
    expect(await reached()).toEqual(['Okonjo'])
    expect(await answers()).toEqual({ asked: 1, answered: 0 })
    const fields = { answer: 'onSite', representedBy: '', comment: '' } as const
    await desk.ok('replies.set', { meetingId: id, personId: persons.Okonjo ?? '', fields })
    expect(await reached()).toEqual([])
    expect(await answers()).toEqual({ asked: 2, answered: 1 })
    await desk.dispose()
  })
})
