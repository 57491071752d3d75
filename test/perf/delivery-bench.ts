import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { YOUNG_GENERATION } from '../../electron/contract/young-generation.ts'
import type { Core } from '../../electron/features/core.ts'
import { madeDelivery, tarGzOf } from '../fixtures/dila/make-delivery.ts'
import type { DeliveryRun } from './delivery-run.ts'
import { type Line, ms } from './measure.ts'

const TEXTS = 10_000
const RUNS = 5

/** Each run in a process of its own, with the memory that the window gives a core; the median run counts. */
export function benchDelivery(): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-dila-'))
  try {
    const path = join(folder, 'JORF_20990102-003012.tar.gz')
    writeFileSync(path, tarGzOf(madeDelivery(TEXTS, 7)))
    const script = fileURLToPath(new URL('delivery-run.ts', import.meta.url))
    const runs = Array.from(
      { length: RUNS },
      () =>
        JSON.parse(
          execFileSync(process.execPath, [YOUNG_GENERATION, script, path], { encoding: 'utf8' }),
        ) as DeliveryRun,
    ).sort((a, b) => a.lookMs + a.takeMs - b.lookMs - b.takeMs)
    const middle = runs[Math.floor(RUNS / 2)]
    if (middle === undefined) return []
    const rate = Math.round(TEXTS / ((middle.lookMs + middle.takeMs) / 1000))
    const peak = Math.max(...runs.flatMap(({ coreMegabytes, jobMegabytes }) => [coreMegabytes, jobMegabytes]))
    return [
      {
        what: `${TEXTS} texts of the JO, 8 kB on average, archive → stored, indexed, durable (look ${ms(middle.lookMs)}, import ${ms(middle.takeMs)})`,
        measured: `${rate} texts/s`,
        budget: '2,000 texts/s',
        holds: rate >= 2000,
      },
      {
        what: `the same, processor time (core ${ms(middle.coreCpuMs)}, job ${ms(middle.jobCpuMs)}), which other work on the machine does not lengthen much`,
        measured: `${Math.round(TEXTS / ((middle.coreCpuMs + middle.jobCpuMs) / 1000))} texts/s`,
        budget: '',
        holds: true,
      },
      {
        what: `the same, most memory of a process (core ${middle.coreMegabytes} MB, job ${middle.jobMegabytes} MB)`,
        measured: `${peak} MB`,
        budget: '300 MB',
        holds: peak <= 300,
      },
      {
        what: 'the same delivery again, texts that change',
        measured: String(middle.againChanges),
        budget: '0',
        holds: middle.againChanges === 0,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One delivery in the journal of the data that methods are timed on. */
export async function takeOne(core: Core): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-dila-'))
  try {
    const path = join(folder, 'JORF_20990102-003012.tar.gz')
    writeFileSync(path, tarGzOf(madeDelivery(60, 7)))
    const preview = await core.internal('previewDelivery', { path })
    if (!preview.ok) throw new Error(preview.error.code)
    await core.call('deliveries.take', {
      token: preview.value.token,
      except: [],
      drafts: [],
      followUp: 'closed',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
