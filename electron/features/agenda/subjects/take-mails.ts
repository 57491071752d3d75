// Each is read in a job that can be killed, its files are kept; then one transaction writes all of them.

import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import type { TakenMail } from '../../../contract/subjects.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { MAX_MAILS_BYTES } from '../../../domain/dispatch/mail-file.ts'
import { MOST_READ_BYTES } from '../../../domain/limits.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { insertFiles, isProgram, type KeptFile, keepFile } from './files.ts'
import { mailTaker, type TakenIn } from './message.ts'

type File = { fileName: string; bytes: Uint8Array }
type Read =
  | { fileName: string; failure: ErrorCode }
  | { fileName: string; failure: null; mail: TakenIn; files: KeptFile[]; refusedFiles: string[] }

/** Readings under way, so that they can be ended. */
const underWay = new Set<AbortController>()

/** Ends every reading under way; what they would have written is not. */
export function stopTaking(): void {
  for (const one of underWay) one.abort()
}

/** @throws AppError `cancelled`; `limit-reached` when the mails weigh too much together */
export async function takeMails(context: LongContext, files: readonly File[]): Promise<TakenMail[]> {
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_MAILS_BYTES)
    throw new AppError('limit-reached', { limit: { of: 'mailsBytes', most: MAX_MAILS_BYTES } })
  const stop = new AbortController()
  underWay.add(stop)
  try {
    const read: Read[] = []
    for (const file of files) {
      progress(context, read.length, files.length)
      read.push(await readOne(context, file, stop.signal))
      if (stop.signal.aborted) throw new AppError('cancelled')
    }
    progress(context, read.length, files.length)
    return await store(context, read)
  } finally {
    underWay.delete(stop)
  }
}

const progress = ({ emit }: LongContext, done: number, total: number) =>
  emit({ topic: 'progress', method: 'subjects.takeMails', done, total })

/** One mail that cannot be read does not keep the others out. */
async function readOne(context: LongContext, file: File, signal: AbortSignal): Promise<Read> {
  const { fileName } = file
  try {
    if (file.bytes.length > MOST_READ_BYTES)
      throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
    const {
      attachments,
      calendar: _,
      answer: __,
      ...mail
    } = await context.runJob('readMail', file, {
      signal,
    })
    const wanted = attachments.filter(({ isInline, bytes }) => !isInline && bytes.length > 0)
    const files: KeptFile[] = []
    for (const one of wanted) if (!isProgram(one)) files.push(await keepFile(context, one))
    const refusedFiles = wanted.filter(isProgram).map((one) => one.fileName)
    return { fileName, failure: null, mail, files, refusedFiles }
  } catch (thrown) {
    const { code } = toAppError(thrown)
    if (readerFailures.has(code)) return { fileName, failure: code }
    throw thrown
  }
}

/** Failures of one file; a full disk, or the user giving up, ends the whole. */
const readerFailures: ReadonlySet<ErrorCode> = new Set([
  'file-empty',
  'file-too-large',
  'file-damaged',
  'file-format-unknown',
  'file-protected',
  'file-unreadable-in-time',
])

/** Nothing is written when no mail could be read. */
async function store(context: LongContext, read: readonly Read[]): Promise<TakenMail[]> {
  const refused = read.map(
    ({ fileName, failure }): TakenMail => ({
      fileName,
      subjectId: null,
      outcome: 'refused',
      failure,
      refusedFiles: [],
    }),
  )
  if (read.every(({ failure }) => failure !== null)) return refused
  return context.write('subjects.takeMails', (write) => takeAll(write, read, refused))
}

async function takeAll(
  write: WriteContext,
  read: readonly Read[],
  refused: readonly TakenMail[],
): Promise<TakenMail[]> {
  const take = await mailTaker(write)
  const outcomes = [...refused]
  // Oldest first, whatever the order of the drop: the first mail of a thread gives the subject its title and date.
  const inTime = [...read.entries()].sort(([, a], [, b]) => sentAt(a).localeCompare(sentAt(b)))
  for (const [index, one] of inTime) {
    if (one.failure !== null) continue
    const { subjectId, outcome } = await take(one.mail, newId(write.now))
    if (outcome !== 'known') await insertFiles(write.tx, subjectId, one.files, write.now)
    const { fileName, refusedFiles } = one
    outcomes[index] = { fileName, subjectId, outcome, failure: null, refusedFiles }
  }
  return outcomes
}

const sentAt = (read: Read) => (read.failure === null ? (read.mail.sentAt ?? '') : '')
