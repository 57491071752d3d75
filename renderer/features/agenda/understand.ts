import type { Id } from '../../../electron/domain/ids.ts'
import { call } from '../../api/client.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { agendaText } from '../../text/agenda.ts'
import type { AgendaStore } from './agenda-store.ts'

/**
 * The hours, the duration and the people that were typed go where they belong, with a way back.
 * @returns whether anything was understood, and said
 */
export async function understand(store: AgendaStore, id: Id, words: string): Promise<boolean> {
  // A line that cannot be read stays as it was typed.
  const read = await call('agenda.readLine', { words }).catch(() => null)
  const item = store.getState().view.items.find((one) => one.id === id)
  // Typed over in the meantime, it is somebody's own.
  if (read === null || item?.title !== words) return false
  await store.do({ type: 'update', id, patch: read })
  showUndoToast(agendaText.understood(read.title))
  return true
}
