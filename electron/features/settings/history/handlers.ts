import type { ExpressionBuilder } from 'kysely'
import type { HistoryState, JournalEntry } from '../../../contract/history.ts'
import { labelOf } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import type { Tables } from '../../../db/tables.ts'
import type { Handlers } from '../../context.ts'
import { fieldValues } from './field-values.ts'
import { historyLines, topicTables } from './lines.ts'

const columns = ['seq', 'at', 'who', 'method', 'meetingId', 'state'] as const

export const handlers: Handlers<'history'> = {
  'history.state': ({ tx }) => historyState(tx),
  async 'history.list'({ tx }, { meetingId, limit, rowId, topic, who, within }) {
    let query = tx.selectFrom('journalEntry').select(columns).orderBy('seq', 'desc').limit(limit)
    if (meetingId !== null) query = query.where('meetingId', '=', meetingId)
    if (who !== undefined) query = query.where('who', '=', who)
    if (within !== undefined) query = query.where('at', '>=', within.from).where('at', '<', within.to)
    if (topic !== undefined) query = query.where(wroteIn(topicTables[topic]))
    if (rowId !== undefined) query = query.where('seq', 'in', entriesOf(tx, rowId))
    return historyLines(tx, (await query.execute()).map(labelled))
  },
  'history.ofField': ({ tx }, field) => fieldValues(tx, field),
  async 'history.undo'({ tx, undo }) {
    undo()
    return historyState(tx)
  },
  async 'history.redo'({ tx, redo }) {
    redo()
    return historyState(tx)
  },
}

function wroteIn(tables: readonly string[]) {
  return ({ exists, selectFrom }: ExpressionBuilder<Tables, 'journalEntry'>) =>
    exists(
      selectFrom('journalChange')
        .select('ord')
        .whereRef('entrySeq', '=', 'seq')
        .where('tableName', 'in', tables),
    )
}

/** What follows from a row under its own identifier, such as the follow-up of an action, is written with it. */
function entriesOf(tx: Reader, rowId: string) {
  return tx
    .selectFrom('journalChange')
    .select('entrySeq')
    .where('tableName', 'in', Object.values(topicTables).flat())
    .where('rowId', '=', rowId)
}

async function historyState(tx: Reader): Promise<HistoryState> {
  const entries = () => tx.selectFrom('journalEntry').select(columns).limit(1)
  const undo = await entries().where('state', '=', 'done').orderBy('seq', 'desc').executeTakeFirst()
  const redo = await entries().where('state', '=', 'undone').orderBy('seq', 'asc').executeTakeFirst()
  return { undo: undo ? labelled(undo) : null, redo: redo ? labelled(redo) : null }
}

function labelled(entry: Omit<JournalEntry, 'label'>): JournalEntry {
  return { ...entry, label: labelOf(entry.method) }
}
