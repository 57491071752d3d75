import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let out: string
beforeEach(async () => {
  opened = await openTestCore()
  out = mkdtempSync(join(tmpdir(), 'seances-out-'))
})
afterEach(async () => {
  await opened.dispose()
  rmSync(out, { recursive: true, force: true })
})

async function itemOn(date: string): Promise<{ meetingId: string; itemId: string }> {
  const { id: meetingId } = await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })
  const itemId = newId()
  await opened.ok('agenda.add', {
    id: itemId,
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Annuaire : point d’étape', note: 'NOTE-INTERNE' },
  })
  return { meetingId, itemId }
}

async function project(): Promise<string> {
  const id = newId()
  await opened.ok('projects.add', { id, fields: { title: 'Annuaire partagé', purpose: 'Un seul annuaire.' } })
  return id
}

const november = { from: '2026-11-01', to: '2026-11-30' }

describe('the fiche of a project', () => {
  it('tells its hearings and the texts of the same items, and is named after it', async () => {
    const projectId = await project()
    const { itemId, meetingId } = await itemOn('2026-11-12')
    const binned = await itemOn('2026-12-10')
    const watchId = newId()
    await opened.ok('watch.add', { id: watchId, fields: { title: 'Décret des annuaires' } })
    for (const item of [itemId, binned.itemId])
      await opened.ok('agenda.link', { itemId: item, kind: 'project', targetId: projectId })
    await opened.ok('agenda.link', { itemId, kind: 'watch', targetId: watchId })
    await opened.ok('meetings.remove', { id: binned.meetingId, version: 1 })
    await opened.ok('meetings.setState', { id: meetingId, version: 1, state: 'held' })

    const subject = { kind: 'projectSheet', projectId } as const
    const { bytes, fileName, sha256 } = await opened.ok('documents.render', subject)
    expect(fileName).toBe('2026-11-12_FICHE-PROJET_INP_Annuaire-partage.pdf')
    const model = await modelInPdf(bytes)
    if (model?.kind !== 'projectSheet') throw new Error('the model is not inside')
    expect(model.hearings.list.map(({ heading }) => heading)).toEqual([
      expect.stringMatching(/^Séance.* du 12\u00a0novembre 2026$/),
    ])
    expect(model.watch?.rows.map(({ name }) => name)).toEqual(['Décret des annuaires'])
    expect(JSON.stringify(model)).not.toContain('NOTE-INTERNE')
    expect((await opened.ok('documents.render', subject)).sha256).toBe(sha256)
  })

  it('is saved as the very bytes that are shown', async () => {
    const subject = { kind: 'projectSheet', projectId: await project() } as const
    const { bytes } = await opened.ok('documents.render', subject)
    const path = join(out, 'fiche.pdf')
    const saved = await opened.core.internal('writeDocument', { subject, format: 'pdf', path })
    expect(saved.ok).toBe(true)
    expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true)
  })

  it('of a project that is not there is not found', async () => {
    const subject = { kind: 'projectSheet', projectId: newId() } as const
    expect(await opened.refused('documents.render', subject)).toBe('not-found')
    expect(await opened.core.internal('proposedFileName', { subject })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('the bulletin of a period', () => {
  const add = (title: string, fields: object) =>
    opened.ok('watch.add', { id: newId(), fields: { title, ...fields } })

  it('speaks of the texts of the period with where they were presented', async () => {
    const presented = newId()
    await opened.ok('watch.add', {
      id: presented,
      fields: { title: 'Décret de novembre', status: 'published', publishedOn: '2026-11-03' },
    })
    await add('Décret d’octobre', { status: 'published', publishedOn: '2026-10-31' })
    await add('Décret ancien', { status: 'inForce', publishedOn: '2020-01-01', appliesOn: '2027-01-01' })
    await add('Décret à venir', { status: 'consultation' })
    const { itemId } = await itemOn('2026-11-12')
    await opened.ok('agenda.link', { itemId, kind: 'watch', targetId: presented })

    const subject = { kind: 'watchBulletin', ...november, scope: 'whole' } as const
    const { bytes, fileName, sha256 } = await opened.ok('documents.render', subject)
    expect(fileName).toBe('2026-11-01_2026-11-30_VEILLE-COMPLET_INP.pdf')
    const model = await modelInPdf(bytes)
    if (model?.kind !== 'watchBulletin') throw new Error('the model is not inside')
    const entries = model.parts.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
    expect(entries.map(({ title }) => title)).toEqual([
      'Décret de novembre',
      'Décret à venir',
      'Décret ancien',
    ])
    expect(entries[0]?.facts).toContainEqual({
      label: 'Suivi',
      value: 'À suivre, séance du 12\u00a0novembre 2026',
      href: null,
    })
    expect((await opened.ok('documents.render', subject)).sha256).toBe(sha256)
  })

  it('may be empty, or of days to come', async () => {
    const subject = { kind: 'watchBulletin', from: '2031-01-01', to: '2031-01-01', scope: 'news' } as const
    expect((await opened.ok('documents.render', subject)).pageCount).toBe(1)
  })

  it('is refused when the period ends before it begins, and when a day does not exist', async () => {
    const reversed = { kind: 'watchBulletin', from: november.to, to: november.from, scope: 'news' } as const
    expect(await opened.core.call('documents.render', reversed)).toEqual({
      ok: false,
      error: { code: 'invalid-input', field: 'to' },
    })
    expect(await opened.core.internal('proposedFileName', { subject: reversed })).toMatchObject({
      error: { code: 'invalid-input', field: 'to' },
    })
    const noDay = { ...november, kind: 'watchBulletin', scope: 'news', to: '2026-11-31' }
    expect(await opened.refused('documents.render', noDay)).toBe('invalid-input')
  })
})
