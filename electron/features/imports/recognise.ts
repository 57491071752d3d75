// What a file that was let fall on the window is, by what it holds and by the data it belongs to.

import { AppError, type ErrorCode } from '../../contract/errors.ts'
import type { RecognisedFile } from '../../contract/imports.ts'
import type { Input } from '../../contract/index.ts'
import { isBackupName } from '../../db/backups/name.ts'
import { settledFor } from '../../db/desk/desk.ts'
import type { Reader } from '../../db/driver.ts'
import { toAppError } from '../../db/translate-error.ts'
import { readTeamFile } from '../../domain/data/team.ts'
import type { Arrival, FileSigns } from '../../domain/documents/file-signs.ts'
import { fateOf } from '../../domain/documents/opening.ts'
import { addressKey } from '../../domain/people/addresses.ts'
import { notebookReference } from '../../domain/session/notebook.ts'
import { calendarUid } from '../../domain/time/calendar-file.ts'
import type { LongContext } from '../context.ts'
import { isConsulted, sharePdf, shareReturned } from '../minutes/index.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { askedTo } from '../reads/replies.ts'
import { isOpened } from './old-texts.ts'

/** With less of its words in a file, a paper is not the one that came back. */
const OURS = 0.2
/** With this much nothing is asked. */
const SURELY_OURS = 0.6
/** Meetings before and after today that a file may be for, when nothing says for which. */
const NEAREST = 2

type Looked = { signs: FileSigns | null; failure: ErrorCode | null }
const tooLarge: Looked = { signs: null, failure: 'file-too-large' }

/** One file after the other; what cannot be read is still something that can be attached. */
export async function recogniseFiles(
  context: LongContext,
  { files, meetingId }: Input<'imports.recognise'>,
): Promise<RecognisedFile[]> {
  const recognised: RecognisedFile[] = []
  for (const { fileName, bytes, sizeBytes } of files) {
    // No place takes them.
    const refusal =
      fateOf(fileName, bytes) === 'refused' ? 'file-refused' : bytes.length === 0 ? 'file-empty' : null
    if (refusal !== null) {
      recognised.push({ fileName, failure: refusal, arrivals: [] })
      continue
    }
    const own = ofOurs(fileName, bytes)
    if (own !== null) {
      recognised.push({ fileName, failure: null, arrivals: [arrival(own, null, 'content', true)] })
      continue
    }
    // Only the beginning of a large file travels.
    const { signs, failure } = bytes.length < sizeBytes ? tooLarge : await signsOf(context, fileName, bytes)
    const isOldText = await isOpened(failure, settledFor(context.ownFolder))
    const arrivals = await context.read(({ tx, today }) =>
      arrivalsOf(tx, signs, { here: meetingId ?? null, today }),
    )
    // What it holds is known once another program has opened it, which takes seconds.
    if (isOldText) arrivals.unshift(arrival('agenda', meetingId ?? null, 'content'))
    const isUnknown = arrivals.every(({ kind }) => kind === 'attachment')
    recognised.push({ fileName, failure: isUnknown ? failure : null, arrivals })
  }
  return recognised
}

/** Larger than any certificate that a connection file carries. */
const MOST_OF_TEAM = 200_000

/** What this application itself hands out, and what is about no meeting. */
function ofOurs(fileName: string, bytes: Uint8Array): 'teamFile' | 'backup' | null {
  const head = Buffer.from(bytes.subarray(0, 21)).toString('latin1')
  const isData = head.startsWith('SQLite format 3\0') || head.startsWith('age-encryption.org/v1')
  if (isData && isBackupName(fileName)) return 'backup'
  const isTeam = bytes.length <= MOST_OF_TEAM && readTeamFile(new TextDecoder().decode(bytes)) !== null
  return isTeam ? 'teamFile' : null
}

async function signsOf({ runJob, today }: LongContext, fileName: string, bytes: Uint8Array): Promise<Looked> {
  try {
    return await runJob('recogniseFile', { fileName, bytes, today })
  } catch (thrown) {
    const error = toAppError(thrown)
    if (!error.code.startsWith('file-')) throw thrown instanceof AppError ? thrown : error
    return { signs: null, failure: error.code }
  }
}

type Where = { here: string | null; today: string }

async function arrivalsOf(tx: Reader, signs: FileSigns | null, where: Where): Promise<Arrival[]> {
  const near = await nearMeetings(tx, signs, where)
  const attached = near.map((id): Arrival => arrival('attachment', id, 'anything'))
  if (signs === null) return attached
  const sure = await sureOf(tx, signs, near)
  // Behind what it surely is, what it may be read as.
  const isPaper = sure?.reason === 'words' || sure?.reason === 'questions'
  const read = isPaper && holdsItems(signs) ? [arrival('agenda', where.here, 'items')] : []
  if (sure !== null) return [sure, ...read, ...attached]
  const content = await contentOf(tx, signs, where, near)
  const [first, ...others] = content
  const isAlone = others.length === 0 || (first?.kind === 'picture' && signs.isSmall)
  if (first !== undefined && isAlone && isTelling(first, signs))
    return [{ ...first, isSure: true }, ...others, ...attached]
  return [...content, ...attached]
}

const arrival = (
  kind: Arrival['kind'],
  meetingId: string | null,
  reason: Arrival['reason'],
  isSure = false,
): Arrival => ({ kind, meetingId, reason, isSure })

/** Words that any text may be made of need a person to say what they are. */
function isTelling({ kind }: Arrival, { draft }: FileSigns): boolean {
  return kind === 'agenda' ? draft.kind !== 'unknown' : kind !== 'notebook' && kind !== 'attendanceReport'
}

/** What says itself what it is. */
async function sureOf(tx: Reader, signs: FileSigns, near: readonly string[]): Promise<Arrival | null> {
  if (signs.memberRemarks !== null) {
    const { meetingId, paper } = signs.memberRemarks
    if (await isMeeting(tx, meetingId))
      return arrival(paper === 'minutes' ? 'returnedMinutes' : 'returnedAgenda', meetingId, 'reference', true)
  }
  if (signs.notebook !== null) {
    const id = await meetingOfNotebook(tx, signs.notebook)
    if (id !== null) return arrival('notebook', id, 'reference', true)
  }
  if (signs.isDelivery) return arrival('delivery', null, 'content', true)
  if (signs.report !== null && signs.report !== 'names' && signs.report !== 'other')
    return arrival('attendanceReport', near[0] ?? null, 'columns', true)
  const uid = uidOf(signs.mail?.calendar ?? null)
  if (signs.mail?.answer != null) {
    const ids = await tx.selectFrom('meeting').select('id').where('deletedAt', 'is', null).execute()
    const asked = ids.find(({ id }) => calendarUid(id).toLowerCase() === uid)
    if (asked !== undefined) return arrival('reply', asked.id, 'answer', true)
  }
  // Minutes have words that the questions of a sheet are made of: theirs come first.
  const returned = await returnedOf(tx, signs, near, SURELY_OURS)
  if (returned !== null) return returned
  const areMinutes = signs.draft.kind === 'minutes' && holdsItems(signs)
  return signs.isSheet && !areMinutes ? arrival('sheet', null, 'questions', true) : null
}

const holdsItems = ({ draft }: FileSigns) => draft.kind !== 'unknown' && draft.items > 0

async function returnedOf(
  tx: Reader,
  { review, remarks }: FileSigns,
  near: readonly string[],
  atLeast: number,
): Promise<Arrival | null> {
  if (review === null && remarks === null) return null
  let best: { share: number; arrival: Arrival } | null = null
  for (const id of near) {
    const { minutes, agenda } =
      review !== null
        ? await shareReturned(tx, id, review)
        : remarks !== null
          ? await sharePdf(tx, id, remarks)
          : { minutes: 0, agenda: 0 }
    const share = Math.max(minutes, agenda)
    // Minutes bear the titles of the agenda: they are meant when most of them is there.
    const kind = minutes >= SURELY_OURS || minutes >= agenda ? 'returnedMinutes' : 'returnedAgenda'
    if (share >= atLeast && share > (best?.share ?? 0))
      best = { share, arrival: arrival(kind, id, 'words', share >= SURELY_OURS) }
  }
  return best?.arrival ?? null
}

/** What a file may be, likeliest first. */
async function contentOf(
  tx: Reader,
  signs: FileSigns,
  { here }: Where,
  near: readonly string[],
): Promise<Arrival[]> {
  // Of the meeting on the screen; elsewhere somebody says of which.
  if (signs.notebook?.isTranscript === true)
    return (here === null ? near : [here]).map((id) => arrival('transcript', id, 'content'))
  const found: Arrival[] = []
  const isAgenda = holdsItems(signs) || areBareMinutes(signs)
  const close = await returnedOf(tx, signs, near, OURS)
  // An agenda that is only like ours is compared with it when it is imported.
  const returned = close?.kind === 'returnedAgenda' && isAgenda ? null : close
  if (returned !== null) found.push(returned)
  if (signs.mail !== null) {
    const key = addressKey(signs.mail.from.email)
    const consulting = await meetingWhere(near, (id) => isConsulted(tx, id, key))
    const asking = await meetingWhere(near, (id) => isAwaited(tx, id, key))
    if (consulting !== null) found.push(arrival('approvalReply', consulting, 'sender'))
    if (asking !== null) found.push(arrival('reply', asking, 'sender'))
    if (here !== null && (await hasMinutes(tx, here)) && returned === null)
      found.push(arrival('returnedMinutes', here, 'message'))
    return [...found, arrival('mail', null, 'message')]
  }
  if (signs.isPicture) found.push(arrival('picture', null, 'content'))
  if (signs.isScan) found.push(arrival('agenda', here, 'content'))
  const { items, participants, meeting } = signs.draft
  // Persons under the date of a meeting, or beside a column of presences, are those who came to it.
  const isOfMeeting = (meeting.date !== null || signs.listsPresence) && participants > 0 && !signs.hasMandates
  const agenda = isOfMeeting || isAgenda || items > 0 ? [arrival('agenda', here, 'items')] : []
  if (isOfMeeting) found.push(...agenda)
  if (signs.persons > 0) found.push(arrival('directory', null, 'columns'))
  if (signs.texts > 0) found.push(arrival('watchList', null, 'columns'))
  if (signs.report === 'other' && signs.persons === 0)
    found.push(arrival('attendanceReport', near[0] ?? null, 'columns'))
  if (!isOfMeeting) found.push(...agenda)
  if (signs.notebook !== null && !isAgenda && signs.review === null && near[0] !== undefined)
    found.push(arrival('notebook', near[0], 'content'))
  if (signs.report === 'names' && !isAgenda && near[0] !== undefined)
    found.push(arrival('attendanceReport', near[0], 'names'))
  return found
}

/** They call themselves minutes and next to nothing was read of them: where they are looked at they are mended. */
function areBareMinutes({ draft, report, persons, texts, notebook }: FileSigns): boolean {
  return (
    draft.kind === 'minutes' &&
    draft.items + persons + texts === 0 &&
    (report === null || report === 'names') &&
    (notebook === null || (notebook.reference === null && !notebook.isTranscript))
  )
}

/** The meeting on the screen, the one that the file names, then the last and the next ones. */
async function nearMeetings(tx: Reader, signs: FileSigns | null, { here, today }: Where): Promise<string[]> {
  const rows = await tx
    .selectFrom('meeting')
    .select(['id', 'date', 'number'])
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .execute()
  const { date = null, number = null } = signs?.draft.meeting ?? {}
  const named = rows.filter((row) => row.date === date || (date === null && row.number === number))
  const next = rows.filter((row) => row.date >= today).slice(0, NEAREST)
  const last = rows.filter((row) => row.date < today).slice(-NEAREST)
  const known = new Set(rows.map(({ id }) => id))
  const own = here !== null && known.has(here) ? [here] : []
  return [...new Set([...own, ...[...named, ...next, ...last.reverse()].map(({ id }) => id)])]
}

async function meetingOfNotebook(
  tx: Reader,
  { meetingId, reference }: NonNullable<FileSigns['notebook']>,
): Promise<string | null> {
  if (meetingId === null && reference === null) return null
  const rows = await tx.selectFrom('meeting').select('id').where('deletedAt', 'is', null).execute()
  return rows.find(({ id }) => id === meetingId || notebookReference(id) === reference)?.id ?? null
}

async function meetingWhere(
  near: readonly string[],
  is: (id: string) => Promise<boolean>,
): Promise<string | null> {
  for (const id of near) if (await is(id)) return id
  return null
}

/** Whether somebody may still say that they come. */
async function isAwaited(tx: Reader, meetingId: string, key: string): Promise<boolean> {
  const { state } = await liveMeeting(tx, meetingId)
  if (key === '' || state === 'held' || state === 'cancelled') return false
  return (await askedTo(tx, meetingId)).some(({ email }) => addressKey(email) === key)
}

async function isMeeting(tx: Reader, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('meeting')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function hasMinutes(tx: Reader, meetingId: string): Promise<boolean> {
  return (
    (await tx.selectFrom('minutes').select('id').where('meetingId', '=', meetingId).executeTakeFirst()) !==
    undefined
  )
}

/** The event that a calendar's answer is about. */
function uidOf(calendar: string | null): string {
  const lines = (calendar ?? '').replace(/\r?\n[ \t]/g, '')
  return /^UID(?:;[^\r\n:]*)?:(.*)$/im.exec(lines)?.[1]?.trim().toLowerCase() ?? ''
}
