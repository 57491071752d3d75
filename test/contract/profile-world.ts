import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { InternalCall, InternalCalls } from '../../electron/contract/wire.ts'
import { dumpedTables, dumpRows } from '../../electron/db/copies/table-dump.ts'
import { sha256 } from '../../electron/db/files/store.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { dispatchWorld } from './dispatch-world.ts'
import { hold, meetingOn, oneApproves, validate, writeExchanges } from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

export const profileNow = '2027-01-20T09:00:00.000Z'

/** Names that mail programs let through and file systems do not. */
export const oddNames = [
  'note.pdf',
  'NOTE.pdf',
  'CON.txt',
  'a<b>c:d|e?f*.docx',
  'point final. .txt',
  '..\\..\\etc\\passwd',
  `${'très long '.repeat(24)}.odt`,
  `${'漢字'.repeat(100)}.txt`,
  'sans extension',
  'émoji 😀 et RTL \u202egpj.exe.pdf',
]

/** Approved minutes with a corrigendum, a published agenda, a sent message, files of every name, an entry undone. */
export async function fullCore(): Promise<OpenedCore> {
  const world = await dispatchWorld()
  const { opened } = world
  await world.send('convocation')
  world.setNow(profileNow)
  const meetingId = await meetingOn(opened, '2026-11-12')
  await publish(opened, meetingId)
  await attachOddFiles(opened, meetingId)
  await hold(opened, meetingId)
  await validate(opened, meetingId)
  await oneApproves(opened, meetingId)
  await opened.ok('approval.approve', {
    meetingId,
    mode: 'written',
    approvingMeetingId: null,
    itemId: null,
    approvedOn: '2027-01-12',
    corrections: '',
    asked: await askedOf(opened.ok, meetingId),
  })
  await opened.ok('approval.addCorrigendum', { id: newId(), meetingId, fields: corrigendum })
  const draft = await meetingOn(opened, '2027-02-11')
  await opened.ok('minutes.start', { meetingId: draft })
  await writeExchanges(opened, draft, 'L’œuvre commune <b>avance</b> & \u2028 « bien » 😀.')
  const binned = await opened.ok('meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: false })
  await opened.ok('meetings.remove', { id: binned.id, version: binned.version })
  const projectId = newId()
  await opened.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
  const dossier = { fileName: 'dossier.pdf', bytes: Buffer.from('le dossier du projet') }
  await opened.ok('attachments.add', { projectId, file: dossier })
  const [item] = (await opened.ok('agenda.list', { meetingId: draft })).items
  await opened.ok('agenda.update', {
    id: item?.id ?? '',
    version: item?.version ?? 1,
    patch: { title: 'Défait ensuite' },
  })
  await opened.ok('history.undo', {})
  // The verdict on a paper is written a while after it.
  for (const { id } of await meetings(opened))
    for (const { id: producedId } of await opened.ok('documents.produced', { meetingId: id }))
      await opened.ok('documents.verdict', { producedId })
  return opened
}

const meetings = ({ ok }: OpenedCore) => ok('meetings.list', { year: null })

const corrigendum = {
  itemId: null,
  place: 'Point 1',
  beforeText: 'mardi',
  afterText: 'jeudi',
  reason: 'Erreur de plume.',
  decidedOn: '2027-01-15',
}

async function publish(opened: OpenedCore, meetingId: string): Promise<void> {
  await opened.ok('agenda.submit', { meetingId, to: 'Camille Essai' })
  await opened.ok('agenda.validate', { meetingId, by: 'Camille Essai' })
  await opened.ok('agenda.publish', { meetingId })
}

async function attachOddFiles(opened: OpenedCore, meetingId: string): Promise<void> {
  for (const [index, fileName] of oddNames.entries())
    await opened.ok('attachments.add', {
      meetingId,
      itemId: null,
      file: { fileName, bytes: Buffer.from(`contenu ${index}`) },
    })
}

/** A call of the shell's, which must succeed. */
export async function internal<N extends InternalCall>(
  opened: OpenedCore,
  name: N,
  input: InternalCalls[N]['input'],
): Promise<InternalCalls[N]['output']> {
  const envelope = await opened.core.internal(name, input)
  if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.error)} ${opened.log.join('\n')}`)
  return envelope.value
}

/** Every row of every table, by table; of a database that nobody writes. */
export function tablesIn(path: string): Map<string, string> {
  const db = new Database(path, { ...nativeOptions(), readonly: true })
  try {
    const version = String(db.pragma('user_version', { simple: true }))
    const schema = db
      .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name`)
      .all()
    const tables = dumpedTables(db).map((name) => [name, JSON.stringify([...dumpRows(db, name)])] as const)
    return new Map([['version', version], ['schema', JSON.stringify(schema)], ...tables])
  } finally {
    db.close()
  }
}

/** Hashes of the bytes of a store, by name. */
export function piecesIn(folder: string): Map<string, string> {
  const store = join(folder, 'pieces')
  if (!existsSync(store)) return new Map()
  return new Map(
    readdirSync(store)
      .sort()
      .map((name) => [name, sha256(readFileSync(join(store, name)))]),
  )
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'seances-profil-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** One byte of a file becomes another. */
export function flipByte(path: string, at = 0.5): void {
  const bytes = readFileSync(path)
  const index = Math.min(bytes.length - 1, Math.floor(bytes.length * at))
  bytes[index] = (bytes[index] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
