import { join } from 'node:path'
import type { BackupCondition, BackupFile } from '../../../contract/backups.ts'
import { AppError } from '../../../contract/errors.ts'
import {
  type AlteredText,
  ClosedReason,
  type KnownDamage,
  type OlderData,
} from '../../../contract/recovery.ts'
import type { AlteredRow } from '../../../contract/wire-backups.ts'
import { copiesInQuestion, type InQuestion } from '../../../db/backups/in-question.ts'
import { listBackups, placeFolder } from '../../../db/backups/list.ts'
import { plainName } from '../../../db/backups/name.ts'
import { readKeptRecord } from '../../../db/files/kept-record.ts'
import { DATABASE_NAME } from '../../../db/replace.ts'
import type { EveryText, TextRow } from '../../../db/search/every-text.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { knownText } from '../../../documents/text/personal-data.ts'
import type { Handlers, LongContext, RecoveryContext } from '../../context.ts'
import { chosenEncrypted } from '../chosen-file.ts'
import { leftFiles } from '../kept-files/check.ts'
import { stopAll } from '../stoppable.ts'
import { allBackups, examine, pathOf, surveyOf } from './places.ts'
import { putCopyInPlace, putInPlace, readingFile, startEmpty } from './put-in-place.ts'
import { readDamaged, stopReading } from './reading.ts'
import { finishedReading, recoveryState } from './state.ts'

/** So many are offered: the others are older. */
const SHOWN = 3

async function olderData(context: LongContext): Promise<OlderData | null> {
  const later = await laterCopies(context)
  const { lostLog, ownFolder } = context
  if (later.length === 0 && !lostLog) return null
  const newer = await Promise.all(
    later.slice(0, SHOWN).map(async ({ place, token, at, path, changes, isEncrypted }) => ({
      place,
      token,
      at,
      changes,
      survey: isEncrypted ? null : await surveyOf(context, path),
    })),
  )
  return { lostLog, newer, now: await surveyOf(context, join(ownFolder, DATABASE_NAME)) }
}

async function keepData(context: LongContext): Promise<Record<string, never>> {
  const later = await laterCopies(context)
  await context.standAbove(Math.max(0, ...later.map(({ data }) => data.lastChange)))
  return {}
}

type Later = Pick<BackupFile, 'place' | 'token' | 'at' | 'isEncrypted'> & { path: string } & InQuestion

/** Verified copies of which somebody has to say whether they count, newest first; of one that lies in both places, the nearer. */
async function laterCopies(context: LongContext): Promise<Later[]> {
  const { ownFolder, desk } = context
  const own = await context.mark()
  const { files } = await listBackups(ownFolder, desk.copyFolder)
  const seen = new Set<string>()
  const later: Later[] = []
  for (const where of ['desk', 'copies'] as const) {
    const folder = placeFolder(ownFolder, desk.copyFolder, where)
    const there = files.filter(({ place }) => place === where)
    if (folder === null || there.length === 0) continue
    const asked = await copiesInQuestion(ownFolder, where, folder, own)
    for (const { place, token, at, condition, isEncrypted } of there) {
      const found = asked.get(token)
      if (found === undefined || condition === 'damaged' || seen.has(plainName(token))) continue
      seen.add(plainName(token))
      later.push({ place, token, at, isEncrypted, path: join(folder, token), ...found })
    }
  }
  return later.sort((a, b) => b.data.lastChange - a.data.lastChange)
}

/** So many are named; the count is whole. */
const NAMED = 5

/** The columns by which people know a row, the first that says something. */
const names = ['title', 'name', 'family_name', 'subject', 'file_name', 'text', 'label', 'word']

/** The rows that are not what was written, as people know them. */
async function alteredTexts(context: LongContext): Promise<{ count: number; named: AlteredText[] }> {
  const rows = await context.alteredRows()
  const named: AlteredText[] = []
  for (const row of rows.slice(0, NAMED)) named.push(await described(context, row))
  return { count: rows.length, named }
}

async function described({ read, readTexts }: LongContext, { table, id }: AlteredRow): Promise<AlteredText> {
  const row = await readTexts((texts) => rowOf(texts, table, id))
  const [meetingId, itemId] = [row?.meetingId ?? null, row?.values.item_id ?? null]
  const meeting =
    meetingId === null
      ? undefined
      : await read(({ tx }) =>
          tx.selectFrom('meeting').select(['id', 'date']).where('id', '=', meetingId).executeTakeFirst(),
        )
  const item =
    itemId === null
      ? undefined
      : await read(({ tx }) =>
          tx.selectFrom('agendaItem').select('title').where('id', '=', itemId).executeTakeFirst(),
        )
  return {
    where: knownText.table(table),
    name: (nameOf(row) ?? item?.title ?? '').slice(0, 80),
    meetingDate: meeting?.date ?? null,
  }
}

function rowOf(texts: EveryText, table: string, id: string): TextRow | null {
  const known = texts.tables.find(({ name }) => name === table)
  return known === undefined ? null : texts.rowNamed(known, id)
}

function nameOf(row: TextRow | null): string | undefined {
  return names.flatMap((column) => row?.values[column] ?? []).find((words) => words.trim() !== '')
}

export const handlers: Handlers<'recovery'> = {
  'recovery.state': recoveryState,
  async 'recovery.examine'({ reopen }) {
    try {
      await reopen({ mustBeWhole: true })
      return { reason: null }
    } catch (thrown) {
      const known = ClosedReason.safeParse(toAppError(thrown).code)
      return { reason: known.success ? known.data : 'other' }
    }
  },
  async 'recovery.look'(context, which) {
    const found = (await allBackups(context)).find(
      ({ place, token }) => place === which.place && token === which.token,
    )
    if (found === undefined) throw new AppError('not-found')
    return examine(context, found, which.passphrase)
  },
  async 'recovery.read'(context) {
    mustBeClosed(context)
    return readDamaged(context)
  },
  async 'recovery.stop'(context) {
    stopReading()
    stopAll({ ownFolder: context.dataFolder })
    return {}
  },
  async 'recovery.useReading'(context) {
    mustBeClosed(context)
    if (finishedReading(context.dataFolder) === null) throw new AppError('not-found')
    return (await putInPlace(context, readingFile(context.dataFolder))).recovered
  },
  async 'recovery.useBackup'(context, which) {
    mustBeClosed(context)
    return (await putCopyInPlace(context, await pathOf(context, which), which.passphrase)).recovered
  },
  async 'recovery.useEncryptedFile'(context, { encryptedToken, passphrase }) {
    mustBeClosed(context)
    return (await putCopyInPlace(context, chosenEncrypted(encryptedToken).path, passphrase)).recovered
  },
  async 'recovery.startEmpty'(context) {
    mustBeClosed(context)
    return startEmpty(context)
  },
  'recovery.damage': knownDamage,
  'recovery.older': olderData,
  'recovery.keepData': keepData,
  async 'recovery.keepRows'({ keepRows }) {
    await keepRows()
    return {}
  },
}

/** An act that replaces damaged data would replace good ones too. */
function mustBeClosed({ reason }: RecoveryContext): void {
  const mends = ['data-damaged', 'data-missing', 'data-newer', 'data-moved', 'disk-failing']
  if (reason === null || !mends.includes(reason)) throw new AppError('state-refuses')
}

async function knownDamage(context: LongContext): Promise<KnownDamage> {
  const { damage, ownFolder } = context
  const rows = damage === null ? await alteredTexts(context) : { count: 0, named: [] }
  const { faults } = readKeptRecord(ownFolder)
  const hashes = Object.keys(faults)
  // A table that cannot be read must not keep the damage from being said.
  const left = hashes.length === 0 ? new Map() : await leftFiles(context).catch(() => new Map())
  const open = hashes.filter((hash) => !left.has(hash))
  return {
    data:
      damage === null
        ? null
        : { ...damage, lastGood: await lastGood(context, ['sound', 'incomplete', 'altered']) },
    files: {
      missing: open.filter((hash) => faults[hash] === 'missing').length,
      altered: open.filter((hash) => faults[hash] === 'altered').length,
    },
    rows: { ...rows, lastGood: rows.count === 0 ? null : await lastGood(context, ['sound', 'incomplete']) },
  }
}

/** When the newest backup in one of these conditions was made. */
async function lastGood(
  { ownFolder, desk }: LongContext,
  conditions: readonly BackupCondition[],
): Promise<string | null> {
  const { files } = await listBackups(ownFolder, desk.copyFolder)
  return files.find(({ condition }) => conditions.includes(condition))?.at ?? null
}
