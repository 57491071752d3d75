import { createHash } from 'node:crypto'
import { AppError } from '../../../contract/errors.ts'
import type { ReadNotebookOutcome } from '../../../contract/notebooks.ts'
import type { Reader } from '../../../db/driver.ts'
import { readLine } from '../../../domain/session/notation.ts'
import {
  notebookReference,
  type PlacedLine,
  placeLines,
  type ReadNotebook,
  speaksOf,
} from '../../../domain/session/notebook.ts'
import type { Notebook, SessionLine } from '../../../domain/session/session.ts'
import { unknownSpeakers } from '../../../domain/session/transcript.ts'
import { lineFields } from '../../../domain/text/line-fields.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { agendaItems } from '../../reads/agenda.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { nextPosition } from '../lines.ts'
import { vocabulary } from '../queries.ts'
import { passageLines } from './passages.ts'
import { type Proposer, proposedLine } from './proposed.ts'
import { notebookItems, refuseApprovedMinutes, toNotebook } from './queries.ts'

/** Lines written in one statement: SQLite takes some 32,000 values at once. */
const BATCH = 500

type Request = { id: string; meetingId: string; file: { fileName: string; bytes: Uint8Array } }

/** Reads and keeps a notebook. */
export async function readNotebook(
  context: LongContext,
  { id, meetingId, file }: Request,
): Promise<ReadNotebookOutcome> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const known = await context.read(async ({ tx }) => {
    await liveMeeting(tx, meetingId)
    await refuseApprovedMinutes(tx, meetingId)
    return knownOutcome(tx, meetingId, sha256)
  })
  if (known !== null) return known
  const read = await context.runJob('readNotebook', file)
  return context.write('notebooks.read', (write) =>
    keep(write, read, { id, meetingId, sha256, fileName: file.fileName }),
  )
}

async function knownOutcome(
  tx: Reader,
  meetingId: string,
  sha256: string,
): Promise<ReadNotebookOutcome | null> {
  const row = await tx
    .selectFrom('notebook')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, author, gone } = toNotebook(row)
  return {
    outcome: 'known',
    notebookId: id,
    author,
    lineCount: 0,
    gone: gone.map(({ heading }) => heading),
    pictures: 0,
    isUnreferenced: false,
    unknownSpeakers: null,
  }
}

async function keep(
  { tx, about, now }: WriteContext,
  read: ReadNotebook,
  { id, meetingId, sha256, fileName }: { id: string; meetingId: string; sha256: string; fileName: string },
): Promise<ReadNotebookOutcome> {
  about(meetingId)
  await refuseApprovedMinutes(tx, meetingId)
  const known = await knownOutcome(tx, meetingId, sha256)
  if (known !== null) return known
  const items = notebookItems(await agendaItems(tx, meetingId))
  const isUnreferenced = read.transcript === null && read.meetingId === null && read.reference === null
  const isOther = isUnreferenced
    ? !speaksOf(read.lines, items)
    : read.transcript === null &&
      read.meetingId !== meetingId &&
      read.reference !== notebookReference(meetingId)
  if (isOther) throw new AppError('notebook-other-meeting')
  const of = { id, meetingId, author: read.author, now }
  const placed = placeLines(read.lines, items)
  const lines =
    read.transcript === null
      ? await sessionLines(tx, placed, of)
      : await passageLines(tx, read.transcript, items, of)
  const gone = goneOf(placed, lines)
  await tx
    .insertInto('notebook')
    .values({
      id,
      version: 1,
      meetingId,
      author: read.author,
      fileName,
      sha256,
      readAt: now.toISOString(),
      gone: JSON.stringify(gone),
    })
    .execute()
  for (let at = 0; at < lines.length; at += BATCH)
    await tx
      .insertInto('sessionLine')
      .values(lines.slice(at, at + BATCH))
      .execute()
  return {
    outcome: 'added',
    notebookId: id,
    author: read.author,
    lineCount: lines.length,
    gone: gone.map(({ heading }) => heading),
    pictures: read.pictures,
    isUnreferenced,
    unknownSpeakers:
      read.transcript === null
        ? null
        : unknownSpeakers(lines, (await vocabulary(tx, meetingId)).speakers).size,
  }
}

async function sessionLines(
  tx: WriteContext['tx'],
  placed: readonly PlacedLine[],
  of: Proposer,
): Promise<SessionLine[]> {
  const { date } = await liveMeeting(tx, of.meetingId)
  const { speakers, nextMeeting } = await vocabulary(tx, of.meetingId)
  const byNumber = new Map(
    notebookItems(await agendaItems(tx, of.meetingId)).map(({ number, id }) => [number, id]),
  )
  const first = await nextPosition(tx, of.meetingId)
  return placed.map(({ itemId, text }, index): SessionLine => {
    const line = readLine(text, { speakers, nextMeeting, saidOn: date })
    const sentTo = line.itemNumber === null ? undefined : byNumber.get(line.itemNumber)
    // "#9" where there is no item 9 is said in the words of the note: it must not be lost.
    const isLost = line.itemNumber !== null && sentTo === undefined
    return {
      ...proposedLine(of, first + index),
      ...lineFields(
        text,
        isLost ? { ...line, text: `#${line.itemNumber} ${line.text}` } : line,
        sentTo ?? itemId,
      ),
    }
  })
}

function goneOf(placed: readonly PlacedLine[], lines: readonly SessionLine[]): Notebook['gone'] {
  const byHeading = new Map<string, string[]>()
  for (const [index, { gone }] of placed.entries()) {
    const line = lines[index]
    // A line that names another item has its place.
    if (gone !== '' && line?.itemId === null) byHeading.set(gone, [...(byHeading.get(gone) ?? []), line.id])
  }
  return [...byHeading].map(([heading, lineIds]) => ({ heading, lineIds }))
}
