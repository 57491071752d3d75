import { createContext, useContext } from 'react'
import type { FieldValue, HistoryField } from '../../../electron/contract/history.ts'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { flattened } from '../../../electron/domain/text/rich-flattened.ts'
import { errorSentence } from '../../api/api-error.ts'
import { outbox, store } from '../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { fieldHistoryText as text } from '../../text/minutes-versions.ts'

export type OpenHistory = (of: HistoryField, name: string) => void

/** Null where no past is shown. */
export const FieldHistoryContext = createContext<OpenHistory | null>(null)
export const useOpenHistory = () => useContext(FieldHistoryContext)

/** Writes a former wording after what is typed, with the way back. */
export async function putBack(
  of: HistoryField,
  value: FieldValue['value'],
  shown: { view: MinutesView; items: readonly AgendaItem[] },
): Promise<void> {
  try {
    await outbox.flush()
    if (of.kind === 'agendaItem') {
      const version = shown.items.find(({ id }) => id === of.id)?.version ?? 1
      await store('agenda.update', { id: of.id, version, patch: { [of.field]: String(value) } })
    } else {
      const version = (await outbox.settle(`${of.kind}:${of.id}`)) ?? versionIn(shown.view, of.id)
      // A wording of an earlier version may be deeper than what is stored now.
      const wording = typeof value === 'string' ? value : flattened(value)
      await store('minutes.putBack', { of, version, value: wording })
    }
    showUndoToast(text.restored)
  } catch (error) {
    showToast(errorSentence(error))
  }
}

function versionIn({ minutes, sections, decisions, actions }: MinutesView, id: string): number {
  const rows = [minutes, ...sections, ...decisions, ...actions]
  return rows.find((row) => row.id === id)?.version ?? 1
}
