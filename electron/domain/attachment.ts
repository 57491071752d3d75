// Attachment: a file kept beside the database under its own hash, tied to a meeting or to one of its items.
import { z } from 'zod'
import { Id, Instant, Version } from './ids.ts'

export const Attachment = z.strictObject({
  id: Id,
  version: Version,
  meetingId: Id,
  itemId: Id.nullable(),
  fileName: z.string().min(1).max(255),
  mediaType: z.string().max(200),
  sizeBytes: z.int().min(0),
  /** Lower-case hex SHA-256 of the bytes; also the file's name in the store. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>

/** Largest attachment taken in, in bytes. */
export const MAX_ATTACHMENT_BYTES = 200 * 1024 * 1024

const refused = new Set(
  'exe com bat cmd msi msp scr pif cpl dll sys vbs vbe js jse wsf wsh ps1 psm1 hta jar lnk url scf reg inf sh app command desktop apk dmg pkg deb rpm appimage'.split(
    ' ',
  ),
)
const macros = new Set('docm dotm xlsm xltm xlam pptm potm ppsm ppam'.split(' '))

function extension(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  return dot < 0
    ? ''
    : fileName
        .slice(dot + 1)
        .trim()
        .toLowerCase()
}

/** Executables, scripts and shortcuts are refused whatever they are called for. */
export function isRefusedFile(fileName: string): boolean {
  return refused.has(extension(fileName))
}

/** Macro documents are taken in with a warning. */
export function carriesMacros(fileName: string): boolean {
  return macros.has(extension(fileName))
}
