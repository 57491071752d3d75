import { z } from 'zod'
import { CivilDate, Instant } from '../ids.ts'

export const MANIFEST_NAME = 'manifeste.json'
export const SUMS_NAME = 'SHA256SUMS'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A path inside a parcel: relative, `/` between its parts, none of which climbs, is empty, ends as Windows forbids or holds a
 * sign that some file system refuses.
 */
export const ParcelPath = z
  .string()
  .min(1)
  .max(400)
  .refine((path) =>
    path
      .split('/')
      .every((part) => !/^\.{0,2}$|[. ]$|[\p{Cc}\p{Cs}<>:"\\|?*]/u.test(part) && part.length <= 160),
  )

const ParcelFile = z.strictObject({ path: ParcelPath, sizeBytes: z.int().min(0), sha256: Sha256 })
export type ParcelFile = z.infer<typeof ParcelFile>

/** The part of a manifest that every parcel has. `files`: all but the manifest and the sums. */
const Manifest = z.strictObject({
  formatVersion: z.literal(1),
  madeAt: Instant,
  madeBy: z.string().max(200),
  files: z.array(ParcelFile),
})

export const ProfileManifest = Manifest.extend({
  format: z.literal('seances-inp/profil'),
  body: z.string(),
  /** Of the database that the tables were read from; an older one goes through the migrations when it comes back. */
  schemaVersion: z.int().min(1),
  tables: z.array(z.strictObject({ name: z.string(), path: ParcelPath, rows: z.int().min(0) })),
  /** Files of the store; one content is kept once, whatever the number of its names. */
  pieces: z.array(z.strictObject({ sha256: Sha256, path: ParcelPath })),
})
export type ProfileManifest = z.infer<typeof ProfileManifest>

export const ArchiveManifest = Manifest.extend({
  format: z.literal('seances-inp/archive-de-seance'),
  body: z.string(),
  meeting: z.strictObject({ number: z.int().nullable(), date: CivilDate, title: z.string() }),
  /** The approved minutes as they were kept: `sha256` is the one that the approval names. */
  sealed: z.strictObject({ path: ParcelPath, sha256: Sha256, approvedOn: CivilDate, sealedAt: Instant }),
})
export type ArchiveManifest = z.infer<typeof ArchiveManifest>

export const ParcelManifest = z.discriminatedUnion('format', [ProfileManifest, ArchiveManifest])
export type ParcelManifest = z.infer<typeof ParcelManifest>

/**
 * The faults that one file can have: other bytes than the manifest says, gone, not of the parcel, cut short or no such
 * container, a name that may not be followed, or a manifest whose own statements contradict each other.
 */
export const ParcelFault = z.strictObject({
  file: z.string(),
  what: z.enum(['changed', 'missing', 'extra', 'unreadable', 'unsafe', 'contradicts']),
})
export type ParcelFault = z.infer<typeof ParcelFault>

/** The text of `SHA256SUMS`, as `sha256sum -c` reads it. */
export function sumsText(files: readonly Pick<ParcelFile, 'path' | 'sha256'>[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

/** Files that systems leave in folders: not part of what was handed over, and no fault. */
export function isLeftBySystem(path: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$|^__MACOSX\//iu.test(path)
}
