// The search through the contract: what is found by which words, and what no longer is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  const fields = { date: '2026-12-10', title: 'Séance des passerelles' }
  meetingId = (await opened.ok('meetings.create', { fields, fromTemplate: true })).id
})
afterEach(() => opened.dispose())

const kinds = async (words: string) =>
  (await opened.ok('search.query', { words, limit: 10 })).map(({ kind }) => kind)

describe('the search', () => {
  it('leaves out what hangs on a meeting in the bin, and finds it again once it is taken out', async () => {
    const itemId = newId()
    const fields = { title: 'Passerelles du raccordement' }
    await opened.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
    expect((await kinds('passerelles')).sort()).toEqual(['item', 'meeting'])
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.remove', { id: meetingId, version })
    expect(await kinds('passerelles')).toEqual([])
    await opened.ok('history.undo', {})
    expect((await kinds('passerelles')).sort()).toEqual(['item', 'meeting'])
  })

  it('shows texts under the date and the title that meeting and item have now', async () => {
    await opened.ok('minutes.start', { meetingId })
    const [item] = (await opened.ok('agenda.list', { meetingId })).items
    const { id = '', version = 0 } = item ?? {}
    await opened.ok('agenda.update', { id, version, patch: { title: 'Quais du canal' } })
    const meeting = (await opened.ok('meetings.get', { id: meetingId })).meeting
    const moved = { date: '2026-12-17', startTime: '14:00', endTime: '16:00', reason: '' }
    await opened.ok('meetings.move', { id: meetingId, version: meeting.version, ...moved })
    const found = () => opened.ok('search.query', { words: 'quais canal', limit: 10 })
    expect((await found()).map(({ kind, date }) => `${kind} ${date}`).sort()).toEqual([
      'item 2026-12-17',
      'section 2026-12-17',
    ])
    await opened.ok('history.undo', {})
    expect(new Set((await found()).map(({ date }) => date))).toEqual(new Set(['2026-12-10']))
  })

  it('finds an action by its owner and by the organisation that it waits for', async () => {
    await opened.ok('minutes.start', { meetingId })
    const itemId = (await opened.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
    const fields = { text: 'Publier le guide.', owner: 'Hélène Marchetti', organisation: 'Régie d’exemple' }
    await opened.ok('minutes.addAction', { id: newId(), itemId, fields })
    expect(await kinds('marchetti')).toEqual(['action'])
    expect(await kinds('régie exemple')).toEqual(['action'])
  })
})
