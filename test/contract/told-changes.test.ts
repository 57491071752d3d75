// What the members were told of a meeting, by which message, and what the next one says to them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld, first } from './dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
  await world.send('convocation')
})
afterEach(() => world.opened.dispose())

const ok: DispatchWorld['opened']['ok'] = (method, input) => world.opened.ok(method, input)
const meeting = async () => (await ok('meetings.get', { id: world.meetingId })).meeting
const change = async (patch: object) =>
  ok('meetings.update', { id: world.meetingId, version: (await meeting()).version, patch })
const move = async (date: string, startTime: string, reason = '') =>
  ok('meetings.move', {
    ...{ id: world.meetingId, version: (await meeting()).version },
    ...{ date, startTime, endTime: '16:30', reason },
  })
const untold = () => ok('dispatch.untold', { meetingId: world.meetingId })
const letter = async () =>
  first(await world.prepare('dateChange')).dispatch.body.replaceAll(/[\u00a0\u202f]/gu, ' ')

/** Sends the only message of a kind without its calendar file, or to some only. */
async function sendWithout(
  kind: 'convocation' | 'dateChange' | 'agendaChanged',
  left: { calendar?: boolean; names?: readonly string[] },
): Promise<void> {
  const view = first(await world.prepare(kind))
  const { id } = view.dispatch
  for (const document of view.documents)
    if (left.calendar === true && document.kind === 'calendar')
      await ok('dispatch.removeDocument', { id: document.id })
  for (const recipient of view.recipients)
    if (left.names?.some((name) => recipient.name.includes(name)) === true)
      await ok('dispatch.removeRecipient', { id: recipient.id, version: recipient.version })
  const { dispatch } = await ok('dispatch.get', { id })
  await ok('dispatch.markSent', { id, version: dispatch.version })
}

describe('the day that a message of a change gives as the former one', () => {
  it('is the one that the members hold, with the reason, however often it changed since', async () => {
    await move('2026-12-17', '14:00', 'Salle indisponible')
    await change({ startTime: '09:30' })
    expect(await letter()).toContain('Date initiale : jeudi 10 décembre 2026 à 14 h')
    expect(await letter()).toContain('Motif : Salle indisponible')
    await world.send('dateChange')
    await change({ startTime: '10:00' })
    await change({ startTime: '10:30' })
    expect(await letter()).toContain('Date initiale : jeudi 17 décembre 2026 à 9 h 30')
    expect(await letter()).not.toContain('Motif')
  })

  it('is none where the start is the one they hold', async () => {
    await move('2026-12-17', '14:00', 'Salle indisponible')
    await move('2026-12-10', '14:00')
    expect(await untold()).toEqual([])
    expect(await letter()).not.toContain('Date initiale')
    await move('2026-12-17', '14:00', 'Salle indisponible')
    await world.send('dateChange')
    await change({ endTime: '17:00' })
    expect(await untold()).toEqual(['hours'])
    expect(await letter()).not.toMatch(/Date initiale|Motif/)
  })

  it('is said in the list of the series by the move that changed the day', async () => {
    const id = newId()
    const fields = {
      ...{ name: 'Plénière', rule: { ordinal: 2 as const, weekday: 4, months: [12] } },
      ...{ startTime: '14:00', endTime: '16:30', mode: 'hybride' as const, place: '', videoLink: '' },
      ...{ chair: '', secretary: '' },
    }
    await ok('series.add', { id, fields })
    await ok('series.adoptMeetings', { id, year: 2026 })
    await move('2026-12-17', '14:00', 'Salle indisponible')
    world.setNow('2026-11-03T09:00:00.000Z')
    await change({ startTime: '09:30' })
    expect(await ok('series.occurrences', { id, year: 2026 })).toMatchObject([
      { date: '2026-12-10', state: 'moved', reason: 'Salle indisponible' },
    ])
  })
})

describe('what the members were not told', () => {
  it('is told by a message of it without a calendar file too', async () => {
    await change({ startTime: '10:00', place: 'Salle Condorcet' })
    expect(await untold()).toEqual(['hours', 'place', 'agenda'])
    await sendWithout('dateChange', { calendar: true })
    expect(await untold()).toEqual(['agenda'])
    await ok('history.undo', {})
    expect(await untold()).toEqual(['hours', 'place', 'agenda'])
  })

  it('is told by the message of another agenda too, which gives hours, place and link', async () => {
    await ok('agenda.validate', { meetingId: world.meetingId, by: 'Hélène Marchetti' })
    await ok('agenda.publish', { meetingId: world.meetingId })
    await change({
      startTime: '10:00',
      videoLink: 'https://visio.exemple.invalid/b',
      title: 'Autre intitulé',
    })
    await sendWithout('agendaChanged', { calendar: true })
    expect(await untold()).toEqual(['title'])
  })

  it('is not told to all of them by a convocation that went to one', async () => {
    await change({ startTime: '10:00' })
    await sendWithout('convocation', { names: ['Marchetti', 'Sauveterre'] })
    expect(await untold()).toEqual(['hours', 'agenda'])
    expect(await letter()).toContain('Date initiale : jeudi 10 décembre 2026 à 14 h')
    await world.send('dateChange')
    expect(await untold()).toEqual([])
  })

  it('counts for a member who was written to as a guest besides', async () => {
    const archives = (await ok('agenda.list', { meetingId: world.meetingId })).items[1]
    const { id = '', version = 0 } = archives ?? {}
    await ok('agenda.update', { id, version, patch: { presenter: 'Une Inconnue' } })
    const guest = first(await world.prepare('guestInvitation', id)).dispatch
    const { Okonjo: personId = '' } = world.persons
    const fields = {
      ...{ personId, name: 'Paul Okonjo', organisation: '' },
      ...{ email: 'okonjo@asso.example', field: 'to' as const },
    }
    await ok('dispatch.addRecipient', { id: newId(), dispatchId: guest.id, fields })
    await ok('dispatch.markSent', {
      id: guest.id,
      version: (await ok('dispatch.get', { id: guest.id })).dispatch.version,
    })
    await change({ startTime: '10:00' })
    await sendWithout('dateChange', { names: ['Okonjo'] })
    expect(await untold()).toContain('hours')
    await world.send('dateChange')
    expect(await untold()).not.toContain('hours')
  })
})

it('a reminder asks whoever answered for the former day whether that still holds', async () => {
  const { meetingId } = world
  await ok('replies.set', {
    meetingId,
    personId: world.persons.Marchetti ?? '',
    fields: { answer: 'onSite' },
  })
  const former = 'jeudi 10\u00a0décembre 2026 à 14\u00a0h'
  expect(first(await world.prepare('replyReminder')).dispatch.body).not.toContain(former)
  world.setNow('2026-11-05T08:00:00.000Z')
  await move('2026-12-17', '14:00')
  const view = first(await world.prepare('replyReminder'))
  expect(view.recipients.map(({ name }) => name)).toContain('Hélène Marchetti')
  expect(view.dispatch.body).toContain(former)
  expect(view.dispatch.body).toContain('si votre réponse tient toujours')
  expect(view.dispatch.body).not.toContain('pas encore reçu')
})
