import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { store } from '../../renderer/api/outbox/window.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { closeToast, showToast, showUndoToast, toastStore } from '../../renderer/api/toasts.ts'
import { MessagesDialog } from '../../renderer/app/MessagesDialog.tsx'
import { commonText } from '../../renderer/text/common.ts'
import { Dialog } from '../../renderer/ui/Dialog.tsx'
import { StatusLine } from '../../renderer/ui/StatusLine.tsx'
import { installFakeCore } from './fake-core.ts'
import { id, journalEntry, noHistory } from './sample.ts'

afterEach(() => {
  cleanup()
  closeToast(toastStore.get().current?.id ?? 0)
})

function show(parts: React.ReactNode) {
  return render(
    <QueryClientProvider client={makeQueryClient()}>
      <StatusLine commonKeys={[]} />
      {parts}
    </QueryClientProvider>,
  )
}

const word = { id: id(1), version: 1, word: 'annuaire' }
const historyAt = (seq: number) => ({
  'history.state': () => ({ ...noHistory, undo: journalEntry(seq, 'spelling.add') }),
  'spelling.add': () => word,
})
const write = () => store('spelling.add', { id: word.id, word: word.word })

it('a message is in the status line, announced, and says what its way back takes back', async () => {
  const core = installFakeCore({ ...historyAt(7), 'history.undo': () => noHistory })
  show(null)
  await write()
  showUndoToast('Point 3.2 supprimé')
  const line = screen.getByRole('contentinfo')
  const region = within(line).getByRole('region', { name: commonText.messages })
  expect(region.getAttribute('aria-live')).toBe('polite')
  const undo = await within(region).findByRole('button', { name: 'Annuler' })
  expect(undo.title).toBe(commonText.undoing('Point 3.2 supprimé'))
  // What is written after it is not what it takes back.
  Object.assign(core.answers, historyAt(8))
  await write()
  await userEvent.click(undo)
  await waitFor(() => expect(core.inputsOf('history.undo')).toEqual([{ seq: 7 }]))
  expect(within(line).queryByText('Point 3.2 supprimé')).toBeNull()
})

it('a message waits while a dialog asks something', async () => {
  installFakeCore({})
  const shown = show(
    <Dialog title="Supprimer ?" onClose={() => undefined} acts={<button type="button">Garder</button>}>
      –
    </Dialog>,
  )
  showToast('Copie faite')
  await screen.findByRole('dialog')
  expect(screen.queryByText('Copie faite')).toBeNull()
  shown.rerender(
    <QueryClientProvider client={makeQueryClient()}>
      <StatusLine commonKeys={[]} />
    </QueryClientProvider>,
  )
  expect(await screen.findByText('Copie faite')).toBeTruthy()
})

it('messages that are gone can be read again with their links, the newest first', async () => {
  installFakeCore(historyAt(9))
  let isOpened = false
  showToast('Rapport lu', { label: 'Comparer avec mes notes', run: () => (isOpened = true) })
  closeToast(toastStore.get().current?.id ?? 0)
  await write()
  showUndoToast('Point déplacé')
  show(<MessagesDialog onClose={() => undefined} />)
  const dialog = await screen.findByRole('dialog', { name: commonText.messages })
  const lines = within(dialog).getAllByRole('listitem')
  expect(lines[0]?.textContent).toContain('Point déplacé')
  expect(lines[1]?.textContent).toContain('Rapport lu')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Comparer avec mes notes' }))
  expect(isOpened).toBe(true)
})

it('an act that is no more to be done again is not offered among the messages', async () => {
  const undone = { ...noHistory, redo: journalEntry(7, 'agenda.add', 'undone') }
  const core = installFakeCore({ 'history.state': () => undone })
  for (const redoes of [6, 7])
    showToast(`Acte ${redoes}`, { label: 'Rétablir', run: () => undefined, redoes })
  show(<MessagesDialog onClose={() => undefined} />)
  const dialog = await screen.findByRole('dialog', { name: commonText.messages })
  await waitFor(() => expect(core.inputsOf('history.state')).not.toEqual([]))
  const offered = await within(dialog).findAllByRole('button', { name: 'Rétablir' })
  expect(offered.map((button) => button.closest('li')?.textContent)).toEqual([
    expect.stringContaining('Acte 7'),
  ])
})
