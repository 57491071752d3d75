import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-10T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const list = () => opened.ok('subjects.list', {})

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
    expect(messages).toEqual([])
    expect(await list()).toHaveLength(2)
    await opened.ok('history.undo', {})
    expect(await list()).toHaveLength(1)
    expect(await opened.refused('subjects.split', { ...part, from: newId() })).toBe('not-found')
  })
})
