import { sql } from 'kysely'
import { type BackupLook, type Compared, ComparedKind, type WhichOpened } from '../../contract/backups.ts'
import { AppError } from '../../contract/errors.ts'
import { labelOf } from '../../contract/index.ts'
import type { BackupContents } from '../../contract/wire-backups.ts'
import { listBackups } from '../../db/backups/list.ts'
import type { Reader } from '../../db/driver.ts'
import { isEncryptedFile } from '../../db/encryption/encrypted-file.ts'
import type { LongContext } from '../context.ts'
import { fileOf } from './examine.ts'
import { withOpened } from './opened-copy.ts'
import { stoppable } from './stoppable.ts'

/** Rows read at once from the present data, between the calls of the window. */
const ROWS_AT_ONCE = 2_000
/** Meetings shown; the count is whole. */
const MOST_MEETINGS = 300

const tables = {
  meeting: 'meeting',
  agendaItem: 'agendaItem',
  section: 'minutesSection',
  decision: 'decision',
  action: 'action',
  attachment: 'attachment',
  subject: 'subject',
  project: 'project',
  watchItem: 'watchItem',
  person: 'person',
  approval: 'approval',
  corrigendum: 'corrigendum',
} as const satisfies Record<ComparedKind, string>

export async function look(context: LongContext, which: WhichOpened): Promise<BackupLook> {
  const path = fileOf(context, which)
  const contents = await contentsOf(context, path, which.passphrase)
  const { files } = await listBackups(context.ownFolder, context.desk.copyFolder)
  const file = files.find(({ place, token }) => place === which.place && token === which.token)
  if (file === undefined) throw new AppError('not-found')
  const compared: Compared[] = []
  let present: ReadonlyMap<string, number> = new Map()
  for (const kind of ComparedKind.options) {
    const rows = await presentRows(context, kind)
    if (kind === 'meeting') present = rows
    compared.push({ kind, ...compare(contents.rows[kind], rows) })
  }
  return {
    file,
    bodyName: contents.bodyName,
    lastChange: labelled(contents.lastChange),
    meetings: contents.meetings
      .slice(0, MOST_MEETINGS)
      .map((meeting) => ({ ...meeting, isPresent: present.has(meeting.id) })),
    meetingCount: contents.meetings.length,
    compared,
    changesSince: await context.read(({ tx }) => changesSince(tx, contents)),
  }
}

function labelled(change: BackupContents['lastChange']): BackupLook['lastChange'] {
  return change && { at: change.at, who: change.who, label: labelOf(change.method) }
}

async function contentsOf(
  context: LongContext,
  path: string,
  passphrase: string | undefined,
): Promise<BackupContents> {
  if (!(await isEncryptedFile(path))) return context.runJob('lookInside', { path })
  return stoppable(context, (signal) => {
    const how = { passphrase, method: 'backups.look', signal, attachments: 'none' } as const
    return withOpened(context, path, how, (opened) =>
      context.runJob('lookInside', { path: opened.path }, { signal }),
    )
  })
}

function compare(
  inside: readonly (readonly [string, number])[],
  now: ReadonlyMap<string, number>,
): Omit<Compared, 'kind'> {
  let [both, changed] = [0, 0]
  for (const [id, version] of inside) {
    const present = now.get(id)
    if (present === undefined) continue
    both += 1
    if (present !== version) changed += 1
  }
  return { inside: inside.length, onlyNow: now.size - both, onlyInside: inside.length - both, changed }
}

/** Ids and versions of the present rows, a few at a time: the window's calls go in between. */
async function presentRows(context: LongContext, kind: ComparedKind): Promise<Map<string, number>> {
  const rows = new Map<string, number>()
  for (let after = ''; ; ) {
    const page = await context.read(({ tx }) => pageAfter(tx, kind, after))
    for (const { id, version } of page) rows.set(id, version)
    const last = page.at(-1)
    if (last === undefined || page.length < ROWS_AT_ONCE) return rows
    after = last.id
  }
}

function pageAfter(
  tx: Reader,
  kind: ComparedKind,
  after: string,
): Promise<{ id: string; version: number }[]> {
  // Meetings in the bin are not counted: neither are those of the backup.
  if (kind === 'meeting')
    return tx
      .selectFrom('meeting')
      .select(['id', 'version'])
      .where('deletedAt', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute()
  if (kind === 'approval' || kind === 'corrigendum')
    return tx
      .selectFrom(tables[kind])
      .select(['id', sql<number>`1`.as('version')])
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute()
  return tx
    .selectFrom(tables[kind])
    .select(['id', 'version'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(ROWS_AT_ONCE)
    .execute()
}

/**
 * Journal entries written after the backup's last one, or taken back since or done again; null when that one is not in the
 * present journal.
 */
async function changesSince(
  tx: Reader,
  { lastChange, lastSeq, done }: BackupContents,
): Promise<number | null> {
  // What went on with a burst of typing took its place: under a number of its own, with the instant at which it began.
  const last = await tx
    .selectFrom('journalEntry')
    .select(['seq', 'at'])
    .where('seq', '>=', lastSeq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (lastChange !== null && last?.at !== lastChange.at) return null
  const wentOn = lastChange !== null && last?.seq !== lastSeq ? 1 : 0
  const counted = tx.selectFrom('journalEntry').select((eb) => eb.fn.countAll<number>().as('count'))
  const [newer, stillDone] = await Promise.all([
    counted.where('seq', '>', lastSeq).executeTakeFirstOrThrow(),
    counted.where('seq', '<=', lastSeq).where('state', '=', 'done').executeTakeFirstOrThrow(),
  ])
  return newer.count + Math.abs(done - stillDone.count - wentOn)
}
