import type { Id } from '../../../electron/domain/ids.ts'
import { call } from '../../api/client.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { agendaText } from '../../text/agenda.ts'
import type { AgendaStore } from './agenda-store.ts'

/**
 * The hours, the duration and the people that were typed go where they belong, with a way back.
 * @returns whether anything was understood, and said
 */
async function understand(store: AgendaStore, id: Id, words: string): Promise<boolean> {
  // A line that cannot be read stays as it was typed.
  const read = await call('agenda.readLine', { words }).catch(() => null)
  const item = store.getState().view.items.find((one) => one.id === id)
  // Typed over in the meantime, it is somebody's own.
  if (read === null || item?.title !== words) return false
  await store.do({ type: 'update', id, patch: read })
  showUndoToast(agendaText.understood(read.title))
  return true
}

/**
 * What was typed as a new item is read for more than its title.
 * @param isLeft half a line perhaps: that it became an item is said, where nobody waits for one
 */
export async function understandNew(
  store: AgendaStore,
  id: Id,
  words: string,
  isLeft: boolean,
): Promise<void> {
  // Before its words are read: what they say is another act of the same item.
  const added = store.entryOf(id)
  const isSaid = await understand(store, id, words)
  const isThere = store.getState().view.items.some((item) => item.id === id)
  if (isLeft && isThere && !isSaid) showToast(agendaText.added(words), null, added)
}
