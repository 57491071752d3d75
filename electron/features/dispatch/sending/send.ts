// Hands a message to a mail server. What is about to leave is written down and durable before the server is spoken to:
// whatever is cut after that, nothing leaves twice in silence.
import type { DispatchView } from '../../../contract/dispatch.ts'
import { AppError, type ErrorCode } from '../../../contract/errors.ts'
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
import { liveMeeting } from '../../reads/meetings.ts'
import { refuseOvertaken } from '../kinds.ts'
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
    await context.read(async (reading) => {
      const { meetingId, kind } = await draftOf(reading.tx, target.id)
      await refuseOvertaken(reading, await liveMeeting(reading.tx, meetingId), kind)
    })
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
      await context.fill(
        async (tx) => void (await note(tx, now, attempt, { state: 'refused' }, { state: 'handed' })),
      )
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
  await context.fill(async (tx) => {
    const noted = await note(tx, context.now, attempt, { state: 'handed' }, { state: 'prepared' })
    // Another desk of the team is about to hand it over, and took this away.
    if (noted === 0) throw new AppError('conflict')
  })
}

/**
 * What the server answered, written down; a message that left is marked as sent in the same transaction.
 * @throws AppError when another desk, which had lost sight of this one, has noted the contrary: `mail-left-after-all`, or
 *   `mail-refused-after-all` of what it marked as sent
 */
async function tell(
  context: LongContext,
  made: MadeMessage,
  { account, attempt, handed }: { account: MailAccount; attempt: Attempt; handed: MailOutcome },
): Promise<DispatchView> {
  const { id } = made.composition.view.dispatch
  const { answer } = handed
  const answeredAt = await context.read(async ({ now }) => now)
  if (handed.outcome === 'unknown') {
    await context.fill(
      async (tx) => void (await note(tx, answeredAt, attempt, { answer }, { state: 'handed' })),
    )
    throw new AppError('mail-perhaps-left')
  }
  let before: readonly Sending[] = []
  const look = async (tx: Transaction) => {
    before = (await sendingsOf(tx, id)).filter(({ attemptId }) => attemptId === attempt.id)
  }
  const wasAs = (state: Sending['state']) => before.some((sending) => sending.state === state)
  // The server's own word stands above what somebody saw.
  if (handed.outcome === 'failed') {
    let isMarked = false
    await context.fill(async (tx) => {
      await look(tx)
      await note(tx, answeredAt, attempt, { state: 'refused', answer })
      const row = await tx.selectFrom('dispatch').select('state').where('id', '=', id).executeTakeFirst()
      isMarked = row?.state === 'sent'
    })
    throw new AppError(isMarked && wasAs('confirmed') ? 'mail-refused-after-all' : handed.code)
  }
  const confirm = async (tx: Transaction) => {
    await look(tx)
    await note(tx, answeredAt, attempt, { state: 'confirmed', answer })
    for (const refused of handed.refused)
      await note(
        tx,
        answeredAt,
        attempt,
        { state: 'refused', answer: refused.answer },
        { recipient: refused.recipient },
      )
  }
  if (account.way === 'drafts') await context.fill(confirm)
  else
    await recordSent(context, 'sending.send', made, ({ tx }) => confirm(tx)).catch(
      async (thrown: unknown) => {
        if (!(thrown instanceof AppError && wentOn.has(thrown.code))) throw thrown
        // Whatever somebody made of the message since, it left.
        await context.fill(confirm)
        if (wasAs('handed')) throw thrown
      },
    )
  if (wasAs('refused')) throw new AppError('mail-left-after-all')
  return context.read((reading) => dispatchView(reading, id))
}

/** What a message is found to be that somebody has told of, and then changed, marked as sent or taken out. */
const wentOn: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['conflict', 'not-found'])

/**
 * @param only those of its rows that it is noted of
 * @returns how many there were
 */
async function note(
  tx: Transaction,
  at: Date,
  { id }: Pick<Attempt, 'id'>,
  change: Partial<Pick<Sending, 'state' | 'answer'>>,
  only: Partial<Pick<Sending, 'state' | 'recipient'>> = {},
): Promise<number> {
  const isOpen = change.state === undefined || change.state === 'handed'
  let query = tx
    .updateTable('sending')
    .set({ ...change, changedAt: at.toISOString(), ...(isOpen ? {} : { composition: '' }) })
    .where('attemptId', '=', id)
  if (only.recipient !== undefined) query = query.where('recipient', '=', only.recipient)
  if (only.state !== undefined) query = query.where('state', '=', only.state)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
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
    const attempt = { id: first.attemptId }
    const state = hasLeft ? 'confirmed' : 'refused'
    const said = async (tx: Transaction) => {
      const noted = await note(tx, context.now, attempt, { state, answer: '' }, { state: 'handed' })
      // Told meanwhile by the desk that was handing it over.
      if (noted === 0) throw new AppError('state-refuses')
    }
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
