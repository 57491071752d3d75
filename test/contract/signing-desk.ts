// Signs PDF files as a signing program does: a revision that only signs, appended. OpenSSL makes the signature, so that the
// reader's library has no part in what it reads.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Signer = keyof typeof subjects

const subjects = { chair: '/CN=Camille Rivoire/O=Présidence d’essai', other: '/CN=Dominique Val' }
/** Digits kept free for a signature. */
export const HOLE = 8192

export function signingDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'seances-signed-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  for (const [name, subject] of Object.entries(subjects))
    openssl(
      ...['req', '-x509', '-utf8', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-subj', subject],
      ...['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)],
    )
  return { sign, remove: () => rmSync(folder, { recursive: true, force: true }) }

  function sign(before: Uint8Array, who: Signer, number: number): Buffer {
    const space = (value: number) => String(value).padEnd(10)
    const head = Buffer.concat([
      before,
      Buffer.from(
        `\n${number} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Reason(Approbation)/M(D:20261201093000+01'00')/Name(Nom de la signature)/ByteRange[0 `,
      ),
    ])
    const between = Buffer.from(']/Contents')
    const length = head.length + 10 * 3 + 2 + between.length
    const resume = length + HOLE + 2
    const tail = Buffer.from(
      `>>\nendobj\nxref\n${number} 1\n${String(before.length + 1).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${number + 1}/Root 2 0 R>>\nstartxref\n0\n%%EOF\n`,
    )
    const range = Buffer.from([length, resume, tail.length].map(space).join(' '))
    const start = Buffer.concat([head, range, between])
    writeFileSync(at('data'), Buffer.concat([start, tail]))
    openssl(
      ...[
        'cms',
        '-sign',
        '-binary',
        '-md',
        'sha256',
        '-outform',
        'DER',
        '-in',
        at('data'),
        '-out',
        at('cms'),
      ],
      ...['-signer', at(`${who}.pem`), '-inkey', at(`${who}.key`)],
    )
    const hex = readFileSync(at('cms')).toString('hex').padEnd(HOLE, '0')
    return Buffer.concat([start, Buffer.from(`<${hex}>`), tail])
  }
}
