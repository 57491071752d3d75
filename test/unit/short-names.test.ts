import { expect, it } from 'vitest'
import type { MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { isAhead } from '../../electron/domain/meetings/opened.ts'
import { fullName } from '../../electron/domain/people/full-name.ts'
import { shortName } from '../../electron/domain/people/short-name.ts'

it('calls an organisation by its acronym, or else by its name', () => {
  expect(shortName({ name: 'Mairie de Nantes', acronym: 'MDN' })).toBe('MDN')
  expect(shortName({ name: 'Mairie de Nantes', acronym: '' })).toBe('Mairie de Nantes')
  expect(shortName({ name: 'Mairie de Nantes', acronym: ' ' })).toBe('Mairie de Nantes')
  expect(shortName({ name: null, acronym: null })).toBe('')
  expect(shortName(undefined)).toBe('')
})

it('writes no blank before a name that stands alone', () => {
  expect(fullName({ givenName: 'Hélène', familyName: 'Marchetti' })).toBe('Hélène Marchetti')
  expect(fullName({ givenName: '', familyName: 'Marchetti' })).toBe('Marchetti')
  expect(fullName({ givenName: null, familyName: 'Marchetti' })).toBe('Marchetti')
})

it('has a meeting to prepare until it is opened or called off', () => {
  const states: readonly MeetingState[] = ['planned', 'convened', 'inSession', 'held', 'cancelled']
  expect(states.filter((state) => isAhead({ state }))).toEqual(['planned', 'convened'])
})
