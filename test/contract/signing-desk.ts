// Signs PDF files as a signing program does: a revision with a field, its signature and what names them, appended. OpenSSL makes
// the signatures, so that the reader's library has no part in what it reads.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'

const subjects = {
  chair: '/CN=Camille Rivoire/O=Présidence d’essai',
  other: '/CN=Dominique Val',
  clock: '/CN=Horloge d’essai',
}
type Signer = keyof typeof subjects
export type Signing = {
  /** `attached`: the signature of other words, which it brings with it. */
  how?: 'detached' | 'attached' | 'stamp'
  /** Objects that the same revision defines besides. */
  more?: string
  /** Without the field that names it. */
  isLoose?: boolean
}

/** Digits kept free for a signature. */
export const HOLE = 16_384

const stamping = `[tsa]
default_tsa = one
[one]
serial = serial
default_policy = 1.2.3.4
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
`

export function signingDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'seances-signed-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: folder })
  for (const [name, subject] of Object.entries(subjects))
    openssl(
      ...['req', '-x509', '-utf8', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-subj', subject],
      ...['-keyout', `${name}.key`, '-out', `${name}.pem`],
      ...(name === 'clock' ? ['-addext', 'extendedKeyUsage=critical,timeStamping'] : []),
    )
  writeFileSync(at('stamping'), stamping)
  writeFileSync(at('serial'), '01')
  writeFileSync(at('other-words'), 'Autre texte')
  return { sign, remove: () => rmSync(folder, { recursive: true, force: true }) }

  /** @param number of the signature's object; the field takes the next one */
  async function sign(
    before: Uint8Array,
    who: Signer,
    number: number,
    signing: Signing = {},
  ): Promise<Buffer> {
    const { how = 'detached', more = '', isLoose = false } = signing
    const space = (value: number) => String(value).padEnd(10)
    const subFilter = how === 'stamp' ? 'ETSI.RFC3161' : 'adbe.pkcs7.detached'
    const head = Buffer.concat([
      before,
      Buffer.from('\n'),
      Buffer.from(isLoose ? '' : await fieldOf(before, number), 'latin1'),
      Buffer.from(more, 'latin1'),
      Buffer.from(
        `${number} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${subFilter}/Reason(Approbation)/M(D:20261201093000+01'00')/Name(Nom de la signature)/ByteRange[0 `,
      ),
    ])
    const between = Buffer.from(']/Contents')
    const length = head.length + 10 * 3 + 2 + between.length
    const resume = length + HOLE + 2
    const tail = Buffer.from('>>\nendobj\nstartxref\n0\n%%EOF\n')
    const range = Buffer.from([length, resume, tail.length].map(space).join(' '))
    const start = Buffer.concat([head, range, between])
    writeFileSync(at('data'), Buffer.concat([start, tail]))
    makeSignature(who, how)
    const hex = readFileSync(at('cms')).toString('hex').padEnd(HOLE, '0')
    return Buffer.concat([start, Buffer.from(`<${hex}>`), tail])
  }

  function makeSignature(who: Signer, how: NonNullable<Signing['how']>): void {
    const keys = ['-signer', `${who}.pem`, '-inkey', `${who}.key`]
    if (how === 'stamp') {
      openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query')
      openssl(
        'ts',
        '-reply',
        '-config',
        'stamping',
        '-queryfile',
        'query',
        '-token_out',
        '-out',
        'cms',
        ...keys,
      )
      return
    }
    const words = how === 'attached' ? ['-nodetach', '-in', 'other-words'] : ['-in', 'data']
    openssl('cms', '-sign', '-binary', '-md', 'sha256', '-outform', 'DER', '-out', 'cms', ...words, ...keys)
  }
}

/** The catalogue and the first page anew, with one more field that signs. */
async function fieldOf(before: Uint8Array, number: number): Promise<string> {
  const { catalog, context, getPages } = await opened(before)
  const [page] = getPages()
  const root = context.trailerInfo.Root
  if (page === undefined || root === undefined) throw new Error('a document without a page')
  const field = number + 1
  const form = catalog.lookup(PDFName.of('AcroForm'))
  const fields = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined
  const notes = page.node.lookup(PDFName.of('Annots'))
  const and = (list: unknown) =>
    `[${[...(list instanceof PDFArray ? list.asArray() : []), `${field} 0 R`].map(String).join(' ')}]`
  const without = (dictionary: PDFDict, key: string) =>
    dictionary
      .entries()
      .filter(([name]) => name.decodeText() !== key)
      .map(([name, value]) => `${name} ${value}`)
      .join('\n')
  const object = (ref: string, body: string) => `${ref.replace(/ R$/u, '')} obj\n<<${body}>>\nendobj\n`
  return [
    object(String(root), `${without(catalog, 'AcroForm')}/AcroForm<</Fields${and(fields)}/SigFlags 3>>`),
    object(String(page.ref), `${without(page.node, 'Annots')}/Annots${and(notes)}`),
    object(
      `${field} 0 R`,
      `/Type/Annot/Subtype/Widget/FT/Sig/T(Signature${number})/V ${number} 0 R/P ${page.ref}/Rect[0 0 0 0]/F 132`,
    ),
  ].join('')
}

async function opened(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return { catalog: document.catalog, context: document.context, getPages: () => document.getPages() }
}
