import { expect, it } from 'vitest'
import { contract, labelOf } from '../../electron/contract/index.ts'

it('the history says what was done under the former name of a method', () => {
  expect(labelOf('approval.seal')).toBe(contract['approval.approve'].label)
  expect(labelOf('session.open')).toBe(contract['meetings.setState'].label)
  expect(labelOf('takeover.setLock')).toBe(contract['oldFiles.setLock'].label)
  expect(labelOf('nothing.known')).toBe('modification')
})
