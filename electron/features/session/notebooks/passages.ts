// What a transcript becomes: proposed lines with an hour and a speaker, like those of a notebook.

import { sql } from 'kysely'
import { AppError } from '../../../contract/errors.ts'
import type { Transaction } from '../../../db/driver.ts'
import { getRow } from '../../../db/rows.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { shortName } from '../../../domain/people/short-name.ts'
import type { NotebookItem, TranscriptLine } from '../../../domain/session/notebook.ts'
import { type SessionLine, UNTIMED } from '../../../domain/session/session.ts'
import { itemAt, passagesOf, standIns } from '../../../domain/session/transcript.ts'
import { attendeeFinder } from '../../attendance/index.ts'
import type { Handlers } from '../../context.ts'
import { attendeesOf } from '../../reads/attendance.ts'
import { directoryView } from '../../reads/directory.ts'
import { sessionSpans } from '../../reads/session-spans.ts'
import { nextPosition } from '../lines.ts'
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
      organisation: shortName(organisation) || (attendee?.organisation ?? ''),
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
    const moved = lines.map((line) => {
      const at = new Date(Date.parse(line.at) + by)
      return {
        ...line,
        at: at.toISOString(),
        itemId: line.state === 'kept' ? line.itemId : itemAt(spans, at),
      }
    })
    for (let from = 0; from < moved.length; from += AT_ONCE) await move(tx, moved.slice(from, from + AT_ONCE))
    return notebooksView(tx, meetingId)
  },
}

/** Lines of one statement: a meeting has hundreds, and a statement each would be felt. */
const AT_ONCE = 50

async function move(tx: Transaction, lines: readonly SessionLine[]): Promise<void> {
  const ids = lines.map(({ id }) => id)
  const each = <C extends 'at' | 'itemId'>(column: C) => {
    // Said to be a text: an engine that types its parameters cannot know it of none.
    const cases = lines.map((line) => sql`WHEN ${line.id} THEN CAST(${line[column]} AS TEXT)`)
    return sql<SessionLine[C]>`CASE id ${sql.join(cases, sql` `)} END`
  }
  await tx
    .updateTable('sessionLine')
    .set({ at: each('at'), itemId: each('itemId') })
    .where('id', 'in', ids)
    .execute()
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
