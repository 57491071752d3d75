import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

async function meetingWithItem(date: string) {
  const { id: meetingId } = await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })
  const itemId = newId()
  await opened.ok('agenda.add', {
    id: itemId,
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: `Point du ${date}` },
  })
  return { meetingId, itemId }
}

describe.each([
  ['project', 'projects.add', 'projects.update', 'projects.remove'],
  ['watch', 'watch.add', 'watch.update', 'watch.remove'],
] as const)('a %s', (kind, add, update, remove) => {
  const rows = async () =>
    kind === 'project'
      ? await Promise.all(
          (await opened.ok('projects.list', {})).map(
            async ({ id }) => (await opened.ok('projects.get', { id })).project,
          ),
        )
      : (await opened.ok('watch.list', { words: '', offset: 0, limit: 100 })).rows

  it('is added once even when the call is sent twice, and edited under its version', async () => {
    const input = { id: newId(), fields: { title: 'Annuaire partagé' } }
    await opened.ok(add, input)
    await opened.ok(add, input)
    expect(await rows()).toHaveLength(1)
    expect(await opened.ok(update, { id: input.id, version: 1, patch: { title: 'Annuaire' } })).toMatchObject(
      { title: 'Annuaire', version: 2 },
    )
    expect(await opened.refused(update, { id: input.id, version: 1, patch: { title: 'Autre' } })).toBe(
      'conflict',
    )
  })

  it('knows where it was presented, newest first, and is not removed then', async () => {
    const id = newId()
    await opened.ok(add, { id, fields: { title: 'Annuaire' } })
    const older = await meetingWithItem('2026-10-08')
    const newer = await meetingWithItem('2026-11-12')
    for (const { itemId } of [older, newer]) await opened.ok('agenda.link', { itemId, kind, targetId: id })
    const [row] = await rows()
    expect(row?.hearings.map(({ meetingDate }) => meetingDate)).toEqual(['2026-11-12', '2026-10-08'])
    const { meetingId } = row?.hearings[0] ?? { meetingId: '' }
    await putInSession(opened.ok, meetingId)
    await opened.ok('session.setOutcome', { meetingId, itemId: newer.itemId, outcome: 'avisFavorable' })
    expect((await rows())[0]?.hearings.map(({ outcome }) => outcome)).toEqual(['avisFavorable', null])
    expect(await opened.said(remove, { id, version: row?.version })).toMatch(
      /^Il est à l’ordre du jour d’une séance, .* il ne se supprime pas\. Le retirer .* ou le clore\.$/,
    )
    for (const { itemId } of [older, newer]) await opened.ok('agenda.unlink', { itemId, kind, targetId: id })
    await opened.ok(remove, { id, version: row?.version ?? 0 })
    expect(await rows()).toEqual([])
    await opened.ok('history.undo', {})
    expect(await rows()).toHaveLength(1)
  })

  it('was not heard by a meeting that went on to other items, nor is it before it comes to it', async () => {
    const id = newId()
    await opened.ok(add, { id, fields: { title: 'Annuaire' } })
    const { meetingId, itemId: first } = await meetingWithItem('2026-10-08')
    const [second, third] = [newId(), newId()]
    for (const [itemId, afterId] of [
      [second, first],
      [third, second],
    ] as const)
      await opened.ok('agenda.add', {
        ...{ id: itemId, meetingId, parentId: null, afterId },
        fields: { title: 'Point' },
      })
    await opened.ok('agenda.link', { itemId: third, kind, targetId: id })
    const state = async () => (await rows())[0]?.hearings.map(({ state, outcome }) => [state, outcome])
    expect(await state()).toEqual([['ahead', null]])
    await putInSession(opened.ok, meetingId)
    for (const itemId of [first, second]) await opened.ok('session.goTo', { meetingId, itemId })
    expect(await state()).toEqual([['ahead', null]])
    await opened.ok('session.close', { meetingId })
    expect(await state()).toEqual([['left', 'nonTraite']])
    await opened.ok('history.undo', {})
    await opened.ok('session.goTo', { meetingId, itemId: third })
    await opened.ok('session.close', { meetingId })
    expect(await state()).toEqual([['heard', null]])
    await opened.ok('session.setOutcome', { meetingId, itemId: third, outcome: 'reporte' })
    expect(await state()).toEqual([['left', 'reporte']])
  })

  it('was heard with what stands below its item; one that is alone in its meeting may have been', async () => {
    const id = newId()
    await opened.ok(add, { id, fields: { title: 'Annuaire' } })
    const alone = await meetingWithItem('2026-10-08')
    const { meetingId, itemId: parentId } = await meetingWithItem('2026-11-12')
    const below = [newId(), newId()]
    for (const itemId of below)
      await opened.ok('agenda.add', {
        ...{ id: itemId, meetingId, parentId, afterId: null },
        fields: { title: 'Sous-point' },
      })
    for (const itemId of [alone.itemId, parentId])
      await opened.ok('agenda.link', { itemId, kind, targetId: id })
    for (const held of [alone.meetingId, meetingId]) {
      await putInSession(opened.ok, held)
      if (held === meetingId)
        for (const itemId of below) await opened.ok('session.goTo', { meetingId, itemId })
      await opened.ok('session.close', { meetingId: held })
    }
    expect((await rows())[0]?.hearings.map(({ state }) => state)).toEqual(['heard', 'heard'])
  })

  it('no longer counts a meeting that is in the bin', async () => {
    const id = newId()
    await opened.ok(add, { id, fields: { title: 'Annuaire' } })
    const { meetingId, itemId } = await meetingWithItem('2026-10-08')
    await opened.ok('agenda.link', { itemId, kind, targetId: id })
    await opened.ok('meetings.remove', { id: meetingId, version: 1 })
    expect((await rows())[0]?.hearings).toEqual([])
  })
})

describe('the watch list', () => {
  it('puts what is not published yet first, then the newest, page by page, and finds by words', async () => {
    for (const [title, publishedOn] of [
      ['Décret sur l’accessibilité', '2026-01-10'],
      ['Arrêté sur les œuvres', '2026-03-01'],
      ['Projet de décret', null],
    ] as const)
      await opened.ok('watch.add', { id: newId(), fields: { title, publishedOn } })
    const page = await opened.ok('watch.list', { words: '', offset: 0, limit: 2 })
    expect(page.rows.map(({ title }) => title)).toEqual(['Projet de décret', 'Arrêté sur les œuvres'])
    expect(page.total).toBe(3)
    expect((await opened.ok('watch.list', { words: 'oeuvr', offset: 0, limit: 9 })).rows).toHaveLength(1)
  })
})
