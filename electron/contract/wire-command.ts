import type { Settled } from '../domain/managed/policies.ts'

/** What was typed for the command line, in place of every other message to a core. */
export type CommandTyped = { type: 'command'; typed: readonly string[]; settled: Settled }
export type CommandEnded = { type: 'command-ended'; status: number }
