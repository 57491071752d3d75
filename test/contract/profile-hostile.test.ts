import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whatLeaves } from '../../electron/db/copies/what-leaves.ts'
import { sha256 } from '../../electron/db/files/store.ts'
import { migrations } from '../../electron/db/migrations/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { Parcel } from '../../electron/documents/parcel/parcel.ts'
import { folderSink } from '../../electron/documents/parcel/sink.ts'
import type { ProfileManifest } from '../../electron/domain/data/parcel.ts'
import { sumsText } from '../../electron/domain/data/parcel.ts'
import { writeTables } from '../../electron/features/backups/profile/write-profile.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { faultsOf } from './parcel-faults.ts'
import { internal } from './profile-world.ts'

let root: string
let opened: OpenedCore
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'seances-hostile-'))
  opened = await openTestCore()
})
afterAll(async () => {
  await opened.dispose()
  rmSync(root, { recursive: true, force: true })
})

type Told = { path: string; bytes: Buffer; sha256?: string; sizeBytes?: number }

/** A parcel whose manifest says whatever is wanted, true sums included. */
function forged(files: readonly Told[], change: object = {}): Record<string, Buffer> {
  const told = files.map(({ path, bytes, ...said }) => ({
    path,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    ...said,
  }))
  const manifest = {
    format: 'seances-inp/profil',
    formatVersion: 1,
    madeAt: '2026-11-26T08:00:00.000Z',
    madeBy: 'essai',
    body: 'Instance de démonstration',
    schemaVersion: migrations.length,
    tables: [],
    pieces: [],
    files: told,
    ...change,
  }
  const text = Buffer.from(`${JSON.stringify(manifest)}\n`)
  const sums = sumsText([...told, { path: 'manifeste.json', sha256: sha256(text) }])
  return {
    ...Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])),
    'manifeste.json': text,
    SHA256SUMS: Buffer.from(sums),
  }
}

function zipped(name: string, files: Record<string, Buffer>): string {
  const path = join(root, name)
  writeFileSync(path, zipSync(files))
  return path
}

describe('a forged export', () => {
  it.each(['../hors.txt', '/etc/hors.txt', 'C:/hors.txt', 'a/../../hors.txt', 'a\\..\\hors.txt'])(
    'is refused with the name %s, and nothing is written outside',
    async (path) => {
      const before = readdirSync(dirname(root))
      const file = zipped('nom.zip', forged([{ path, bytes: Buffer.from('dehors') }]))
      const answer = await internal(opened, 'importProfile', { path: file })
      expect(answer.state).toBe('refused')
      expect(
        readdirSync(dirname(root)).filter((name) => !before.includes(name) && /hors/.test(name)),
      ).toEqual([])
    },
  )

  it.each([['con|.txt'], ['fin. '], ['a//b'], ['./a']])(
    'is refused with the name %j in a zip',
    async (path) => {
      const faults = await faultsOf(zipped('windows.zip', forged([{ path, bytes: Buffer.from('x') }])))
      expect(faults).not.toEqual([])
    },
  )

  it('is refused when two names differ by case only', async () => {
    const files = forged([
      { path: 'a/Note.txt', bytes: Buffer.from('1') },
      { path: 'a/note.txt', bytes: Buffer.from('2') },
    ])
    const faults = await faultsOf(zipped('casse.zip', files))
    expect(faults).toEqual([{ file: 'a/note.txt', what: 'contradicts' }])
  })

  it('is refused as a bomb before it unfolds', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024)
    const file = zipped('bombe.zip', forged([{ path: 'zeros.bin', bytes: zeros }]))
    expect(statSync(file).size).toBeLessThan(1024 * 1024)
    expect(await opened.core.internal('importProfile', { path: file })).toMatchObject({
      error: { code: 'file-inflates' },
    })
  })

  it('is refused when a part unfolds to more than its directory says', async () => {
    const file = zipped('menteur.zip', forged([{ path: 'gros.txt', bytes: Buffer.alloc(1000, 'a') }]))
    const bytes = Buffer.from(zipSync(forged([{ path: 'gros.txt', bytes: Buffer.alloc(1000, 'a') }])))
    const central = bytes.lastIndexOf('gros.txt') - 46
    bytes.writeUInt32LE(10, central + 24)
    writeFileSync(file, bytes)
    const faults = await faultsOf(file)
    expect(faults).toEqual([{ file: 'gros.txt', what: 'changed' }])
  })

  it.each<[string, string]>([
    ['a row of other columns', '[\n{"id":"x"}\n]\n'],
    ['a value of another type', '[\n{"id":1,"version":"x","name":null,"protocol_order":[]}\n]\n'],
    ['no rows at all', '{"id"'],
  ])('with %s is refused with that table, and leaves nothing', async (_, rows) => {
    const good = tablesOfNew(join(root, `neuf-${sha256(Buffer.from(rows)).slice(0, 6)}`))
    const files = good.files.map((file) =>
      file.path === 'donnees/college.json' ? { ...file, bytes: Buffer.from(rows) } : file,
    )
    const path = zipped('lignes.zip', forged(files, { tables: good.tables }))
    expect(await internal(opened, 'importProfile', { path })).toEqual({
      state: 'refused',
      faults: [{ file: 'donnees/college.json', what: 'contradicts' }],
      faultCount: 1,
    })
    expect(readdirSync(opened.folder).filter((name) => name.startsWith('reprise'))).toEqual([])
  })

  it('of a newer application is refused politely', async () => {
    const path = zipped('demain.zip', forged([], { schemaVersion: migrations.length + 1 }))
    expect(await opened.core.internal('importProfile', { path })).toMatchObject({
      error: { code: 'data-newer' },
    })
  })

  it('of ten thousand files is read', async () => {
    const files = Array.from({ length: 10_000 }, (_, index) => ({
      path: `pieces/${index}.txt`,
      bytes: Buffer.from(String(index)),
    }))
    const path = zipped('beaucoup.zip', forged(files))
    expect(await faultsOf(path)).toEqual([])
  })
})

/** The tables of a database that has nothing but what its schema puts there, as files. */
function tablesOfNew(folder: string): { files: Told[]; tables: ProfileManifest['tables'] } {
  mkdirSync(folder)
  const db = new Database(join(folder, 'neuf.sqlite'), nativeOptions())
  db.exec(['BEGIN', ...migrations, 'COMMIT'].join(';\n'))
  const files: Told[] = []
  let chunks: Buffer[] = []
  let path = ''
  const parcel = new Parcel({
    begin(name) {
      path = name
      chunks = []
    },
    write: (bytes) => chunks.push(Buffer.from(bytes)),
    end: () => files.push({ path, bytes: Buffer.concat(chunks) }),
    finish() {},
  })
  const tables = writeTables(parcel, { sqlite: db, rows: whatLeaves(db).rows }, () => undefined)
  db.close()
  return { files, tables }
}

describe('an export of an older application', () => {
  it.each(migrations.map((_, index) => index + 1))(
    'of schema %i comes back through the migrations',
    async (version) => {
      const folder = join(root, `ancien-${version}`)
      const db = new Database(join(root, `ancien-${version}.sqlite`), nativeOptions())
      db.exec(['BEGIN', ...migrations.slice(0, version), 'COMMIT'].join(';\n'))
      db.exec(
        `INSERT INTO college (id, version, name, protocol_order) VALUES ('01900000-0000-7000-8000-000000000001', 1, 'Collège d’alors', 1)`,
      )
      const parcel = new Parcel(folderSink(folder))
      const tables = writeTables(parcel, { sqlite: db, rows: whatLeaves(db).rows }, () => undefined)
      parcel.finish<ProfileManifest>({
        format: 'seances-inp/profil',
        formatVersion: 1,
        madeAt: '2026-11-26T08:00:00.000Z',
        madeBy: 'essai',
        body: '',
        schemaVersion: version,
        tables,
        pieces: [],
      })
      db.close()
      const other = await openTestCore()
      try {
        expect(await internal(other, 'importProfile', { path: folder })).toEqual({
          state: 'taken',
          meetings: 0,
        })
        const { colleges } = await other.ok('directory.list', {})
        expect(colleges.map(({ name }) => name)).toEqual(['Collège d’alors'])
      } finally {
        await other.dispose()
      }
    },
  )
})
