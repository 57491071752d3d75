import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionRow, decisionRow, keepingRegister, today } from './follow-up-sample.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(`${today}T09:00:00Z`), shouldAdvanceTime: true, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const grid = () => screen.findByRole('grid')
const inspector = () => screen.findByRole('complementary')

describe('the decisions', () => {
  it('are replaced by a later one, found by its words', async () => {
    const [old, fresh] = [
      decisionRow(1, 'Réunir le groupe chaque mois.'),
      // Of minutes that are still read over.
      decisionRow(2, 'Chaque trimestre.', { standing: 'toApprove' }),
    ]
    const { core, user } = show('#/decisions-actions/decisions', {
      ...keepingRegister([], [old, fresh]),
      'followUp.setDecisionState': () => old,
    })
    await user.click(within(await grid()).getByText('Réunir le groupe chaque mois.'))
    const pane = within(await inspector())
    await user.click(pane.getByRole('button', { name: 'Remplacée par…' }))
    await user.type(pane.getByRole('combobox', { name: 'Décision qui la remplace' }), 'trim')
    await user.click(await screen.findByRole('option', { name: /D-2026-10-02 Chaque trimestre/ }))
    await user.click(pane.getByRole('button', { name: 'Remplacer' }))
    await waitFor(() =>
      expect(core.inputsOf('followUp.setDecisionState')).toEqual([
        { id: id(501), version: 0, state: 'replaced', replacedById: id(502), reason: '' },
      ]),
    )
  })
})

it.each(['decisions', 'ouvertes'])('narrowed, shows beside it only what is listed: %s', async (list) => {
  const words = ['Réunir le groupe.', 'Chaque trimestre.']
  const register = keepingRegister(
    words.map((one, n) => actionRow(n + 1, one)),
    words.map((one, n) => decisionRow(n + 1, one, n === 0 ? {} : { standing: 'toApprove' })),
  )
  const { user } = show(`#/decisions-actions${list === 'decisions' ? '/decisions' : ''}`, register)
  await user.click(within(await grid()).getByText('Réunir le groupe.'))
  expect(within(await inspector()).getByText('Réunir le groupe.')).toBeTruthy()
  if (list === 'decisions')
    await user.selectOptions(screen.getByRole('combobox', { name: 'État' }), 'toApprove')
  else await user.type(screen.getByRole('searchbox'), 'trimestre')
  expect(await within(await inspector()).findByText('Chaque trimestre.')).toBeTruthy()
  expect(within(await inspector()).queryByText('Réunir le groupe.')).toBeNull()
})

describe('the rows of decisions', () => {
  it('have their own acts in the menu, which asks in the pane beside and gives the row back', async () => {
    const [first, second] = [decisionRow(1, 'Réunir le groupe.'), decisionRow(2, 'Chaque trimestre.')]
    const { core, user } = show('#/decisions-actions/decisions', {
      ...keepingRegister([], [first, second]),
      'followUp.setDecisionState': () => second,
    })
    await grid()
    await user.pointer({ keys: '[MouseRight]', target: within(await grid()).getByText('Chaque trimestre.') })
    const menu = within(await screen.findByRole('menu', { name: 'Actions sur la ligne' }))
    expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Remplacée par…',
      'Sans objet…',
      'OuvrirEntrée',
      'Copier en tableauCtrlC',
      'Tout choisirCtrlA',
      'Imprimer…CtrlP',
    ])
    await user.click(menu.getByRole('menuitem', { name: 'Sans objet…' }))
    const pane = within(await inspector())
    await user.type(await pane.findByRole('textbox'), 'Le groupe est dissous')
    await user.click(pane.getByRole('button', { name: 'Déclarer sans objet' }))
    await waitFor(() =>
      expect(core.inputsOf('followUp.setDecisionState')).toEqual([
        { id: id(502), version: 0, state: 'void', replacedById: null, reason: 'Le groupe est dissous' },
      ]),
    )
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { selected: true })))
  })
})
