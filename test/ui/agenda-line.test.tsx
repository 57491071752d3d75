import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { send } from '../../renderer/api/client.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { toastStore } from '../../renderer/api/toasts.ts'
import { DropZone } from '../../renderer/app/arrivals/DropZone.tsx'
import { agendaText } from '../../renderer/text/agenda.ts'
import { heldBy } from '../../renderer/ui/typing.ts'
import { type AgendaCore, openAgendaCore } from './agenda-real-core.tsx'
import { FrameKeys } from './frame-keys.tsx'

let core: AgendaCore
let meetingId: string
beforeEach(async () => {
  core = await openAgendaCore()
  meetingId = (await core.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
})
afterEach(() => core.dispose())

const items = async () => (await core.ok('agenda.list', { meetingId })).items

it('a line typed with its duration and who presents becomes an item with both, and one undo gives the words back', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  const line = await screen.findByRole('textbox', { name: agendaText.newItem })
  await user.type(line, 'Annuaire – 15 min – T. Sarrazin{Enter}')
  expect(await screen.findByText(/^Point compris/)).toBeTruthy()
  expect(await items()).toMatchObject([
    { title: 'Annuaire', durationMinutes: 15, presenter: 'T. Sarrazin', kind: 'item' },
  ])
  await user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () =>
    expect(await items()).toMatchObject([
      { title: 'Annuaire – 15 min – T. Sarrazin', durationMinutes: null, presenter: '' },
    ]),
  )
})

it('a row that is added below another is understood as the line is', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Accueil{Enter}')
  const row = await screen.findByRole('row', { name: /Accueil/ })
  await user.click(row)
  await user.keyboard('{Enter}Annuaire – 15 min – T. Sarrazin{Enter}')
  await waitFor(async () =>
    expect(await items()).toMatchObject([
      { title: 'Accueil' },
      { title: 'Annuaire', durationMinutes: 15, presenter: 'T. Sarrazin' },
    ]),
  )
})

it('a line that is a title stays what was typed, and nothing is said', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(
    await screen.findByRole('textbox', { name: agendaText.newItem }),
    'Bilan – Les Trois Vallées{Enter}',
  )
  await screen.findByRole('row', { name: /Bilan – Les Trois Vallées/ })
  await waitFor(async () => expect((await items())[0]?.title).toBe('Bilan – Les Trois Vallées'))
  expect(screen.queryByText(/^Point compris/)).toBeNull()
})

it('a line that a key leaves with its screen is understood as with Enter', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  const line = await screen.findByRole('textbox', { name: agendaText.newItem })
  await user.type(line, 'Annuaire – 15 min – T. Sarrazin')
  cleanup()
  await waitFor(async () =>
    expect(await items()).toMatchObject([
      { title: 'Annuaire', durationMinutes: 15, presenter: 'T. Sarrazin' },
    ]),
  )
})

it('half a line that is left is an item, and that is said with the way back', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Point de demi')
  await user.tab()
  expect(await screen.findByText(/^Point ajouté.*Point de demi/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () => expect(await items()).toEqual([]))
})

it('half a line that is left offers to take back itself, whatever is answered before its words are read', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  const { seances } = window
  const asked = seances.call
  seances.call = async (method, input, seen) => {
    if (method === 'agenda.readLine') await send('spelling.add', { id: newId(), word: 'annuaire' })
    return asked(method, input, seen)
  }
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Point de demi')
  await user.tab()
  await screen.findByText(/^Point ajouté.*Point de demi/)
  const entries = await core.ok('history.list', { meetingId: null, limit: 5 })
  const [word, item] = entries
  expect(word?.method).toBe('spelling.add')
  expect(item?.meetingId).toBe(meetingId)
  expect(toastStore.get().current?.undoSeq).toBe(item?.seq)
})

it('half a line that is left offers to take back itself, whatever is sent before it is answered', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  const line = await screen.findByRole('textbox', { name: agendaText.newItem })
  await user.type(line, 'Accueil{Enter}')
  const row = await screen.findByRole('row', { name: /Accueil/ })
  await waitFor(async () => expect(await items()).toMatchObject([{ title: 'Accueil' }]))
  const { seances } = window
  const asked = seances.call
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  seances.call = async (method, input, seen) => {
    const said = await asked(method, input, seen)
    if (method === 'agenda.add') await answered
    return said
  }
  await user.type(line, 'Point de demi')
  await user.tab()
  await user.click(row)
  await user.keyboard('{Delete}')
  answer()
  await screen.findByText(/^Point ajouté.*Point de demi/)
  const [removed, item] = await core.ok('history.list', { meetingId, limit: 2 })
  expect([removed?.method, item?.method]).toEqual(['agenda.remove', 'agenda.add'])
  expect(toastStore.get().current?.undoSeq).toBe(item?.seq)
})

it('half a line that goes with its screen is an item, and that is said on the next one', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Point de demi')
  cleanup()
  await waitFor(() => expect(toastStore.get().current?.message).toBe(agendaText.added('Point de demi')))
  expect(await items()).toMatchObject([{ title: 'Point de demi' }])
})

it('a file let fall on an item is looked at, where rows are dragged too', async () => {
  const user = userEvent.setup()
  core.show(<DropZone />)
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Accueil{Enter}')
  const row = await screen.findByRole('row', { name: /Accueil/ })
  const dataTransfer = { files: [new File(['x'], 'note.txt')], types: ['Files'], items: [] }
  fireEvent.dragEnter(row, { dataTransfer })
  fireEvent.dragOver(row, { dataTransfer })
  expect(await screen.findByText(/^Déposer/)).toBeTruthy()
  fireEvent.drop(row, { dataTransfer })
  expect(await screen.findByText(/^Reconnaissance de .*note\.txt/)).toBeTruthy()
})

it('a row that a key leaves with its screen is understood as with Enter', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Accueil{Enter}')
  await user.click(await screen.findByRole('row', { name: /Accueil/ }))
  await user.keyboard('{Enter}Annuaire – 15 min')
  cleanup()
  await waitFor(async () =>
    expect(await items()).toMatchObject([{ title: 'Accueil' }, { title: 'Annuaire', durationMinutes: 15 }]),
  )
})

it('half a line that Escape leaves waits there, and is an item with Enter alone', async () => {
  const user = userEvent.setup()
  core.show(<FrameKeys />)
  core.showAgenda(meetingId)
  const line = await screen.findByRole('textbox', { name: agendaText.newItem })
  await user.type(line, 'Point à moitié{Escape}')
  expect(document.activeElement).not.toBe(line)
  // Gone through with Tab, it still waits.
  act(() => line.focus())
  await user.tab()
  expect(heldBy(line)).toBe('Point à moitié')
  cleanup()
  core.showAgenda(meetingId)
  const again = await screen.findByRole('textbox', { name: agendaText.newItem })
  expect(heldBy(again)).toBe('Point à moitié')
  expect(await items()).toEqual([])
  await user.type(again, '{Enter}')
  await waitFor(async () => expect(await items()).toMatchObject([{ title: 'Point à moitié' }]))
  expect(heldBy(again)).toBe('')
})

it('half a row that Escape leaves is an item, and that is said with the way back', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Accueil{Enter}')
  await user.click(await screen.findByRole('row', { name: /Accueil/ }))
  await user.keyboard('{Enter}Point de demi{Escape}')
  expect(await screen.findByText(/^Point ajouté.*Point de demi/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () => expect(await items()).toMatchObject([{ title: 'Accueil' }]))
})

it('a row typed letter by letter is one act: one undo takes it back whole, one redo brings it again', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Accueil{Enter}')
  await user.click(await screen.findByRole('row', { name: /Accueil/ }))
  await user.keyboard('{Enter}')
  for (const title of ['E', 'c', 'ho']) {
    await user.keyboard(title)
    await waitFor(async () => expect((await items())[1]?.title.endsWith(title)).toBe(true))
  }
  await user.keyboard('{Enter}')
  await core.ok('history.undo', {})
  expect(await items()).toMatchObject([{ title: 'Accueil' }])
  await core.ok('history.redo', {})
  expect(await items()).toMatchObject([{ title: 'Accueil' }, { title: 'Echo' }])
  const [entry] = await core.ok('history.list', { meetingId, limit: 1 })
  expect(entry?.label).toBe('ajout d’un point')
})

it('a title that is corrected afterwards is an act of its own: undo gives the former one back', async () => {
  const user = userEvent.setup()
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Budgte{Enter}')
  await waitFor(async () => expect(await items()).toMatchObject([{ title: 'Budgte' }]))
  await user.click(await screen.findByRole('row', { name: /Budgte/ }))
  await user.keyboard('{F2}')
  await waitFor(() => expect(heldBy(document.activeElement ?? document.body)).toBe('Budgte'))
  await user.keyboard('{Control>}a{/Control}Budget{Enter}')
  await waitFor(async () => expect(await items()).toMatchObject([{ title: 'Budget' }]))
  await core.ok('history.undo', {})
  expect(await items()).toMatchObject([{ title: 'Budgte' }])
})

it('the title of a copy in which nothing was typed leaves Ctrl Z to the journal', async () => {
  const user = userEvent.setup()
  core.show(<FrameKeys />)
  core.showAgenda(meetingId)
  await user.type(await screen.findByRole('textbox', { name: agendaText.newItem }), 'Guichet{Enter}')
  await user.click(await screen.findByRole('row', { name: /Guichet/ }))
  await user.keyboard('{Control>}d{/Control}')
  const field = await screen.findByRole('textbox', { name: agendaText.titleOf })
  await waitFor(async () => expect(await items()).toHaveLength(2))
  expect(document.activeElement).toBe(field)
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect(await items()).toHaveLength(1))
  await waitFor(() => expect(screen.getByRole('treegrid').contains(document.activeElement)).toBe(true))
})
