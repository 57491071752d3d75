// Hands a message to a mail server. What is about to leave is written down and durable before the server is spoken to:
// whatever is cut after that, nothing leaves twice in silence.
import type { DispatchView } from '../../../contract/dispatch.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Reader, Transaction } from '../../../db/driver.ts'
import { keptBytes, sha256 } from '../../../db/files/store.ts'
import type { Target } from '../../../db/rows.ts'
import { messageIdOf } from '../../../documents/mail/eml.ts'
import type { MailOutcome } from '../../../domain/dispatch/mail-order.ts'
import {
  type MailAccount,
  mayBeOnItsWay,
  type Sending,
  standingOf,
} from '../../../domain/dispatch/sending.ts'
import { headersOf, isAddress } from '../../../domain/people/addresses.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { sendingsOf } from '../../reads/dispatches.ts'
import { isStillThat, type MadeMessage, makeMessage, recordSent } from '../mark-sent.ts'
import { dispatchView, draftOf } from '../queries.ts'
import { accountOf } from './account.ts'
import { asHanded, handedOf } from './handed.ts'

/** Two at once could each find that the other has not been written down yet. */
const sendings = oneAtATime()

/** Attempts of each desk since this process began: it knows whether they are over. */
const begunHere = new Set<string>()
const ofDesk = ({ dataFolder }: LongContext, attemptId: string) => `${dataFolder} ${attemptId}`

/** Nobody says of a message that it has not left while a desk is sending it. */
const aloneWith = <T>(context: LongContext, dispatchId: string, work: () => Promise<T>): Promise<T> =>
  sendings.alone(context.dataFolder, () => context.alone(`sending ${dispatchId}`, work))

export function sendMessage(
  context: LongContext,
  { password, ...target }: Target & { password: string },
): Promise<DispatchView> {
  return aloneWith(context, target.id, async () => {
    const account = accountOf(context.desk)
    const { now } = context
    const made = await makeMessage(
      context,
      target,
      account.way === 'server' ? { form: 'sent', date: now } : { form: 'draft' },
    )
    const { from, to } = envelopeOf(made)
    const attempt = { id: newId(now), at: now.toISOString() }
    begunHere.add(ofDesk(context, attempt.id))
    await writeDown(context, made, { account, to, attempt })
    // From here on nobody changes it: what was changed while it was made is seen now, and nothing leaves.
    if (!(await context.read((reading) => isStillThat(reading, made)))) {
      await context.fill((tx) => note(tx, now, attempt, { state: 'refused' }))
      throw new AppError('conflict')
    }
    const handed = await context.runJob('sendMail', {
      account,
      password,
      message: { bytes: made.message, messageId: messageIdOf(target.id), from, to },
    })
    return tell(context, made, { account, attempt, handed })
  })
}

/** Who it goes to, those in blind copy too, which its own headers no longer name. */
function envelopeOf({ composition: { view, body } }: MadeMessage): { from: string; to: string[] } {
  const from = body.email.trim()
  if (!isAddress(from)) throw new AppError('mail-no-sender')
  const { to, cc, bcc } = headersOf(view.recipients)
  const addresses = [...to, ...cc, ...bcc].map(({ address }) => address)
  if (addresses.length === 0) throw new AppError('invalid-input', { field: 'recipients' })
  return { from, to: addresses }
}

type Attempt = { id: string; at: string }

/** First that it is prepared; then, in a transaction of its own, that from now on it may have left. */
async function writeDown(
  context: LongContext,
  made: MadeMessage,
  { account, to, attempt }: { account: MailAccount; to: readonly string[]; attempt: Attempt },
): Promise<void> {
  const { composition, message } = made
  const { dispatch } = composition.view
  await context.fill(async (tx) => {
    const { version } = await draftOf(tx, dispatch.id)
    if (version !== dispatch.version) throw new AppError('conflict')
    const before = await sendingsOf(tx, dispatch.id)
    if (standingOf(before) === 'sent') throw new AppError('mail-already-left')
    // Nothing was said to a server about what a former run only prepared.
    await tx
      .deleteFrom('sending')
      .where('dispatchId', '=', dispatch.id)
      .where('state', '=', 'prepared')
      .execute()
    for (const recipient of to)
      await tx
        .insertInto('sending')
        .values({
          id: newId(context.now),
          attemptId: attempt.id,
          dispatchId: dispatch.id,
          way: account.way,
          host: account.host,
          messageId: messageIdOf(dispatch.id),
          recipient,
          sha256: sha256(message),
          sizeBytes: message.length,
          state: 'prepared',
          preparedAt: attempt.at,
          changedAt: attempt.at,
          answer: '',
          // Once for all: they go together.
          composition: recipient === to[0] ? handedOf(made) : '',
        })
        .execute()
  })
  await context.fill((tx) => note(tx, context.now, attempt, { state: 'handed' }))
}

/** What the server answered, written down; a message that left is marked as sent in the same transaction. */
async function tell(
  context: LongContext,
  made: MadeMessage,
  { account, attempt, handed }: { account: MailAccount; attempt: Attempt; handed: MailOutcome },
): Promise<DispatchView> {
  const { id } = made.composition.view.dispatch
  const { answer } = handed
  const answeredAt = await context.read(async ({ now }) => now)
  if (handed.outcome !== 'done') {
    const state = handed.outcome === 'failed' ? 'refused' : 'handed'
    await context.fill((tx) => note(tx, answeredAt, attempt, { state, answer }))
    throw new AppError(handed.outcome === 'failed' ? handed.code : 'mail-perhaps-left')
  }
  const confirm = async (tx: Transaction) => {
    await note(tx, answeredAt, attempt, { state: 'confirmed', answer })
    for (const refused of handed.refused)
      await note(tx, answeredAt, attempt, { state: 'refused', answer: refused.answer }, refused.recipient)
  }
  if (account.way === 'server') return recordSent(context, 'sending.send', made, ({ tx }) => confirm(tx))
  await context.fill(confirm)
  return context.read((reading) => dispatchView(reading, id))
}

/** @throws AppError `conflict` when nothing may be handed over: another desk of the team is about to, and took it away */
async function note(
  tx: Transaction,
  at: Date,
  { id }: Pick<Attempt, 'id'>,
  change: Partial<Pick<Sending, 'state' | 'answer'>>,
  recipient?: string,
): Promise<void> {
  const changedAt = at.toISOString()
  let query = tx
    .updateTable('sending')
    .set({ ...change, changedAt, ...(change.state === 'handed' ? {} : { composition: '' }) })
    .where('attemptId', '=', id)
  if (recipient !== undefined) query = query.where('recipient', '=', recipient)
  const { numUpdatedRows } = await query.executeTakeFirst()
  if (change.state === 'handed' && numUpdatedRows === 0n) throw new AppError('conflict')
}

/** What somebody saw of a message that may have left. */
export function settle(
  context: LongContext,
  { id, hasLeft }: { id: string; hasLeft: boolean },
): Promise<DispatchView> {
  return aloneWith(context, id, async () => {
    const { rows, version, handed, isOfTeam } = await context.read(async (reading) => {
      const rows = (await sendingsOf(reading.tx, id)).filter(({ state }) => state === 'handed')
      return {
        rows,
        version: (await dispatchView(reading, id)).dispatch.version,
        handed: await handedIn(reading.tx, rows[0]?.attemptId ?? ''),
        isOfTeam: reading.teamHost !== null,
      }
    })
    const [first] = rows
    if (first === undefined) throw new AppError('state-refuses')
    // The server may have lost sight of the desk that is sending it, which goes on.
    if (
      !hasLeft &&
      isOfTeam &&
      !begunHere.has(ofDesk(context, first.attemptId)) &&
      mayBeOnItsWay(first, context.now)
    )
      throw new AppError('mail-under-way')
    const said = (tx: Transaction) =>
      note(tx, context.now, { id: first.attemptId }, { state: hasLeft ? 'confirmed' : 'refused', answer: '' })
    if (!hasLeft || first.way === 'drafts') {
      await context.fill(said)
      return context.read((reading) => dispatchView(reading, id))
    }
    const made =
      handed === ''
        ? await asMadeNow(context, { id, version }, first)
        : await asHanded(context, { id, handed, sha256: first.sha256 })
    return recordSent(context, 'sending.settle', made, ({ tx }) => said(tx))
  })
}

/** Handed over before what it carried was kept: its papers as they are made now. */
async function asMadeNow(context: LongContext, target: Target, { preparedAt, sha256: hash }: Sending) {
  const made = await makeMessage(context, target, { form: 'sent', date: new Date(preparedAt) })
  return { ...made, message: await keptBytes(context.dataFolder, hash) }
}

async function handedIn(tx: Reader, attemptId: string): Promise<string> {
  const row = await tx
    .selectFrom('sending')
    .select('composition')
    .where('attemptId', '=', attemptId)
    .where('composition', '!=', '')
    .executeTakeFirst()
  return row?.composition ?? ''
}
