import { AppError } from '../../contract/errors.ts'
import type { MeetingEdits } from '../../contract/imports.ts'
import type { Input, Parsed } from '../../contract/index.ts'
import { keepBytes } from '../../db/files/store.ts'
import type { Row } from '../../db/tables.ts'
import { isRefusedFile } from '../../domain/documents/opening.ts'
import { MOST_READ_BYTES } from '../../domain/limits.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { createMeeting, handlers as meetingHandlers } from '../meetings/index.ts'
import { newId } from '../new-id.ts'
import { agendaView } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { getSeries, occurrenceFor, onlySeries } from '../reads/series.ts'
import { compareDraft } from './compare.ts'
import { forget, learn, learntFiles } from './learnt.ts'
import { matchDraft } from './match-draft.ts'
import { readImport, stopReading } from './read.ts'
import { recogniseFiles } from './recognise.ts'
import { takeAgenda } from './take-agenda.ts'
import { takeInDirectory } from './take-in-directory.ts'
import { takeInMinutes, takeInOwnMinutes } from './take-in-minutes.ts'

export const handlers: Handlers<'imports'> = {
  'imports.compare': ({ tx }, { meetingId, items }) => compareDraft(tx, meetingId, items),
  'imports.match': ({ tx }, { meetingId, draft }) => matchDraft(tx, draft, meetingId),
  async 'imports.apply'(context, { act, items, target, minutes, directory, received, linked = [] }) {
    const { tx, about, mergeAs } = context
    if (act !== undefined) {
      const done = await meetingOf(context, act)
      if (done !== null) return agendaView(tx, done)
      mergeAs(act)
    }
    const isNew = target.type === 'new'
    const isTold = isNew && minutes !== undefined && target.fields.date <= context.today
    const meetingId = isNew
      ? (await newMeeting(context, target.fields, isTold)).id
      : (await liveMeeting(tx, target.meetingId)).id
    about(meetingId)
    const { joined = [], withdrawn = [], edits = null } = isNew ? {} : target
    if (edits !== null) await editMeeting(context, meetingId, edits)
    // Before the items, which speak of them.
    if (directory !== undefined)
      await takeInDirectory(context, directory.newOrganisations, directory.newPersons)
    const itemIds = await takeAgenda(
      tx,
      {
        meetingId,
        items,
        joined,
        withdrawn,
        linked: new Map(linked.map(({ at, ...entries }) => [at, entries])),
      },
      context.now,
    )
    if (minutes !== undefined)
      await (isTold ? takeInOwnMinutes : takeInMinutes)(context, meetingId, minutes, itemIds)
    if (received !== undefined) await takeReceived(context, meetingId, received)
    return agendaView(tx, meetingId)
  },
  'imports.recognise': recogniseFiles,
  'imports.read': readImport,
  'imports.stop': stopReading,
  'imports.learnt': learntFiles,
  'imports.learn': learn,
  'imports.forget': forget,
  async 'imports.keepFile'(context, { bytes }) {
    if (bytes.length === 0) throw new AppError('file-empty')
    if (bytes.length > MOST_READ_BYTES)
      throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
    return { sha256: await keepBytes(context, bytes) }
  },
}

/** What a window sends again it sends as soon as the core is back. */
const SENT_AGAIN_MS = 24 * 60 * 60_000

/** The meeting into which this act took a file; null where it was not done, or taken back. */
async function meetingOf({ tx, now }: WriteContext, act: string): Promise<string | null> {
  const entry = await tx
    .selectFrom('journalEntry')
    .select('meetingId')
    .where('at', '>=', new Date(now.getTime() - SENT_AGAIN_MS).toISOString())
    .where('method', '=', 'imports.apply')
    .where('mergeKey', '=', act)
    .where('state', '=', 'done')
    .executeTakeFirst()
  return entry?.meetingId ?? null
}

/** The meeting's own acts: a new date is a move, kept with its reason. */
async function editMeeting(
  context: WriteContext,
  id: string,
  { version, patch, move }: MeetingEdits,
): Promise<void> {
  const edited =
    Object.keys(patch).length === 0
      ? { id, version }
      : await meetingHandlers['meetings.update'](context, { id, version, patch })
  if (move !== null) await meetingHandlers['meetings.move'](context, { id, version: edited.version, ...move })
}

type Fields = Extract<Input<'imports.apply'>['target'], { type: 'new' }>['fields']

/** @param isTold it was held, and minutes tell it: the calendar's habits are none of its facts */
async function newMeeting(context: WriteContext, fields: Fields, isTold: boolean): Promise<Meeting> {
  const { tx, today } = context
  const seriesId = await onlySeries(tx)
  const series = seriesId === null ? null : await getSeries(tx, seriesId)
  const occurrenceDate =
    series === null ? null : await occurrenceFor(tx, series, { id: null, date: fields.date })
  return createMeeting(context, fields, {
    series,
    occurrenceDate,
    template: null,
    isPlanned: fields.date >= today,
    isTold,
  })
}

type Received = NonNullable<Parsed<'imports.apply'>['received']>

async function takeReceived(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  meetingId: string,
  received: Received,
): Promise<void> {
  if (isRefusedFile(received.fileName)) throw new AppError('file-refused')
  const same = await tx
    .selectFrom('attachment')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('sha256', '=', received.sha256)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  if (same !== undefined) return
  const row: Row<'attachment'> = {
    ...received,
    id: newId(now),
    version: 1,
    meetingId,
    itemId: null,
    projectId: null,
    mediaType: '',
    addedAt: now.toISOString(),
    title: '',
    tabled: 0,
    // Somebody's working paper: it goes with no dispatch and into no projection folder unless somebody says so.
    circulation: 'secretariat',
    replacedBy: null,
  }
  await tx.insertInto('attachment').values(row).execute()
}
