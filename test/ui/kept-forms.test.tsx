import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { href } from '../../renderer/app/paths.ts'
import { undoLast } from '../../renderer/app/undo.ts'
import { commonText } from '../../renderer/text/common.ts'
import { firstStartText } from '../../renderer/text/first-start.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { keptText } from '../../renderer/text/kept.ts'
import type { FakeCore } from './fake-core.ts'
import { actionRow, keepingRegister } from './follow-up-sample.ts'
import { emptyHome } from './sample.ts'
import { show } from './show.tsx'

const soon = actionRow(5, 'Recenser les collectivités pilotes')
const inspector = async () => within(await screen.findByRole('complementary'))

/** The form that asks why the action is given up. */
async function reasonForm(user: ReturnType<typeof show>['user']) {
  const grid = within(await screen.findByRole('grid'))
  await user.click(grid.getByText('Recenser les collectivités pilotes'))
  const pane = await inspector()
  await user.click(pane.getByRole('button', { name: 'Autres actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Abandonner…' }))
  return {
    pane,
    field: () => pane.getByRole<HTMLInputElement>('textbox', { name: 'Motif de l’abandon' }),
    send: () => pane.getByRole('button', { name: 'Abandonner' }),
  }
}

const saidOf = (core: FakeCore) => core.inputsOf('desk.saved').map(({ isStored }) => isStored)

it('a form that was left counts as unsaved, can be read, given up and put back', async () => {
  const { core, user } = show('#/decisions-actions', {
    ...keepingRegister([soon]),
    'desk.saved': () => ({}),
  })
  const { pane, field } = await reasonForm(user)
  act(() => core.emit({ topic: 'save-now' }))
  await waitFor(() => expect(saidOf(core)).toEqual([true]))
  await user.type(field(), 'Sans suite.')
  await user.keyboard('{Escape}')
  expect(pane.queryByRole('textbox', { name: 'Motif de l’abandon' })).toBeNull()
  const mark = await screen.findByRole('button', { name: frameText.typed })
  expect(screen.queryByText(/^Enregistré/)).toBeNull()
  act(() => core.emit({ topic: 'save-now' }))
  await waitFor(() => expect(saidOf(core)).toEqual([true, false]))
  await user.click(mark)
  const dialog = await screen.findByRole('dialog', { name: keptText.kept })
  const kept = within(dialog).getByRole('listitem')
  expect(within(kept).getByText('Sans suite.')).toBeTruthy()
  const way = within(kept).getByRole('link', { name: 'Décisions et actions' })
  expect(way.getAttribute('href')).toBe(href('followUp', {}, soon.action.id))
  await user.click(within(dialog).getByRole('button', { name: keptText.giveUp(1) }))
  await screen.findByText(/^Enregistré/)
  await user.click(await screen.findByRole('button', { name: commonText.putBack }))
  await screen.findByRole('button', { name: frameText.typed })
  const again = await reasonForm(user)
  expect(again.field().value).toBe('Sans suite.')
  await user.click(again.send())
  await screen.findByText(/^Enregistré/)
})

it('a form of the first screen, which has no address of its own, has its way back', async () => {
  const { user } = show('/', { 'home.get': () => emptyHome() })
  const create = await screen.findByRole('button', { name: firstStartText.createAct })
  await user.click(screen.getAllByRole('spinbutton')[0] ?? create)
  await user.keyboard('31022027')
  await user.click(await screen.findByRole('button', { name: frameText.typed }))
  const dialog = await screen.findByRole('dialog', { name: keptText.kept })
  const way = within(dialog).getByRole('link', { name: 'Accueil' })
  expect(way.getAttribute('href')).toBe(href('home'))
  // What it keeps would wait in the next one.
  await user.click(within(dialog).getByRole('button', { name: keptText.giveUp(1) }))
  await screen.findByText(/^Enregistré/)
})

it('what is refused stays in its form', async () => {
  const { core, user } = show('#/decisions-actions', {
    ...keepingRegister([soon]),
    'followUp.setActionState': () => ({ failure: 'disk-full' }),
  })
  const { field, send } = await reasonForm(user)
  await user.type(field(), 'Plus d’objet.')
  await user.click(send())
  await waitFor(() => expect(core.inputsOf('followUp.setActionState')).toHaveLength(1))
  await screen.findByRole('alert')
  expect(field().value).toBe('Plus d’objet.')
})

it('what is stored is forgotten, though its screen was left before the answer', async () => {
  const answers = keepingRegister([soon])
  const store = answers['followUp.setActionState']
  let answer: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { user } = show('#/decisions-actions', {
    ...answers,
    'followUp.setActionState': async (input) => {
      await held
      return store?.(input) ?? { failure: 'unexpected' }
    },
  })
  const { field, send } = await reasonForm(user)
  await user.type(field(), 'Sans suite.')
  await user.click(send())
  window.location.hash = '#/annuaire'
  await screen.findByRole('heading', { name: 'Annuaire' })
  act(answer)
  await screen.findByText(/^Enregistré/)
})

it('the button of a form gives up what is typed in it, with the way back', async () => {
  const { user } = show('#/decisions-actions', keepingRegister([soon]))
  const { pane, field } = await reasonForm(user)
  await user.clear(field())
  await user.type(field(), 'Doublon.')
  await user.click(pane.getByRole('button', { name: commonText.cancel }))
  await screen.findByText(/^Enregistré/)
  await user.click(await screen.findByRole('button', { name: commonText.putBack }))
  await screen.findByRole('button', { name: frameText.typed })
  const again = await reasonForm(user)
  expect(again.field().value).toBe('Doublon.')
  await user.click(again.pane.getByRole('button', { name: commonText.cancel }))
  await screen.findByText(/^Enregistré/)
})

it('undo in an untouched field empties its own form only, and what was in it comes back', async () => {
  const { user } = show('#/decisions-actions', keepingRegister([soon]))
  const first = await reasonForm(user)
  await user.type(first.field(), 'Sans suite.')
  await user.keyboard('{Escape}')
  const postponed = async () => {
    await user.click(first.pane.getByRole('button', { name: /^Reporter/ }))
    return first.pane.findByRole<HTMLInputElement>('textbox', { name: 'Motif' })
  }
  await user.type(await postponed(), 'Le prestataire a du retard.')
  await user.keyboard('{Escape}')
  const again = await reasonForm(user)
  expect(again.field().value).toBe('Sans suite.')
  act(() => again.field().focus())
  await act(() => undoLast())
  expect(again.field().value).toBe('')
  await screen.findByText(/^Saisie reprise/)
  await user.click(screen.getByRole('button', { name: commonText.putBack }))
  expect(again.field().value).toBe('Sans suite.')
  act(() => again.field().focus())
  await act(() => undoLast())
  await user.keyboard('{Escape}')
  // The other form still has its own.
  const other = await postponed()
  expect(other.value).toBe('Le prestataire a du retard.')
  await user.clear(other)
  await screen.findByText(/^Enregistré/)
})

describe('a day typed in a form that Escape closes is there again', () => {
  it('of an action that is put off, until it was', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([soon]))
    const grid = within(await screen.findByRole('grid'))
    await user.click(grid.getByText('Recenser les collectivités pilotes'))
    const pane = await inspector()
    const form = async () => {
      await user.click(pane.getByRole('button', { name: 'Reporter…' }))
      return pane.findAllByRole('spinbutton')
    }
    await form()
    await user.keyboard('15012027{Escape}')
    expect(pane.queryByRole('spinbutton')).toBeNull()
    expect(saidBy(await form())).toEqual(['15', '01', '2027'])
    await user.type(pane.getByRole('textbox', { name: 'Motif' }), 'Le prestataire a du retard.{Enter}')
    await waitFor(() => expect(core.inputsOf('followUp.postpone')).toMatchObject([{ to: '2027-01-15' }]))
    expect(saidBy(await form())).not.toContain('15')
  })

  it('of a meeting that is created, and of nothing once it is given up', async () => {
    const { user } = show('#/seances', { 'meetings.list': () => [], 'series.list': () => [] })
    const form = async () => {
      const [open] = await screen.findAllByRole('button', { name: 'Nouvelle séance' })
      if (open !== undefined) await user.click(open)
      return within(await screen.findByRole('dialog', { name: 'Nouvelle séance' }))
    }
    const days = async () => saidBy((await form()).getAllByRole('spinbutton'))
    await form()
    await user.keyboard('10122026{Escape}')
    expect(await days()).toEqual(['10', '12', '2026'])
    await user.click(screen.getByRole('button', { name: commonText.cancel }))
    expect(await days()).not.toContain('10')
  })
})

describe('a part of a day, left by Escape before it is one,', () => {
  it.each([
    ['10', ['10', 'mm', 'aaaa']],
    ['1012', ['10', '12', 'aaaa']],
    ['101220', ['10', '12', '20']],
  ])('is there again, and is gone once it is given up: %s', async (typed, shown) => {
    const { user } = show('#/seances', { 'meetings.list': () => [], 'series.list': () => [] })
    const form = async () => {
      const [open] = await screen.findAllByRole('button', { name: 'Nouvelle séance' })
      if (open !== undefined) await user.click(open)
      return within(await screen.findByRole('dialog', { name: 'Nouvelle séance' }))
    }
    const days = async () => saidBy((await form()).getAllByRole('spinbutton'))
    const empty = await days()
    await user.keyboard(`${typed}{Escape}`)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await days()).toEqual(shown)
    await user.click(screen.getByRole('button', { name: commonText.cancel }))
    expect(await days()).toEqual(empty)
  })

  it('becomes one where it is typed on', async () => {
    const { user } = show('#/seances', { 'meetings.list': () => [], 'series.list': () => [] })
    const open = async () =>
      user.click((await screen.findAllByRole('button', { name: 'Nouvelle séance' }))[0] as HTMLElement)
    await open()
    await screen.findByRole('dialog')
    await user.keyboard('1012{Escape}')
    await open()
    const dialog = within(await screen.findByRole('dialog'))
    const [, , year] = dialog.getAllByRole('spinbutton')
    await user.click(year as HTMLElement)
    await user.keyboard('2026{Escape}')
    await open()
    expect(saidBy(within(await screen.findByRole('dialog')).getAllByRole('spinbutton'))).toEqual([
      '10',
      '12',
      '2026',
    ])
  })
})

const saidBy = (parts: readonly HTMLElement[]) => parts.map(({ textContent }) => textContent)
