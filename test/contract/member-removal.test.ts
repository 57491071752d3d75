// A member who empties the wording of a paragraph asks for it to go.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

let opened: OpenedCore
let meetingId: string
let folder: string
beforeEach(async () => {
  opened = await openTestCore()
  folder = mkdtempSync(join(tmpdir(), 'seances-removal-'))
  ;({ meetingId } = await writtenMeeting(opened))
  const { ok } = opened
  const [organisationId, personId] = [newId(), newId()]
  await ok('directory.addOrganisation', { id: organisationId, fields: { name: 'Villes', acronym: 'VX' } })
  await ok('directory.addPerson', { id: personId, fields: { familyName: 'Exemple', organisationId } })
  const fields = { role: 'titulaire', organisationId } as const
  await ok('directory.addMandate', { id: newId(), personId, fields })
  for (const state of ['internalReview', 'review'] as const) {
    const { id = '', version = 0 } = (await ok('minutes.get', { meetingId }))?.minutes ?? {}
    await ok('minutes.setState', { id, version, state })
  }
})
afterEach(async () => {
  await opened.dispose()
  rmSync(folder, { recursive: true })
})

it('is said on the page, counted, and comes back as a deletion', async () => {
  const written = await opened.core.internal('writeMemberFolders', { meetingId, folder })
  const [name = ''] = written.ok ? written.value.fileNames : []
  const { window } = new JSDOM(readFileSync(join(folder, name), 'utf8'), {
    url: 'https://dossier.invalid/',
    runScripts: 'dangerously',
  })
  let saved: Blob | null = null
  window.URL.createObjectURL = (blob: Blob) => {
    saved = blob
    return 'blob:essai'
  }
  window.URL.revokeObjectURL = () => undefined
  window.HTMLAnchorElement.prototype.click = () => undefined
  const { document } = window
  const place = [...document.querySelectorAll('[data-ancre]')].find(
    ({ tagName, textContent }) => tagName === 'P' && (textContent ?? '').length > 60,
  )
  const words = place?.textContent?.trim() ?? ''
  const button = place?.nextElementSibling as HTMLButtonElement
  button.click()
  const wanted = document.querySelectorAll('textarea')[1]
  if (wanted === undefined) throw new Error('no field')
  const type = (value: string) => {
    wanted.value = value
    wanted.dispatchEvent(new window.Event('input'))
  }
  const hint = () => document.getElementById(wanted.getAttribute('aria-describedby') ?? '')?.textContent
  const counted = () => document.getElementById('etat')?.textContent
  type('')
  expect(hint()).toContain('ce passage est demandé à supprimer')
  expect(counted()).toContain('Une remarque.')
  type(words)
  expect(hint()).toBe('')
  expect(counted()).toContain('Aucune remarque')
  type(' ')
  const author = document.querySelector<HTMLInputElement>('#auteur')
  if (author === null) throw new Error('no name')
  author.value = 'Camille Exemple'
  document.getElementById('enregistrer')?.click()
  const reader = new window.FileReader()
  const text = await new Promise<string>((resolve) => {
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(saved as unknown as Blob)
  })
  const files = [{ fileName: 'remarques.json', bytes: new TextEncoder().encode(text) }]
  const [file] = await opened.ok('observations.readFiles', { meetingId, paper: 'minutes', files })
  expect(file?.drafts).toMatchObject([{ kind: 'change', beforeText: words, afterText: '' }])
})
