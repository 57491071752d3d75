import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-10T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const list = () => opened.ok('subjects.list', {})

it('who presents is whom the mail names, and not who asks', async () => {
  const personId = newId()
  const fields = { givenName: 'Gaspard', familyName: 'Noirétable' }
  await opened.ok('directory.addPerson', { id: personId, fields })
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: true,
  })
  const text =
    'De : Noé <noe@regions.exemple.invalid>\nObjet : Bornes\n\nRapporteur : M. Gaspard Noirétable, chef de bureau'
  const { subject } = await opened.ok('subjects.takeText', { id: newId(), text })
  const { id, version } = subject
  const { subject: after } = await opened.ok('subjects.retain', { id, version, meetingId })
  const { items } = await opened.ok('agenda.list', { meetingId })
  expect(items.find((one) => one.id === after.itemId)).toMatchObject({
    ...{ requester: 'Noé', presenter: 'Gaspard Noirétable', presenterId: personId },
  })
})

describe('a mail that asks for two things', () => {
  const mail = [
    'De : Noé <noe.ardouin@regions.exemple.invalid>',
    'Envoyé : 4 novembre 2026 10:00',
    'Objet : Calendrier 2027',
    '',
    'Nous souhaitons qu’il soit présenté pour avis. Prévoir une demi-heure.',
    'Par ailleurs, un point sur la cartographie serait utile, pour information, en 10 minutes.',
  ].join('\n')

  it('says how long and to what end only where it says one', async () => {
    const one = await opened.ok('subjects.takeText', {
      id: newId(),
      text: mail.split('\n').slice(0, 5).join('\n'),
    })
    expect(one.subject).toMatchObject({ nature: 'avis', durationMinutes: 30 })
    const two = await opened.ok('subjects.takeText', {
      id: newId(),
      text: mail.replace('Calendrier', 'Guide'),
    })
    expect(two.subject).toMatchObject({ nature: null, durationMinutes: null })
  })

  it('is doubled in one act, with its pieces: what it asks for besides, else a copy', async () => {
    const { subject } = await opened.ok('subjects.takeText', { id: newId(), text: mail })
    const file = { fileName: 'note.txt', bytes: new TextEncoder().encode('note') }
    await opened.ok('subjects.addFile', { subjectId: subject.id, file })
    const second = await opened.ok('subjects.split', { id: newId(), from: subject.id, text: null })
    expect(second.subject.title).toMatch(/^Un point sur la cartographie/)
    expect(second.files).toMatchObject([{ fileName: 'note.txt' }])
    const note = { id: newId(), text: 'Parler des archives' }
    const { subject: plain } = await opened.ok('subjects.takeText', note)
    const copy = await opened.ok('subjects.split', { id: newId(), from: plain.id, text: null })
    expect(copy.subject).toMatchObject({ title: `${plain.title} (2)`, text: plain.text })
  })

  it('becomes two subjects of whoever asks, once and in one act', async () => {
    const { subject } = await opened.ok('subjects.takeText', { id: newId(), text: mail })
    const part = { id: newId(), from: subject.id, text: mail.split('\n').at(-1) ?? '' }
    await opened.ok('subjects.split', part)
    const { subject: second, messages } = await opened.ok('subjects.split', part)
    expect(second).toMatchObject({
      title: 'Un point sur la cartographie serait utile, pour information, en 10 minutes',
      ...{ nature: 'information', durationMinutes: 10, state: 'received' },
      ...{ requester: subject.requester, organisation: subject.organisation, receivedOn: subject.receivedOn },
    })
    // The mail is that of both; an answer to it joins the first.
    expect(messages).toMatchObject([{ subjectLine: 'Calendrier 2027' }])
    const answer = mail.replace('Calendrier', 'RE: Calendrier').replace('4 novembre', '5 novembre')
    expect((await opened.ok('subjects.takeText', { id: newId(), text: answer })).subject.id).toBe(subject.id)
    await opened.ok('history.undo', {})
    expect(await list()).toHaveLength(2)
    await opened.ok('history.undo', {})
    expect(await list()).toHaveLength(1)
    expect(await opened.refused('subjects.split', { ...part, from: newId() })).toBe('not-found')
  })
})
