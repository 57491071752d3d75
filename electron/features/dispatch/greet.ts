import type { Reader } from '../../db/driver.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import type { DispatchKind, Recipient } from '../../domain/dispatch/dispatch.ts'
import { everybody, type Greeted, greeting } from '../../domain/people/greeting.ts'
import type { WriteContext } from '../context.ts'
import { recipientsOf } from '../reads/dispatches.ts'
import { internalKinds } from './kinds.ts'
import type { Somebody } from './people.ts'
import { draftOf } from './queries.ts'

/** How a letter to one person begins. */
export function greetingOf({ person }: Somebody): string {
  return greeting([{ civility: person?.civility ?? '', jobTitle: person?.jobTitle ?? '', isChair: false }])
}

/** How a letter to several begins: members are not looked at one by one, the readers of a draft are. */
export async function greetingOfAll(
  tx: Reader,
  kind: DispatchKind,
  recipients: readonly Pick<Recipient, 'personId' | 'field' | 'reason'>[],
): Promise<string> {
  if (!internalKinds.has(kind)) return everybody
  const greeted: Greeted[] = []
  for (const { personId, field, reason } of recipients) {
    if (field !== 'to' || reason === 'assistant') continue
    const person = personId === null ? null : await getRow(tx, 'person', personId)
    greeted.push({
      civility: person?.civility ?? '',
      jobTitle: person?.jobTitle ?? '',
      isChair: reason === 'chair',
    })
  }
  return greeting(greeted) || everybody
}

/** Changes the recipients of a draft; its greeting follows them where it still stands. */
export async function withGreeting(
  { tx }: WriteContext,
  dispatchId: string,
  change: () => Promise<unknown>,
): Promise<void> {
  const { kind } = await draftOf(tx, dispatchId)
  const former = await greetingOfAll(tx, kind, await recipientsOf(tx, dispatchId))
  await change()
  const present = await greetingOfAll(tx, kind, await recipientsOf(tx, dispatchId))
  const dispatch = await draftOf(tx, dispatchId)
  const body = dispatch.body.replaceAll(`${former},`, () => `${present},`)
  if (body !== dispatch.body) await updateRow(tx, 'dispatch', dispatch, { body })
}
