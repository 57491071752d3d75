import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'
import { hold } from './minutes-world.ts'

/** A meeting that was held, in the days when its minutes are approved. */
export async function approvalWorld(): Promise<DispatchWorld> {
  const world = await dispatchWorld('2027-01-20T09:00:00.000Z')
  await hold(world.opened, world.meetingId)
  return world
}

/** The rule of the body, which the messages then say. */
export async function silenceApproves(
  { ok }: DispatchWorld['opened'],
  approvalMode: 'tacit' | 'meeting' = 'tacit',
): Promise<void> {
  const { version } = await ok('settings.body', {})
  await ok('settings.updateBody', { version, patch: { approvalMode } })
}

/** An answer to the message that asks to approve. */
export const mail = (
  from: string,
  words: string,
  { name = '', subject = 'RE: Approbation', on = '', fileName = `${from}.eml` } = {},
) => ({
  fileName,
  bytes: new TextEncoder().encode(
    `From: ${name}<${from}>\r\nTo: <secretariat@ind.example>\r\nSubject: ${subject}\r\n` +
      (on === '' ? '' : `Date: ${new Date(on).toUTCString()}\r\n`) +
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`,
  ),
})

export const readIn = ({ opened, meetingId }: DispatchWorld, files: readonly ReturnType<typeof mail>[]) =>
  opened.ok('approval.readReplies', { meetingId, files: [...files] })

/** Of each member, by family name. */
export async function standingIn({ opened, meetingId }: DispatchWorld): Promise<Record<string, string>> {
  const { members } = await opened.ok('approval.consultation', { meetingId })
  return Object.fromEntries(
    members.map(({ name, answer, isReached }) => [
      name.split(' ').at(-1) ?? '',
      answer ?? (isReached ? 'silent' : 'unreached'),
    ]),
  )
}
