// What a transfer must be, read by another XML reader than the writer's and held against its own files.
// Source: SEDA 2.3, ArchiveTransfer. The published schemas judge it in `npm run campaign -- seda`.
import { createHash } from 'node:crypto'
import { JSDOM } from '../unit/page-in-memory.ts'

const NAMESPACE = 'fr:gouv:culture:archivesdefrance:seda:v2.3'
const MANIFEST = 'manifest.xml'

/** Children in their order; `!` = there must be one, `+` = there may be several. */
const orders: Readonly<Record<string, string>> = {
  ArchiveTransfer:
    'Comment+ Date! MessageIdentifier! ArchivalAgreement CodeListVersions! DataObjectPackage ArchivalAgency! TransferringAgency!',
  DataObjectPackage: 'DataObjectGroup+ DescriptiveMetadata! ManagementMetadata!',
  DataObjectGroup: 'BinaryDataObject!',
  BinaryDataObject: 'DataObjectVersion Uri! MessageDigest! Size FormatIdentification FileInfo',
  DescriptiveMetadata: 'ArchiveUnit+',
  ManagementMetadata: 'LegalStatus OriginatingAgencyIdentifier SubmissionAgencyIdentifier',
  ArchiveUnit: 'Management Content! ArchiveUnit+ DataObjectReference',
  Management: 'AppraisalRule AccessRule',
  AppraisalRule: 'Rule StartDate FinalAction!',
  AccessRule: 'Rule StartDate',
  Content:
    'DescriptionLevel Title OriginatingAgencyArchiveUnitIdentifier Description DocumentType Language Keyword+ OriginatingAgency CreatedDate StartDate EndDate Event',
  Event: 'EventType EventDateTime! EventDetail',
  ArchivalAgency: 'Identifier!',
  TransferringAgency: 'Identifier!',
}

/** Every fault of a package, in words; empty = none was found. */
export function transferFaults(files: Readonly<Record<string, Uint8Array>>): string[] {
  const manifest = files[MANIFEST]
  if (manifest === undefined) return [`no ${MANIFEST}`]
  const document = new JSDOM(Buffer.from(manifest).toString('utf8'), { contentType: 'text/xml' }).window
    .document
  const all = [...document.getElementsByTagName('*')]
  const root = document.documentElement
  const faults: string[] = []
  if (root.localName !== 'ArchiveTransfer' || root.namespaceURI !== NAMESPACE) faults.push('another root')
  for (const element of all) faults.push(...orderFaults(element))
  faults.push(...identifierFaults(all), ...objectFaults(all, files))
  return faults
}

function orderFaults(element: Element): string[] {
  const order = orders[element.localName]
  const children = [...element.children].map((child) => child.localName)
  if (order === undefined)
    return children.length === 0 &&
      !['CodeListVersions'].includes(element.localName) &&
      !element.textContent?.trim()
      ? [`${element.localName} is empty`]
      : []
  const names = order.split(' ')
  const bare = names.map((name) => name.replace(/[!+]$/u, ''))
  const places = children.map((child) => bare.indexOf(child))
  return [
    ...children.filter((_, index) => places[index] === -1).map((name) => `${element.localName} has ${name}`),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0))
      ? [`${element.localName} out of order`]
      : []),
    ...names.flatMap((name, index) => {
      const count = children.filter((child) => child === bare[index]).length
      if (name.endsWith('!') && count !== 1) return [`${element.localName} has ${count} ${bare[index]}`]
      return !name.endsWith('+') && count > 1 ? [`${element.localName} has ${count} ${bare[index]}`] : []
    }),
  ]
}

function identifierFaults(all: readonly Element[]): string[] {
  const ids = all.flatMap((element) => element.getAttribute('id') ?? [])
  const groups = all
    .filter(({ localName }) => localName === 'DataObjectGroup')
    .map((element) => element.getAttribute('id') ?? '')
  const named = all
    .filter(({ localName }) => localName === 'DataObjectGroupReferenceId')
    .map(({ textContent }) => textContent ?? '')
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} twice`),
    ...ids.filter((id) => !/^[A-Za-z_][\w.-]*$/u.test(id)).map((id) => `${id} is no identifier`),
    ...groups
      .filter((id) => named.filter((one) => one === id).length !== 1)
      .map((id) => `${id} is not described once`),
    ...named.filter((id) => !groups.includes(id)).map((id) => `${id} is not there`),
  ]
}

function objectFaults(all: readonly Element[], files: Readonly<Record<string, Uint8Array>>): string[] {
  const faults: string[] = []
  const told = new Set([MANIFEST])
  for (const object of all.filter(({ localName }) => localName === 'BinaryDataObject')) {
    const of = (name: string) => object.getElementsByTagName(name)[0]
    const path = decodeURIComponent(of('Uri')?.textContent ?? '')
    told.add(path)
    const bytes = files[path]
    if (bytes === undefined) {
      faults.push(`${path} is missing`)
      continue
    }
    const size = of('Size')?.textContent ?? '0'
    if (Number(size) !== bytes.length) faults.push(`${path} has another size`)
    const digest = of('MessageDigest')
    if (digest?.getAttribute('algorithm') !== 'SHA-256') faults.push(`${path} has another algorithm`)
    if (digest?.textContent !== createHash('sha256').update(bytes).digest('hex'))
      faults.push(`${path} has another digest`)
  }
  return [
    ...faults,
    ...Object.keys(files)
      .filter((path) => !told.has(path))
      .map((path) => `${path} is not told`),
  ]
}
