import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { ObservationDraft, ReturnedFile, ReturnRefusal } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import { keepBytes } from '../../../db/files/store.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { agendaModel } from '../../../documents/agenda/model.ts'
import { agendaDifferences } from '../../../domain/agenda/review.ts'
import type { Mail } from '../../../domain/dispatch/mail.ts'
import { isMailFile } from '../../../domain/dispatch/mail-file.ts'
import { newestPart } from '../../../domain/dispatch/newest-part.ts'
import { startsAsPdf } from '../../../domain/documents/starts-as-pdf.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import type { FileToPrint } from '../../../domain/meetings/meeting-file.ts'
import { onlyTellsOfFiles, readApproval } from '../../../domain/minutes/approval-reply.ts'
import type { MemberRemarks } from '../../../domain/minutes/member-remarks.ts'
import { circleOf, signsNothing } from '../../../domain/minutes/observation.ts'
import type { PdfReview } from '../../../domain/minutes/pdf-review.ts'
import { reviewDifferences } from '../../../domain/minutes/review-differences.ts'
import type { WordReview } from '../../../domain/minutes/word-review.ts'
import { areMemberRemarks } from '../../../imports/member-remarks.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { agendaItems } from '../../reads/agenda.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { minutesView } from '../../reads/minutes.ts'
import { namedMeeting, namesAnother } from '../../reads/named-meeting.ts'
import { observationsOf, TakenChanges } from '../../reads/observations.ts'
import { authorsOf } from './authors.ts'
import { agendaDrafts, minutesDrafts } from './drafts.ts'
import { openPaper } from './open-paper.ts'
import { comparePdf } from './return-pdf.ts'
import { compareRemarks } from './return-remarks.ts'
import { agendaColumns, besideAgenda, betweenItems, type SentItem, sentAgenda } from './sent-agenda.ts'
import { bestOf, sentAgendas } from './sent-agendas.ts'
import {
  type Compared,
  olderThanSent,
  sentVersions,
  strangerOf,
  titleOf,
  versionOf,
} from './sent-versions.ts'

type Asked = Parsed<'observations.readFiles'>
type File = { fileName: string; bytes: Uint8Array }
/** `sender`: of the mail that a file came in, who alone says whose it is when it is not signed. */
type Asking = Omit<Asked, 'files'> & { sender?: string }

/** Less is an excerpt. */
const WHOLE = 0.5

const blank = {
  otherTitle: '',
  sha256: '',
  minutesVersionId: null,
  circle: 'internal' as const,
  olderVersion: null,
  isTracked: false,
  isExcerpt: false,
  drafts: [],
  ignored: [],
  authors: [],
}
const refused = (fileName: string, failure: ErrorCode | ReturnRefusal, otherTitle = ''): ReturnedFile => ({
  ...blank,
  fileName,
  failure,
  otherTitle,
})

/** One file after the other: one that cannot be read keeps no other out. */
export async function readReturned(
  context: LongContext,
  { files, ...asked }: Asked,
): Promise<ReturnedFile[]> {
  await context.read(({ tx }) => openPaper(tx, asked))
  const found: ReturnedFile[] = []
  for (const file of files)
    found.push(
      ...(isMailFile(file.fileName)
        ? await ofMail(context, asked, file)
        : [await ofDocument(context, asked, file)]),
    )
  return found
}

const isPaper = /\.(?:do[ct]x?m?|pdf)$/i
/** Signatures, cards and invitations that mail programs join. */
const saysNothing = /\.(?:p7[sm]|asc|sig|vcf|ics)$/i

async function ofMail(context: LongContext, asked: Asking, file: File): Promise<ReturnedFile[]> {
  let mail: Mail
  try {
    mail = await context.runJob('readMail', file)
  } catch (thrown) {
    return [notRead(file.fileName, thrown)]
  }
  const found: ReturnedFile[] = []
  for (const one of mail.attachments) {
    // Remarks are known by what they say: some programs draw every attachment in the text.
    if (areMemberRemarks(one.bytes) || (!one.isInline && isPaper.test(one.fileName)))
      found.push(await ofDocument(context, { ...asked, sender: mail.from.email }, one))
    else if (!one.isInline && !saysNothing.test(one.fileName)) found.push(refused(one.fileName, 'not-read'))
  }
  const words = newestPart(mail.text).join('\n').trim() || mail.text.trim()
  if (words === '') return found.length > 0 ? found : [refused(file.fileName, 'no-document')]
  const isTaken = found.some(({ failure }) => failure === null)
  if (readApproval(words) === 'approves')
    return isTaken ? found : [refused(file.fileName, 'no-remark'), ...found]
  if (found.length > 0 && onlyTellsOfFiles(words)) return found
  const named = await context.read(async ({ tx }) => namedMeeting(tx, await liveMeeting(tx, asked.meetingId)))
  if (namesAnother(mail.subject, named))
    return [refused(file.fileName, 'other-meeting', mail.subject.trim()), ...found]
  const author = mail.from.name || mail.from.email
  const draft: ObservationDraft = {
    id: newId(context.now),
    itemId: null,
    anchor: '',
    place: '',
    organisation: '',
    organisationId: null,
    author: author.slice(0, LINE_LENGTH),
    authoredAt: mail.sentAt,
    kind: 'comment',
    beforeText: '',
    afterText: '',
    comment: words.slice(0, TEXT_LENGTH),
    source: 'mail',
    isKnown: false,
    isResolved: false,
  }
  // Whoever sends a member's remarks writes as a member.
  const member = found.find(({ circle, failure }) => failure === null && circle === 'members')
  const own = await kept(
    context,
    asked,
    file,
    { drafts: [draft], ...(member === undefined ? {} : { circle: member.circle }) },
    { [draft.author]: mail.from.email },
  )
  return [own, ...found]
}

function ofDocument(context: LongContext, asked: Asking, file: File): Promise<ReturnedFile> {
  if (areMemberRemarks(file.bytes)) return ofRemarks(context, asked, file)
  return startsAsPdf(file.bytes) ? ofPdf(context, asked, file) : ofWord(context, asked, file)
}

/** The header may stand behind a few bytes of a mail program (ISO 32000-2, 7.5.2). */

async function ofRemarks(context: LongContext, asked: Asking, file: File): Promise<ReturnedFile> {
  let remarks: MemberRemarks
  try {
    remarks = await context.runJob('readMemberRemarks', { bytes: file.bytes })
  } catch (thrown) {
    return notRead(file.fileName, thrown)
  }
  const compared = await context.read(({ tx, now }) => compareRemarks(tx, asked, remarks, now))
  if ('refusal' in compared) return refused(file.fileName, compared.refusal, compared.otherTitle)
  return compared.drafts.length === 0
    ? refused(file.fileName, 'no-difference')
    : kept(context, asked, file, { ...compared, circle: 'members' })
}

async function ofPdf(context: LongContext, asked: Asking, file: File): Promise<ReturnedFile> {
  let review: PdfReview
  try {
    review = await context.runJob('readRemarks', { bytes: file.bytes })
  } catch (thrown) {
    return notRead(file.fileName, thrown)
  }
  let compared: Compared
  try {
    compared = await comparePdf(context, asked, review)
  } catch (thrown) {
    return notRead(file.fileName, thrown)
  }
  if ('refusal' in compared) return refused(file.fileName, compared.refusal, compared.otherTitle)
  if (compared.drafts.length === 0)
    return { ...refused(file.fileName, 'no-difference'), ignored: compared.ignored ?? [] }
  return kept(context, asked, file, compared)
}

async function ofWord(context: LongContext, asked: Asking, file: File): Promise<ReturnedFile> {
  let review: WordReview
  try {
    review = await context.runJob('readReview', file)
  } catch (thrown) {
    return notRead(file.fileName, thrown)
  }
  const compared = await context.read(({ tx, now }) =>
    asked.paper === 'minutes'
      ? compareMinutes(tx, asked.meetingId, review, now)
      : compareAgenda(tx, asked.meetingId, review, now),
  )
  if ('refusal' in compared) return refused(file.fileName, compared.refusal, compared.otherTitle)
  if (compared.drafts.length === 0)
    return { ...refused(file.fileName, 'no-difference'), ignored: compared.ignored ?? [] }
  return kept(context, asked, file, compared)
}

async function compareMinutes(
  tx: Reader,
  meetingId: string,
  review: WordReview,
  now: Date,
): Promise<Compared> {
  const versions = await sentVersions(tx, await fileToPrint(tx, meetingId))
  const version = versionOf(versions, review)
  if (version === null) return { refusal: 'not-ours', otherTitle: '' }
  const { differences, ignored, share } = reviewDifferences(version.places, review)
  const stranger = strangerOf(review, share, titleOf(version))
  if (stranger !== null) return stranger
  return {
    drafts: minutesDrafts(differences, version.places, now),
    ignored: [...ignored],
    minutesVersionId: version.id,
    olderVersion: olderThanSent(versions, version),
    isTracked: review.isTracked,
    isExcerpt: share < WHOLE,
  }
}

async function compareAgenda(
  tx: Reader,
  meetingId: string,
  review: WordReview,
  now: Date,
): Promise<Compared> {
  const compared = (await sentAgendas(tx, await fileToPrint(tx, meetingId))).map((file) => {
    const sent = sentAgenda(file)
    return { file, sent, ...differencesFrom(file, sent, review) }
  })
  // What nobody tracked tells least of the agenda that the file was made of.
  const { file, sent, differences, ignored, share } = bestOf(
    compared,
    (one) => -one.differences.filter(({ source }) => source === 'compared').length,
  )
  const stranger = strangerOf(review, share, [agendaModel(file).head.title])
  if (stranger !== null) return stranger
  return {
    drafts: agendaDrafts(differences, sent, now),
    ignored: [...ignored],
    isTracked: review.isTracked,
    isExcerpt: share < WHOLE,
  }
}

const differencesFrom = (file: FileToPrint, sent: readonly SentItem[], review: WordReview) =>
  agendaDifferences(sent, review, {
    columnsOf: agendaColumns,
    beside: besideAgenda(file),
    between: betweenItems,
  })

/** Keeps the bytes, so that what is taken can always be read where it was written. */
async function kept(
  context: LongContext,
  { meetingId, paper, sender }: Asking,
  { fileName, bytes }: File,
  compared: Pick<ReturnedFile, 'drafts'> & Partial<ReturnedFile>,
  emails = unsignedBy(compared.drafts, sender),
): Promise<ReturnedFile> {
  const sha256 = await keepBytes(context, bytes)
  return context.read(async ({ tx }) => {
    const taken = new TakenChanges(await observationsOf(tx, meetingId))
    const live = new Set((await agendaItems(tx, meetingId)).map(({ id }) => id))
    const { minutesVersionId = null } = compared
    const read = compared.drafts.map((draft) => ({
      ...draft,
      paper,
      sourceSha256: sha256,
      minutesVersionId,
    }))
    const drafts = taken
      .known(read)
      .map(({ paper: _, sourceSha256: __, minutesVersionId: ___, ...draft }) => ({
        ...draft,
        itemId: draft.itemId !== null && live.has(draft.itemId) ? draft.itemId : null,
      }))
    return {
      ...blank,
      ...compared,
      fileName: fileName.slice(0, 255),
      failure: null,
      sha256,
      circle:
        compared.circle ?? circleOf(paper, await stateSent(tx, meetingId, compared.minutesVersionId ?? null)),
      drafts,
      authors: await authorsOf(tx, drafts, emails),
    }
  })
}

/** Whoever signs nothing is whoever sent the mail. */
function unsignedBy(
  drafts: readonly ObservationDraft[],
  sender: string | undefined,
): Readonly<Record<string, string>> {
  if (sender === undefined) return {}
  return Object.fromEntries(
    drafts.filter(({ author }) => signsNothing(author)).map(({ author }) => [author, sender]),
  )
}

/** Of the minutes when the version left, else now. */
async function stateSent(tx: Reader, meetingId: string, versionId: string | null) {
  const version =
    versionId === null
      ? undefined
      : await tx.selectFrom('minutesVersion').select('state').where('id', '=', versionId).executeTakeFirst()
  return (version ?? (await minutesView(tx, meetingId))?.minutes)?.state ?? null
}

function notRead(fileName: string, thrown: unknown): ReturnedFile {
  const { code, limit } = toAppError(thrown)
  // A full disk, or a core that stops, is no fault of the file.
  if (code === 'unexpected' || !code.startsWith('file-'))
    throw thrown instanceof AppError ? thrown : new AppError(code, { cause: thrown })
  return { ...refused(fileName, code), ...(limit === undefined ? {} : { limit }) }
}
