// Undo and redo of single rows: whose change they refuse, which entries they join, that versions only rise.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let id: string
beforeEach(async () => {
  opened = await openTestCore()
  id = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
})
afterEach(() => opened.dispose())

const meeting = async () => (await opened.ok('meetings.get', { id })).meeting
const update = async (patch: { place?: string; chair?: string }) =>
  opened.ok('meetings.update', { id, version: (await meeting()).version, patch })
const entries = async () =>
  (await opened.ok('history.list', { meetingId: id, limit: 20 })).map(({ method, state }) => [method, state])

describe('undo of one row', () => {
  it('is refused once the row was changed beside the journal, and leaves it as it is', async () => {
    await update({ place: 'Salle A' })
    await opened.byHand(`UPDATE meeting SET place = 'Salle C'`)
    expect(await opened.refused('history.undo', {})).toBe('undo-conflict')
    expect((await meeting()).place).toBe('Salle C')
  })

  it('raises the version, and so does redo: a window that has not noticed is told of a conflict', async () => {
    const { version } = await update({ place: 'Salle A' })
    await opened.ok('history.undo', {})
    expect((await meeting()).version).toBe(version + 1)
    const stale = { id, version, patch: { place: 'Salle B' } }
    expect(await opened.refused('meetings.update', stale)).toBe('conflict')
    await opened.ok('history.redo', {})
    expect((await meeting()).version).toBe(version + 2)
  })

  it('is done again under its number, as long as it is the next', async () => {
    await update({ place: 'Salle A' })
    await update({ chair: 'Odile' })
    await opened.ok('history.undo', {})
    const { redo } = await opened.ok('history.state', {})
    const { seq } = redo ?? { seq: 0 }
    await opened.ok('history.undo', {})
    expect(await opened.refused('history.redo', { seq })).toBe('act-passed')
    await update({ place: 'Salle B' })
    expect(await opened.refused('history.redo', { seq })).toBe('nothing-to-redo')
    expect(await meeting()).toMatchObject({ place: 'Salle B', chair: '' })
  })

  it('does not join what was typed after an undo with what had been taken back', async () => {
    await update({ place: 'Salle A' })
    await opened.ok('history.undo', {})
    await update({ place: 'Salle B' })
    expect(await entries()).toEqual([
      ['meetings.update', 'done'],
      ['meetings.update', 'discarded'],
      ['meetings.create', 'done'],
    ])
    await opened.ok('history.undo', {})
    expect((await meeting()).place).toBe('')
  })

  it('takes the renaming of a college back with its former name', async () => {
    const college = newId()
    await opened.ok('directory.addCollege', { id: college, fields: { name: 'Communes' } })
    const rename = async (name: string) => {
      const { colleges } = await opened.ok('directory.list', {})
      const version = colleges.find((one) => one.id === college)?.version ?? 0
      await opened.ok('directory.updateCollege', { id: college, version, patch: { name } })
    }
    const formerNames = async () =>
      (await opened.rows<{ name: string }>('SELECT name FROM college_name')).map(({ name }) => name)
    await rename('Communes et intercommunalités')
    expect(await formerNames()).toEqual(['Communes'])
    await opened.ok('history.undo', {})
    expect(await formerNames()).toEqual([])
    await opened.ok('history.redo', {})
    expect(await formerNames()).toEqual(['Communes'])
  })

  it('tells the window which reads it changed, as every write does', async () => {
    const told = () =>
      opened.events.flatMap((event) => (event.topic === 'changed' ? [...event.reads, ...event.later] : []))
    await update({ place: 'Salle A' })
    expect(told()).toContain(readKey('meetings.get', { id }))
    await meeting()
    opened.events.length = 0
    await opened.ok('history.undo', {})
    expect(told()).toContain(readKey('meetings.get', { id }))
  })
})
