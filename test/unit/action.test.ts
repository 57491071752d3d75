import { expect, it } from 'vitest'
import { ActionState, isOpenAction, openActionStates } from '../../electron/domain/minutes/action.ts'

it('an action that is to do, under way or postponed is open; one done or dropped is not', () => {
  const open = ActionState.options.filter((state) => isOpenAction({ state }))
  expect(open).toEqual(['todo', 'inProgress', 'postponed'])
  expect(openActionStates).toEqual(open)
})
