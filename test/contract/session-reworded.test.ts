// What somebody made of a noted decision or action in the minutes, and what becomes of its line.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionLineFields } from '../../electron/domain/session/session.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
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

describe('a decision or an action of a line', () => {
  it('keeps what was written otherwise in the minutes, whatever becomes of its line', async () => {
    await putInSession(opened.ok, meetingId)
    const [decided, owed] = [newId(), newId()]
    await add({ kind: 'decision', text: 'Le guide est adopté' }, decided)
    await add({ kind: 'action', text: 'Préparer une note', speaker: 'DGX', organisation: 'DGX' }, owed)
    const { decisions, actions } = await minutes()
    const [decision, action] = [decisions[0], actions[0]]
    if (decision === undefined || action === undefined) throw new Error('nothing numbered')
    const reworded = { text: 'L’instance adopte le guide, sous réserve de l’annexe.' }
    await opened.ok('minutes.updateDecision', { id: decision.id, version: decision.version, patch: reworded })
    const given = { owner: 'Ada Tilleul', dueDate: '2027-01-15' }
    await opened.ok('minutes.updateAction', { id: action.id, version: action.version, patch: given })
    const version = async (id: string) =>
      (await opened.ok('session.get', { meetingId })).lines.find((line) => line.id === id)?.version ?? 0
    const correct = async (id: string, patch: Partial<SessionLineFields>) =>
      opened.ok('session.updateLine', { id, version: await version(id), patch })
    await correct(decided, { text: 'Le guide est adopté.' })
    await correct(owed, { text: 'Préparer une note courte', speaker: 'ACD', organisation: 'ACD' })
    const moved = itemIds[1] ?? ''
    await correct(decided, { itemId: moved })
    const kept = [{ id: decision.id, rank: 1, itemId: moved, ...reworded }]
    const owing = [{ id: action.id, text: 'Préparer une note courte', organisation: 'ACD', ...given }]
    expect(await minutes()).toMatchObject({ decisions: kept, actions: owing })
    for (const id of [decided, owed]) {
      const target = { id, version: await version(id) }
      expect(await opened.refused('session.removeLine', target)).toBe('line-reworded')
      const asNote = { ...target, patch: { kind: 'note' as const } }
      expect(await opened.refused('session.updateLine', asNote)).toBe('line-reworded')
      const left = { lines: [target], as: 'left' as const }
      expect(await opened.refused('notebooks.decide', left)).toBe('line-reworded')
    }
    expect(await minutes()).toMatchObject({ decisions: kept, actions: owing })
    const { version: last = 0 } = (await minutes()).decisions[0] ?? {}
    await opened.ok('minutes.removeDecision', { id: decision.id, version: last })
    await opened.ok('session.removeLine', { id: decided, version: await version(decided) })
  })

  it('keeps the follow-up of an action whose line is taken back', async () => {
    await putInSession(opened.ok, meetingId)
    const id = newId()
    const { lines } = await add({ kind: 'action', text: 'Transmettre' }, id)
    const actionId = lines[0]?.actionId ?? ''
    const targets = [{ id: actionId, version: 1 }]
    await opened.ok('followUp.setActionState', { targets, state: 'inProgress', reason: '', on: null })
    expect(await opened.refused('session.removeLine', { id, version: 1 })).toBe('line-reworded')
    expect((await minutes()).actions).toMatchObject([{ id: actionId, state: 'inProgress' }])
  })
})
