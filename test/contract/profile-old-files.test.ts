import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OldFilesWorld } from './old-files-world.ts'
import { temporaryFolder } from './profile-world.ts'

const lines = [
  'Comité des balises du littoral',
  'Compte rendu de la réunion n° 2 du jeudi 14 février 2013',
  'Présents : Mme Armelle Kerduff, M. Octave Brévent',
  '1. Approbation du compte rendu précédent',
  'Le compte rendu est approuvé.',
  '2. Entretien des balises',
  'Décision : le comité retient trois balises.',
]

let world: OldFilesWorld
beforeEach(async () => {
  world = await OldFilesWorld.open()
})
afterEach(() => world.dispose())

async function exported(): Promise<string> {
  const place = temporaryFolder()
  const folder = join(place.path, 'profil')
  const envelope = await world.opened.core.internal('exportProfile', { path: folder, form: 'folder' })
  if (!envelope.ok) throw new Error(envelope.error.code)
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  const words = all
    .flatMap((path) => (statSync(path).isFile() ? [readFileSync(path, 'utf8')] : []))
    .join('\n')
  place.remove()
  return words
}

it('nothing leaves in a profile of files that were only read, or whose taking over was taken back', async () => {
  const files = new Map([
    ['CR 14-02-2013.txt', lines.join('\r\n')],
    ['notes du départ.txt', 'Prévoir le cadeau surprise'],
  ])
  await world.read(world.folder(files))
  await world.takeSure()
  expect(await exported()).toContain('Armelle Kerduff')
  expect(await exported()).not.toContain('cadeau surprise')
  await world.opened.ok('history.undo', {})
  expect(await exported()).not.toContain('Kerduff')
  await world.opened.ok('oldFiles.drop', { ids: null })
  expect(await exported()).not.toMatch(/Kerduff|cadeau surprise/u)
})

it('nothing leaves of what was done in a meeting taken over, once both were taken back for something else', async () => {
  const { opened } = world
  await world.read(world.folder(new Map([['CR 14-02-2013.txt', lines.join('\r\n')]])))
  const { taken } = await world.takeSure()
  const id = taken[0]?.meetingId ?? ''
  const { meeting } = await opened.ok('meetings.get', { id })
  await opened.ok('oldFiles.setLock', { id, version: meeting.version, locked: false })
  await opened.ok('history.undo', {})
  await opened.ok('history.undo', {})
  await opened.ok('meetings.create', { fields: { date: '2027-01-12' }, fromTemplate: false })
  expect(await exported()).not.toMatch(/Kerduff|balises/u)
})
