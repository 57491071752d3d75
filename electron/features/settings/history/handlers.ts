import type { HistoryState } from '../../../contract/history.ts'
import type { Reader } from '../../../db/driver.ts'
import type { ReadHandlers, WriteHandlers } from '../../context.ts'
import { fieldValues } from './field-values.ts'

const columns = ['seq', 'at', 'who', 'method', 'meetingId', 'state'] as const

export const reads: Pick<ReadHandlers, 'history.state' | 'history.list' | 'history.ofField'> = {
  'history.state': ({ tx }) => historyState(tx),
  'history.list'({ tx }, { meetingId, limit }) {
    let query = tx.selectFrom('journalEntry').select(columns).orderBy('seq', 'desc').limit(limit)
    if (meetingId !== null) query = query.where('meetingId', '=', meetingId)
    return query.execute()
  },
  'history.ofField': ({ tx }, field) => fieldValues(tx, field),
}

export const writes: Pick<WriteHandlers, 'history.undo' | 'history.redo'> = {
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
  return { undo: undo ?? null, redo: redo ?? null }
}
