// Belongs to this machine and not to the data (folders of copies, of projection, shared): a small file beside the
// database.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { KeptRule, usualRule } from '../../domain/data/backup.ts'
import { Instant } from '../../domain/ids.ts'
import { renameDurably } from '../durable.ts'

/** A projection folder as it was last built from here. */
const ProjectionRecord = z.strictObject({
  meetingId: z.string(),
  path: z.string(),
  builtAt: z.string(),
  /** Hash of the list of its files: tells whether it still holds what it should. */
  content: z.string(),
  fileCount: z.number(),
  withPdf: z.boolean(),
})
export type ProjectionRecord = z.infer<typeof ProjectionRecord>

/** Where a document goes in the shared folder until somebody says otherwise. */
const SHARED_PATTERN = '{année}/{date} {titre}/{document}'

const noProjection = { place: null, folders: [] as ProjectionRecord[] }

/** The encrypting key; the one that decrypts is in `text`, locked with the passphrase. */
const SealRecord = z.strictObject({
  recipient: z.string(),
  nameSecret: z.string(),
  text: z.string(),
  name: z.string(),
  since: Instant,
})

const Desk = z.strictObject({
  copyFolder: z.string().nullable(),
  copyDeclined: z.boolean(),
  lastCopyAt: z.string().nullable(),
  lastFailure: z
    .enum([
      'folder-unreachable',
      'disk-full',
      'data-read-only',
      'lease-other-profile',
      'seal-shared-folder',
      'unexpected',
    ])
    .nullable(),
  /** How many backups are kept, here and in the second folder. */
  keptRule: KeptRule.default(usualRule),
  /** The last restoring: when, the backup's own instant, and the backup that holds the data of before. */
  lastRestore: z.strictObject({ at: Instant, of: Instant, undoToken: z.string() }).nullable().default(null),
  /** Where projection folders go, and those that were built; newest last. */
  projection: z
    .strictObject({ place: z.string().nullable(), folders: z.array(ProjectionRecord) })
    .default(noProjection),
  /** Where the documents of what is sent are also written; null = nowhere. */
  sharedFolder: z.string().nullable().default(null),
  sharedPattern: z.string().default(SHARED_PATTERN),
  sharedWrittenAt: z.string().nullable().default(null),
  sharedFailure: z
    .enum(['folder-unreachable', 'disk-full', 'file-locked', 'unexpected'])
    .nullable()
    .default(null),
  /** Whether misspelt words are underlined. */
  checksSpelling: z.boolean().default(true),
  /** How copies of the second folder are encrypted; null: they are not. */
  seal: SealRecord.nullable().default(null),
  /** Keys of former times, each locked with its passphrase: copies may still need them. */
  formerSealKeys: z.array(z.string()).default([]),
  /** Where data are handed over, if not in the folder of copies. */
  handOverFolder: z.string().nullable().default(null),
  /** This machine towards the other desks; one whose name changed, or a copy of this folder elsewhere, is another machine. */
  machine: z.strictObject({ id: z.string(), host: z.string(), name: z.string() }).nullable().default(null),
  /** The folder in which somebody chose to leave the data although its place endangers them. */
  keptPlace: z.string().nullable().default(null),
  /** The folder or the zip whose files were taken up last, and whether all of them were read. */
  takeover: z.strictObject({ path: z.string(), isRead: z.boolean() }).nullable().default(null),
})
export type Desk = z.infer<typeof Desk>

const fresh: Desk = {
  copyFolder: null,
  copyDeclined: false,
  lastCopyAt: null,
  lastFailure: null,
  keptRule: usualRule,
  lastRestore: null,
  projection: noProjection,
  sharedFolder: null,
  sharedPattern: SHARED_PATTERN,
  sharedWrittenAt: null,
  sharedFailure: null,
  checksSpelling: true,
  seal: null,
  formerSealKeys: [],
  handOverFolder: null,
  machine: null,
  keptPlace: null,
  takeover: null,
}

/** An absent or unreadable file is a fresh desk (nothing of the data is in it). */
export function readDesk(dataFolder: string): Desk {
  try {
    return Desk.parse(JSON.parse(readFileSync(join(dataFolder, 'desk.json'), 'utf8')))
  } catch {
    return fresh
  }
}

/** Changes under way, by data folder: each starts from what the one before it left. */
const turns = new Map<string, Promise<unknown>>()

/** Changes some of what is known, whatever else changes at the same time; returns the whole. */
export function changeDesk(dataFolder: string, change: Partial<Desk>): Promise<Desk> {
  const turn = (turns.get(dataFolder) ?? Promise.resolve()).then(async () => {
    const desk = { ...readDesk(dataFolder), ...change }
    await writeDesk(dataFolder, desk)
    return desk
  })
  turns.set(
    dataFolder,
    turn.catch(() => undefined),
  )
  return turn
}

async function writeDesk(dataFolder: string, desk: Desk): Promise<void> {
  const path = join(dataFolder, 'desk.json')
  await writeFile(`${path}.tmp`, JSON.stringify(desk))
  await renameDurably(`${path}.tmp`, path)
}
