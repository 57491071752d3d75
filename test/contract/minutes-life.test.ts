import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { hold, meetingOn, minutesOf, openMinutesCore, writeExchanges } from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openMinutesCore()
  meetingId = await meetingOn(opened, '2026-11-12')
})
afterEach(() => opened.dispose())

describe('the life of the minutes', () => {
  const step = async (state: 'internalReview' | 'review' | 'validated') => {
    const { minutes } = await minutesOf(opened, meetingId)
    return opened.ok('minutes.setState', { id: minutes.id, version: minutes.version, state })
  }

  it('sets numbers and the last day of observations once the members have them, by whatever way', async () => {
    await hold(opened, meetingId)
    await step('internalReview')
    const before = await minutesOf(opened, meetingId)
    expect(before.minutes).toMatchObject({ frozenAt: null, reviewDeadline: null })
    const { frozenAt, reviewDeadline, id, version } = await step('review')
    expect(frozenAt).not.toBeNull()
    expect(reviewDeadline).toBe('2027-02-04')
    const [kept] = await opened.ok('minutesVersions.list', { meetingId })
    expect(kept).toMatchObject({ reason: 'review', state: 'review' })
    const put = { id, version, circle: 'members' as const, deadline: '2027-02-10' }
    expect((await opened.ok('minutes.setDeadline', put)).reviewDeadline).toBe('2027-02-10')
    expect(await opened.refused('minutes.setDeadline', put)).toBe('conflict')
    const early = { id, version: version + 1, circle: 'members' as const, deadline: '2026-11-01' }
    expect(await opened.refused('minutes.setDeadline', early)).toBe('invalid-input')
  })

  it('are numbered in agenda order on every paper of a draft, and stay as they left', async () => {
    await hold(opened, meetingId)
    const { sections } = await minutesOf(opened, meetingId)
    const [first = '', second = ''] = sections.map(({ itemId }) => itemId)
    const decide = (itemId: string, text: string) =>
      opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text } })
    await decide(second, 'Noté en premier')
    await decide(first, 'Noté en second')
    const texts = async () =>
      (await minutesOf(opened, meetingId)).decisions.map(({ rank, text }) => [rank, text])
    const inOrder = [
      [1, 'Noté en second'],
      [2, 'Noté en premier'],
    ]
    expect(await texts()).toEqual(inOrder)
    const { bytes } = await opened.ok('documents.render', { kind: 'minutes', meetingId })
    const model = await modelInPdf(bytes)
    const labels = model?.kind === 'minutes' ? model.sections.map(({ decisions }) => decisions[0]?.label) : []
    expect(labels.slice(0, 2)).toEqual([expect.stringMatching(/-01\.?$/), expect.stringMatching(/-02\.?$/)])
    await step('internalReview')
    await step('review')
    expect(await texts()).toEqual(inOrder)
    await decide(first, 'Après l’envoi')
    expect(await texts()).toEqual([...inOrder, [3, 'Après l’envoi']])
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await texts()).toEqual(inOrder)
  })

  it('give no number again that a draft said, whatever was taken out since', async () => {
    await hold(opened, meetingId)
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    for (const text of ['Une.', 'Deux.']) {
      await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text } })
      await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text } })
    }
    const dropLast = async () => {
      const { decisions, actions } = await minutesOf(opened, meetingId)
      for (const [method, rows] of [
        ['minutes.removeDecision', decisions],
        ['minutes.removeAction', actions],
      ] as const) {
        const { id = '', version = 0 } = rows.at(-1) ?? {}
        await opened.ok(method, { id, version })
      }
    }
    // Nobody has read a draft yet.
    await dropLast()
    const add = async (text: string) => {
      await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text } })
      await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text } })
    }
    await add('Deux, autrement.')
    const ranks = async () => {
      const { decisions, actions } = await minutesOf(opened, meetingId)
      return [decisions, actions].map((rows) => rows.map(({ rank }) => rank))
    }
    expect(await ranks()).toEqual([
      [1, 2],
      [1, 2],
    ])
    await step('internalReview')
    await step('review')
    const [left] = await opened.ok('minutesVersions.list', { meetingId })
    await dropLast()
    await add('Toute autre.')
    // Put in and taken out since: no reader had it.
    await dropLast()
    await add('Encore autre.')
    expect(await ranks()).toEqual([
      [1, 3],
      [1, 3],
    ])
    // What comes back with a version has its own again.
    await opened.ok('minutesVersions.restore', { id: left?.id ?? '' })
    expect(await ranks()).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('give no number again that a reminder said, which is no version', async () => {
    await hold(opened, meetingId)
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    const owner = { givenName: 'Hélène', familyName: 'Marchetti', email: 'marchetti@ind.example' }
    await opened.ok('directory.addPerson', { id: newId(), fields: owner })
    await step('internalReview')
    await step('review')
    const add = async (text: string) => {
      const id = newId()
      const fields = { text, owner: 'Hélène Marchetti' }
      const { version, rank } = await opened.ok('minutes.addAction', { id, itemId, fields })
      return { id, version, rank }
    }
    const { rank, ...told } = await add('Transmettre.')
    const [letter] = await opened.ok('dispatch.prepare', { meetingId, kind: 'actionsReminder', itemId: null })
    const { id = '', version = 0 } = letter?.dispatch ?? {}
    await opened.ok('dispatch.markSent', { id, version })
    await opened.ok('minutes.removeAction', told)
    expect((await add('Toute autre.')).rank).toBe(rank + 1)
  })

  it('go to the chair alone first: reviewed inside, numbers already still', async () => {
    await hold(opened, meetingId)
    const chair = { givenName: 'Hélène', familyName: 'Marchetti', email: 'marchetti@ind.example' }
    await opened.ok('directory.addPerson', { id: newId(), fields: chair })
    const meeting = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.update', {
      id: meetingId,
      version: meeting.version,
      patch: { chair: 'Hélène Marchetti' },
    })
    const [view] = await opened.ok('dispatch.prepare', {
      meetingId,
      kind: 'internalMinutes',
      itemId: null,
    })
    // Made anew, it goes to the chair alone as before.
    const [again] = await opened.ok('dispatch.prepare', {
      ...{ meetingId, kind: 'internalMinutes', itemId: null, draftId: view?.dispatch.id ?? '' },
    })
    expect(again?.recipients).toMatchObject(
      (view?.recipients ?? []).map(({ name, reason }) => ({ name, reason })),
    )
    expect(again?.recipients.map(({ reason }) => reason)).toContain('chair')
    expect(view?.recipients).toMatchObject([{ name: 'Hélène Marchetti', reason: 'chair' }])
    await opened.ok('dispatch.markSent', {
      id: view?.dispatch.id ?? '',
      version: again?.dispatch.version ?? 0,
    })
    const { minutes } = await minutesOf(opened, meetingId)
    expect(minutes).toMatchObject({ state: 'internalReview', reviewDeadline: null })
    expect(minutes.frozenAt).not.toBeNull()
  })
})

describe('what a field said before', () => {
  it('is told newest first with its date and who, what was taken back among it', async () => {
    await hold(opened, meetingId)
    const [section] = (await minutesOf(opened, meetingId)).sections
    const of = { kind: 'section' as const, id: section?.id ?? '', field: 'exchanges' as const }
    await writeExchanges(opened, meetingId, 'Une deuxième rédaction, plus longue.')
    await writeExchanges(opened, meetingId, 'Une troisième rédaction.')
    await opened.ok('history.undo', {})
    const values = await opened.ok('history.ofField', of)
    const words = values.map(({ value }) => (typeof value === 'string' ? value : plainText(value)))
    // The burst of typing is one writing, and was taken back as one.
    expect(words[0]).toBe('Une première rédaction.')
    // It was on the screen: after another write neither undo nor redo would give it back.
    expect(words[1]).toBe('Une troisième rédaction.')
    expect(values.map(({ takenBack }) => takenBack).slice(0, 2)).toEqual([false, true])
    expect(values[0]).toMatchObject({ who: 'essai', label: 'rédaction d’un point du compte rendu' })
    expect(words.at(-1)).toBe('')
    const { items } = await opened.ok('agenda.list', { meetingId })
    const [item] = items
    await opened.ok('agenda.update', {
      id: item?.id ?? '',
      version: item?.version ?? 0,
      patch: { title: 'Un autre titre' },
    })
    const titles = await opened.ok('history.ofField', {
      kind: 'agendaItem',
      id: item?.id ?? '',
      field: 'title',
    })
    expect(titles.map(({ value }) => value)).toEqual(['Un autre titre', item?.title])
  })
})
