// The window reads these without zod, which the first screen does without, and without the long list of refusals.
import type { refusals } from './refusals.ts'

/** Conditions: the machine or the data are not in a state to answer; the same request may be granted later. */
export const conditions = [
  'data-in-use',
  'data-read-only',
  'data-newer',
  'data-damaged',
  'data-missing',
  'disk-failing',
  'data-moved',
  'data-place-unsure',
  'disk-full',
  'folder-unreachable',
  'folder-gone',
  'folder-read-only',
  'name-too-long',
  'file-locked',
  'core-restarting',
  'busy',
  'writer-moving',
  'data-moving',
  'restore-under-way',
  'update-away',
  'legifrance-away',
  'team-away',
  'team-crowded',
  'team-full',
  'team-read-only',
] as const

/** Bugs: anything else; details stay in the log under the reference. */
export const bugs = ['unexpected'] as const

export type ErrorCode = (typeof refusals | typeof conditions | typeof bugs)[number]

type ErrorKind = 'refusal' | 'condition' | 'bug'

const isOneOf = (codes: readonly ErrorCode[], code: ErrorCode) => codes.includes(code)

/** A refusal is what is neither of the others. */
export function errorKind(code: ErrorCode): ErrorKind {
  if (isOneOf(conditions, code)) return 'condition'
  return isOneOf(bugs, code) ? 'bug' : 'refusal'
}

/** Whether the same request may be granted later without being changed: what asked for it is worth keeping. */
export function isCondition(code: ErrorCode): boolean {
  return errorKind(code) === 'condition'
}
