// What a transcript becomes: proposed lines with an hour and a speaker, like those of a notebook.
import { AppError } from '../../../contract/errors.ts'
import type { Transaction } from '../../../db/driver.ts'
import { getRow } from '../../../db/rows.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import type { NotebookItem, TranscriptLine } from '../../../domain/session/notebook.ts'
import { type SessionLine, UNTIMED } from '../../../domain/session/session.ts'
import { itemAt, passagesOf, standIns } from '../../../domain/session/transcript.ts'
import { attendeeFinder } from '../../attendance/index.ts'
import type { Handlers } from '../../context.ts'
import { attendeesOf } from '../../reads/attendance.ts'
import { directoryView } from '../../reads/directory.ts'
import { nextPosition } from '../lines.ts'
import { sessionSpans } from '../queries.ts'
import { type Proposer, proposedLine } from './proposed.ts'
import { notebooksView, refuseApprovedMinutes } from './queries.ts'

/** As many as there may be lines in a notebook. */
const MAX_PASSAGES = 3000

/** @throws AppError `transcript-too-long` */
export async function passageLines(
  tx: Transaction,
  lines: readonly TranscriptLine[],
  items: readonly NotebookItem[],
  of: Proposer,
): Promise<SessionLine[]> {
  const spans = await sessionSpans(tx, of.meetingId)
  const passages = passagesOf(lines, { items, spans })
  if (passages.length > MAX_PASSAGES) throw new AppError('transcript-too-long')
  const speakerOf = await speakers(tx, of.meetingId, lines)
  const first = await nextPosition(tx, of.meetingId)
  return passages.map(({ itemId, at, speaker, words }, index) => ({
    ...proposedLine(of, first + index),
    itemId,
    kind: speaker === null ? 'note' : 'intervention',
    // Never read as notation: nobody typed it.
    raw: words,
    text: words,
    ...speakerOf(speaker),
    at: at?.toISOString() ?? UNTIMED,
  }))
}

type Speaker = Pick<SessionLine, 'speaker' | 'organisation' | 'personId' | 'organisationId'>

/** Those of the attendance whom the names surely mean; the others stay as they were said until somebody tells who they are. */
async function speakers(
  tx: Transaction,
  meetingId: string,
  lines: readonly TranscriptLine[],
): Promise<(said: string | null) => Speaker> {
  const attendees = await attendeesOf(tx, meetingId)
  const directory = await directoryView(tx)
  const find = attendeeFinder({ attendees, directory })
  const known = new Map<string | null, Speaker>()
  for (const said of new Set(lines.map(({ speaker }) => speaker))) {
    const id = said === null ? null : find(said)
    const attendee = attendees.find((one) => one.id === id)
    const organisation = directory.organisations.find(({ name }) => name === attendee?.organisation)
    known.set(said, {
      speaker: attendee === undefined ? (said ?? '') : fullName(attendee),
      organisation: organisation?.acronym || (attendee?.organisation ?? ''),
      personId: attendee?.personId ?? null,
      organisationId: organisation?.id ?? null,
    })
  }
  return (said) => known.get(said) ?? { speaker: '', organisation: '', personId: null, organisationId: null }
}

type PassageWrites = Pick<Handlers<'notebooks'>, 'notebooks.setSpeaker' | 'notebooks.setBeginning'>

export const passageWrites: PassageWrites = {
  async 'notebooks.setSpeaker'({ tx, about }, { id, said, as }) {
    const { meetingId } = await getRow(tx, 'notebook', id)
    about(meetingId)
    await refuseApprovedMinutes(tx, meetingId)
    const theirs = await tx
      .updateTable('sessionLine')
      .set(as)
      .where('notebookId', '=', id)
      .where('kind', '=', 'intervention')
      .where('speaker', '=', said)
      .where('organisation', '=', '')
      .executeTakeFirst()
    if (theirs.numUpdatedRows === 0n) throw new AppError('conflict')
    return notebooksView(tx, meetingId)
  },
  async 'notebooks.setBeginning'({ tx, about, mergeAs }, { id, at }) {
    const { meetingId } = await getRow(tx, 'notebook', id)
    about(meetingId)
    await refuseApprovedMinutes(tx, meetingId)
    mergeAs(`${id} beginning`)
    const lines = await timedLines(tx, { id, meetingId })
    const [first] = lines
    if (first === undefined) throw new AppError('state-refuses')
    const by = Date.parse(at) - Date.parse(first.at)
    const spans = await sessionSpans(tx, meetingId)
    for (const line of lines) {
      const moved = new Date(Date.parse(line.at) + by)
      const itemId = line.state === 'kept' ? line.itemId : itemAt(spans, moved)
      await tx
        .updateTable('sessionLine')
        .set({ at: moved.toISOString(), itemId })
        .where('id', '=', line.id)
        .execute()
    }
    return notebooksView(tx, meetingId)
  },
}

/** Those of a notebook that have an hour of their own. */
async function timedLines(tx: Transaction, { id, meetingId }: { id: string; meetingId: string }) {
  const lines = await tx
    .selectFrom('sessionLine')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('at', '!=', UNTIMED)
    .orderBy('at')
    .orderBy('position')
    .execute()
  const others = standIns(lines)
  return lines.filter((line) => line.notebookId === id && !others.has(line.id))
}
