import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { inp } from '../entry.ts'
import { hold, meetingOn, minutesOf, openMinutesCore, validate } from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'
import { faultsOf } from './parcel-faults.ts'
import { filesBelow, flipByte, fullCore, internal, piecesIn, temporaryFolder } from './profile-world.ts'

let opened: OpenedCore
let meetingId: string
const out = temporaryFolder()
const folder = join(out.path, 'archive')
const zip = join(out.path, 'archive.zip')

beforeAll(async () => {
  opened = await fullCore()
  const meetings = await opened.ok('meetings.list', { year: null })
  meetingId = meetings.find(({ date }) => date === '2026-11-12')?.id ?? ''
  const [rule] = await opened.ok('archive.rules', {})
  await opened.ok('archive.updateRule', {
    id: rule?.id ?? '',
    version: rule?.version ?? 1,
    patch: { duaYears: 10, finalFate: 'keep', reference: 'Tableau de gestion <essai>' },
  })
  await internal(opened, 'exportArchive', { meetingId, path: folder, form: 'folder', description: null })
  await internal(opened, 'exportArchive', { meetingId, path: zip, form: 'zip', description: null })
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  out.remove()
})

describe('an archive', () => {
  it('holds the approved bytes, the corrigendum, the agenda and the annexes as they were kept', async () => {
    const { approval, corrigenda } = await opened.ok('approval.get', { meetingId })
    expect(sha256(readFileSync(join(folder, 'compte-rendu/compte-rendu_scelle.pdf')))).toBe(approval?.sha256)
    expect(sha256(readFileSync(join(folder, 'compte-rendu/rectificatif_1.pdf')))).toBe(corrigenda[0]?.sha256)
    const store = piecesIn(opened.folder)
    const kept = filesBelow(folder).filter((path) =>
      /^(?:annexes|ordre-du-jour|compte-rendu\/.*\.pdf$)/u.test(path),
    )
    expect(kept.length).toBeGreaterThan(12)
    for (const path of kept)
      expect([path, store.has(sha256(readFileSync(join(folder, path))))]).toEqual([path, true])
    expect(filesBelow(folder)).toEqual(
      expect.arrayContaining([
        'index.html',
        'description.xml',
        'conservation.json',
        'presences/presences.html',
        'releve-de-decisions/releve-de-decisions.pdf',
        'compte-rendu/compte-rendu.json',
      ]),
    )
  })

  it('says the rules as they were noted, and nothing of those that were not', () => {
    expect(JSON.parse(readFileSync(join(folder, 'conservation.json'), 'utf8'))).toMatchObject([
      {
        documents: 'Compte rendu',
        duree_utilite_administrative_annees: 10,
        sort_final: 'Conservation',
        communicable_apres_annees: null,
        reference: 'Tableau de gestion <essai>',
      },
      { duree_utilite_administrative_annees: null, sort_final: null, reference: null },
      { duree_utilite_administrative_annees: null, sort_final: null, reference: null },
      { duree_utilite_administrative_annees: null, sort_final: null, reference: null },
    ])
  })

  it('is described in Dublin Core that an XML reader takes', () => {
    const program = `
import xml.etree.ElementTree as tree
root = tree.parse('description.xml').getroot()
dc = '{http://purl.org/dc/elements/1.1/}'
assert root.tag == '{http://www.openarchives.org/OAI/2.0/oai_dc/}dc', root.tag
for name in ['title', 'creator', 'date', 'language', 'identifier', 'type', 'format']: print(name, root.find(dc + name).text)
`
    const told = execFileSync('python3', ['-c', program], { cwd: folder, encoding: 'utf8' })
    expect(told).toContain('date 2026-11-12\nlanguage fr\n')
  })

  it('is verified by sha256sum and unzip, and by our command in words and JSON', () => {
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder })
    execFileSync('unzip', ['-tqq', zip])
    for (const path of [folder, zip]) {
      const { status, stdout } = inp('archive', 'verify', path, '--json')
      expect([status, JSON.parse(stdout)]).toEqual([
        0,
        { sound: true, files: expect.any(Number), faults: [] },
      ])
    }
    expect(inp('profile', 'verify', folder).status).toBe(1)
    expect(inp('archive', 'verify').status).toBe(2)
  })

  it('is refused of minutes that are not approved, before anybody is asked where', async () => {
    const meetings = await opened.ok('meetings.list', { year: null })
    const draft = meetings.find(({ date }) => date === '2027-02-11')?.id ?? ''
    for (const name of ['archiveName', 'exportArchive'] as const)
      expect(
        await opened.core.internal(name, {
          meetingId: draft,
          path: join(out.path, 'x'),
          form: 'zip',
          description: null,
        }),
      ).toMatchObject({ error: { code: 'not-approved' } })
  })

  it('is refused whole when a kept file is no longer what it was', async () => {
    const { approval } = await opened.ok('approval.get', { meetingId })
    const path = join(opened.folder, 'pieces', approval?.sha256 ?? '')
    const bytes = readFileSync(path)
    flipByte(path)
    const target = join(out.path, 'refusee.zip')
    expect(
      await opened.core.internal('exportArchive', {
        meetingId,
        path: target,
        form: 'zip',
        description: null,
      }),
    ).toMatchObject({ error: { code: 'kept-file-altered' } })
    writeFileSync(path, bytes)
    expect(filesBelow(out.path).filter((name) => name.includes('refusee') || name.endsWith('.tmp'))).toEqual(
      [],
    )
  })
})

it('keeps what organisations said out of its data where the minutes keep it out of their pages', async () => {
  const small = await openMinutesCore()
  try {
    const held = await meetingOn(small, '2026-11-12')
    await hold(small, held)
    const itemId = (await minutesOf(small, held)).sections[0]?.itemId ?? ''
    await small.ok('session.addPosition', {
      id: newId(),
      meetingId: held,
      itemId,
      fields: { organisation: 'ADX', organisationId: null, stance: 'reserves', words: 'Un délai.' },
    })
    await validate(small, held)
    await small.ok('approval.approve', {
      meetingId: held,
      mode: 'written',
      approvingMeetingId: null,
      itemId: null,
      approvedOn: '2027-01-12',
      corrections: '',
      asked: await askedOf(small.ok, held),
    })
    const data = async (positions: 'text' | 'none') => {
      const { version } = await small.ok('documentStyle.get', {})
      await small.ok('documentStyle.update', { version, patch: { positions } })
      const path = join(out.path, `positions-${positions}`)
      await internal(small, 'exportArchive', { meetingId: held, path, form: 'folder', description: null })
      return [
        JSON.parse(readFileSync(join(path, 'compte-rendu/compte-rendu.json'), 'utf8')).positions.length,
        readFileSync(join(path, 'index.html'), 'utf8').includes('porte les positions exprimées'),
      ]
    }
    expect([await data('text'), await data('none')]).toEqual([
      [1, true],
      [0, true],
    ])
  } finally {
    await small.dispose()
  }
}, 60_000)

describe('the verification', () => {
  const copy = join(out.path, 'copie')
  const fresh = () => {
    rmSync(copy, { recursive: true, force: true })
    cpSync(folder, copy, { recursive: true })
  }

  it('finds one flipped byte in every file in turn, and names that file', async () => {
    fresh()
    expect(await faultsOf(copy)).toEqual([])
    for (const path of filesBelow(copy)) {
      const whole = readFileSync(join(copy, path))
      for (const at of [0, 0.5, 0.999]) {
        flipByte(join(copy, path), at)
        expect([path, at, (await faultsOf(copy)).map(({ file }) => file)]).toEqual([
          path,
          at,
          expect.arrayContaining([path]),
        ])
        writeFileSync(join(copy, path), whole)
      }
    }
    expect(await faultsOf(copy)).toEqual([])
  })

  it('finds every file that is missing, and every one that is too many', async () => {
    fresh()
    for (const path of filesBelow(copy)) {
      const whole = readFileSync(join(copy, path))
      rmSync(join(copy, path))
      expect(await faultsOf(copy)).toContainEqual({ file: path, what: 'missing' })
      writeFileSync(join(copy, path), whole)
    }
    writeFileSync(join(copy, 'annexes', 'ajoutee.pdf'), '%PDF-')
    expect(await faultsOf(copy)).toEqual([{ file: 'annexes/ajoutee.pdf', what: 'extra' }])
    rmSync(join(copy, 'annexes', 'ajoutee.pdf'))
    writeFileSync(join(copy, 'Thumbs.db'), 'laissé par le système')
    expect(await faultsOf(copy)).toEqual([])
  })

  it('finds an approved paper that was replaced together with its sums, when the manifest still says the approval', async () => {
    fresh()
    const manifest = JSON.parse(readFileSync(join(copy, 'manifeste.json'), 'utf8'))
    const path = manifest.sealed.path
    appendFileSync(join(copy, path), '\n')
    const file = manifest.files.find((one: { path: string }) => one.path === path)
    file.sha256 = sha256(readFileSync(join(copy, path)))
    file.sizeBytes += 1
    const text = `${JSON.stringify(manifest, null, 1)}\n`
    writeFileSync(join(copy, 'manifeste.json'), text)
    const sums = [...manifest.files, { path: 'manifeste.json', sha256: sha256(Buffer.from(text)) }]
    writeFileSync(
      join(copy, 'SHA256SUMS'),
      sums.map((one: { path: string; sha256: string }) => `${one.sha256}  ${one.path}\n`).join(''),
    )
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: copy })
    expect(await faultsOf(copy)).toEqual([{ file: path, what: 'contradicts' }])
  })

  it('finds a zip cut short anywhere, and a flipped byte in the packed bytes of every part', async () => {
    const whole = readFileSync(zip)
    const spoilt = join(out.path, 'abimee.zip')
    for (const left of [0, 21, 22, 1000, whole.length >> 1, whole.length - 1]) {
      writeFileSync(spoilt, whole)
      truncateSync(spoilt, left)
      expect([left, (await faultsOf(spoilt)).length]).not.toEqual([left, 0])
    }
    for (const at of startsOfParts(whole)) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      writeFileSync(spoilt, bytes)
      expect([at, (await faultsOf(spoilt)).length > 0]).toEqual([at, true])
    }
  })

  it('answers with status 1 and the file that changed', () => {
    fresh()
    flipByte(join(copy, 'description.xml'))
    const { status, stderr } = inp('archive', 'verify', copy)
    expect(status).toBe(1)
    expect(stderr).toContain('description.xml : son contenu a changé')
  })
})

/** Where the packed bytes of each part of a zip begin. */
function startsOfParts(bytes: Buffer): number[] {
  const starts: number[] = []
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4))
    if (/^[a-z0-9-]*[/.A-Z]/u.test(bytes.toString('latin1', at + 30, at + 60)))
      starts.push(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28) + 2)
  return starts
}
