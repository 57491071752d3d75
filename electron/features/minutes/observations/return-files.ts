import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { ObservationDraft, ReturnedFile, ReturnRefusal } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import { keepBytes } from '../../../db/files/store.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { agendaModel } from '../../../documents/agenda/model.ts'
import { placesText } from '../../../documents/text/places.ts'
import { type AgendaDifference, agendaDifferences } from '../../../domain/agenda/review.ts'
import type { Mail } from '../../../domain/dispatch/mail.ts'
import { isMailFile } from '../../../domain/dispatch/mail-file.ts'
import type { MeetingFile } from '../../../domain/meetings/meeting-file.ts'
import { pdfDifferences } from '../../../domain/minutes/pdf-differences.ts'
import type { PdfReview } from '../../../domain/minutes/pdf-review.ts'
import { type Difference, reviewDifferences } from '../../../domain/minutes/review-differences.ts'
import { MinutesContent } from '../../../domain/minutes/version.ts'
import type { WordReview } from '../../../domain/minutes/word-review.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { newestPart } from '../../attendance/index.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { observationKey, observationsOf } from '../../reads/observations.ts'
import { authorsOf } from './authors.ts'
import { agendaDrafts, minutesDrafts } from './drafts.ts'
import { openPaper } from './open-paper.ts'
import { agendaColumns, agendaWords, besideAgenda, sentAgenda } from './sent-agenda.ts'
import { sentPlaces } from './sent-file.ts'
import type { SentPlace } from './sent-minutes.ts'

/** Versions looked at, newest first. */
const MOST_VERSIONS = 15

type SentVersion = {
  id: string | null
  number: number | null
  isSent: boolean
  places: readonly SentPlace[]
}

/** Newest first, those that were sent before the others; then the minutes as they are. */
async function sentVersions(tx: Reader, file: MeetingFile): Promise<SentVersion[]> {
  const rows = await tx
    .selectFrom('minutesVersion')
    .select(['id', 'number', 'reason', 'state', 'content'])
    .where('meetingId', '=', file.meeting.id)
    .orderBy('number', 'desc')
    .limit(MOST_VERSIONS)
    .execute()
  const versions = rows.map(({ id, number, reason, state, content }) => ({
    id,
    number,
    isSent: reason === 'sent',
    places: sentPlaces(file, { state, content: MinutesContent.parse(JSON.parse(content)) }),
  }))
  const present = { id: null, number: null, isSent: false, places: sentPlaces(file, null) }
  return [...versions.filter(({ isSent }) => isSent), ...versions.filter(({ isSent }) => !isSent), present]
}

/** The text that most of the file's paragraphs are of; of equal ones the first. */
function versionOf(versions: readonly SentVersion[], review: WordReview): SentVersion | null {
  const said = new Set(review.paragraphs.map(({ before }) => bareText(before ?? '')))
  let best: { version: SentVersion; score: number } | null = null
  for (const version of versions) {
    const bare = version.places.filter(({ isOwn }) => !isOwn).map(({ text }) => bareText(text))
    const found = bare.filter((words) => said.has(words)).length
    // Of two texts, one of which goes on where the other ends, the one that says no more than the file is meant.
    const score = 2 * found - bare.length
    if (best === null || score > best.score) best = { version, score }
  }
  return best?.version ?? null
}

/** Number of a version of which a newer one was sent since; null when it is the last, or the present text. */
function olderThanSent(versions: readonly SentVersion[], chosen: SentVersion): number | null {
  const last = versions.find(({ isSent }) => isSent) ?? versions.find(({ id }) => id !== null)
  if (last === undefined || last.number === null || chosen.number === null) return null
  return chosen.number < last.number ? chosen.number : null
}

type Asked = Parsed<'observations.readFiles'>
type File = { fileName: string; bytes: Uint8Array }

/** With less of its words in a file, a text is not the one that came back. */
const OURS = 0.2
/** With less than this, a file that bears another title is of that other meeting. */
const SURELY_OURS = 0.6
/** Less is an excerpt. */
const WHOLE = 0.5
/** Where a title stands. */
const TITLE_PARAGRAPHS = 12

const blank = {
  otherTitle: '',
  sha256: '',
  minutesVersionId: null,
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

async function ofMail(
  context: LongContext,
  asked: Omit<Asked, 'files'>,
  file: File,
): Promise<ReturnedFile[]> {
  let mail: Mail
  try {
    mail = await context.runJob('readMail', file)
  } catch (thrown) {
    return [refused(file.fileName, failureOf(thrown))]
  }
  const documents = mail.attachments.filter(
    ({ fileName, isInline }) => !isInline && /\.(?:do[ct]x?m?|pdf)$/i.test(fileName),
  )
  if (documents.length > 0) {
    const found: ReturnedFile[] = []
    for (const one of documents) found.push(await ofDocument(context, asked, one))
    return found
  }
  const words = newestPart(mail.text).join('\n').trim() || mail.text.trim()
  if (words === '') return [refused(file.fileName, 'no-document')]
  const author = mail.from.name || mail.from.email
  const draft: ObservationDraft = {
    id: newId(context.now),
    itemId: null,
    anchor: '',
    place: '',
    organisation: '',
    organisationId: null,
    author: author.slice(0, 500),
    authoredAt: mail.sentAt,
    kind: 'comment',
    beforeText: '',
    afterText: '',
    comment: words.slice(0, 20_000),
    source: 'mail',
    isKnown: false,
    isResolved: false,
  }
  return [await kept(context, asked, file, { drafts: [draft] }, { [draft.author]: mail.from.email })]
}

function ofDocument(context: LongContext, asked: Omit<Asked, 'files'>, file: File): Promise<ReturnedFile> {
  return isPdf(file.bytes) ? ofPdf(context, asked, file) : ofWord(context, asked, file)
}

/** The header may stand behind a few bytes of a mail program (ISO 32000-2, 7.5.2). */
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

async function ofPdf(context: LongContext, asked: Omit<Asked, 'files'>, file: File): Promise<ReturnedFile> {
  let review: PdfReview
  try {
    review = await context.runJob('readRemarks', { bytes: file.bytes })
  } catch (thrown) {
    return refused(file.fileName, failureOf(thrown))
  }
  const compared = await context.read(({ tx, now }) => comparePdf(tx, asked, review, now))
  if ('refusal' in compared) return refused(file.fileName, compared.refusal, compared.otherTitle)
  if (compared.drafts.length === 0)
    return { ...refused(file.fileName, 'no-difference'), ignored: compared.ignored ?? [] }
  return kept(context, asked, file, compared)
}

async function comparePdf(
  tx: Reader,
  { meetingId, paper }: Omit<Asked, 'files'>,
  review: PdfReview,
  now: Date,
): Promise<Compared> {
  const file = await fileToPrint(tx, meetingId)
  const front = asRead(review.lines)
  if (paper === 'agenda') {
    const sent = sentAgenda(file)
    const { differences, share } = pdfDifferences(agendaWords(sent), review, placesText.remarks)
    const stranger = strangerOf(front, share, [agendaModel(file).head.title])
    if (stranger !== null) return stranger
    return {
      drafts: agendaDrafts(differences.map(ofRow), sent, now),
      ignored: [...review.ignored],
      isTracked: true,
    }
  }
  const versions = await sentVersions(tx, file)
  const [best] = versions
    .map((version) => ({ version, ...pdfDifferences(version.places, review, placesText.remarks) }))
    .sort((a, b) => b.share - a.share)
  if (best === undefined) return { refusal: 'not-ours', otherTitle: '' }
  const { version, share, differences } = best
  const stranger = strangerOf(
    front,
    share,
    version.places.slice(0, TITLE_PARAGRAPHS).map(({ text }) => text),
  )
  if (stranger !== null) return stranger
  return {
    drafts: minutesDrafts(differences, version.places, now),
    minutesVersionId: version.id,
    olderVersion: olderThanSent(versions, version),
    ignored: [...review.ignored],
    isTracked: true,
  }
}

/** Pages without a line are pictures. */
const asRead = (lines: readonly string[]): Parameters<typeof strangerOf>[0] => ({
  paragraphs: lines.map((line) => ({ before: line, after: line })),
  pictures: lines.length === 0 ? 1 : 0,
})

/** A row is known by its title. */
const ofRow = (difference: Difference): AgendaDifference => ({
  ...difference,
  cell: difference.kind === 'change' ? 'title' : null,
  others: [],
  standsAfter: null,
  isBeside: difference.at === null,
})

async function ofWord(context: LongContext, asked: Omit<Asked, 'files'>, file: File): Promise<ReturnedFile> {
  let review: WordReview
  try {
    review = await context.runJob('readReview', file)
  } catch (thrown) {
    return refused(file.fileName, failureOf(thrown))
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

type Stranger = { refusal: ReturnRefusal; otherTitle: string }
type Compared = Stranger | (Pick<ReturnedFile, 'drafts'> & Partial<ReturnedFile>)

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
  const stranger = strangerOf(
    review,
    share,
    version.places.slice(0, TITLE_PARAGRAPHS).map(({ text }) => text),
  )
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

/** How much of each paper of a meeting a file holds, from 0 to 1; nothing of one that says that it is of another. */
export async function shareReturned(
  tx: Reader,
  meetingId: string,
  review: WordReview,
): Promise<{ minutes: number; agenda: number }> {
  const file = await fileToPrint(tx, meetingId)
  const ours = (share: number, title: readonly string[]) =>
    strangerOf(review, share, title) === null ? share : 0
  const version = file.minutes === null ? null : versionOf(await sentVersions(tx, file), review)
  const minutes =
    version === null
      ? 0
      : ours(
          reviewDifferences(version.places, review).share,
          version.places.slice(0, TITLE_PARAGRAPHS).map(({ text }) => text),
        )
  const { share } = agendaDifferences(sentAgenda(file), review, { columnsOf: agendaColumns, beside: [] })
  return { minutes, agenda: ours(share, [agendaModel(file).head.title]) }
}

async function compareAgenda(
  tx: Reader,
  meetingId: string,
  review: WordReview,
  now: Date,
): Promise<Compared> {
  const file = await fileToPrint(tx, meetingId)
  const sent = sentAgenda(file)
  const { differences, ignored, share } = agendaDifferences(sent, review, {
    columnsOf: agendaColumns,
    beside: besideAgenda(file),
  })
  const stranger = strangerOf(review, share, [agendaModel(file).head.title])
  if (stranger !== null) return stranger
  return {
    drafts: agendaDrafts(differences, sent, now),
    ignored: [...ignored],
    isTracked: review.isTracked,
    isExcerpt: share < WHOLE,
  }
}

/** Why a file is not what was sent; null when it is. */
function strangerOf(
  { paragraphs, pictures }: { paragraphs: readonly Sides[]; pictures: number },
  share: number,
  title: readonly string[],
): Stranger | null {
  if (paragraphs.length === 0 || (pictures > 0 && share < OURS && lengthOf(paragraphs) < 200))
    return { refusal: pictures > 0 ? 'only-pictures' : 'not-ours', otherTitle: '' }
  if (share >= SURELY_OURS) return null
  const front = paragraphs.slice(0, TITLE_PARAGRAPHS).map(({ before, after }) => before ?? after ?? '')
  const ours = new Set(title.map(bareText))
  const at = front.findIndex((words) => /\b(?:s[ée]ance|r[ée]union)\b.*\bn°\s*\d+/iu.test(words))
  const named = front[at]
  if (named !== undefined && !ours.has(bareText(named))) {
    const day = front[at + 1] ?? ''
    return { refusal: 'other-meeting', otherTitle: /^du\s/iu.test(day) ? `${named} ${day}` : named }
  }
  return share < OURS ? { refusal: 'not-ours', otherTitle: '' } : null
}

type Sides = Pick<WordReview['paragraphs'][number], 'before' | 'after'>

const lengthOf = (paragraphs: readonly Sides[]) =>
  paragraphs.reduce((sum, { before }) => sum + (before ?? '').length, 0)

/** Keeps the bytes, so that what is taken can always be read where it was written. */
async function kept(
  context: LongContext,
  { meetingId }: Omit<Asked, 'files'>,
  { fileName, bytes }: File,
  compared: Pick<ReturnedFile, 'drafts'> & Partial<ReturnedFile>,
  emails: Readonly<Record<string, string>> = {},
): Promise<ReturnedFile> {
  const sha256 = await keepBytes(context, bytes)
  return context.read(async ({ tx }) => {
    const known = new Set((await observationsOf(tx, meetingId)).map(observationKey))
    const drafts = compared.drafts.map((draft) => ({
      ...draft,
      isKnown: known.has(observationKey({ ...draft, sourceSha256: sha256 })),
    }))
    return {
      ...blank,
      ...compared,
      fileName: fileName.slice(0, 255),
      failure: null,
      sha256,
      drafts,
      authors: await authorsOf(tx, drafts, emails),
    }
  })
}

function failureOf(thrown: unknown): ErrorCode {
  const { code } = toAppError(thrown)
  // A full disk, or a core that stops, is no fault of the file.
  if (code === 'unexpected' || !code.startsWith('file-'))
    throw thrown instanceof AppError ? thrown : new AppError(code, { cause: thrown })
  return code
}
