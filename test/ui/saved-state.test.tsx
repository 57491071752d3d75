import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useSyncExternalStore } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useSavedRow } from '../../renderer/api/outbox/saved-row.ts'
import { outbox, store } from '../../renderer/api/outbox/window.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { toastStore } from '../../renderer/api/toasts.ts'
import { useWrite } from '../../renderer/api/use-write.ts'
import { SavedState } from '../../renderer/app/SavedState.tsx'
import { undoLast } from '../../renderer/app/undo.ts'
import { commonText } from '../../renderer/text/common.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { keptText } from '../../renderer/text/kept.ts'
import { TextField } from '../../renderer/ui/TextField.tsx'
import { installFakeCore } from './fake-core.ts'
import { id } from './sample.ts'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
  outbox.forget('row:1')
})

function show(parts: React.ReactNode, isStored = true): void {
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <SavedState isStored={isStored} />
      {parts}
    </QueryClientProvider>,
  )
}

let disk: 'full' | 'free' | 'refusing' = 'free'
let stored: string[] = []

function TypedRow() {
  const first = { id: id(1), version: 1, title: '' }
  const { row, edit } = useSavedRow<{ title: string }>('row:1', first, {
    update: async (version, patch) => {
      if (disk !== 'free')
        return { ok: false, error: { code: disk === 'full' ? 'disk-full' : 'invalid-input' } }
      stored.push(patch.title ?? '')
      return { ok: true, value: { ...first, ...patch, version: version + 1 } }
    },
  })
  useSyncExternalStore(row.subscribe, () => row.revision)
  return <TextField label="Titre" value={row.value('title')} onCommit={(text) => edit('title', () => text)} />
}

function Redo() {
  const redo = useWrite('history.redo')
  return (
    <button type="button" onClick={() => redo.mutate({})}>
      redo
    </button>
  )
}

function Resume() {
  const resume = useWrite('session.resume')
  return (
    <button type="button" onClick={() => resume.mutate({ meetingId: id(1) })}>
      resume
    </button>
  )
}

it('an act that failed leaves nothing typed unsaved: the mark is silent, a message says why', async () => {
  const core = installFakeCore({ 'session.resume': () => ({ failure: 'disk-full' as const }) })
  show(<Resume />)
  await userEvent.click(screen.getByRole('button', { name: 'resume' }))
  await expect.poll(() => core.calls.length).toBe(1)
  expect(await screen.findByText(frameText.saved)).toBeTruthy()
  expect(screen.queryByText(frameText.notSaved)).toBeNull()
  await expect.poll(() => toastStore.get().current?.message).toContain('Le disque est plein')
})

it('the mark gives the hour of the last thing stored, typed or done by an act or taken back', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 30, 9, 5), shouldAdvanceTime: true, toFake: ['Date'] })
  const history = { undo: null, redo: null }
  const core = installFakeCore({
    'history.state': () => history,
    'history.redo': () => history,
    'history.undo': () => history,
  })
  show(<Redo />)
  await userEvent.click(screen.getByRole('button', { name: 'redo' }))
  expect(await screen.findByText(/^Enregistré à 9.h.05$/)).toBeTruthy()
  vi.setSystemTime(new Date(2026, 10, 30, 9, 40))
  await act(undoLast)
  expect(core.inputsOf('history.undo')).toHaveLength(1)
  expect(await screen.findByText(/^Enregistré à 9.h.40$/)).toBeTruthy()
})

it('the mark keeps its hour where a dialog of the system is given up', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 30, 9, 5), shouldAdvanceTime: true, toFake: ['Date'] })
  const history = { undo: null, redo: null }
  installFakeCore({
    'history.state': () => history,
    'history.undo': () => history,
    'subjects.chooseMails': () => null,
  })
  show(null)
  await act(undoLast)
  expect(await screen.findByText(/^Enregistré à 9.h.05$/)).toBeTruthy()
  vi.setSystemTime(new Date(2026, 10, 30, 9, 40))
  await act(() => store('subjects.chooseMails', {}))
  expect(screen.getByText(/^Enregistré à 9.h.05$/)).toBeTruthy()
})

it('the mark says from the first key on that text is on its way', async () => {
  installFakeCore({})
  disk = 'free'
  show(<TypedRow />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Titre' }), 'A')
  expect(screen.queryByText(/^Enregistré/)).toBeNull()
  expect(screen.getByText(frameText.saving)).toBeTruthy()
  expect(await screen.findByText(/^Enregistré à/)).toBeTruthy()
})

it('what a full disk keeps out can be read, and sent again', async () => {
  installFakeCore({})
  disk = 'full'
  stored = []
  show(<TypedRow />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Titre' }), 'Portail commun')
  await userEvent.click(await screen.findByRole('button', { name: frameText.notSaved }))
  const dialog = await screen.findByRole('dialog', { name: keptText.kept })
  expect(within(dialog).getByText('Portail commun')).toBeTruthy()
  disk = 'free'
  await userEvent.click(within(dialog).getByRole('button', { name: commonText.retry }))
  expect(await screen.findByText(/^Enregistré à/)).toBeTruthy()
  expect(stored.at(-1)).toBe('Portail commun')
})

it('what is refused can be given up, and put back as it was typed', async () => {
  installFakeCore({})
  disk = 'refusing'
  stored = []
  show(<TypedRow />)
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Titre' })
  await userEvent.type(field, 'Portail commun')
  await userEvent.click(await screen.findByRole('button', { name: frameText.notSaved }))
  const dialog = await screen.findByRole('dialog', { name: keptText.kept })
  expect(within(dialog).getByRole('listitem').textContent).toContain(`Portail commun ${keptText.refused}`)
  await userEvent.click(within(dialog).getByRole('button', { name: keptText.giveUp(1) }))
  await expect.poll(() => field.value).toBe('')
  expect(screen.queryByText(frameText.notSaved)).toBeNull()
  const said = toastStore.get().current
  expect(said?.message).toBe('Saisie abandonnée\u00a0: «\u00a0Portail commun\u00a0»')
  disk = 'free'
  act(() => said?.act?.run())
  await expect.poll(() => field.value).toBe('Portail commun')
  await expect.poll(() => stored).toEqual(['Portail commun'])
})

it('what a full disk keeps out is not to be given up: it will be stored', async () => {
  installFakeCore({})
  disk = 'full'
  show(<TypedRow />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Titre' }), 'Portail commun')
  await userEvent.click(await screen.findByRole('button', { name: frameText.notSaved }))
  const dialog = await screen.findByRole('dialog', { name: keptText.kept })
  expect(within(dialog).queryByRole('button', { name: keptText.giveUp(1) })).toBeNull()
})

it('without data that can be written, the mark does not say that all is saved', () => {
  installFakeCore({})
  show(null, false)
  expect(screen.queryByText(/Enregistré/)).toBeNull()
})
