import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listBackups } from '../../../db/backups/list.ts'
import type { Reader } from '../../../db/driver.ts'
import { ALTERED_FOLDER } from '../../../db/files/store.ts'
import { FOUND_FOLDER } from '../../../db/unclean.ts'
import type { OlderCopy } from '../../../domain/people/personal-data.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import type { LongContext } from '../../context.ts'
import type { Found } from './find.ts'

type AsideCopy = Extract<OlderCopy, { kind: 'setAside' | 'damaged' | 'found' | 'altered' }>
const stamp = '\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}-\\d{3}Z'

/** Days after which a regular backup is gone, where one is made in each of the twelve months that follow. */
const BACKUP_DAYS = 366

/** Copies of everything: whoever was in the data is in them. */
export async function olderCopies({ dataFolder, desk, team }: LongContext): Promise<OlderCopy[]> {
  const ofTeam =
    team === null ? [] : (['serverBackups', 'otherDesks'] as const).map((kind) => ({ kind, at: null }))
  const own = (await listBackups(dataFolder, null)).files.map((file) => ({
    ...backupCopy(file),
    kind: 'backup' as const,
  }))
  const second =
    desk.lastCopyAt === null || desk.copyFolder === null
      ? []
      : [{ ...backupCopy({ at: desk.lastCopyAt, reason: 'regular' }), kind: 'secondCopy' as const }]
  return [...ofTeam, ...own, ...second, ...(await setAside(dataFolder))]
}

function backupCopy({ at, reason }: { at: string; reason: string }) {
  const rotates = reason !== 'before-migration' && reason !== 'before-restore'
  const last = civilDate(new Date(Date.parse(at) + BACKUP_DAYS * 86_400_000))
  return { at, reason, until: rotates ? last : null }
}

/** Files beside the data that the application put there, under the moment it was. */
const asides: readonly { kind: AsideCopy['kind']; folder: string; name: RegExp }[] = [
  { kind: 'setAside', folder: '.', name: new RegExp(`^remplace-(${stamp})$`) },
  { kind: 'damaged', folder: '.', name: new RegExp(`^donnees-endommagees-(${stamp})$`) },
  { kind: 'found', folder: FOUND_FOLDER, name: new RegExp(`^(${stamp})$`) },
  { kind: 'altered', folder: ALTERED_FOLDER, name: new RegExp(`^(${stamp})_[0-9a-f]{64}$`) },
]

async function setAside(dataFolder: string): Promise<OlderCopy[]> {
  const found: OlderCopy[] = []
  for (const { kind, folder, name } of asides)
    for (const file of (await readdir(join(dataFolder, folder)).catch(() => [])).sort()) {
      const [, at] = name.exec(file) ?? []
      if (at !== undefined)
        found.push({ kind, at: at.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z') })
    }
  return found
}

/** Kept bytes that speak of the person, as far as the rows beside them say so. */
export async function keptPapers(tx: Reader, rows: Found['rows']): Promise<OlderCopy[]> {
  const dispatchIds = new Set(rows.filter(({ table }) => table.name === 'dispatch').map(({ row }) => row.key))
  const recipientIds = rows
    .filter(({ table }) => table.name === 'dispatch_recipient')
    .map(({ row }) => row.key)
  const sent = await tx
    .selectFrom('dispatch')
    .select(['id', 'sentAt', 'subject', 'meetingId'])
    .where('messageSha256', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('id', 'in', [...dispatchIds]),
        eb('id', 'in', (inner) =>
          inner.selectFrom('dispatchRecipient').select('dispatchId').where('id', 'in', recipientIds),
        ),
      ]),
    )
    .orderBy('sentAt', 'desc')
    .execute()
  const approvedIds = new Set(
    rows.flatMap(({ row, plan }) =>
      plan.because === 'approved' && row.meetingId !== null ? [row.meetingId] : [],
    ),
  )
  const approved = await tx
    .selectFrom('approval')
    .select(['id', 'sealedAt'])
    .where('id', 'in', [...approvedIds])
    .orderBy('sealedAt', 'desc')
    .execute()
  return [
    ...sent.flatMap(({ sentAt, subject, meetingId }) =>
      sentAt === null ? [] : [{ kind: 'sentMessage' as const, at: sentAt, title: subject, meetingId }],
    ),
    ...approved.map(({ id, sealedAt }) => ({ kind: 'approvedPaper' as const, at: sealedAt, meetingId: id })),
  ]
}
