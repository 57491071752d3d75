// Belongs to this machine and not to the data (folders of copies, of projection, shared): a small file beside the
// database.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError, ErrorCode } from '../../contract/errors.ts'
import { KeptRule, usualRule } from '../../domain/data/backup.ts'
import { MailAccount } from '../../domain/dispatch/sending.ts'
import { Instant } from '../../domain/ids.ts'
import type { Settled } from '../../domain/managed/policies.ts'
import { renameDurably } from '../durable.ts'
import { inTurns } from '../in-turn.ts'

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
const EncryptionRecord = z.strictObject({
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
  lastFailure: ErrorCode.nullable(),
  /** How many backups are kept, here and in the second folder. */
  keptRule: KeptRule.default(usualRule),
  /** The last restoring: when, the backup's own instant, and the backup that holds the data of before. */
  lastRestore: z.strictObject({ at: Instant, of: Instant, undoToken: z.string() }).nullable().default(null),
  /** Where projection folders go, and those that were built; newest last. */
  projection: z
    .strictObject({ place: z.string().nullable(), folders: z.array(ProjectionRecord) })
    .default(noProjection),
  /** The server that messages are handed to from here; null: the mail program sends them. */
  mailAccount: MailAccount.nullable().default(null),
  /** Where the documents of what is sent are also written; null = nowhere. */
  sharedFolder: z.string().nullable().default(null),
  sharedPattern: z.string().default(SHARED_PATTERN),
  sharedWrittenAt: z.string().nullable().default(null),
  sharedFailure: ErrorCode.nullable().default(null),
  /** Whether misspelt words are underlined. */
  checksSpelling: z.boolean().default(true),
  /** Whether what is due is announced, and the day on which it was last. */
  announcesDue: z.boolean().default(false),
  announcedOn: z.string().nullable().default(null),
  /** How copies of the second folder are encrypted; null: they are not. */
  encryption: EncryptionRecord.nullable().default(null),
  /** Keys of former times, each locked with its passphrase: copies may still need them. */
  formerEncryptionKeys: z.array(z.string()).default([]),
  /** Where data are handed over, if not in the folder of copies. */
  handOverFolder: z.string().nullable().default(null),
  /** This machine towards the other desks; one whose name changed, or a copy of this folder elsewhere, is another machine. */
  machine: z.strictObject({ id: z.string(), host: z.string(), name: z.string() }).nullable().default(null),
  /** The folder in which somebody chose to leave the data although its place endangers them. */
  keptPlace: z.string().nullable().default(null),
  /** The folder or the zip whose files were taken up last, and whether all of them were read. */
  oldFiles: z.strictObject({ path: z.string(), isRead: z.boolean() }).nullable().default(null),
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
  mailAccount: null,
  sharedFolder: null,
  sharedPattern: SHARED_PATTERN,
  sharedWrittenAt: null,
  sharedFailure: null,
  checksSpelling: true,
  announcesDue: false,
  announcedOn: null,
  encryption: null,
  formerEncryptionKeys: [],
  handOverFolder: null,
  machine: null,
  keptPlace: null,
  oldFiles: null,
}

/**
 * Words of desk.json that have another name in the code: the file keeps the names of its first version, as other versions
 * read it too.
 */
const storedWords = {
  encryption: 'seal',
  formerEncryptionKeys: 'formerSealKeys',
  'encryption-shared-folder': 'seal-shared-folder',
  'writer-other-profile': 'lease-other-profile',
  oldFiles: 'takeover',
}
const toStored = new Map(Object.entries(storedWords))
const fromStored = new Map(Object.entries(storedWords).map(([word, stored]) => [stored, word]))

function reworded(record: Readonly<Record<string, unknown>>, words: ReadonlyMap<string, string>) {
  const word = (value: unknown) => (typeof value === 'string' ? (words.get(value) ?? value) : value)
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [words.get(key) ?? key, word(value)]),
  )
}

/** What the administration of this machine has settled, by data folder: above what is stored, and never stored. */
const settledOf = new Map<string, Settled>()

export function settleDesk(dataFolder: string, settled: Settled): void {
  settledOf.set(dataFolder, settled)
}

export function settledFor(dataFolder: string): Settled {
  return settledOf.get(dataFolder) ?? {}
}

function above(desk: Desk, { CopyFolder, SharedFolder, Spelling, DueNotices, ...mail }: Settled): Desk {
  return {
    ...desk,
    ...(CopyFolder === undefined ? {} : { copyFolder: CopyFolder }),
    ...(SharedFolder === undefined ? {} : { sharedFolder: SharedFolder }),
    ...(Spelling === undefined ? {} : { checksSpelling: Spelling }),
    ...(DueNotices === undefined ? {} : { announcesDue: DueNotices }),
    mailAccount: accountAbove(desk.mailAccount, mail),
  }
}

/** The account is each person's own: where none was chosen, the server alone is none. */
function accountAbove(
  account: MailAccount | null,
  { MailWay, MailHost, MailPort, MailSecurity }: Settled,
): MailAccount | null {
  if (account === null || MailWay === 'program') return null
  return {
    ...account,
    ...(MailWay === undefined ? {} : { way: MailWay }),
    ...(MailHost === undefined ? {} : { host: MailHost }),
    ...(MailPort === undefined ? {} : { port: MailPort }),
    ...(MailSecurity === undefined ? {} : { security: MailSecurity }),
  }
}

export function readDesk(dataFolder: string): Desk {
  return above(storedDesk(dataFolder), settledFor(dataFolder))
}

/** An absent or unreadable file is a fresh desk (nothing of the data is in it). */
function storedDesk(dataFolder: string): Desk {
  try {
    const stored = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(join(dataFolder, 'desk.json'), 'utf8')))
    return Desk.parse(reworded(stored, fromStored))
  } catch {
    return fresh
  }
}

/** Changes under way, by data folder. */
const inTurn = inTurns()

/**
 * Changes some of what is known, whatever else changes at the same time; returns the whole. `setting-managed`, and nothing
 * is changed, when the administration of this machine has settled one of them otherwise.
 */
export function changeDesk(dataFolder: string, change: Partial<Desk>): Promise<Desk> {
  return inTurn(dataFolder, async () => {
    const stored = { ...storedDesk(dataFolder), ...change }
    const desk = above(stored, settledFor(dataFolder))
    if (JSON.stringify({ ...desk, ...change }) !== JSON.stringify(desk)) throw new AppError('setting-managed')
    await writeDesk(dataFolder, stored)
    return desk
  })
}

async function writeDesk(dataFolder: string, desk: Desk): Promise<void> {
  const path = join(dataFolder, 'desk.json')
  await writeFile(`${path}.tmp`, JSON.stringify(reworded(desk, toStored)))
  await renameDurably(`${path}.tmp`, path)
}
