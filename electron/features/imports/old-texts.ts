// Texts of the formats before .docx, which LibreOffice opens where it is installed.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ErrorCode } from '../../contract/errors.ts'
import { MOST_READ_BYTES } from '../../domain/limits.ts'
import type { Settled } from '../../domain/managed/policies.ts'
import { convert, installedOffice, officeProfile } from '../../office/convert.ts'

/** One file takes seconds; a desk that has other work is given this long, and whoever waits can end it. */
const TIME_LIMIT_MS = 5 * 60_000

/** The refusals that a conversion may spare, with the extension that the program knows such a file by. */
const formats: Readonly<Partial<Record<ErrorCode, string>>> = {
  'file-format-old-word': '.doc',
  'file-format-rich-text': '.rtf',
}

/** Streams of a compound file begin at a multiple of this. */
const STEP = 64

/** Whether a Word file has what its words begin with since Word 97 (MS-DOC 2.5.1): no program is started for less. */
function hasWords(bytes: Uint8Array): boolean {
  for (let at = 0; at + 34 <= bytes.length; at += STEP)
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5 && bytes[at + 32] === 0x0e && bytes[at + 33] === 0)
      return true
  return false
}

/** Programs of this desk that open such texts; none where the administration lets none be started. */
async function openers({ OfficePrograms = true }: Settled) {
  if (!OfficePrograms) return []
  return (await installedOffice()).filter(({ kind }) => kind === 'libreoffice')
}

/** Whether what is refused with this code can be opened here. */
export async function isOpened(code: ErrorCode | null, settled: Settled): Promise<boolean> {
  return code !== null && formats[code] !== undefined && (await openers(settled)).length > 0
}

/**
 * The same text as a .docx.
 * @param refusal what its reader said of the bytes
 * @returns null where nothing here opens it
 * @throws the signal's reason when it is aborted: the program is killed at once
 */
export async function asDocx(
  bytes: Uint8Array,
  refusal: ErrorCode,
  settled: Settled,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const extension = formats[refusal]
  if (extension === undefined || (extension === '.doc' && !hasWords(bytes))) return null
  const folder = await mkdtemp(join(tmpdir(), 'seances-inp-'))
  try {
    const input = join(folder, `text${extension}`)
    const output = join(folder, 'text.docx')
    await writeFile(input, bytes)
    const conversion = { input, output, outFolder: folder, profile: await officeProfile(folder) }
    const warn = (line: string) => void process.stderr.write(`${line}\n`)
    const programs = await openers(settled)
    if (!(await convert(programs, conversion, { signal, warn, timeLimitMs: TIME_LIMIT_MS }))) return null
    return (await stat(output)).size > MOST_READ_BYTES ? null : await readFile(output)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
