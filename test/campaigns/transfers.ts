// Transfers of a demo's approved meetings, judged by the published schemas of the standard.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { TransferDescription } from '../../electron/domain/minutes/retention.ts'
import { fullCore, internal } from '../contract/profile-world.ts'
import { transferFaults } from '../contract/transfer-faults.ts'

const MAIN = 'seda-2.3-main.xsd'

/** What the schemas import by address, as far as they use it: nothing is fetched. */
const imported = {
  'http://www.w3.org/2001/xml.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="lang" type="xs:language"/><xs:attribute name="id" type="xs:ID"/></xs:schema>`,
  'http://www.w3.org/1999/xlink.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink"><xs:attribute name="href" type="xs:anyURI"/></xs:schema>`,
} as const

export type TransferReport = { manifests: number; faults: string[]; control: 'noticed' | 'not noticed' }

/**
 * Writes a transfer with all that one can hold and one with as little as one must, and has them judged.
 * @param schemas the folder of the published schemas
 * @throws Error when xmllint is not on this machine, or the schemas are not in the folder
 */
export async function judgeTransfers(schemas: string): Promise<TransferReport> {
  if (!readdirSync(schemas).includes(MAIN)) throw new Error(`no ${MAIN} in ${schemas}`)
  if (spawnSync('xmllint', ['--version']).status !== 0)
    throw new Error('xmllint is missing: sudo apt-get install libxml2-utils')
  const folder = mkdtempSync(join(tmpdir(), 'seances-transfers-'))
  const opened = await fullCore()
  try {
    const judge = judgeWith(schemas, folder)
    const faults: string[] = []
    const manifests = await writeTransfers(opened, folder)
    for (const files of manifests)
      faults.push(...transferFaults(files), ...judge(files['manifest.xml'] ?? new Uint8Array()))
    const spoiled = Buffer.from(manifests[0]?.['manifest.xml'] ?? new Uint8Array())
      .toString('utf8')
      .replace('<CodeListVersions/>', '')
    return {
      manifests: manifests.length,
      faults,
      control: judge(Buffer.from(spoiled)).length > 0 ? 'noticed' : 'not noticed',
    }
  } finally {
    await opened.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writeTransfers(opened: Awaited<ReturnType<typeof fullCore>>, folder: string) {
  const meetings = await opened.ok('meetings.list', { year: null })
  const meetingId = meetings.find(({ minutesState }) => minutesState === 'approved')?.id ?? ''
  const patchBody = async (patch: object) => {
    const { version } = await opened.ok('settings.body', {})
    await opened.ok('settings.updateBody', { version, patch })
  }
  const write = async (name: string, description: TransferDescription) => {
    const path = join(folder, name)
    await internal(opened, 'exportArchive', { meetingId, path, form: 'seda', description })
    return unzipSync(readFileSync(path))
  }
  await patchBody({ archivesAgency: 'A', transferringAgency: 'B' })
  const least = await write('least.zip', { title: 'x', description: '', keywords: [] })
  await patchBody({ originatingAgency: 'C & <D>', archivalAgreement: 'Accord n° 7' })
  for (const { id, version } of await opened.ok('archive.rules', {}))
    await opened.ok('archive.updateRule', {
      id,
      version,
      patch: { duaYears: 10, finalFate: 'destroy', appraisalRule: 'R 1', accessRule: 'R 2' },
    })
  const most = await write('most.zip', {
    title: 'Œuvre « commune » <1> & \u0007 😀',
    description: 'ligne\n'.repeat(400),
    keywords: Array.from({ length: 50 }, (_, index) => `mot ${index}`),
  })
  return [least, most]
}

/** Faults that xmllint tells, one a line. */
function judgeWith(schemas: string, folder: string): (manifest: Uint8Array) => string[] {
  const own = join(folder, 'schemas')
  mkdirSync(own)
  const entries = Object.entries(imported).map(([address, text], index) => {
    const path = join(own, `imported-${index}.xsd`)
    writeFileSync(path, text)
    return `<uri name="${address}" uri="${pathToFileURL(path).href}"/><system systemId="${address}" uri="${pathToFileURL(path).href}"/>`
  })
  const catalogue = join(own, 'catalogue.xml')
  writeFileSync(
    catalogue,
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${entries.join('')}</catalog>`,
  )
  return (manifest) => {
    const path = join(own, 'manifest.xml')
    writeFileSync(path, manifest)
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--nonet', '--noout', '--schema', join(schemas, MAIN), path],
      { encoding: 'utf8', env: { ...process.env, XML_CATALOG_FILES: catalogue } },
    )
    return status === 0 ? [] : stderr.trim().split('\n')
  }
}
