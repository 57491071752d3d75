// Losing this record costs checking the kept files again, nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../domain/ids.ts'
import { writeDurably } from '../durable.ts'
import { inTurns } from '../in-turn.ts'

const Record = z.strictObject({
  checkedAt: Instant.nullable(),
  checked: z.int(),
  /** By hash: the state in which each was found that is not what it was. */
  faults: z.record(z.string(), z.enum(['missing', 'altered'])),
})
export type KeptRecord = z.infer<typeof Record>

const pathOf = (dataFolder: string) => join(dataFolder, 'etat-fichiers.json')

export function readKeptRecord(dataFolder: string): KeptRecord {
  try {
    return Record.parse(JSON.parse(readFileSync(pathOf(dataFolder), 'utf8')))
  } catch {
    return { checkedAt: null, checked: 0, faults: {} }
  }
}

/** Changes under way, by data folder. */
const inTurn = inTurns()

export function changeKeptRecord(
  dataFolder: string,
  change: (record: KeptRecord) => KeptRecord,
): Promise<void> {
  return inTurn(dataFolder, () =>
    writeDurably(pathOf(dataFolder), JSON.stringify(change(readKeptRecord(dataFolder)))),
  )
}
