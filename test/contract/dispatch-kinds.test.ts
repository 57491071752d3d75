import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld, first, namesOf } from './dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

const ok: DispatchWorld['opened']['ok'] = (method, input) => world.opened.ok(method, input)
const meeting = async () => (await ok('meetings.get', { id: world.meetingId })).meeting
const item = (title: string) => world.items[title] ?? ''
const person = (name: string) => world.persons[name] ?? ''

const inviteGuest = () =>
  ok('agenda.addGuest', { itemId: item('Archives numériques'), personId: person('Invité') })
describe('the invitation of a guest', () => {
  it('goes to the guest alone, with the item, its hour and the deadline, and nothing else', async () => {
    await inviteGuest()
    await ok('attachments.addAwaited', {
      id: newId(),
      itemId: item('Archives numériques'),
      fields: { title: 'Présentation', fromId: person('Invité'), dueOn: '2026-12-01' },
    })
    const views = await world.prepare('guestInvitation')
    expect(views.map(namesOf)).toEqual([['Claire Invité']])
    const { dispatch, documents } = first(views)
    expect(dispatch.itemId).toBe(item('Archives numériques'))
    expect(documents).toEqual([])
    expect(dispatch.body).toMatch(/^Madame,/)
    expect(dispatch.body).toContain('Archives numériques')
    expect(dispatch.body).toContain('Heure de passage prévue\u00a0: 14\u00a0h\u00a030')
    expect(dispatch.body).toContain('attendu le mardi 1er\u00a0décembre 2026 au plus tard')
    expect(`${dispatch.subject} ${dispatch.body}`).not.toContain('Annuaire partagé')
    expect(await ok('dispatch.list', { meetingId: world.meetingId })).toMatchObject([
      { addressee: 'Claire Invité' },
    ])
  })

  it('goes to a presenter who is no member, never to one who is', async () => {
    const { items } = await ok('agenda.list', { meetingId: world.meetingId })
    const [annuaire, archives] = items
    if (annuaire === undefined || archives === undefined) throw new Error('items are missing')
    await ok('agenda.update', {
      id: annuaire.id,
      version: annuaire.version,
      patch: { presenter: 'Paul Okonjo' },
    })
    await ok('agenda.update', {
      id: archives.id,
      version: archives.version,
      patch: { presenter: 'Marc Delaunay' },
    })
    const views = await world.prepare('guestInvitation')
    expect(views.map(namesOf)).toEqual([['Marc Delaunay', 'Marc Delaunay (secrétariat)']])
  })

  it('is prepared for somebody the directory does not know, without an address', async () => {
    const archives = first((await ok('agenda.list', { meetingId: world.meetingId })).items.slice(1))
    const { id, version } = archives
    await ok('agenda.update', { id, version, patch: { presenter: 'Une Inconnue' } })
    const view = first(await world.prepare('guestInvitation', id))
    expect(view.recipients).toMatchObject([{ name: 'Une Inconnue', email: '', personId: null }])
    expect(view.warnings).toEqual(['no-recipient', 'without-address'])
    expect(await world.prepare('guestInvitation', id)).toHaveLength(1)
    expect(await ok('dispatch.list', { meetingId: world.meetingId })).toHaveLength(1)
  })

  it('is made anew alone: those to others stay as they were worded', async () => {
    await inviteGuest()
    const archives = (await ok('agenda.list', { meetingId: world.meetingId })).items[1]
    await ok('agenda.update', {
      ...{ id: archives?.id ?? '', version: archives?.version ?? 0, patch: { presenter: 'Marc Delaunay' } },
    })
    const [one, other] = await world.prepare('guestInvitation')
    if (one === undefined || other === undefined) throw new Error('two messages were expected')
    const { id, version, meetingId, kind, itemId } = one.dispatch
    const worded = {
      id: other.dispatch.id,
      version: other.dispatch.version,
      patch: { subject: 'À ma façon' },
    }
    await ok('dispatch.update', worded)
    await ok('dispatch.update', { id, version, patch: { subject: 'Autrement' } })
    const views = await ok('dispatch.prepare', { meetingId, kind, itemId, draftId: id })
    expect(views.map(({ dispatch }) => [dispatch.id, dispatch.subject])).toEqual([[id, one.dispatch.subject]])
    expect((await ok('dispatch.get', { id: other.dispatch.id })).dispatch.subject).toBe('À ma façon')
  })

  it('never goes with the convocation', async () => {
    await inviteGuest()
    expect(namesOf(first(await world.prepare('convocation')))).not.toContain('Claire Invité')
  })
})

describe('a change of date', () => {
  it('goes to everybody convened and apart to each guest invited, with a higher sequence', async () => {
    await inviteGuest()
    const convocation = await world.send('convocation')
    await world.send('guestInvitation')
    const { version } = await meeting()
    await ok('meetings.move', {
      id: world.meetingId,
      version,
      date: '2026-12-17',
      startTime: '09:30',
      endTime: '12:00',
      reason: 'Salle indisponible',
    })
    const [general, guest, ...more] = await world.prepare('dateChange')
    if (general === undefined || guest === undefined) throw new Error('two messages were expected')
    expect(more).toEqual([])
    expect(namesOf(general)).toEqual(namesOf(convocation))
    expect(general.dispatch.body).toContain('Date initiale\u00a0: jeudi 10\u00a0décembre 2026 à 14\u00a0h')
    expect(general.dispatch.body).toContain(
      'Désormais\u00a0: jeudi 17\u00a0décembre 2026, de 9\u00a0h\u00a030 à 12\u00a0h',
    )
    expect(general.dispatch.body).toContain('Motif\u00a0: Salle indisponible')
    expect(general.dispatch.body).not.toContain('Votre intervention')
    expect(namesOf(guest)).toEqual(['Claire Invité'])
    expect(guest.documents).toEqual([])
    expect(guest.dispatch.body).toContain('Votre intervention\u00a0: Archives numériques')
    expect(guest.dispatch.body).not.toContain('Annuaire')
    const again = await world.prepare('dateChange')
    expect(again.map(({ dispatch }) => dispatch.id)).toEqual([general.dispatch.id, guest.dispatch.id])
    expect(
      (await ok('dispatch.list', { meetingId: world.meetingId })).map(({ addressee }) => addressee),
    ).toEqual(expect.arrayContaining(['', 'Claire Invité']))
    const { id, version: at } = first(again).dispatch
    expect((await ok('dispatch.markSent', { id, version: at })).dispatch.calendarSequence).toBe(1)
    expect((await world.send('dateChange')).dispatch.calendarSequence).toBe(1)
  })

  it('reaches a guest whose item left the agenda since, and everybody convened in two goes', async () => {
    await inviteGuest()
    await world.send('guestInvitation')
    const once = first(await world.prepare('convocation'))
    const okonjo = once.recipients.find(({ name }) => name === 'Paul Okonjo')
    await ok('dispatch.removeRecipient', { id: okonjo?.id ?? '', version: 1 })
    const { id, version: at } = once.dispatch
    await ok('dispatch.markSent', { id, version: at })
    await world.send('convocation')
    const archives = (await ok('agenda.list', { meetingId: world.meetingId })).items[1]
    await ok('agenda.remove', { id: archives?.id ?? '', version: archives?.version ?? 1 })
    const { version } = await meeting()
    await ok('meetings.cancel', { id: world.meetingId, version, reason: '' })
    const [general, guest, ...more] = await world.prepare('cancellation')
    expect(more).toEqual([])
    expect(general && namesOf(general).toSorted()).toEqual([
      'Hélène Marchetti',
      'Hélène Marchetti (secrétariat)',
      'Inès Sauveterre',
      'Paul Okonjo',
    ])
    expect(guest && namesOf(guest)).toEqual(['Claire Invité'])
    expect(await world.prepare('cancellation')).toHaveLength(2)
    expect(await ok('dispatch.list', { meetingId: world.meetingId })).toHaveLength(5)
  })

  it('is refused for a date that never changed', async () => {
    const ask = { meetingId: world.meetingId, kind: 'dateChange', itemId: null }
    expect(await world.opened.refused('dispatch.prepare', ask)).toBe('state-refuses')
  })

  const change = async (patch: object) =>
    ok('meetings.update', { id: world.meetingId, version: (await meeting()).version, patch })
  const untold = () => ok('dispatch.untold', { meetingId: world.meetingId })

  it('is also another hour, whose answers are to be confirmed, until a message of it left', async () => {
    await world.send('convocation')
    expect(await untold()).toEqual([])
    const personId = person('Okonjo')
    await ok('replies.set', { meetingId: world.meetingId, personId, fields: { answer: 'onSite' } })
    world.setNow('2026-11-03T09:00:00.000Z')
    await change({ startTime: '10:00' })
    // The hours of its items are told with it.
    expect(await untold()).toEqual(['hours', 'agenda'])
    const asked = (await ok('replies.list', { meetingId: world.meetingId })).asked
    expect(asked.find((one) => one.personId === personId)?.beforeMove).toBe(true)
    const sent = await world.send('dateChange')
    expect(sent.dispatch.calendarSequence).toBe(1)
    expect(sent.dispatch.body).toContain('Date initiale\u00a0: jeudi 10\u00a0décembre 2026 à 14\u00a0h')
    expect(await untold()).toEqual([])
  })

  it('is also another place, link or title, of which nobody is told before the convocation', async () => {
    await change({ place: 'Salle Condorcet' })
    expect(await untold()).toEqual([])
    await world.send('convocation')
    await change({ place: 'Salle Marie-Curie', videoLink: 'https://visio.exemple.invalid/a' })
    expect(await untold()).toEqual(['place', 'link'])
    const sent = await world.send('dateChange')
    expect(sent.dispatch.calendarSequence).toBe(1)
    expect(sent.dispatch.body).toContain('Lieu\u00a0: Salle Marie-Curie')
    expect(sent.dispatch.body).not.toContain('Date initiale')
    await ok('history.undo', {})
    expect(await untold()).toEqual(['place', 'link'])
  })

  it('leaves the agenda apart: that a draft of it changed is known, and no message of a change of date', async () => {
    await world.send('convocation')
    const [item] = (await ok('agenda.list', { meetingId: world.meetingId })).items
    await ok('agenda.update', {
      id: item?.id ?? '',
      version: item?.version ?? 0,
      patch: { title: 'Autre titre' },
    })
    expect(await untold()).toEqual(['agenda'])
    const ask = { meetingId: world.meetingId, kind: 'dateChange', itemId: null }
    expect(await world.opened.refused('dispatch.prepare', ask)).toBe('state-refuses')
  })

  it('reaches a member of the new day too, at the address of today', async () => {
    await world.send('convocation')
    const directory = await ok('directory.list', {})
    const okonjo = directory.persons.find(({ id }) => id === person('Okonjo'))
    await ok('directory.updatePerson', {
      id: person('Okonjo'),
      version: okonjo?.version ?? 1,
      patch: { email: 'p.okonjo@nouvelle.example' },
    })
    await ok('directory.addMandate', {
      id: newId(),
      personId: person('Delaunay'),
      fields: { role: 'titulaire', startsOn: '2026-12-15' },
    })
    const { version } = await meeting()
    const move = { date: '2026-12-17', startTime: '14:00', endTime: '16:30', reason: '' }
    await ok('meetings.move', { id: world.meetingId, version, ...move })
    const view = first(await world.prepare('dateChange'))
    expect(view.recipients.find(({ name }) => name === 'Paul Okonjo')?.email).toBe(
      'p.okonjo@nouvelle.example',
    )
    expect(namesOf(view).at(-2)).toBe('Marc Delaunay')
    expect(view.dispatch.body).not.toContain('Motif')
  })
})

describe('a cancellation', () => {
  it('waits for the meeting to be cancelled, then takes it out of the calendars', async () => {
    await world.send('convocation')
    const ask = { meetingId: world.meetingId, kind: 'cancellation', itemId: null }
    expect(await world.opened.refused('dispatch.prepare', ask)).toBe('state-refuses')
    const { version } = await meeting()
    await ok('meetings.cancel', { id: world.meetingId, version, reason: 'Grève des transports' })
    const sent = await world.send('cancellation')
    expect(sent.dispatch.calendarSequence).toBe(1)
    expect(sent.dispatch.body).toContain('Motif\u00a0: Grève des transports')
    expect(sent.dispatch.body).not.toContain('Votre intervention')
  })
})

describe('a changed agenda', () => {
  it('says at which hour somebody speaks now, and at which they would have spoken', async () => {
    const { items } = await ok('agenda.list', { meetingId: world.meetingId })
    const [annuaire, archives] = items
    if (annuaire === undefined || archives === undefined) throw new Error('items are missing')
    const presenter = { presenter: 'Paul Okonjo' }
    await ok('agenda.update', { id: archives.id, version: archives.version, patch: presenter })
    await ok('agenda.validate', { meetingId: world.meetingId, by: 'Hélène Marchetti' })
    await ok('agenda.publish', { meetingId: world.meetingId })
    await world.send('convocation')
    const longer = { durationMinutes: 45 }
    await ok('agenda.update', { id: annuaire.id, version: annuaire.version, patch: longer })
    expect(first(await world.prepare('agendaChanged')).dispatch.body).toContain(
      '– Horaire\u00a0: Archives numériques, à 14\u00a0h\u00a045 au lieu de 14\u00a0h\u00a030',
    )
  })

  it('says what changed since the published version, and carries it', async () => {
    await ok('agenda.validate', { meetingId: world.meetingId, by: 'Hélène Marchetti' })
    await ok('agenda.publish', { meetingId: world.meetingId })
    const convocation = await world.send('convocation')
    expect(convocation.dispatch.agendaVersionNumber).toBe(1)
    await ok('agenda.add', {
      id: newId(),
      meetingId: world.meetingId,
      parentId: null,
      afterId: item('Annuaire partagé'),
      fields: { title: 'Point ajouté', durationMinutes: 15 },
    })
    const early = first(await world.prepare('agendaChanged'))
    expect(early.dispatch.body).toContain('– Ajouté\u00a0: Point ajouté')
    expect(early.warnings).toContain('agenda-not-published')
    await ok('agenda.validate', { meetingId: world.meetingId, by: 'Hélène Marchetti' })
    await ok('agenda.publish', { meetingId: world.meetingId })
    const view = first(await world.prepare('agendaChanged'))
    expect(view.warnings).toEqual([])
    expect(view.dispatch.body).toContain('– Ajouté\u00a0: Point ajouté')
    expect(namesOf(view)).toEqual(namesOf(convocation))
    // The calendar lists the items: members who take it in have the new ones.
    expect(view.documents.map(({ kind }) => kind)).toEqual(['agendaChanges', 'agenda', 'calendar'])
    const { id, version } = view.dispatch
    const sent = await ok('dispatch.markSent', { id, version })
    expect(sent.dispatch.agendaVersionNumber).toBe(2)
    const versions = (await ok('agenda.status', { meetingId: world.meetingId })).versions
    expect(sent.documents.find(({ kind }) => kind === 'agenda')?.sha256).toBe(versions[0]?.sha256)
  })
})
