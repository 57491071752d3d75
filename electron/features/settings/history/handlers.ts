import type { HistoryState, JournalEntry } from '../../../contract/history.ts'
import { labelOf } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import type { Handlers } from '../../context.ts'
import { fieldValues } from './field-values.ts'

const columns = ['seq', 'at', 'who', 'method', 'meetingId', 'state'] as const

export const handlers: Handlers<'history'> = {
  'history.state': ({ tx }) => historyState(tx),
  async 'history.list'({ tx }, { meetingId, limit }) {
    let query = tx.selectFrom('journalEntry').select(columns).orderBy('seq', 'desc').limit(limit)
    if (meetingId !== null) query = query.where('meetingId', '=', meetingId)
    return (await query.execute()).map(labelled)
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

async function historyState(tx: Reader): Promise<HistoryState> {
  const entries = () => tx.selectFrom('journalEntry').select(columns).limit(1)
  const undo = await entries().where('state', '=', 'done').orderBy('seq', 'desc').executeTakeFirst()
  const redo = await entries().where('state', '=', 'undone').orderBy('seq', 'asc').executeTakeFirst()
  return { undo: undo ? labelled(undo) : null, redo: redo ? labelled(redo) : null }
}

function labelled(entry: Omit<JournalEntry, 'label'>): JournalEntry {
  return { ...entry, label: labelOf(entry.method) }
}
