import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  const fields = { date: '2026-12-10', chair: 'Anne Modèle', place: 'salle Condorcet' }
  meetingId = (await opened.ok('meetings.create', { fields, fromTemplate: true })).id
  await add('Annuaire des services', { presenter: 'Hélène Marchetti', durationMinutes: 20 })
  await add('Calendrier', { presenter: 'Paul Exemple', durationMinutes: 30, note: 'À ne pas diffuser' })
})
afterEach(() => opened.dispose())

const add = (title: string, fields: Partial<AgendaItem> = {}) =>
  opened.ok('agenda.add', {
    id: newId(),
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title, ...fields },
  })
const status = () => opened.ok('agenda.status', { meetingId })
const itemCalled = async (title: string) => {
  const { items } = await opened.ok('agenda.list', { meetingId })
  const item = items.find((one) => one.title === title)
  if (item === undefined) throw new Error(`no item ${title}`)
  return item
}
const change = async (title: string, patch: Partial<AgendaItem>) => {
  const { id, version } = await itemCalled(title)
  return opened.ok('agenda.update', { id, version, patch })
}
const publish = async () => {
  await opened.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
  return opened.ok('agenda.publish', { meetingId })
}

describe('the states of an agenda', () => {
  it('go from draft to published, each with its who and when', async () => {
    expect(await status()).toMatchObject({ state: 'draft', versions: [], usualValidator: 'Anne Modèle' })
    const submitted = await opened.ok('agenda.submit', { meetingId, to: ' Anne Modèle ' })
    expect(submitted).toMatchObject({ state: 'submitted', submittedTo: 'Anne Modèle', validatedAt: null })
    expect(submitted.submittedAt).not.toBeNull()
    const validated = await opened.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    expect(validated).toMatchObject({
      state: 'validated',
      submittedTo: 'Anne Modèle',
      validatedBy: 'Anne Modèle',
      changedSinceValidation: false,
    })
    const published = await opened.ok('agenda.publish', { meetingId })
    expect(published).toMatchObject({ state: 'published', compared: null, changes: [], movedHours: [] })
    expect(published.versions).toMatchObject([
      { number: 1, publishedBy: 'essai', validatedBy: 'Anne Modèle', fileName: '2026-12-10_ODJ_INP_v1.pdf' },
    ])
  })

  it('say that an edit came after the validation, and refuse to publish it until it is validated', async () => {
    expect(await opened.refused('agenda.publish', { meetingId })).toBe('state-refuses')
    await opened.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    await change('Calendrier', { title: 'Calendrier 2027' })
    expect(await status()).toMatchObject({ state: 'validated', changedSinceValidation: true })
    expect(await opened.refused('agenda.publish', { meetingId })).toBe('state-refuses')
    // A note is the secretariat's own: nothing that was validated changes with it.
    await change('Calendrier 2027', { title: 'Calendrier', note: 'Autre note', disagreement: 'Trop tôt' })
    expect(await status()).toMatchObject({ changedSinceValidation: false })
    await opened.ok('agenda.publish', { meetingId })
    await change('Calendrier', { durationMinutes: 45 })
    expect(await status()).toMatchObject({ state: 'published', changedSinceValidation: true })
  })

  it('refuse a nobody, an empty agenda, and what says nothing new', async () => {
    expect(await opened.refused('agenda.validate', { meetingId, by: '  ' })).toBe('invalid-input')
    await publish()
    for (const [method, input] of [
      ['agenda.publish', {}],
      ['agenda.validate', { by: 'Anne Modèle' }],
      ['agenda.submit', { to: '' }],
      ['agenda.backToDraft', {}],
    ] as const)
      expect(await opened.refused(method, { meetingId, ...input })).toBe('state-refuses')
    expect((await status()).versions).toHaveLength(1)
    const empty = await opened.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    await opened.ok('agenda.validate', { meetingId: empty.id, by: 'Anne Modèle' })
    expect(await opened.refused('agenda.publish', { meetingId: empty.id })).toBe('state-refuses')
  })

  it('go back, by the act and by undo; a version stays whatever is undone', async () => {
    await opened.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    expect(await opened.ok('agenda.backToDraft', { meetingId })).toMatchObject({ state: 'draft' })
    await opened.ok('history.undo', {})
    expect(await status()).toMatchObject({ state: 'validated', validatedBy: 'Anne Modèle' })
    await opened.ok('agenda.publish', { meetingId })
    await opened.ok('history.undo', {})
    expect(await status()).toMatchObject({ state: 'published', versions: [{ number: 1 }] })
  })
})

describe('a second version', () => {
  it('tells only what changed, and whose hour moves', async () => {
    await publish()
    const { id, version } = await itemCalled('Calendrier')
    await opened.ok('agenda.move', { id, version, parentId: null, index: 2 })
    const added = await add('Point d’actualité', { durationMinutes: 10 })
    await change('Annuaire des services', { durationMinutes: 25 })
    const now = await status()
    expect(now.changes.map(({ type, title }) => [type, title])).toEqual([
      ['added', 'Point d’actualité'],
      ['edited', 'Annuaire des services'],
      ['moved', 'Calendrier'],
    ])
    expect(now.changes[1]?.edits).toEqual([{ field: 'Durée', before: '20\u00a0min', after: '25\u00a0min' }])
    expect(now.movedHours).toMatchObject([
      { presenter: 'Hélène Marchetti', before: '14:30', after: '14:10' },
      { presenter: 'Paul Exemple', before: '14:00', after: '14:45' },
    ])
    expect(now.compared).toEqual({ before: 1, after: null })
    const published = await publish()
    // Changes just published stay told, for those who must be written to.
    expect(published).toMatchObject({
      ...{ compared: { before: 1, after: 2 }, changes: now.changes, movedHours: now.movedHours },
      versions: [{ number: 2, fileName: '2026-12-10_ODJ_INP_v2.pdf' }, { number: 1 }],
    })
    expect(added.items[0]?.title).toBe('Point d’actualité')
  })

  it('is needed when the meeting moves, and says it', async () => {
    await publish()
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    await opened.ok('meetings.move', {
      ...{ id: meetingId, version: meeting.version, date: '2026-12-17', reason: '' },
      ...{ startTime: '15:00', endTime: '17:30' },
    })
    const moved = await status()
    expect(moved.headEdits).toEqual([
      { field: 'Date', before: 'jeudi 10\u00a0décembre 2026', after: 'jeudi 17\u00a0décembre 2026' },
      { field: 'Début', before: '14\u00a0h', after: '15\u00a0h' },
      { field: 'Fin', before: '16\u00a0h\u00a030', after: '17\u00a0h\u00a030' },
    ])
    expect(moved).toMatchObject({ changedSinceValidation: true, changes: [] })
    expect(moved.movedHours).toHaveLength(2)
  })
})

describe('a published version', () => {
  it('is kept as it went out, whatever happens to the agenda', async () => {
    const { versions } = await publish()
    const id = versions[0]?.id ?? ''
    const first = await opened.ok('agenda.versionFile', { id })
    await change('Calendrier', { title: 'Tout autre chose' })
    await publish()
    expect(await opened.ok('agenda.versionFile', { id })).toEqual(first)
    expect(first).toMatchObject({ pageCount: 1, sha256: versions[0]?.sha256 })
    const path = join(opened.folder, 'v1.pdf')
    const saved = await opened.core.internal('writeDocument', {
      subject: { kind: 'agendaVersion', id },
      format: 'pdf',
      path,
    })
    expect(saved.ok && new Uint8Array(readFileSync(path))).toEqual(first.bytes)
    expect(
      await opened.core.internal('proposedFileName', { subject: { kind: 'agendaVersion', id } }),
    ).toMatchObject({
      ok: true,
      value: { fileName: '2026-12-10_ODJ_INP_v1.pdf' },
    })
    await opened.restart()
    expect((await status()).versions.map(({ number }) => number)).toEqual([2, 1])
  })

  it('is said to be damaged when its bytes are no longer those', async () => {
    const { versions } = await publish()
    const version = versions[0]
    writeFileSync(join(opened.folder, 'pieces', version?.sha256 ?? ''), 'autre chose')
    expect(await opened.refused('agenda.versionFile', { id: version?.id })).toBe('kept-file-altered')
    expect(await opened.refused('agenda.versionFile', { id: newId() })).toBe('not-found')
  })
})

describe('documents of the agenda', () => {
  it('say that they are a draft until it is validated, and again once it changes', async () => {
    const words = async () => {
      const { bytes } = await opened.ok('documents.render', { meetingId, kind: 'timedAgenda' })
      return (await structuredText(bytes)).join(' ')
    }
    expect(await words()).toMatch(/Projet d’ordre du jour/u)
    await publish()
    expect(await words()).not.toMatch(/Projet d’ordre du jour/u)
    await opened.ok('agenda.add', {
      ...{ id: newId(), meetingId, parentId: null, afterId: null, fields: { title: 'Un point de plus' } },
    })
    expect(await words()).toMatch(/Projet d’ordre du jour/u)
  })

  it('are the list, the hours, and what changed', async () => {
    const names = new Map<string, string>()
    for (const kind of ['agenda', 'timedAgenda', 'agendaChanges'] as const) {
      const { fileName, pageCount } = await opened.ok('documents.render', { meetingId, kind })
      expect(pageCount).toBe(1)
      names.set(kind, fileName)
    }
    expect([...names.values()]).toEqual([
      '2026-12-10_ODJ_INP.pdf',
      '2026-12-10_ODJ-horaires_INP.pdf',
      '2026-12-10_ODJ-MODIFICATIONS_INP.pdf',
    ])
  })
})
