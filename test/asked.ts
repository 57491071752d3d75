import type { Input, Method, Output } from '../electron/contract/index.ts'

type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>

/** What is to be looked at before minutes are sealed, as somebody who looked at it says. */
export async function askedOf(ask: Ask, id: string): Promise<Input<'approval.approve'>['asked']> {
  const checks = await ask('meetings.leavingChecks', { id, departure: 'seal' })
  return checks
    .filter(({ stops }) => !stops)
    .map(({ stops: _, ...check }) => ({
      check,
      words: `${check.kind} ${check.names.join(', ')}`.slice(0, 500),
    }))
}
