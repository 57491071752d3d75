import type { ApprovalView } from '../../../contract/approval.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { Reader, Transaction } from '../../../db/driver.ts'
import { keepBytes, sha256 } from '../../../db/files/store.ts'
import { updateRow } from '../../../db/rows.ts'
import { documentFileName } from '../../../documents/file-name.ts'
import { minutesModel } from '../../../documents/minutes/model.ts'
import { minutesText } from '../../../documents/text/minutes.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import type { Meeting } from '../../../domain/meetings/meeting.ts'
import type { FileToPrint } from '../../../domain/meetings/meeting-file.ts'
import { isOpened } from '../../../domain/meetings/opened.ts'
import { isOpenOn, whyNotByWriting, whyNotTacit } from '../../../domain/minutes/approval-reply.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'
import { storedRichText } from '../../../domain/text/rich-text.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { checkProduced, type MadeDocument, recordProduced, renderModel } from '../../documents/index.ts'
import { addVersion, same } from '../../keep-version.ts'
import { approvalView, obstacles, sectionToWrite } from '../../reads/approval.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { openMinutes, refuseApproved } from '../../reads/minutes.ts'
import { minutesContent } from '../../reads/minutes-content.ts'
import { retainedRemarks } from '../../reads/observations.ts'
import { leavingChecks } from '../leaving.ts'
import { consultation, countsOf } from './consultation.ts'

type Wanted = Parsed<'approval.approve'>

type Approving = Pick<WriteContext, 'tx' | 'now' | 'today' | 'who' | 'about'>
type Steps = {
  read<T>(work: (reading: { tx: Reader; today: string }) => Promise<T>): Promise<T>
  write<T>(work: (writing: Approving) => Promise<T>): Promise<T>
}

export async function approveMinutes(context: LongContext, wanted: Wanted): Promise<ApprovalView> {
  const { view, producedId, made } = await approve(context, wanted, {
    read: (work) => context.read(work),
    write: (work) => context.write('approval.approve', work),
  })
  checkProduced(context, producedId, made)
  return view
}

/** What the sample says was approved has its paper as any other; all of it is one transaction, which nobody takes back. */
export async function approveSample(
  context: LongContext,
  tx: Transaction,
  wanted: Omit<Wanted, 'asked'>,
): Promise<void> {
  const now = new Date(`${wanted.approvedOn}T15:00:00Z`)
  const at = { tx, now, today: wanted.approvedOn, who: context.who, about: () => undefined }
  const checks = await leavingChecks(at, wanted.meetingId, 'seal')
  const asked = checks.map(({ stops: _, ...check }) => ({
    check,
    words: [...check.names, check.words].filter(Boolean).join('\u00a0: '),
  }))
  const within = <T>(work: (one: Approving) => Promise<T>) => work(at)
  await approve(context, { ...wanted, asked }, { read: within, write: within })
}

async function approve(context: LongContext, wanted: Wanted, { read, write }: Steps) {
  const { meetingId } = wanted
  const { before, file, fileName } = await read(async (reading) => {
    const approved = await asApproved(reading, wanted)
    return {
      before: await minutesContent(reading.tx, meetingId),
      file: approved,
      fileName: documentFileName('minutes', approved),
    }
  })
  const made = await renderModel(context, minutesModel(file))
  // Bytes first, rows after: what a row speaks of is always there.
  await keepBytes(context, made.bytes)
  const subject = { kind: 'minutes' as const, meetingId }
  return write(async (writing) => {
    const { tx } = writing
    // The paper was made outside the transaction: it must still say what the minutes say.
    if (!same(await minutesContent(tx, meetingId), before)) throw new AppError('conflict')
    await asApproved(writing, wanted)
    writing.about(meetingId)
    await approveRows(writing, wanted, made)
    await tellApprovingMeeting(writing, wanted, sha256(made.bytes))
    const leaving = { subject, format: 'pdf' as const, path: fileName }
    return {
      made,
      producedId: await recordProduced(writing, leaving, made),
      view: await approvalView(tx, meetingId),
    }
  })
}

/** The meeting's file as it will be once approved; refuses what may not be approved. */
async function asApproved(
  { tx, today }: { tx: Reader; today: string },
  wanted: Wanted,
): Promise<FileToPrint> {
  const { meetingId, mode, approvingMeetingId, itemId, approvedOn, corrections, asked } = wanted
  const file = await fileToPrint(tx, meetingId)
  if (file.minutes !== null) refuseApproved(file.minutes)
  if ((await obstacles(tx, meetingId, file.meeting.state)).length > 0 || file.minutes === null)
    throw new AppError('state-refuses')
  const checks = await leavingChecks({ tx, today }, meetingId, 'seal')
  if (checks.some((check) => check.stops)) throw new AppError('state-refuses')
  // Whoever seals has seen what there is to look at: no seal without having been asked.
  const shown = JSON.stringify(asked.map(({ check }) => check))
  if (shown !== JSON.stringify(checks.map(({ stops: _, ...check }) => check)))
    throw new AppError('conflict', { field: 'asked' })
  if ((mode === 'meeting') !== (approvingMeetingId !== null))
    throw new AppError('invalid-input', { field: 'approvingMeetingId' })
  // Nothing is approved before the meeting it is about, nor on a day that has not come.
  if (approvedOn < file.meeting.date || approvedOn > today)
    throw new AppError('invalid-input', { field: 'approvedOn' })
  const consulted = await consultation(tx, meetingId)
  if (mode !== 'meeting' && isOpenOn(consulted, approvedOn))
    throw new AppError('invalid-input', { field: 'approvedOn' })
  if (mode === 'written' && whyNotByWriting(consulted) !== null)
    throw new AppError('invalid-input', { field: 'mode' })
  const tacit = { ...consulted, reviewDeadline: file.minutes.reviewDeadline }
  if (mode === 'tacit' && whyNotTacit(tacit, approvedOn) !== null)
    throw new AppError('invalid-input', { field: 'mode' })
  const by = approvingMeetingId === null ? null : await liveMeeting(tx, approvingMeetingId)
  if (by !== null && !canApprove(by, file.meeting))
    throw new AppError('invalid-input', { field: 'approvingMeetingId' })
  if (by !== null && approvedOn < by.date) throw new AppError('invalid-input', { field: 'approvedOn' })
  if (itemId !== null) await expectItem(tx, itemId, approvingMeetingId)
  return {
    ...file,
    minutes: { ...file.minutes, state: 'approved' },
    life: {
      ...file.life,
      approval: {
        mode,
        approvedOn,
        corrections,
        hasRetainedRemarks: (await retainedRemarks(tx, meetingId)) > 0,
        by: by === null ? null : { number: by.number, date: by.date },
      },
    },
  }
}

/** A later meeting of the same series, which is on or was held. */
const canApprove = (by: Meeting, { id, date, seriesId }: Meeting): boolean =>
  by.id !== id && by.date >= date && by.seriesId === seriesId && isOpened(by.state)

async function expectItem(tx: Reader, itemId: string, meetingId: string | null): Promise<void> {
  const item = await tx
    .selectFrom('agendaItem')
    .select('meetingId')
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (item === undefined || item.meetingId !== meetingId)
    throw new AppError('invalid-input', { field: 'itemId' })
}

/** The lock closes with the row of the approval: everything else is written before it. */
async function approveRows(writing: Approving, wanted: Wanted, made: MadeDocument): Promise<void> {
  const { tx, now, who } = writing
  const { meetingId, mode, approvingMeetingId, approvedOn, corrections, asked } = wanted
  const minutes = await openMinutes(tx, meetingId)
  await updateRow(tx, 'minutes', minutes, {
    state: 'approved',
    frozenAt: minutes.frozenAt ?? now.toISOString(),
  })
  const hash = sha256(made.bytes)
  const versionId = await addVersion(writing, meetingId, {
    reason: 'approved',
    note: '',
    pdfSha256: hash,
    pdfPages: made.pageCount,
    pdfSize: made.bytes.length,
    docxSha256: null,
  })
  await tx
    .insertInto('approval')
    .values({
      id: meetingId,
      mode,
      approvingMeetingId,
      approvedOn,
      corrections,
      asked: asked
        .map(({ words }) => words)
        .join('\n')
        .slice(0, TEXT_LENGTH),
      replies: mode === 'meeting' ? '' : await repliesTo(tx, meetingId),
      versionId,
      sha256: hash,
      sealedAt: now.toISOString(),
      sealedBy: who.slice(0, LINE_LENGTH),
    })
    .execute()
}

/** Empty when nobody was asked anything by writing. */
async function repliesTo(tx: Reader, meetingId: string): Promise<string> {
  const { sentAt, members } = await consultation(tx, meetingId)
  if (sentAt === null && members.every(({ answer }) => answer === null)) return ''
  return minutesText.replies(countsOf(members))
}

/** Under the approval item of the meeting that approved: its outcome, and a sentence with corrections and hash. */
async function tellApprovingMeeting(
  { tx }: Approving,
  { meetingId, itemId, approvingMeetingId, corrections }: Wanted,
  hash: string,
): Promise<void> {
  if (itemId === null || approvingMeetingId === null) return
  const row = await sectionToWrite(tx, itemId)
  if (row === null) return
  const exchanges = storedRichText(row.exchanges)
  const lines = corrections.split('\n').filter((line) => line.trim() !== '')
  const hasRetainedRemarks = (await retainedRemarks(tx, meetingId)) > 0
  const words = minutesText.approvalRecord(await nameOf(tx, meetingId), lines, hasRetainedRemarks, hash)
  await updateRow(tx, 'minutesSection', row, {
    outcome: row.outcome ?? 'approuve',
    outcomeSentence: row.outcomeSentence.trim() || minutesText.minutesApproved,
    exchanges: JSON.stringify({
      type: 'doc',
      content: [
        ...exchanges.content,
        ...words.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      ],
    }),
  })
}

async function nameOf(tx: Reader, meetingId: string) {
  const { number, date }: Meeting = await liveMeeting(tx, meetingId)
  const { meetingWord } = await tx.selectFrom('body').select('meetingWord').executeTakeFirstOrThrow()
  return { word: meetingWord, number, day: formatDateWithoutWeekday(date) }
}
