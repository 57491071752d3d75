import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { commonText } from '../../renderer/text/common.ts'
import { followUpText } from '../../renderer/text/follow-up.ts'
import { actionRow, keepingRegister } from './follow-up-sample.ts'
import { never, show } from './show.tsx'

const grid = () => screen.findByRole('grid')
const rowsShown = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .filter((row) => row.hasAttribute('data-row'))

it('open actions, four hundred of them, are one list, of which what is looked at is read', async () => {
  const many = Array.from({ length: 400 }, (_, rank) => actionRow(rank + 1, `Action ${rank + 1}`))
  const { core, user } = show('#/decisions-actions', keepingRegister(many))
  const list = await grid()
  expect(list.getAttribute('aria-rowcount')).toBe('401')
  // What is not looked at is not drawn.
  expect(rowsShown()).toHaveLength(20)
  await user.click(within(await grid()).getByText('Action 1'))
  await user.keyboard('{End}')
  await waitFor(() => {
    const last = screen.getByRole('row', { selected: true })
    expect(last.textContent).toContain('Action 400')
    expect(last.getAttribute('aria-rowindex')).toBe('401')
    expect(document.activeElement).toBe(last)
  })
  const stretches = core.inputsOf('followUp.actions').map(({ offset, limit }) => [offset, limit])
  expect(stretches).toEqual([
    [0, 60],
    [360, 60],
  ])
})

it('open actions, two hundred of them, are worked off with Space anywhere, whichever stretch is read again first', async () => {
  const many = Array.from({ length: 200 }, (_, rank) => actionRow(rank + 1, `Action ${rank + 1}`))
  const answers = keepingRegister(many)
  const { 'followUp.actions': read } = answers
  /** The stretch of the row is read again when it is let through. */
  let held: Promise<void> | null = null
  let letThrough: (() => void) | undefined
  const { user } = show('#/decisions-actions', {
    ...answers,
    'followUp.actions': async (input) => {
      if (input.offset === 60) await held
      return read?.(input) ?? { failure: 'unexpected' }
    },
  })
  await grid()
  const selected = () => screen.getByRole('row', { selected: true })
  await user.click(within(await grid()).getByText('Action 1'))
  await user.keyboard('{End}')
  await waitFor(() => expect(selected().textContent).toContain('Action 200'))
  await user.keyboard('{Home}')
  for (let press = 0; press < 7; press++) await user.keyboard('{PageDown}')
  await waitFor(() => expect(selected().textContent).toContain('Action 71'))
  held = new Promise((resolve) => {
    letThrough = resolve
  })
  await user.keyboard(' ')
  // The others are read again already.
  await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('200'))
  letThrough?.()
  await waitFor(() => expect(selected().textContent).toContain('Action 72'))
  await waitFor(() => expect(document.activeElement).toBe(selected()))
  expect(selected().getAttribute('aria-rowindex')).toBe('72')
})

it('an action is acted on again before its list is read again: as it is stored, without a conflict', async () => {
  const answers = keepingRegister([actionRow(1, 'Fournir le guide'), actionRow(2, 'Autre action')])
  const { 'followUp.actions': read } = answers
  let isHeld = false
  const { core, user } = show('#/decisions-actions', {
    ...answers,
    'followUp.actions': (input) => (isHeld ? never() : (read?.(input) ?? { failure: 'unexpected' })),
  })
  await user.click(within(await grid()).getByText('Fournir le guide'))
  isHeld = true
  const inspector = await screen.findByRole('region', { name: followUpText.acts.region })
  await user.click(within(inspector).getByRole('button', { name: commonText.options }))
  await user.click(await screen.findByRole('menuitem', { name: followUpText.acts.start }))
  await waitFor(() => expect(core.inputsOf('followUp.setActionState')).toHaveLength(1))
  await user.click(screen.getByRole('row', { selected: true }))
  await user.keyboard(' ')
  await waitFor(() => expect(core.inputsOf('followUp.setActionState')).toHaveLength(2))
  const versions = core.inputsOf('followUp.setActionState').map(({ targets }) => targets[0]?.version)
  expect(versions).toEqual([1, 2])
})

it('an action that a colleague changed since is acted on as it is shown, so that the core says who', async () => {
  const answers = keepingRegister([actionRow(1, 'Fournir le guide')])
  const { 'followUp.action': read } = answers
  const { core, user } = show('#/decisions-actions', {
    ...answers,
    'followUp.action': async (input) => {
      const answer = await read?.(input)
      if (answer === undefined || !('row' in answer)) return { failure: 'unexpected' }
      const { action, now } = answer.row
      const row = {
        ...answer.row,
        action: { ...action, version: 7 },
        now: { ...now, owner: 'Léa Aubert' },
      }
      return { ...answer, row }
    },
    'followUp.setActionState': () => ({ failure: 'conflict' }),
  })
  await user.click(within(await grid()).getByText('Fournir le guide'))
  await user.keyboard(' ')
  await waitFor(() =>
    expect(core.inputsOf('followUp.setActionState')[0]?.targets).toEqual([
      { id: actionRow(1, '').action.id, version: 1 },
    ]),
  )
})
