import type { HistoryState, JournalEntry } from '../../../contract/history.ts'
import { labelOf } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import type { Replayed } from '../../../db/journal/steps.ts'
import type { Handlers, ReadContext } from '../../context.ts'
import { fieldValues } from './field-values.ts'
import { historyLines, topicTables } from './lines.ts'

const columns = ['seq', 'at', 'who', 'method', 'meetingId', 'state'] as const

export const handlers: Handlers<'history'> = {
  'history.state': (context) => historyState(context),
  async 'history.list'({ tx }, { meetingId, limit, between, rowId, topic, state, who, within }) {
    let query = tx.selectFrom('journalEntry').select(columns).orderBy('seq', 'desc').limit(limit)
    if (between?.from != null) query = query.where('seq', '>=', between.from)
    if (between?.before != null) query = query.where('seq', '<', between.before)
    if (meetingId !== null) query = query.where('meetingId', '=', meetingId)
    if (state !== undefined) query = query.where('state', '=', state)
    if (who !== undefined) query = query.where('who', '=', who)
    if (within !== undefined) query = query.where('at', '>=', within.from).where('at', '<', within.to)
    if (topic !== undefined) query = query.where('seq', 'in', entriesIn(tx, topicTables[topic]))
    if (rowId !== undefined) query = query.where('seq', 'in', entriesOf(tx, rowId))
    return historyLines(tx, (await query.execute()).map(labelled), rowId)
  },
  async 'history.authors'({ tx, who }) {
    return [...(await others(tx, '<', who)), who, ...(await others(tx, '>', who))].sort((a, b) =>
      a.localeCompare(b, 'fr'),
    )
  },
  'history.ofField': ({ tx }, field) => fieldValues(tx, field),
  async 'history.undo'(context) {
    await context.undo()
    return historyState(context)
  },
  async 'history.redo'(context) {
    await context.redo()
    return historyState(context)
  },
}

/** From name to name, away from one's own: what one writes oneself, here all the time, adds nobody. */
async function others(tx: Reader, way: '<' | '>', from: string): Promise<string[]> {
  const next = await tx
    .selectFrom('journalEntry')
    .select('who')
    .where('who', way, from)
    .orderBy('who', way === '<' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()
  return next === undefined ? [] : [next.who, ...(await others(tx, way, next.who))]
}

function entriesIn(tx: Reader, tables: readonly string[]) {
  return tx.selectFrom('journalChange').select('entrySeq').where('tableName', 'in', tables)
}

/** What follows from a row under its own identifier, such as the follow-up of an action, is written with it. */
function entriesOf(tx: Reader, rowId: string) {
  return entriesIn(tx, Object.values(topicTables).flat()).where('rowId', '=', rowId)
}

async function historyState({ tx, ownEntry }: Pick<ReadContext, 'tx' | 'ownEntry'>): Promise<HistoryState> {
  const entryOf = async (state: Replayed): Promise<JournalEntry | null> => {
    const seq = await ownEntry(state)
    if (seq === null) return null
    const entry = tx.selectFrom('journalEntry').select(columns).where('seq', '=', seq)
    return labelled(await entry.executeTakeFirstOrThrow())
  }
  // At once: a server is asked for both in one trip.
  const [undo, redo] = await Promise.all([entryOf('done'), entryOf('undone')])
  return { undo, redo }
}

function labelled(entry: Omit<JournalEntry, 'label'>): JournalEntry {
  return { ...entry, label: labelOf(entry.method) }
}
