import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../electron/features/new-id.ts'
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

const second = [
  'Comité des bouées du large',
  'Compte rendu de la réunion n° 3 du mercredi 12 juin 2013',
  'Présents : Mme Aliénor Trégastel, M. Octave Brévent',
  '1. Approbation du compte rendu précédent',
  'Le compte rendu est approuvé.',
  '2. Mouillage des bouées',
  'Décision : le comité retient deux bouées.',
]

/** What is undone stays here as well once something else was done instead. */
async function undoneFor(acts: number): Promise<void> {
  for (let act = 0; act < acts; act += 1) await world.opened.ok('history.undo', {})
  await world.opened.ok('meetings.create', { fields: { date: '2027-01-12' }, fromTemplate: false })
}

it('nothing leaves of what was done in meetings taken over, once all was taken back for something else', async () => {
  const { opened } = world
  const files = new Map([
    ['CR 14-02-2013.txt', lines.join('\r\n')],
    ['CR 12-06-2013.txt', second.join('\r\n')],
  ])
  await world.read(world.folder(files))
  const { taken } = await world.takeSure()
  expect(taken).toHaveLength(2)
  for (const { meetingId: id } of taken) {
    const { meeting } = await opened.ok('meetings.get', { id })
    await opened.ok('oldFiles.setLock', { id, version: meeting.version, locked: false })
  }
  await undoneFor(3)
  expect(await exported()).not.toMatch(/Kerduff|balises|Trégastel|bouées/u)
})

it('nor of the people who were taken from them', async () => {
  const { opened } = world
  await world.read(world.folder(new Map([['CR 14-02-2013.txt', lines.join('\r\n')]])))
  await world.takeSure()
  const { persons } = await opened.ok('oldFiles.people', {})
  const people = persons.map(({ key, familyName, givenName }) => ({
    key,
    entry: {
      type: 'new' as const,
      person: { id: newId(new Date()), familyName, givenName, jobTitle: '', organisationId: null },
    },
  }))
  await opened.ok('oldFiles.takePeople', { organisations: [], people })
  await undoneFor(2)
  expect(await exported()).not.toMatch(/Kerduff|Brévent/u)
})

it('nor of a document that a meeting got by it and that was named', async () => {
  const { opened } = world
  const { id } = await opened.ok('meetings.create', { fields: { date: '2013-06-12' }, fromTemplate: false })
  await world.read(world.folder(new Map([['CR 12-06-2013.txt', second.join('\r\n')]])))
  const [group] = await world.groups()
  await opened.ok('oldFiles.take', { choices: [{ id: group?.id ?? '', joins: id }], openActions: false })
  const [attachment] = await opened.ok('attachments.list', { meetingId: id })
  const { id: document = '', version = 0 } = attachment ?? {}
  await opened.ok('attachments.update', { id: document, version, patch: { title: 'Mouillage à Trégastel' } })
  await undoneFor(2)
  expect(await exported()).not.toMatch(/12-06-2013|Trégastel|bouées/u)
})
