import type { KnownDamage } from '../../../contract/recovery.ts'
import { listBackups } from '../../../db/backups/list.ts'
import { readKeptRecord } from '../../../db/files/kept-record.ts'
import type { LongContext } from '../../context.ts'
import { leftFiles } from '../kept-files/check.ts'

export async function knownDamage(context: LongContext): Promise<KnownDamage> {
  const { damage, ownFolder } = context
  const { faults } = readKeptRecord(ownFolder)
  const hashes = Object.keys(faults)
  // A table that cannot be read must not keep the damage from being said.
  const left = hashes.length === 0 ? new Map() : await leftFiles(context).catch(() => new Map())
  const open = hashes.filter((hash) => !left.has(hash))
  return {
    data: damage === null ? null : { ...damage, lastGood: await lastGood(context) },
    files: {
      missing: open.filter((hash) => faults[hash] === 'missing').length,
      altered: open.filter((hash) => faults[hash] === 'altered').length,
    },
  }
}

/** When the newest backup was made of which everything that people wrote is known to be whole. */
async function lastGood({ ownFolder, desk }: LongContext): Promise<string | null> {
  const { files } = await listBackups(ownFolder, desk.copyFolder)
  return files.find(({ condition }) => condition === 'sound' || condition === 'incomplete')?.at ?? null
}
