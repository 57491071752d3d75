import { call } from '../api/client.ts'
import { outbox, store } from '../api/outbox/window.ts'
import { showToast } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { giveScreenFocus } from './no-focus.ts'

/**
 * Takes back what was only just made, under the name that it was made with, once somebody leaves it without another one.
 * Whatever was done since, or came with it, keeps it.
 */
export async function takeBackUnnamed(name: string): Promise<void> {
  await outbox.flush()
  const { undo } = await call('history.state', {})
  if (undo === null) return
  const between = { from: undo.seq, before: undo.seq + 1 }
  const [line] = await call('history.list', { meetingId: null, limit: 1, between })
  const [row] = line?.rows ?? []
  if (line?.rowCount !== 1 || row?.change !== 'added' || row.name !== name) return
  await store('history.undo', {})
  showToast(commonText.notMade(name))
  giveScreenFocus()
}
