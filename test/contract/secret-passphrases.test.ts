import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDesk } from '../../electron/db/desk/desk.ts'
import { nameSecretOf } from '../../electron/db/encryption/encrypted-name.ts'
import { inp } from '../entry.ts'
import { encryptedIn, holdersOf } from './encrypted-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const FIRST = 'tulipe ardoise café marmotte dix-sept'
const SECOND = 'girafe lavande tournevis onze brumes'
/** Typed by mistake: somebody's password elsewhere, perhaps. */
const WRONG = 'zqxmauvaise phrase de passe'

let opened: OpenedCore
let second: string
let out: string
/** Must be nowhere: the passphrases, and the key that decrypts. */
let secrets: string[]
let nameSecret: string
const said: string[] = []

beforeAll(async () => {
  second = mkdtempSync(join(tmpdir(), 'seances-reseau-'))
  out = mkdtempSync(join(tmpdir(), 'seances-sorties-'))
  opened = await openTestCore()
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: true,
  })
  const file = { fileName: 'note.txt', bytes: new TextEncoder().encode('pièce jointe') }
  const [piece] = await opened.ok('attachments.add', { meetingId, itemId: null, file })
  await opened.core.internal('setCopyFolder', { path: second })
  await opened.ok('encryption.turnOn', { passphrase: FIRST })
  await opened.refused('encryption.changePassphrase', { current: WRONG, next: SECOND })
  await opened.ok('encryption.changePassphrase', { current: FIRST, next: SECOND })
  const which = { place: 'copies' as const, token: encryptedIn(second)[0] ?? '' }
  for (const method of ['backups.look', 'backups.verify', 'backups.restore'] as const)
    await opened.refused(method, { ...which, passphrase: WRONG })
  await opened.ok('backups.look', { ...which, passphrase: SECOND })
  await opened.ok('backups.verify', { ...which, passphrase: SECOND })
  await opened.ok('backups.restore', { ...which, passphrase: SECOND })
  const files = [piece?.sha256 ?? '']
  for (const folder of ['', 'sauvegardes'])
    rmSync(join(opened.folder, folder, 'pieces'), { recursive: true, force: true })
  await opened.refused('keptFiles.bringBack', { files, passphrase: WRONG })
  await opened.ok('keptFiles.bringBack', { files, passphrase: SECOND })
  const sheet = join(out, 'fiche.txt')
  await opened.core.internal('writeDocument', {
    subject: { kind: 'recoverySheet', passphrase: SECOND },
    format: 'txt',
    path: sheet,
  })
  const identity = /AGE-SECRET-KEY-1\w+$/m.exec(readFileSync(sheet, 'utf8'))?.[0] ?? ''
  rmSync(sheet)
  await opened.ok('backups.look', { ...which, passphrase: identity })
  await opened.ok('backups.make', {})
  for (const form of ['folder', 'zip'] as const)
    await opened.core.internal('exportProfile', { path: join(out, `profil-${form}`), form })
  const history = await opened.core.call('history.state', {})
  said.push(JSON.stringify(history), ...opened.log, JSON.stringify(opened.events))
  nameSecret = nameSecretOf(identity)
  secrets = [
    FIRST,
    SECOND,
    WRONG,
    identity,
    identity.toLowerCase(),
    identity.slice('AGE-SECRET-KEY-1'.length),
  ]
  await opened.core.close()
})
afterAll(async () => {
  await opened.dispose()
  for (const folder of [second, out]) rmSync(folder, { recursive: true, force: true })
})

/** Must be found in another writing too: without accents, with its words apart. */
const written = (secret: string) => [
  secret,
  secret.normalize('NFD'),
  encodeURIComponent(secret),
  btoa(encodeURIComponent(secret)),
]

describe('no passphrase and no key that decrypts', () => {
  it('is beside the data: in the database and its journal, the backups, what this desk knows of itself', () => {
    expect(secrets.every((secret) => secret.length > 20)).toBe(true)
    for (const secret of secrets) expect(holdersOf(opened.folder, written(secret))).toEqual([])
  })

  it('is in the second folder, nor what attachments are named with', () => {
    for (const secret of [...secrets, nameSecret]) expect(holdersOf(second, written(secret))).toEqual([])
  })

  it('is in an exported profile, nor how this desk encrypts', () => {
    const zip = join(out, 'profil-zip')
    const inside = join(out, 'dezippe')
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      if (name.endsWith('/')) continue
      mkdirSync(join(inside, name, '..'), { recursive: true })
      writeFileSync(join(inside, name), bytes)
    }
    expect(readdirSync(inside, { recursive: true }).length).toBeGreaterThan(5)
    const { encryption } = readDesk(opened.folder)
    for (const secret of [...secrets, nameSecret, encryption?.text ?? '', encryption?.recipient ?? ''])
      expect(holdersOf(out, written(secret))).toEqual([])
  })

  it('is in a line of the log, an event or the history', () => {
    const all = said.join('\n')
    for (const secret of secrets) for (const one of written(secret)) expect(all).not.toContain(one)
  })

  it('is found by this search where one is planted', () => {
    const place = join(out, 'plante')
    mkdirSync(place)
    writeFileSync(join(place, 'journal.txt'), `tx ${SECOND} fin`)
    expect(holdersOf(place, written(SECOND))).toHaveLength(1)
    writeFileSync(join(place, 'large.bin'), Buffer.from(FIRST, 'utf16le'))
    expect(holdersOf(place, written(FIRST))).toHaveLength(1)
    rmSync(place, { recursive: true })
  })
})

describe('on the command line', () => {
  const wordIn = (name: string, word: string) => {
    writeFileSync(join(out, name), word)
    return join(out, name)
  }

  it('a copy opens with the passphrase in a file, which is said and kept nowhere', () => {
    const data = join(out, 'ailleurs')
    const copy = join(second, encryptedIn(second)[0] ?? '')
    const restore = (...more: string[]) => inp('restore', copy, '--data', data, ...more)
    const without = restore()
    expect([without.status, without.stdout]).toEqual([1, ''])
    expect(without.stderr).toMatch(/chiffrée/)
    const wrong = restore('--passphrase-file', wordIn('fausse.txt', WRONG))
    expect([wrong.status, wrong.stdout]).toEqual([1, ''])
    expect(wrong.stderr).not.toContain(WRONG)
    expect(restore('--passphrase-file', join(out, 'absente.txt')).status).toBe(1)
    // Written by an editor of Windows, that ends the line.
    const right = restore('--json', '--passphrase-file', wordIn('bonne.txt', `${SECOND}\r\n`))
    // An older Node.js says on its own that this cryptography is new to it.
    const said = right.stderr.replace(/^(?:\(node:\d+\) ExperimentalWarning: |\(Use `).*\n/gm, '')
    expect([right.status, said]).toEqual([0, ''])
    expect(JSON.parse(right.stdout)).toEqual({ meetings: 1 })
    expect(JSON.parse(inp('meetings', 'list', '--data', data, '--json').stdout)).toHaveLength(1)
    for (const name of ['fausse.txt', 'bonne.txt']) rmSync(join(out, name))
    for (const secret of secrets) expect(holdersOf(data, written(secret))).toEqual([])
  })
})
