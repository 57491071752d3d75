import type { FocusEvent, KeyboardEvent } from 'react'
import { call } from '../api/client.ts'
import { lastMade } from '../api/last-made.ts'
import { outbox, store } from '../api/outbox/window.ts'
import { showToast } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { giveScreenFocus } from './no-focus.ts'

/** The row that a field names, and the name that it is made with. */
export type Fresh = { readonly id: string; readonly name: string }

/**
 * Takes back what was only just made, once somebody leaves it without another name than it was made with. Whatever was done
 * since, or came with it, keeps it.
 */
async function takeBackUnnamed({ id, name }: Fresh): Promise<void> {
  await outbox.flush()
  const { undo } = await call('history.state', {})
  if (undo === null) return
  const between = { from: undo.seq, before: undo.seq + 1 }
  const [line] = await call('history.list', { meetingId: null, limit: 1, between })
  const [row] = line?.rows ?? []
  if (line?.rowCount !== 1 || row?.change !== 'added' || row.id !== id) return
  await store('history.undo', { seq: undo.seq })
  outbox.rowRemoved(id)
  showToast(commonText.notMade(name))
  giveScreenFocus()
}

/** Escape goes on to leave the field; one that still has the name it was made with is a thing that nobody wanted. */
export function leftUnnamed(
  { key, currentTarget }: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>,
  fresh: Fresh | undefined,
): void {
  if (key !== 'Escape' || fresh === undefined || currentTarget.value !== fresh.name) return
  if (!lastMade.is(fresh.id)) return
  // Where it cannot be taken back it stays, as it was made.
  takeBackUnnamed(fresh).catch(() => undefined)
}

/** Left once, it stands under whatever name it has; another window for a moment leaves nothing. */
export function nameLeft({ currentTarget }: FocusEvent, fresh: Fresh | undefined): void {
  if (fresh !== undefined && document.activeElement !== currentTarget) lastMade.forget(fresh.id)
}

/** What is typed next is the name of what was just made; whoever goes through the rows of a list stays in it. */
export function entered(value: string, fresh: Fresh | undefined, autoFocus = false) {
  const isMade = value === fresh?.name && document.activeElement?.closest('.grid') == null
  return {
    autoFocus: autoFocus || isMade,
    onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (currentTarget.value === fresh?.name) currentTarget.select()
    },
  }
}
