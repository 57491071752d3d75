import type { Input, Method, Output } from '../electron/contract/index.ts'

type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>

/** What opens a meeting as it is now. */
export async function intoSession(ask: Ask, id: string): Promise<Input<'meetings.setState'>> {
  const { meeting } = await ask('meetings.get', { id })
  return { id, version: meeting.version, state: 'inSession' }
}

/** Opens a meeting as its screen does. */
export async function putInSession(ask: Ask, meetingId: string): Promise<Output<'session.get'>> {
  await ask('meetings.setState', await intoSession(ask, meetingId))
  return ask('session.get', { meetingId })
}
