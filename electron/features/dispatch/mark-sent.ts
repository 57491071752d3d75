// Keeps the message's bytes with their hash, recipients and versions; a convocation makes the meeting convened. One
// journal entry: undoing it makes the dispatch a draft again, and the meeting planned.

import type { DispatchView } from '../../contract/dispatch.ts'
import type { DocumentSubject } from '../../contract/documents.ts'
import { AppError } from '../../contract/errors.ts'
import type { Transaction } from '../../db/driver.ts'
import { keepBytes, keptBytes, sha256 } from '../../db/files/store.ts'
import { type Target, updateRow } from '../../db/rows.ts'
import { joined } from '../../documents/head.ts'
import type { MailForm } from '../../documents/mail/eml.ts'
import type { Dispatch, DispatchDocumentKind } from '../../domain/dispatch/dispatch.ts'
import type { Sending } from '../../domain/dispatch/sending.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import { planActOfKind } from '../../domain/meetings/back-planning.ts'
import { headersOf } from '../../domain/people/addresses.ts'
import { calendarText } from '../../domain/time/calendar-file.ts'
import { submitted } from '../agenda/index.ts'
import type { Judged, LongContext, WriteContext } from '../context.ts'
import { checkProduced, isRecorded, type MadeDocument, recordProduced } from '../documents/index.ts'
import type { LeftDraft } from '../keep-version.ts'
import { draftLeft, leavingDraft } from '../minutes/index.ts'
import { approvalOf } from '../reads/approval.ts'
import { sendingsOf } from '../reads/dispatches.ts'
import { goTo, tickTask } from '../reads/meeting-state.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { minutesView } from '../reads/minutes.ts'
import { saidByMinutes } from '../reads/minutes-content.ts'
import { calendarContent } from './calendar.ts'
import { buildMessage, type Composition, compositionIn, makePapers } from './compose.ts'
import { refuseOvertaken, refuseUnfinished } from './kinds.ts'
import type { Paper, Reading } from './papers.ts'
import { dispatchView, draftOf } from './queries.ts'
import { queueShared, writeShared } from './shared-folder.ts'
import { tells } from './told.ts'

export async function markSent(context: LongContext, { id, version }: Target): Promise<DispatchView> {
  const sendings = await context.read(async (reading) => {
    const { tx } = reading
    const { meetingId, kind } = await draftOf(tx, id)
    const before = await sendingsOf(tx, id)
    // What left from here did leave, whatever became of the meeting.
    if (leftFromHere(before) === undefined)
      await refuseOvertaken(reading, await liveMeeting(tx, meetingId), kind)
    return before
  })
  const made = await makeMessage(context, { id, version }, { form: 'unsent' })
  const { dispatch, recipients } = made.composition.view
  if (Object.values(headersOf(recipients)).every((mailboxes) => mailboxes.length === 0))
    throw dispatch.kind === 'convocation'
      ? new AppError('nobody-convened')
      : new AppError('invalid-input', { field: 'recipients' })
  // Sent from here and then taken back: the bytes that left are those that are known to have.
  const left = leftFromHere(sendings)
  if (left !== undefined) made.message = await keptBytes(context.dataFolder, left.sha256)
  return recordSent(context, 'dispatch.markSent', made, async (writing) => {
    await draftOf(writing.tx, id)
    writing.judges(await saidBy(writing.tx, made.composition))
    // The message was made outside the transaction: it must still be what would go out.
    if (!(await isStillThat(writing, made))) throw new AppError('conflict')
  })
}

const leftFromHere = (sendings: readonly Sending[]) =>
  sendings.findLast(({ way, state }) => way === 'server' && state === 'confirmed')

/** The rows of which a message and its papers are made: what is noted of it is that they left as they were seen. */
async function saidBy(tx: Transaction, { view, file, planned }: Composition): Promise<Judged> {
  const { id, meetingId } = view.dispatch
  const models = planned.flatMap(({ source }) => (source.from === 'model' ? [source.kind] : []))
  const minutes = models.includes('minutes') ? await minutesView(tx, meetingId) : null
  return {
    tables: [
      ...['dispatch_recipient', 'dispatch_document', 'meeting'],
      ...(models.length === 0 ? [] : ['agenda_item']),
      ...(minutes === null ? [] : saidByMinutes),
    ],
    of: [
      ...[id, meetingId, ...file.items.map((item) => item.id)],
      ...(minutes === null ? [] : [minutes.minutes.id]),
    ],
  }
}

/** A message with its papers, their bytes kept. */
export type MadeMessage = {
  composition: Composition
  papers: Paper[]
  message: Uint8Array
  /** What the draft that it carries says; null when it carries none. */
  minutes: LeftDraft | null
}

export async function makeMessage(
  context: LongContext,
  { id, version }: Target,
  how: { form: MailForm; date?: Date },
): Promise<MadeMessage> {
  const { composition, minutes } = await context.read(async (reading) => {
    const found = await compositionIn(reading, id)
    refuseUnfinished(found.file.meeting, reading.today, found.view.dispatch.kind)
    return {
      composition: found,
      minutes: await leavingDraft(reading.tx, found.file, {
        kind: found.view.dispatch.kind,
        isMade: found.planned.some(({ source }) => source.from === 'model' && source.kind === 'minutes'),
      }),
    }
  })
  if (composition.view.dispatch.version !== version) throw new AppError('conflict')
  const papers = await makePapers(context, composition)
  const message = await buildMessage(context, composition, papers, how)
  // Bytes first, rows after: what a row speaks of is always there. A draft is sent from elsewhere, as it is by then.
  if (how.form !== 'draft') await keepBytes(context, message)
  for (const { bytes } of papers) if (bytes !== null) await keepBytes(context, bytes)
  return { composition, papers, message, minutes }
}

/** @param before what the same transaction does first; it throws when the message is no longer what goes out. */
export async function recordSent(
  context: LongContext,
  method: 'dispatch.markSent' | 'sending.send' | 'sending.settle',
  { composition, papers, message, minutes }: MadeMessage,
  before: (writing: WriteContext) => Promise<void>,
): Promise<DispatchView> {
  const { view, left } = await context.write(method, async (writing) => {
    await before(writing)
    await record(writing, composition, papers, message)
    // Of what left before the minutes were approved nothing is written into them any more.
    const isSealed =
      method === 'sending.settle' &&
      (await approvalOf(writing.tx, composition.view.dispatch.meetingId)) !== null
    if (!isSealed && minutes !== null) await recordDraft(writing, composition, { papers, minutes })
    return {
      left: await recordPapers(writing, composition, papers),
      view: await dispatchView(writing, composition.view.dispatch.id),
    }
  })
  for (const { producedId, document } of left) checkProduced(context, producedId, document)
  await writeShared(context)
  return view
}

/** Whether the message is still what would go out. */
export async function isStillThat(reading: Reading, { composition }: MadeMessage): Promise<boolean> {
  const { id } = composition.view.dispatch
  return fingerprint(await compositionIn(reading, id)) === fingerprint(composition)
}

/** Everything that the bytes of a message follow from. */
function fingerprint({ view, body, file, calendar, planned }: Composition): string {
  const { dispatch, recipients, documents } = view
  return JSON.stringify([dispatch, recipients, documents, body, file.meeting, calendar, planned])
}

async function record(
  writing: WriteContext,
  { view, body, file, calendar, agendaVersionNumber }: Composition,
  papers: readonly Paper[],
  message: Uint8Array,
): Promise<void> {
  const { tx, now, who, about } = writing
  const { dispatch } = view
  about(dispatch.meetingId)
  await updateRow(tx, 'dispatch', dispatch, {
    state: 'sent',
    sentAt: now.toISOString(),
    sentBy: who.slice(0, LINE_LENGTH),
    agendaVersionNumber,
    calendarSequence: calendar?.file.sequence ?? null,
    calendarContent: calendar?.content ?? (await toldContent(tx, { body, file, dispatch })),
    messageSha256: sha256(message),
    messageBytes: message.length,
  })
  const made = new Map(papers.map((paper) => [paper.document.id, paper]))
  for (const { id } of view.documents) {
    const paper = made.get(id)
    if (paper === undefined) await tx.deleteFrom('dispatchDocument').where('id', '=', id).execute()
    else
      await tx
        .updateTable('dispatchDocument')
        .set({ fileName: paper.fileName, sizeBytes: paper.sizeBytes, sha256: paper.sha256 })
        .where('id', '=', id)
        .execute()
  }
  if (dispatch.kind === 'convocation') {
    const meeting = await liveMeeting(tx, dispatch.meetingId)
    if (meeting.state === 'planned') await goTo(writing, meeting, 'convened')
  }
  if (dispatch.kind === 'agendaDraft')
    await submitted(
      writing,
      dispatch.meetingId,
      joined(
        view.recipients
          .filter(({ field, reason }) => field === 'to' && reason !== 'assistant')
          .map(({ name }) => name),
      ),
    )
  const act = planActOfKind[dispatch.kind]
  if (act !== undefined) await tickTask(writing, dispatch.meetingId, act)
  await queueShared(tx, writing, {
    dispatchId: dispatch.id,
    meeting: file.meeting,
    word: body.meetingWord,
    files: papers,
  })
}

/** What a message tells of the meeting without a calendar file. */
async function toldContent(
  tx: Transaction,
  { body, file, dispatch }: Pick<Composition, 'body' | 'file'> & { dispatch: Dispatch },
): Promise<string | null> {
  return tells(dispatch.kind) ? calendarText(await calendarContent(tx, body, file.meeting)) : null
}

/** A draft that left is a version of the minutes. */
async function recordDraft(
  writing: WriteContext,
  { view: { dispatch } }: Composition,
  { papers, minutes }: { papers: readonly Paper[]; minutes: LeftDraft },
): Promise<void> {
  const of = (kind: DispatchDocumentKind) => papers.find(({ document }) => document.kind === kind)
  const pdf = of('minutes')
  await draftLeft(writing, dispatch.meetingId, {
    kind: dispatch.kind,
    paper: pdf === undefined ? null : { ...pdf, pageCount: pdf.made?.document.pageCount ?? null },
    word: of('minutesWord')?.sha256 ?? null,
    draft: minutes,
  })
}

type Left = { producedId: string; subject: DocumentSubject; document: MadeDocument }

/** The documents made for this message; those recorded before (saved, published, sent and taken back) are not again. */
async function recordPapers(
  writing: WriteContext,
  { view }: Composition,
  papers: readonly Paper[],
): Promise<Left[]> {
  const left: Left[] = []
  for (const { made, fileName } of papers) {
    if (made === null || (await isRecorded(writing.tx, made.document.bytes))) continue
    const subject = { kind: made.kind, meetingId: view.dispatch.meetingId }
    const leaving = { subject, format: made.format, path: fileName }
    left.push({
      producedId: await recordProduced(writing, leaving, made.document),
      subject,
      document: made.document,
    })
  }
  return left
}
