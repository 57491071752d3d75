import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import {
  filesBelow,
  flipByte,
  fullCore,
  internal,
  piecesIn,
  profileNow,
  tablesIn,
  temporaryFolder,
} from './profile-world.ts'

let opened: OpenedCore
const out = temporaryFolder()
const folder = join(out.path, 'profil')
const zip = join(out.path, 'profil.zip')
let before: Map<string, string>
let pieces: Map<string, string>

beforeAll(async () => {
  opened = await fullCore()
  await internal(opened, 'exportProfile', { path: folder, form: 'folder' })
  await internal(opened, 'exportProfile', { path: zip, form: 'zip' })
  await opened.restart(() => {
    before = tablesIn(join(opened.folder, 'seances.sqlite'))
    pieces = piecesIn(opened.folder)
  })
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  out.remove()
})

/** A fresh core that has taken an export, closed and opened again; `before` sees its files. */
async function taken(path: string): Promise<OpenedCore> {
  const other = await openTestCore({ now: profileNow })
  expect(await internal(other, 'importProfile', { path })).toEqual({ state: 'taken', meetings: 4 })
  return other
}

describe('an exported profile', () => {
  it.each([['folder'], ['zip']] as const)(
    'comes back from a %s with every row and every byte',
    async (form) => {
      const other = await taken(form === 'zip' ? zip : folder)
      try {
        let after = new Map<string, string>()
        await other.restart(() => {
          after = tablesIn(join(other.folder, 'seances.sqlite'))
        })
        for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows])
        expect(after.size).toBe(before.size)
        expect(piecesIn(other.folder)).toEqual(pieces)
        expect(pieces.size).toBeGreaterThan(12)
      } finally {
        await other.dispose()
      }
    },
  )

  it('goes on where it was: what was undone is done again, what was approved stays approved, words are found', async () => {
    const other = await taken(zip)
    try {
      await other.ok('history.redo', {})
      const meetings = await other.ok('meetings.list', { year: null })
      const draft = meetings.find(({ date }) => date === '2027-02-11')
      const approved = meetings.find(({ date }) => date === '2026-11-12')
      const { items } = await other.ok('agenda.list', { meetingId: draft?.id ?? '' })
      expect(items[0]?.title).toBe('Défait ensuite')
      const { approval } = await other.ok('approval.get', { meetingId: approved?.id ?? '' })
      const kept = await other.ok('documents.render', { kind: 'minutes', meetingId: approved?.id ?? '' })
      expect(kept.sha256).toBe(approval?.sha256)
      const { hits } = await other.ok('search.query', { words: 'oeuvre', only: null })
      expect(hits.map(({ kind }) => kind)).toContain('section')
      for (let step = 0; step < 3; step += 1) await other.ok('history.undo', {})
    } finally {
      await other.dispose()
    }
  })

  it('exports the same tables again once it came back', async () => {
    const other = await taken(folder)
    const again = join(out.path, 'encore')
    try {
      await internal(other, 'exportProfile', { path: again, form: 'folder' })
      for (const path of filesBelow(join(folder, 'donnees')))
        expect([path, readFileSync(join(again, 'donnees', path), 'utf8')]).toEqual([
          path,
          readFileSync(join(folder, 'donnees', path), 'utf8'),
        ])
    } finally {
      await other.dispose()
      rmSync(again, { recursive: true })
    }
  })

  it('keeps the data that were there as a verified backup', async () => {
    const other = await openTestCore({ now: profileNow })
    try {
      await other.ok('meetings.create', { fields: { date: '2026-05-05' }, fromTemplate: false })
      await internal(other, 'importProfile', { path: zip })
      const { files } = await other.ok('backups.list', {})
      const kept = files.find(({ reason }) => reason === 'before-restore')
      await other.ok('backups.restore', { place: 'desk', token: kept?.token ?? '' })
      expect((await other.ok('meetings.list', { year: null })).map(({ date }) => date)).toEqual([
        '2026-05-05',
      ])
    } finally {
      await other.dispose()
    }
  })
})

describe('readers that are not ours', () => {
  it('sha256sum finds every file as the sums say, and lists all but the sums', () => {
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder })
    const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(listed.map((line) => line.slice(66)).sort()).toEqual(
      filesBelow(folder).filter((path) => path !== 'SHA256SUMS'),
    )
  })

  it('unzip finds the zip whole, with the names of the folder', () => {
    execFileSync('unzip', ['-tqq', zip])
    const target = join(out.path, 'unzip')
    // Where no language is set, unzip does not believe in letters beyond ASCII.
    execFileSync('unzip', ['-qq', zip, '-d', target], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: target })
    expect(filesBelow(target)).toEqual(filesBelow(folder))
    rmSync(target, { recursive: true })
  })

  it('python reads every table, and each follows its schema', () => {
    const program = `
import glob, json, os, sys
try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None
for path in glob.glob('donnees/*.json'):
    rows = json.load(open(path, encoding='utf-8'))
    schema = json.load(open(path.replace('donnees/', 'donnees/schemas/').replace('.json', '.schema.json'), encoding='utf-8'))
    if Draft202012Validator: Draft202012Validator.check_schema(schema); Draft202012Validator(schema).validate(rows)
    assert all(set(row) == set(schema['items']['required']) for row in rows), path
print(len(glob.glob('donnees/*.json')))
`
    const count = execFileSync('python3', ['-c', program], { cwd: folder, encoding: 'utf8' })
    expect(Number(count)).toBe(before.size - 2)
  })
})

describe('what leaves', () => {
  it('bears names that Windows takes, each unlike the others', () => {
    const paths = filesBelow(folder)
    expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(paths.length)
    for (const path of paths) {
      expect(path.length).toBeLessThan(200)
      for (const part of path.split('/')) {
        expect(part).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cf}]|[. ]$/u)
        expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu)
        expect(Buffer.byteLength(part)).toBeLessThan(256)
      }
    }
    expect(paths.filter((path) => /\/(?:note|NOTE)( \(2\))?\.pdf$/u.test(path))).toHaveLength(2)
  })

  it('says nothing of this machine', () => {
    const strange = [opened.folder, out.path, process.cwd(), `"${hostname()}"`]
    for (const path of filesBelow(folder)) {
      const bytes = readFileSync(join(folder, path)).toString('latin1')
      for (const word of strange) expect([path, bytes.includes(word)]).toEqual([path, false])
    }
  })

  it('asks for nothing from a network, and its pages need no script to be read', () => {
    for (const path of filesBelow(folder).filter((name) => name.endsWith('.html'))) {
      const page = readFileSync(join(folder, path), 'utf8')
      expect([path, page.match(/src="(?!data:)|<link|@import|url\(/u)]).toEqual([path, null])
      expect([path, /<script/u.test(page)]).toEqual([path, path === 'index.html'])
    }
  })

  it('leads from page to page by links that exist', () => {
    for (const path of filesBelow(folder).filter((name) => name.endsWith('.html'))) {
      const page = readFileSync(join(folder, path), 'utf8')
      for (const [, href = ''] of page.matchAll(/href="([^"#]+)/gu)) {
        if (/^(?:mailto|tel|https?):/u.test(href)) continue
        const target = join(folder, path, '..', decodeURIComponent(href))
        expect([path, href, filesBelow(folder).includes(target.slice(folder.length + 1))]).toEqual([
          path,
          href,
          true,
        ])
      }
    }
  })
})

describe('a profile that is not intact', () => {
  let other: OpenedCore
  beforeAll(async () => {
    other = await openTestCore({ now: profileNow })
    await other.ok('meetings.create', { fields: { date: '2026-05-05' }, fromTemplate: false })
  })
  afterAll(() => other.dispose())

  const spoilt = join(out.path, 'abime')
  const damages: [string, (root: string) => void, { file: string; what: string }][] = [
    [
      'a changed row',
      (root) => flipByte(join(root, 'donnees/meeting.json')),
      { file: 'donnees/meeting.json', what: 'changed' },
    ],
    [
      'a page cut short',
      (root) => truncateSync(join(root, 'index.html'), 100),
      { file: 'index.html', what: 'changed' },
    ],
    [
      'a missing table',
      (root) => rmSync(join(root, 'donnees/action.json')),
      { file: 'donnees/action.json', what: 'missing' },
    ],
    [
      'a file too many',
      (root) => writeFileSync(join(root, 'ajout.txt'), ''),
      { file: 'ajout.txt', what: 'extra' },
    ],
    [
      'a changed manifest',
      (root) => flipByte(join(root, 'manifeste.json')),
      { file: 'manifeste.json', what: 'changed' },
    ],
    [
      'changed sums',
      (root) => appendFileSync(join(root, 'SHA256SUMS'), '\n'),
      { file: 'SHA256SUMS', what: 'changed' },
    ],
    [
      'a link in place of a file',
      (root) => {
        rmSync(join(root, 'index.html'))
        symlinkSync('/etc/hostname', join(root, 'index.html'))
      },
      { file: 'index.html', what: 'unsafe' },
    ],
  ]
  it.each(damages)('is refused for %s, and nothing changes', async (_, damage, fault) => {
    rmSync(spoilt, { recursive: true, force: true })
    cpSync(folder, spoilt, { recursive: true })
    damage(spoilt)
    const answer = await internal(other, 'importProfile', { path: spoilt })
    expect(answer).toMatchObject({ state: 'refused' })
    expect(answer.state === 'refused' ? answer.faults : []).toContainEqual(fault)
    expect((await other.ok('meetings.list', { year: null })).map(({ date }) => date)).toEqual(['2026-05-05'])
    expect(readdirSync(other.folder).filter((name) => name.startsWith('reprise'))).toEqual([])
    expect(piecesIn(other.folder).size).toBe(0)
  })

  it('is refused as a zip that was cut short', async () => {
    const cut = join(out.path, 'coupe.zip')
    cpSync(zip, cut)
    truncateSync(cut, readFileSync(zip).length - 100)
    expect(await internal(other, 'importProfile', { path: cut })).toEqual({
      state: 'refused',
      faults: [{ file: '', what: 'unreadable' }],
      faultCount: 1,
    })
  })

  it('is not looked for where there is none', async () => {
    const empty = join(out.path, 'vide')
    mkdirSync(empty, { recursive: true })
    expect(await other.core.internal('importProfile', { path: empty })).toMatchObject({
      error: { code: 'not-a-parcel' },
    })
    expect(await other.core.internal('importProfile', { path: join(empty, 'rien.zip') })).toMatchObject({
      ok: false,
    })
  })
})

describe('the pages of an export', () => {
  it('name organisations with the articles of the papers', async () => {
    const other = await openTestCore({ now: profileNow })
    const target = join(out.path, 'pages')
    try {
      await other.ok('directory.addOrganisation', {
        id: newId(),
        fields: { name: 'Centre national exemple', acronym: 'CNX' },
      })
      const { id: meetingId } = await other.ok('meetings.create', {
        fields: { date: '2027-02-04' },
        fromTemplate: false,
      })
      const fields = { title: 'Annuaire', requester: 'CNX' }
      await other.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields })
      await internal(other, 'exportProfile', { path: target, form: 'folder' })
      const page = readFileSync(join(target, 'seances', '2027-02-04', 'ordre-du-jour.html'), 'utf8')
      expect(page).toContain('à la demande du CNX')
    } finally {
      await other.dispose()
      rmSync(target, { recursive: true, force: true })
    }
  })
})

describe('an export that is ended', () => {
  it('leaves nothing, and another one can begin', async () => {
    const target = join(out.path, 'arrete')
    const ended = opened.core.internal('exportProfile', { path: target, form: 'folder' })
    expect(await opened.core.internal('exportProfile', { path: target, form: 'folder' })).toMatchObject({
      error: { code: 'busy' },
    })
    await opened.ok('profile.stop', {})
    expect(await ended).toMatchObject({ error: { code: 'cancelled' } })
    expect(readdirSync(out.path).filter((name) => name.startsWith('.') || name === 'arrete')).toEqual([])
    await internal(opened, 'exportProfile', { path: target, form: 'folder' })
    rmSync(target, { recursive: true })
  })
})
