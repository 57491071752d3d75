import { call } from './client.ts'
import { showToast } from './toasts.ts'

/** Says what was just done to a row, and offers to take back its last entry: more may be done before the answer. */
export async function showRowToast(message: string, rowId: string): Promise<void> {
  const [line] = await call('history.list', { meetingId: null, limit: 1, rowId, state: 'done' })
  showToast(message, null, line?.seq ?? null)
}
