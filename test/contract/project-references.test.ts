import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let projectId: string
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-05-04T09:00:00.000Z' })
  projectId = newId()
  await opened.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
})
afterEach(() => opened.dispose())

const sheet = () => opened.ok('projects.get', { id: projectId })
const references = async (kind: string) =>
  (await opened.ok('projectReferences.list', {})).filter((row) => row.kind === kind)

describe('references', () => {
  it('come with what is sourced: four axes, the ninth recommendation, the others by number only', async () => {
    expect((await references('axis')).map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
    const recommendations = await references('recommendation')
    expect(recommendations).toHaveLength(10)
    expect(recommendations.filter(({ title }) => title !== '').map(({ number }) => number)).toEqual(['9'])
  })

  it('are added, renamed, ordered and archived; each act is undone', async () => {
    const id = newId()
    await opened.ok('projectReferences.add', { id, kind: 'axis', fields: { number: '', title: 'Données' } })
    await opened.ok('projectReferences.move', { id, version: 1, index: 0 })
    expect((await references('axis'))[0]).toMatchObject({ id, title: 'Données', position: 0 })
    await opened.ok('history.undo', {})
    expect((await references('axis')).at(-1)).toMatchObject({ id, position: 4 })
    const [first] = await references('axis')
    await opened.ok('projectReferences.update', {
      id: first?.id ?? '',
      version: first?.version ?? 0,
      patch: { archivedOn: '2026-05-04' },
    })
    expect((await references('axis'))[0]?.archivedOn).toBe('2026-05-04')
  })

  it('are not removed while a project has them, nor left without any name', async () => {
    const [axis] = await references('axis')
    const target = { id: axis?.id ?? '', version: axis?.version ?? 0 }
    await opened.ok('projects.update', { id: projectId, version: 1, patch: { axisId: target.id } })
    expect((await references('axis'))[0]?.projects).toBe(1)
    expect(await opened.refused('projectReferences.remove', target)).toBe('reference-used')
    expect(
      await opened.refused('projectReferences.update', { ...target, patch: { number: '', title: ' ' } }),
    ).toBe('invalid-input')
    await opened.ok('projects.update', { id: projectId, version: 2, patch: { axisId: null } })
    expect(await opened.ok('projectReferences.remove', target)).toHaveLength(16)
  })

  it('go into the field of their kind only', async () => {
    const [axis] = await references('axis')
    for (const patch of [{ programmeId: axis?.id }, { axisId: newId() }])
      expect(await opened.refused('projects.update', { id: projectId, version: 1, patch })).toBe(
        'invalid-input',
      )
    expect((await sheet()).project).toMatchObject({ programmeId: null, axisId: null, version: 1 })
  })
})
