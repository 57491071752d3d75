import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import type { OpenedCore } from './open-core.ts'
import { filesBelow, fullCore, internal, temporaryFolder } from './profile-world.ts'
import { transferFaults } from './transfer-faults.ts'

let opened: OpenedCore
let meetingId: string
let proposed: { title: string; description: string; keywords: string[] }
const out = temporaryFolder()
const path = join(out.path, 'versement.zip')

beforeAll(async () => {
  opened = await fullCore()
  const meetings = await opened.ok('meetings.list', { year: null })
  meetingId = meetings.find(({ date }) => date === '2026-11-12')?.id ?? ''
  proposed = await opened.ok('archive.describe', { meetingId })
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  out.remove()
})

const written = () => unzipSync(readFileSync(path))
const manifest = () => Buffer.from(written()['manifest.xml'] ?? new Uint8Array()).toString('utf8')
const nameServices = async () => {
  const { version } = await opened.ok('settings.body', {})
  await opened.ok('settings.updateBody', {
    version,
    patch: { archivesAgency: 'FRAN-ESSAI', transferringAgency: 'SEC <1> & Cie', archivalAgreement: 'ACC-7' },
  })
}

describe('a transfer', () => {
  it('is refused, with what to do, until the two services are named', async () => {
    for (const name of ['archiveName', 'exportArchive'] as const)
      expect(
        await opened.core.internal(name, { meetingId, path, form: 'seda', description: null }),
      ).toMatchObject({ error: { code: 'no-archives-agency' } })
    expect(filesBelow(out.path)).toEqual([])
  })

  it('is told before it is described which of the two services is not named', async () => {
    const unnamed = async (departure: 'archive' | 'transfer') =>
      (await opened.ok('meetings.leavingChecks', { id: meetingId, departure })).filter(
        ({ kind }) => kind === 'noArchivesAgency',
      )
    const both = ['archivesAgency', 'transferringAgency']
    expect(await unnamed('transfer')).toMatchObject([{ names: both, stops: true }])
    expect(await unnamed('archive')).toEqual([])
    await nameServices()
    expect(await unnamed('transfer')).toEqual([])
    await opened.ok('history.undo', {})
  })

  it('holds each file with its size and digest, described once, in the order of the standard', async () => {
    await nameServices()
    const { files } = await internal(opened, 'exportArchive', {
      meetingId,
      path,
      form: 'seda',
      description: {
        ...proposed,
        title: 'Séance de novembre <essai> & \u0007suite',
        keywords: ['annuaire', 'œuvre'],
      },
    })
    const held = written()
    expect(transferFaults(held)).toEqual([])
    expect(Object.keys(held)).toHaveLength(files + 1)
    const { approval } = await opened.ok('approval.get', { meetingId })
    expect(sha256(held['content/compte-rendu_scelle.pdf'] ?? new Uint8Array())).toBe(approval?.sha256)
    expect(manifest()).toContain('<Title>Séance de novembre &lt;essai&gt; &amp; \ufffdsuite</Title>')
    expect(manifest()).toContain('<KeywordContent>œuvre</KeywordContent>')
    expect(manifest()).toContain('<Identifier>SEC &lt;1&gt; &amp; Cie</Identifier>')
  })

  it('says the rules by their identifiers, and nothing of what was not agreed', async () => {
    expect(manifest()).not.toContain('Rule')
    const [minutes, agenda, annex, attendance] = await opened.ok('archive.rules', {})
    const put = (rule: typeof minutes, patch: object) =>
      opened.ok('archive.updateRule', { id: rule?.id ?? '', version: rule?.version ?? 1, patch })
    await put(minutes, { finalFate: 'keep', appraisalRule: 'DUA-10', accessRule: 'COM-25' })
    await put(agenda, { finalFate: 'sort' })
    await put(annex, { finalFate: 'destroy', duaYears: 5 })
    await put(attendance, { appraisalRule: 'APP-00012' })
    await internal(opened, 'exportArchive', { meetingId, path, form: 'seda', description: null })
    const held = written()
    expect(transferFaults(held)).toEqual([])
    const lines = manifest().replace(/>\s+</gu, '><')
    expect(lines).toContain(
      '<AppraisalRule><Rule>DUA-10</Rule><StartDate>2027-01-12</StartDate><FinalAction>Keep</FinalAction></AppraisalRule><AccessRule><Rule>COM-25</Rule><StartDate>2027-01-12</StartDate></AccessRule>',
    )
    expect(lines).toContain('<AppraisalRule><FinalAction>Destroy</FinalAction></AppraisalRule>')
    const sheet = Buffer.from(held['content/fiche.html'] ?? new Uint8Array()).toString('utf8')
    expect(sheet).toContain('Le tri convenu (Ordre du jour) n’existe pas dans ce standard')
    expect(manifest()).not.toContain('APP-00012')
    expect(sheet).toContain('La règle de sort final saisie (Liste de présence) n’est pas dans le manifeste')
    expect(sheet).toContain(
      'Le sort final noté (Ordre du jour, Annexe) est dans le manifeste sans règle ni durée',
    )
    expect(sheet).toContain('Ce n’est ni un accusé de réception ni une prise en charge')
  })
})

describe('the judge of a transfer', () => {
  const changed = (from: string | RegExp, to: string) => {
    const files = written()
    const text = manifest().replace(from, to)
    expect(text).not.toBe(manifest())
    return transferFaults({ ...files, 'manifest.xml': Buffer.from(text) })
  }
  it.each<[string, () => string[]]>([
    ['a file gone', () => transferFaults(without('content/compte-rendu_scelle.pdf'))],
    ['a file that is not told', () => transferFaults({ ...written(), 'content/x.txt': new Uint8Array([1]) })],
    ['no manifest', () => transferFaults(without('manifest.xml'))],
    [
      'an altered file',
      () => transferFaults({ ...written(), 'content/compte-rendu_scelle.pdf': new Uint8Array([1]) }),
    ],
    ['another size', () => changed(/<Size>\d+/u, '<Size>1')],
    ['another algorithm', () => changed('SHA-256', 'MD5')],
    [
      'an element out of order',
      () => changed(/(\s*<Date>.*<\/Date>)(\s*<MessageIdentifier>.*<\/MessageIdentifier>)/u, '$2$1'),
    ],
    ['an element too much', () => changed('<CodeListVersions/>', '<CodeListVersions/><Foreign>x</Foreign>')],
    ['an element that is missing', () => changed(/<Date>.*<\/Date>/u, '')],
    ['an empty element', () => changed(/<Title>.*<\/Title>/u, '<Title></Title>')],
    ['an identifier twice', () => changed('id="piece-2"', 'id="piece-1"')],
    ['what is no identifier', () => changed('id="piece-2"', 'id="2"')],
    ['a file described nowhere', () => changed('>groupe-2<', '>groupe-1<')],
    ['another standard', () => changed('seda:v2.3', 'seda:v2.1')],
  ])('notices %s', (_, faults) => {
    expect(faults()).not.toEqual([])
  })
})

function without(path: string): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(written()).filter(([name]) => name !== path))
}
