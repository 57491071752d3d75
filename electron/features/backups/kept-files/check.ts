import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, KeptFileError } from '../../../contract/errors.ts'
import type { KeptFileFault, KeptFiles } from '../../../contract/kept-files.ts'
import { changeKeptRecord, type KeptRecord, readKeptRecord } from '../../../db/files/kept-record.ts'
import { ALTERED_FOLDER } from '../../../db/files/store.ts'
import type { LongContext } from '../../context.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { describedUses, usesOfFiles } from './uses.ts'

/** Without being asked, all files are read again after this long. */
const EVERY_MS = 7 * 24 * 60 * 60_000

/** The check or the taking back under way. */
const works = oneAtATime()
export const { stop: stopWork } = works

/** Does a work that can be given up, one at a time. @throws AppError `busy`, and `copy-shown`: the copy's files are not ours. */
export async function alone<T>(context: LongContext, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { ownFolder, dataFolder } = context
  if (dataFolder !== ownFolder) throw new AppError('copy-shown')
  return works.alone(ownFolder, work)
}

/** Reads them all; returns what is known then. */
export async function checkKeptFiles(context: LongContext): Promise<KeptFiles> {
  const { ownFolder, runJob, emit, changed, now } = context
  await alone(context, async (signal) => {
    const files = [...(await usesOfFiles(context)).keys()].sort()
    const onProgress = (done: number, total: number) =>
      emit({ topic: 'progress', method: 'keptFiles.check', done, total })
    const { missing, altered } = await runJob(
      'checkStore',
      { folder: ownFolder, files },
      { signal, onProgress },
    )
    await changeKeptRecord(ownFolder, () => ({
      checkedAt: now.toISOString(),
      checked: files.length,
      faults: Object.fromEntries([
        ...missing.map((hash) => [hash, 'missing'] as const),
        ...altered.map((hash) => [hash, 'altered'] as const),
      ]),
    }))
  })
  changed('files')
  return listKeptFiles(context)
}

/** The same by itself, once a week; returns whether it was time. */
export async function checkInTurn(context: LongContext): Promise<boolean> {
  const { checkedAt } = readKeptRecord(context.ownFolder)
  const age = checkedAt === null ? Number.POSITIVE_INFINITY : context.now.getTime() - Date.parse(checkedAt)
  // A check from an instant still to come dates from before a clock was set back.
  if ((age >= 0 && age < EVERY_MS) || context.dataFolder !== context.ownFolder) return false
  await checkKeptFiles(context)
  return true
}

/** Findings of the last check that something still shows. */
export async function listKeptFiles(context: LongContext): Promise<KeptFiles> {
  const { checkedAt, checked, faults } = readKeptRecord(context.ownFolder)
  const hashes = new Set(Object.keys(faults))
  const uses =
    hashes.size === 0 ? new Map() : await describedUses(context, await usesOfFiles(context, hashes))
  const left = await leftFiles(context)
  const listed = [...uses.keys()].map(
    (sha256): KeptFileFault => ({
      sha256,
      state: faults[sha256] ?? 'missing',
      leftAt: left.get(sha256) ?? null,
      uses: uses.get(sha256) ?? [],
    }),
  )
  if (listed.length < hashes.size)
    await forget(
      context,
      [...hashes].filter((hash) => !uses.has(hash)),
    )
  const day = ({ uses: [first] }: KeptFileFault) => first?.meeting?.date ?? ''
  return {
    checkedAt,
    checked,
    faults: listed.sort((a, b) => day(b).localeCompare(day(a)) || a.sha256.localeCompare(b.sha256)),
    setAside: (await readdir(join(context.ownFolder, ALTERED_FOLDER)).catch(() => [])).length,
  }
}

/** When each was noted as staying so. */
export async function leftFiles({ read }: LongContext): Promise<Map<string, string>> {
  const rows = await read(({ tx }) => tx.selectFrom('leftFile').select(['sha256', 'leftAt']).execute())
  return new Map(rows.map(({ sha256, leftAt }) => [sha256, leftAt]))
}

/** These are whole again, or concern nobody any more. */
export async function forget({ ownFolder, changed }: LongContext, files: readonly string[]): Promise<void> {
  const gone = new Set(files)
  await changeKeptRecord(ownFolder, (record) => ({
    ...record,
    faults: Object.fromEntries(Object.entries(record.faults).filter(([hash]) => !gone.has(hash))),
  }))
  changed('files')
}

/** Remembers a file that a call found gone or altered: the window says so on every screen. */
export async function noteFault(context: LongContext, thrown: unknown): Promise<void> {
  const { ownFolder, changed } = context
  const fault = faultIn(thrown)
  if (fault === null) return
  const state: KeptRecord['faults'][string] = fault.code === 'kept-file-missing' ? 'missing' : 'altered'
  if (readKeptRecord(ownFolder).faults[fault.sha256] === state) return
  // A name that nothing in the data speaks of is nobody's loss; data that cannot be read say so themselves.
  const uses = await usesOfFiles(context, new Set([fault.sha256])).catch(() => null)
  if (uses?.has(fault.sha256) !== true) return
  // A finding that cannot be noted is still said by the call itself.
  await changeKeptRecord(ownFolder, (record) => ({
    ...record,
    faults: { ...record.faults, [fault.sha256]: state },
  })).catch(() => undefined)
  changed('files')
}

/** Some say in their own words that a file is gone; what they met is their cause. */
function faultIn(thrown: unknown): KeptFileError | null {
  if (thrown instanceof KeptFileError) return thrown
  return thrown instanceof AppError && thrown.cause instanceof KeptFileError ? thrown.cause : null
}
