// What the folder of a member tells of the meeting to come, and of what was said before.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Meeting } from '../../electron/domain/meetings/meeting.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let folder: string
let meeting: Meeting
let pages: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-folders-'))
  opened = await openTestCore()
  await opened.ok('sample.load', {})
  const next = (await opened.ok('meetings.list', { year: null })).find(({ state }) => state === 'planned')
  const meetingId = next?.id ?? ''
  meeting = (await opened.ok('meetings.get', { id: meetingId })).meeting
  const written = await opened.core.internal('writeMemberFolders', { meetingId, folder })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  pages = written.value.fileNames.map((name) => readFileSync(join(folder, name), 'utf8'))
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('says when and where the meeting is, that its agenda is a draft, and that its data are of the sample', async () => {
  const [page = ''] = pages
  const { document } = new JSDOM(page).window
  const said = (document.body.textContent ?? '').replace(/\s+/gu, ' ')
  expect(meeting.place).not.toBe('')
  for (const words of [meeting.place, meeting.chair, 'de 14 h à', 'Données d’exemple'])
    expect(said).toContain(words)
  expect([...document.querySelectorAll('.state')].map(({ textContent }) => textContent)).toContain('Projet')
})

it('holds what approved minutes tell of the member on what is on the agenda', async () => {
  const earlier = pages.filter(
    (page) => !page.includes('Rien n’est consigné dans les comptes rendus approuvés.'),
  )
  expect(earlier.length).toBeGreaterThan(2)
})
