import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { hold, meetingOn, minutesOf, openMinutesCore, richWords, writeExchanges } from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openMinutesCore()
  meetingId = await meetingOn(opened, '2026-11-12')
})
afterEach(() => opened.dispose())

describe('versions of the minutes', () => {
  it('are kept with their papers, compared with what came since, and put back', async () => {
    await hold(opened, meetingId)
    const [kept] = await opened.ok('minutesVersions.keep', { meetingId, note: 'Avant la présidence' })
    expect(kept).toMatchObject({ number: 1, reason: 'kept', note: 'Avant la présidence' })
    const file = await opened.ok('minutesVersions.file', { id: kept?.id ?? '' })
    expect(file.sha256).toBe(kept?.pdfSha256)
    await writeExchanges(opened, meetingId, 'Une seconde rédaction.')
    const differences = await opened.ok('minutesVersions.compare', {
      meetingId,
      before: kept?.id ?? '',
      after: null,
    })
    expect(differences).toMatchObject([
      { field: 'exchanges', before: 'Une première rédaction.', after: 'Une seconde rédaction.' },
    ])
    const view = await opened.ok('minutesVersions.restore', { id: kept?.id ?? '' })
    expect(plainText(view.sections[0]?.exchanges ?? richWords(''))).toBe('Une première rédaction.')
    await opened.ok('history.undo', {})
    expect(plainText((await minutesOf(opened, meetingId)).sections[0]?.exchanges ?? richWords(''))).toBe(
      'Une seconde rédaction.',
    )
  })

  it('leave the head as it is, and keep nothing where nothing else differs', async () => {
    await hold(opened, meetingId)
    await writeExchanges(opened, meetingId, 'Une rédaction.')
    const [section] = (await minutesOf(opened, meetingId)).sections
    const itemId = section?.itemId ?? ''
    const action = await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text: 'Publier.' } })
    const [kept] = await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    // How far an action has come, who was there and how an item is called are of now.
    await opened.ok('followUp.setActionState', {
      targets: [{ id: action.id, version: action.version }],
      ...({ state: 'done', reason: '', on: null } as const),
    })
    const item = (await opened.ok('agenda.list', { meetingId })).items.find(({ id }) => id === itemId)
    const renamed = { id: itemId, version: item?.version ?? 0, patch: { title: 'Un autre titre' } }
    await opened.ok('agenda.update', renamed)
    await opened.ok('agenda.add', {
      ...{ id: newId(), meetingId, parentId: null, afterId: itemId },
      fields: { title: 'Un point de plus' },
    })
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    const patch = { place: 'Salle des cartes' }
    await opened.ok('meetings.update', { id: meetingId, version: meeting.version, patch })
    for (const _ of [1, 2]) await opened.ok('minutesVersions.restore', { id: kept?.id ?? '' })
    expect((await opened.ok('meetings.get', { id: meetingId })).meeting.place).toBe('Salle des cartes')
    expect(await opened.ok('minutesVersions.list', { meetingId })).toHaveLength(1)
  })

  it('keep what stood before one was put back, with positions, and leave how far an action has come', async () => {
    await hold(opened, meetingId)
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    const action = await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text: 'Publier.' } })
    const organisation = 'Association des communes de démonstration'
    const position = { organisation, organisationId: null, stance: 'reserves' as const, words: 'Un délai.' }
    await opened.ok('session.addPosition', { id: newId(), meetingId, itemId, fields: position })
    const [kept] = await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    const { version } = await opened.ok('minutes.updateAction', {
      id: action.id,
      version: action.version,
      patch: { text: 'Ne rien publier.' },
    })
    await opened.ok('followUp.setActionState', {
      targets: [{ id: action.id, version }],
      state: 'done',
      reason: '',
      on: null,
    })
    const [stored] = (await opened.ok('session.get', { meetingId })).positions
    await opened.ok('session.removePosition', { id: stored?.id ?? '', version: stored?.version ?? 0 })
    const { actions } = await opened.ok('minutesVersions.restore', { id: kept?.id ?? '' })
    expect(actions).toMatchObject([{ text: 'Publier.', state: 'done' }])
    expect((await opened.ok('session.get', { meetingId })).positions).toMatchObject([position])
    const [before] = await opened.ok('minutesVersions.list', { meetingId })
    expect(before).toMatchObject({ number: 2, reason: 'restored', note: '1' })
    const differences = await opened.ok('minutesVersions.compare', {
      meetingId,
      before: before?.id ?? '',
      after: null,
    })
    expect(differences).toMatchObject([
      { field: 'position', before: '', after: `${organisation}, favorable avec réserves, Un délai.` },
      { field: 'action', before: 'Ne rien publier.', after: 'Publier.' },
    ])
  })

  it('bring back a decision under its number, and take out what came after', async () => {
    await hold(opened, meetingId)
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    const first = await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Une.' } })
    const [kept] = await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    await opened.ok('minutes.removeDecision', { id: first.id, version: first.version })
    await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Deux.' } })
    const { decisions } = await opened.ok('minutesVersions.restore', { id: kept?.id ?? '' })
    expect(decisions).toMatchObject([{ id: first.id, text: 'Une.' }])
  })
})
