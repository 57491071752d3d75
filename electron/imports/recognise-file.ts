import { AppError, type ErrorCode } from '../contract/errors.ts'
import type { Draft } from '../domain/agenda/draft.ts'
import type { FileSigns } from '../domain/documents/file-signs.ts'
import { pictureSize } from '../domain/documents/picture.ts'
import { startsAsPdf } from '../domain/documents/starts-as-pdf.ts'
import { areMemberRemarks, readMemberRemarks } from './member-remarks.ts'
import type { CarriedIn } from './own-file.ts'
import { readFile } from './read-file.ts'

type File = { fileName: string; bytes: Uint8Array; today: string }
type Looked = File & { carriedIn?: CarriedIn | undefined }

const nothing: FileSigns = {
  draft: {
    kind: 'unknown',
    meeting: {
      number: null,
      title: null,
      date: null,
      startTime: null,
      endTime: null,
      place: null,
      videoLink: null,
      phone: null,
    },
    items: 0,
    participants: 0,
  },
  review: null,
  remarks: null,
  memberRemarks: null,
  notebook: null,
  report: null,
  isSheet: false,
  persons: 0,
  hasMandates: false,
  listsPresence: false,
  texts: 0,
  isDelivery: false,
  isPicture: false,
  isScan: false,
  isSmall: false,
  mail: null,
}

/** Has the readers that may know a file look at it; one that does not know it says nothing. */
export async function recogniseFile(
  file: File,
  carriedIn?: CarriedIn,
): Promise<{ signs: FileSigns; failure: ErrorCode | null }> {
  const failures: ErrorCode[] = []
  const signs = await signsOf({ ...file, carriedIn }, failures)
  return { signs, failure: failures.find((code) => code !== 'file-format-unknown') ?? null }
}

async function signsOf(file: Looked, failures: ErrorCode[]): Promise<FileSigns> {
  const head = Buffer.from(file.bytes.subarray(0, 4096)).toString('latin1')
  if (areMemberRemarks(file.bytes)) {
    const read = await known(() => readMemberRemarks(file), failures)
    return {
      ...nothing,
      memberRemarks: read === null ? null : { meetingId: read.meetingId, paper: read.paper },
    }
  }
  if (isPicture(head)) return { ...nothing, isPicture: true, ...signsOfPicture(head, file.bytes) }
  if (isDelivery(file.fileName, head)) return { ...nothing, isDelivery: true }
  if (/\.(?:eml|msg)$/i.test(file.fileName.trim())) return signsOfMail(file)
  const { notebook, isTranscript } = await notebookOf(file, failures)
  // Turns look like an agenda, and times like a table.
  if (isTranscript) return { ...nothing, notebook }
  if (head.startsWith('PK')) return signsOfPackage(file, notebook, failures)
  const draft = await draftOf(file, failures)
  return {
    ...nothing,
    ...(await signsOfTable(file)),
    ...draft,
    isScan: failures.includes('file-scanned'),
    notebook,
    remarks: startsAsPdf(file.bytes) ? await remarksOf(file) : null,
  }
}

/** A PDF that nobody wrote on is a document, and no answer to one. */
async function remarksOf(file: File): Promise<FileSigns['remarks']> {
  const found = await known(async () => (await import('./pdf/remarks.ts')).readRemarks(file))
  return found === null || found.remarks.length === 0 ? null : found
}

async function signsOfPackage(
  file: Looked,
  notebook: FileSigns['notebook'],
  failures: ErrorCode[],
): Promise<FileSigns> {
  const review = await known(async () => (await import('./word-review/read-review.ts')).readReview(file))
  const read = { ...nothing, ...(await draftOf(file, failures)) }
  if (review === null) return { ...read, ...(await signsOfTable(file)) }
  const sheet = await known(async () => (await import('./sheet/sheet-draft.ts')).sheetDraft(file))
  return { ...read, review, isSheet: sheet !== null, notebook }
}

async function signsOfTable(
  file: File,
): Promise<Pick<FileSigns, 'report' | 'persons' | 'hasMandates' | 'listsPresence' | 'texts'>> {
  const report = await known(async () =>
    (await import('./attendance-report/read-report.ts')).readReport(file),
  )
  const nobody = { persons: [], organisations: [], formerNames: [] }
  const directory = await import('./directory/read-directory.ts')
  const list = await known(() => directory.readDirectory({ ...file, directory: nobody }))
  const texts = await known(async () => (await import('./watch-list/read-list.ts')).readList(file))
  return {
    report: report?.tool ?? null,
    persons: list?.rows.filter(({ person }) => person.familyName !== '').length ?? 0,
    hasMandates: list?.rows.some(({ mandate }) => mandate !== null) ?? false,
    listsPresence: list !== null && directory.listsPresence(file),
    texts: texts?.texts.length ?? 0,
  }
}

async function signsOfMail(file: Looked): Promise<FileSigns> {
  const mail = await known(async () => (await import('./mail/read-mail.ts')).readMail(file))
  if (mail === null) return nothing
  const { answer, calendar, from, subject } = mail
  const word = mail.attachments.find(({ fileName, isInline }) => !isInline && /\.docx$/i.test(fileName))
  const brought = word === undefined ? nothing : await signsOfPackage({ ...file, ...word }, null, [])
  return { ...brought, isSheet: false, notebook: null, mail: { answer, calendar, from, subject } }
}

async function draftOf(file: Looked, failures: ErrorCode[]): Promise<Pick<FileSigns, 'draft'> | null> {
  const read = await known(() => readFile(file, file.carriedIn), failures)
  return read === null ? null : { draft: { ...summary(read.draft) } }
}

const summary = ({ kind, meeting, items, participants }: Draft) => ({
  kind,
  meeting,
  items: items.length,
  participants: participants.length,
})

async function notebookOf(
  file: File,
  failures: ErrorCode[],
): Promise<{ notebook: FileSigns['notebook']; isTranscript: boolean }> {
  const own: ErrorCode[] = []
  const read = await known(async () => (await import('./notebook/read-notebook.ts')).readNotebook(file), own)
  if (own.includes('transcript-empty')) failures.push('transcript-empty')
  const isTranscript = own.includes('transcript-empty') || (read !== null && read.transcript !== null)
  const notebook =
    read === null ? null : { meetingId: read.meetingId, reference: read.reference, isTranscript }
  return { notebook, isTranscript }
}

/** Null when the reader says that the file is none of its own, or cannot be read. */
async function known<T>(read: () => T | Promise<T>, failures: ErrorCode[] = []): Promise<T | null> {
  try {
    return await read()
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    failures.push(thrown.code)
    return null
  }
}

const isPhotograph = (head: string) => head.startsWith('\x89PNG') || head.startsWith('\xff\xd8\xff')

/** Dots of the longer side: with fewer a page is hardly read, and of the shorter: logos and pictures of messages have fewer. */
const [LEAST_OF_PAGE, USUAL_OF_PAGE] = [600, 1000]

function signsOfPicture(head: string, bytes: Uint8Array): Pick<FileSigns, 'isScan' | 'isSmall'> {
  const { width, height } = (isPhotograph(head) ? pictureSize(bytes) : null) ?? { width: 0, height: 0 }
  return {
    isScan: Math.max(width, height) >= LEAST_OF_PAGE,
    isSmall: Math.min(width, height) < USUAL_OF_PAGE,
  }
}

const isPicture = (head: string) =>
  isPhotograph(head) ||
  head.startsWith('GIF8') ||
  head.startsWith('BM') ||
  /^(?:II\*\0|MM\0\*)/.test(head) ||
  (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
  /^.{4}ftyp(?:heic|heif|avif|mif1)/s.test(head) ||
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<svg[\s>]/s.test(head)

/** An archive of the JO by its name, one text of it by its elements. */
const isDelivery = (fileName: string, head: string) =>
  (/\.t(?:ar\.)?gz$/i.test(fileName) && head.startsWith('\x1f\x8b')) ||
  (/^\s*(?:\xef\xbb\xbf\s*)?</.test(head) &&
    /<(?:TEXTE_VERSION|TEXTELR|ARTICLE|JO|SECTION_TA)[\s>]/.test(head))
