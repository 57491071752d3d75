import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { openTestCore } from './open-core.ts'

it('papers name who asked for an item with the article that the directory keeps', async () => {
  const opened = await openTestCore({ now: '2026-11-02T09:00:00.000Z' })
  const id = newId()
  await opened.ok('directory.addOrganisation', {
    id,
    fields: { name: 'Centre national exemple', acronym: 'CNX' },
  })
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10', title: 'Échanges numériques' },
    fromTemplate: false,
  })
  await opened.ok('agenda.add', {
    id: newId(),
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Annuaire', requester: 'CNX' },
  })
  const told = async (kind: 'agenda' | 'convocation' | 'runningOrder') => {
    const path = join(opened.folder, `${kind}.json`)
    const subject = { kind, meetingId }
    const written = await opened.core.internal('writeDocument', { subject, format: 'json', path })
    expect(written).toMatchObject({ ok: true })
    return /à la demande [^"]+/u.exec(readFileSync(path, 'utf8'))?.[0]
  }
  expect(await told('agenda')).toBe('à la demande du CNX')
  expect(await told('convocation')).toBe('à la demande du CNX')
  expect(await told('runningOrder')).toBe('à la demande du CNX')
  const { organisations } = await opened.ok('directory.list', {})
  const version = organisations.find((one) => one.id === id)?.version ?? 0
  await opened.ok('directory.updateOrganisation', { id, version, patch: { article: 'la' } })
  expect(await told('agenda')).toBe('à la demande de la CNX')
  await opened.dispose()
})
