import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionLineFields } from '../../electron/domain/session/session.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { intoSession, putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { invite } from './invite.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let itemIds: string[]
beforeEach(async () => {
  opened = await openTestCore()
  const meeting = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
  meetingId = meeting.id
  itemIds = (await opened.ok('agenda.list', { meetingId })).items.map(({ id }) => id)
})
afterEach(() => opened.dispose())

const line = (fields: Partial<SessionLineFields>) => notedLine({ itemId: itemIds[0] ?? null, ...fields })
const add = (fields: Partial<SessionLineFields>, id = newId()) =>
  opened.ok('session.addLine', { id, meetingId, at: new Date().toISOString(), fields: line(fields) })
const minutes = async () => {
  const view = await opened.ok('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}

describe('a meeting held live', () => {
  it('opens with its first item on, its minutes started and numbered', async () => {
    const view = await putInSession(opened.ok, meetingId)
    expect(view.spans).toMatchObject([{ itemId: itemIds[0], endedAt: null }])
    const { meeting, minutes: started } = await opened.ok('meetings.get', { id: meetingId })
    expect(meeting).toMatchObject({ state: 'inSession', number: 1 })
    expect(started?.openedAt).toMatch(/^\d\d:\d\d$/)
    expect((await putInSession(opened.ok, meetingId)).spans).toHaveLength(1)
  })

  it('keeps the real hours of items, a suspension, and an item taken up again', async () => {
    const [first = '', second = ''] = itemIds
    await putInSession(opened.ok, meetingId)
    await opened.ok('session.goTo', { meetingId, itemId: second })
    await opened.ok('session.suspend', { meetingId })
    await opened.ok('session.resume', { meetingId })
    const { spans } = await opened.ok('session.goTo', { meetingId, itemId: first })
    expect(spans.map(({ itemId }) => itemId)).toEqual([first, second, null, second, first])
    expect(spans.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
    await opened.ok('session.close', { meetingId })
    const file = await opened.ok('meetings.get', { id: meetingId })
    expect(file.meeting.state).toBe('held')
    expect(file.minutes?.closedAt).toMatch(/^\d\d:\d\d$/)
    // Closed twice it is closed once; closed too early, undo takes it back: nothing opens it again.
    await opened.ok('session.close', { meetingId })
    expect(await opened.refused('meetings.setState', await intoSession(opened.ok, meetingId))).toBe(
      'meeting-over',
    )
    await opened.ok('history.undo', {})
    expect((await opened.ok('session.get', { meetingId })).spans.at(-1)).toMatchObject({
      itemId: first,
      endedAt: null,
    })
  })

  it('that was opened too early takes its real hour when it is opened again, and nothing ran on meanwhile', async () => {
    await opened.dispose()
    let now = new Date('2026-11-28T09:00:00.000Z')
    opened = await openTestCore({ clock: () => now })
    meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true }))
      .id
    await putInSession(opened.ok, meetingId)
    const early = (await opened.ok('meetings.get', { id: meetingId })).minutes?.openedAt
    await invite(opened, meetingId)
    now = new Date('2026-11-28T09:05:00.000Z')
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    await opened.ok('meetings.setState', { id: meetingId, version: meeting.version, state: 'convened' })
    const { spans } = await opened.ok('session.get', { meetingId })
    expect(spans.map(({ endedAt }) => endedAt)).toEqual(['2026-11-28T09:05:00.000Z'])
    now = new Date('2026-12-10T13:02:00.000Z')
    await putInSession(opened.ok, meetingId)
    const { minutes: again } = await opened.ok('meetings.get', { id: meetingId })
    expect(again?.openedAt).not.toBe(early)
    expect(again?.openedAt).toMatch(/:02$/)
  })

  it('is joined by no second one when somebody else takes a closing back', async () => {
    await opened.dispose()
    const desk = { who: 'Léa' }
    opened = await openTestCore(desk)
    const [first, second] = [
      await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true }),
      await opened.ok('meetings.create', { fields: { date: '2026-12-17' }, fromTemplate: true }),
    ]
    await putInSession(opened.ok, first.id)
    await opened.ok('session.close', { meetingId: first.id })
    desk.who = 'Noé'
    await opened.restart()
    await putInSession(opened.ok, second.id)
    desk.who = 'Léa'
    await opened.restart()
    expect(await opened.refused('history.undo', {})).toBe('other-in-session')
    const states = (await opened.ok('meetings.list', { year: 2026 })).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['held', 'inSession'])
  })

  it('is the only one in session', async () => {
    const second = await opened.ok('meetings.create', { fields: { date: '2026-12-17' }, fromTemplate: true })
    await putInSession(opened.ok, meetingId)
    const at = { id: second.id, version: second.version }
    expect(await opened.refused('meetings.setState', { ...at, state: 'inSession' })).toBe('other-in-session')
    expect(await opened.refused('meetings.setState', { ...at, state: 'convened' })).toBe('nobody-convened')
    await opened.ok('session.close', { meetingId })
    await putInSession(opened.ok, second.id)
  })

  it('refuses to go anywhere before it is opened, and to close what is not open', async () => {
    const itemId = itemIds[0] ?? ''
    expect(await opened.refused('session.goTo', { meetingId, itemId })).toBe('state-refuses')
    expect(await opened.refused('session.close', { meetingId })).toBe('state-refuses')
    await putInSession(opened.ok, meetingId)
    const other = await opened.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: true })
    const [foreign] = (await opened.ok('agenda.list', { meetingId: other.id })).items
    expect(await opened.refused('session.goTo', { meetingId, itemId: foreign?.id ?? '' })).toBe(
      'invalid-input',
    )
  })

  it('makes numbered decisions and actions of lines, once, and follows their correction', async () => {
    await putInSession(opened.ok, meetingId)
    const id = newId()
    await add({ kind: 'decision', text: 'Le calendrier est retenu.' }, id)
    const view = await add({ kind: 'decision', text: 'Le calendrier est retenu.' }, id)
    expect((await minutes()).decisions).toMatchObject([{ rank: 1, text: 'Le calendrier est retenu.' }])
    const [written] = view.lines
    if (written === undefined) throw new Error('no line')
    await opened.ok('session.updateLine', { id, version: written.version, patch: { text: 'Retenu.' } })
    expect((await minutes()).decisions).toMatchObject([{ rank: 1, text: 'Retenu.' }])
    const after = await opened.ok('session.updateLine', {
      id,
      version: written.version + 1,
      patch: { kind: 'action', dueDate: '2027-01-15', organisation: 'DGX', speaker: 'DGX' },
    })
    expect(after.lines).toMatchObject([{ decisionId: null }])
    expect(await minutes()).toMatchObject({
      decisions: [],
      actions: [{ text: 'Retenu.', organisation: 'DGX', owner: '', dueDate: '2027-01-15' }],
    })
    expect(
      await opened.refused('session.updateLine', { id, version: written.version, patch: { text: 'Vieux.' } }),
    ).toBe('conflict')
  })

  it('keeps the words of a deadline whose day is not known', async () => {
    await putInSession(opened.ok, meetingId)
    await add({ kind: 'action', text: 'Relire', dueWords: 'avant la prochaine séance' })
    expect((await minutes()).actions).toMatchObject([{ text: 'Relire avant la prochaine séance' }])
  })

  it('takes a line back with what it made, and undo brings both again', async () => {
    await putInSession(opened.ok, meetingId)
    const { lines } = await add({ kind: 'action', text: 'Transmettre' })
    const [written] = lines
    if (written === undefined) throw new Error('no line')
    await opened.ok('session.removeLine', { id: written.id, version: written.version })
    expect((await minutes()).actions).toEqual([])
    await opened.ok('history.undo', {})
    expect((await minutes()).actions).toMatchObject([{ text: 'Transmettre' }])
    expect((await opened.ok('session.get', { meetingId })).lines).toHaveLength(1)
  })

  it('keeps the line of a decision that is taken out of the minutes', async () => {
    await putInSession(opened.ok, meetingId)
    await add({ kind: 'decision', text: 'Retenu.' })
    const [decision] = (await minutes()).decisions
    if (decision === undefined) throw new Error('no decision')
    await opened.ok('minutes.removeDecision', { id: decision.id, version: decision.version })
    expect((await opened.ok('session.get', { meetingId })).lines).toMatchObject([{ decisionId: null }])
  })

  it('adds an item in the meeting, once, with its section; what was said of it cannot be lost', async () => {
    await putInSession(opened.ok, meetingId)
    const id = newId()
    const given = { id, meetingId, afterId: itemIds[0] ?? null, fields: { title: 'Point ajouté' } }
    await opened.ok('session.addItem', given)
    await opened.ok('session.addItem', given)
    const { items } = await opened.ok('agenda.list', { meetingId })
    expect(items.map(({ title }) => title)).toEqual([
      'Suivi des décisions et actions',
      'Point ajouté',
      'Questions diverses',
    ])
    expect((await minutes()).sections).toHaveLength(3)
    await add({ itemId: id })
    const [, added] = items
    expect(await opened.refused('agenda.remove', { id, version: added?.version ?? 0 })).toBe('item-written')
  })

  it('gives an item its outcome with the standard sentence, which a written one outlives', async () => {
    const itemId = itemIds[1] ?? ''
    await putInSession(opened.ok, meetingId)
    await opened.ok('session.setOutcome', { meetingId, itemId, outcome: 'reporte' })
    const sectionOf = async () => (await minutes()).sections.find((section) => section.itemId === itemId)
    expect(await sectionOf()).toMatchObject({
      outcome: 'reporte',
      outcomeSentence: 'Le point est reporté à une prochaine séance.',
    })
    const section = await sectionOf()
    await opened.ok('minutes.updateSection', {
      id: section?.id ?? '',
      version: section?.version ?? 0,
      patch: { outcomeSentence: 'Faute de temps, à revoir.' },
    })
    await opened.ok('session.setOutcome', { meetingId, itemId, outcome: 'nonTraite' })
    expect(await sectionOf()).toMatchObject({
      outcome: 'nonTraite',
      outcomeSentence: 'Faute de temps, à revoir.',
    })
  })

  it('keeps the line that is being typed over a restart', async () => {
    await putInSession(opened.ok, meetingId)
    await opened.ok('session.keepDraft', { meetingId, text: 'D : le calend' })
    await opened.ok('session.keepDraft', { meetingId, text: 'D : le calendrier' })
    await opened.restart()
    expect(await opened.ok('session.draft', { meetingId })).toEqual({ text: 'D : le calendrier' })
  })

  it('keeps what was still being typed when it is closed, and has it typed again when that is taken back', async () => {
    await putInSession(opened.ok, meetingId)
    await opened.ok('session.goTo', { meetingId, itemId: itemIds[1] ?? '' })
    await opened.ok('session.keepDraft', { meetingId, text: 'D : le calend' })
    await opened.ok('session.close', { meetingId })
    expect((await opened.ok('session.get', { meetingId })).lines).toMatchObject([
      { itemId: itemIds[1], kind: 'note', text: 'D : le calend' },
    ])
    await opened.ok('history.undo', {})
    expect((await opened.ok('session.get', { meetingId })).lines).toEqual([])
    expect(await opened.ok('session.draft', { meetingId })).toEqual({ text: 'D : le calend' })
    await opened.ok('session.keepDraft', { meetingId, text: 'D : ' })
    await opened.ok('session.close', { meetingId })
    expect((await opened.ok('session.get', { meetingId })).lines).toEqual([])
  })

  it('keeps positions by organisation', async () => {
    const itemId = itemIds[0] ?? ''
    await putInSession(opened.ok, meetingId)
    const fields = {
      organisation: 'ADX',
      organisationId: null,
      stance: 'reserves' as const,
      words: 'Sous réserve.',
    }
    const id = newId()
    await opened.ok('session.addPosition', { id, meetingId, itemId, fields })
    const { positions } = await opened.ok('session.addPosition', { id, meetingId, itemId, fields })
    expect(positions).toMatchObject([{ organisation: 'ADX', stance: 'reserves', words: 'Sous réserve.' }])
  })
})

describe('the minutes worded from the notes', () => {
  const wordsOf = async () =>
    (await minutes()).sections.map(({ presentation, exchanges }) => ({
      presentation: plainText(presentation),
      exchanges: plainText(exchanges),
    }))

  it('are there when the meeting is closed', async () => {
    await putInSession(opened.ok, meetingId)
    await add({ text: 'présentation du calendrier' })
    await add({ kind: 'intervention', text: 'demande un délai', speaker: 'ADX', organisation: 'ADX' })
    await opened.ok('session.close', { meetingId })
    expect(await wordsOf()).toEqual([
      { presentation: 'Présentation du calendrier.', exchanges: 'L’ADX demande un délai.' },
      { presentation: '', exchanges: '' },
    ])
  })

  it('follow new notes while nobody edited them, and stay once somebody did, unless asked', async () => {
    await putInSession(opened.ok, meetingId)
    await add({ text: 'première note' })
    const all = { meetingId, itemId: null, evenEdited: false }
    await opened.ok('minutes.generate', all)
    await add({ text: 'seconde note' })
    await opened.ok('minutes.generate', all)
    expect((await wordsOf())[0]?.presentation).toBe('Première note.\nSeconde note.')
    const [section] = (await minutes()).sections
    if (section === undefined) throw new Error('no section')
    const edited = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Repris.' }] }],
    }
    await opened.ok('minutes.updateSection', {
      id: section.id,
      version: section.version,
      patch: { presentation: edited },
    })
    const kept = await opened.ok('minutes.generate', all)
    expect(kept.leftItemIds).toEqual([section.itemId])
    expect((await wordsOf())[0]?.presentation).toBe('Repris.')
    await opened.ok('minutes.generate', { meetingId, itemId: section.itemId, evenEdited: true })
    expect((await wordsOf())[0]?.presentation).toBe('Première note.\nSeconde note.')
    await opened.ok('history.undo', {})
    expect((await wordsOf())[0]?.presentation).toBe('Repris.')
  })
})
