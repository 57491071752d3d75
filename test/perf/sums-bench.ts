import type { Database } from 'better-sqlite3'
import { openData } from '../../electron/db/open.ts'
import type { Line } from './measure.ts'

const ROUNDS = 16
/** Pages are read for the first time in these. */
const WARM_UP = 2
const WRITES = 40
const MOST_MORE = 1.1

/** What the sum of a row costs a journaled write that is durable before it returns: with its triggers, then without, in turns. */
export async function benchSums(folder: string): Promise<Line[]> {
  const data = await openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })
  try {
    const { sqlite } = data
    const triggers = sqlite
      .prepare(
        `SELECT name, sql FROM sqlite_temp_schema WHERE type = 'trigger' AND name LIKE 'sum\\_%' ESCAPE '\\'`,
      )
      .all() as { name: string; sql: string }[]
    const times = { with: [] as number[], without: [] as number[] }
    const drop = () => triggers.map(({ name }) => sqlite.exec(`DROP TRIGGER ${name}`))
    const put = () =>
      triggers.map(({ sql }) => sqlite.exec(sql.replace('CREATE TRIGGER', 'CREATE TEMP TRIGGER')))
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each goes first in turn: what the disk does meanwhile falls on both.
      const isWith = round % 2 === 0
      const first = writesOf(data, round)
      if (isWith) drop()
      else put()
      const second = writesOf(data, round)
      if (round < WARM_UP) continue
      times.with.push(isWith ? first : second)
      times.without.push(isWith ? second : first)
    }
    const ratio = median(times.with) / median(times.without)
    return [
      {
        what: 'a change of an agenda item with its sum, beside one without',
        measured: `${ratio.toFixed(2)} × (${(median(times.with) / WRITES).toFixed(2)} ms)`,
        budget: `${MOST_MORE} ×`,
        holds: ratio <= MOST_MORE,
      },
    ]
  } finally {
    data.close()
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function writesOf({ sqlite, journal }: Awaited<ReturnType<typeof openData>>, round: number): number {
  const ids = itemsOf(sqlite)
  const write = sqlite.prepare('UPDATE agenda_item SET note = ?, version = version + 1 WHERE id = ?')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const started = performance.now()
  for (const [index, id] of ids.entries())
    sqlite
      .transaction(() => {
        const upTo = journal.lastChange
        const about = { at: new Date().toISOString(), who: 'mesure', method: 'agenda.update' }
        const seq = journal.begin({ ...about, meetingId: null, mergeKey: null })
        write.run(`Note ${round} ${index}, avec quelques mots de plus que le strict nécessaire.`, id)
        journal.end(seq, upTo, { meetingId: null, mergeKey: null })
      })
      .immediate()
  return performance.now() - started
}

function itemsOf(sqlite: Database): string[] {
  return sqlite.prepare('SELECT id FROM agenda_item ORDER BY id DESC LIMIT ?').pluck().all(WRITES) as string[]
}
