// A held meeting with its agenda out of what old files were understood to say. What they do not say stays empty.
import { AppError } from '../../../contract/errors.ts'
import type { OldFilesChoice } from '../../../contract/old-files.ts'
import { oldFilesDocumentText } from '../../../documents/text/old-files.ts'
import { MAX_DEPTH } from '../../../domain/agenda/agenda.ts'
import type { Draft, DraftItem, ReadFile } from '../../../domain/agenda/draft.ts'
import type { Meeting } from '../../../domain/meetings/meeting.ts'
import { proposeMinutes } from '../../../domain/minutes/proposal.ts'
import { narrativeOf, type ToldLine } from '../../../domain/old-files/narrative.ts'
import type { OldFilesGroup } from '../../../domain/old-files/old-files.ts'
import { foldedWords } from '../../../domain/text/fold.ts'
import { appendBranches, type NewBranch } from '../../agenda/index.ts'
import type { WriteContext } from '../../context.ts'
import { toldMeeting } from '../../meetings/index.ts'
import { newId } from '../../new-id.ts'
import { isFreeNumber } from '../../reads/meeting-numbers.ts'
import { getSeries, occurrenceFor } from '../../reads/series.ts'
import { matchDraft } from '../match-draft.ts'
import { takeInOwnMinutes } from '../take-in-minutes.ts'
import { everyItem } from './facts.ts'

export type MadeOf = { agenda: Draft | null; minutes: ReadFile | null }
type Making = MadeOf & { group: OldFilesGroup; choice: OldFilesChoice; openActions: boolean }

/** @throws AppError `invalid-input` with field `date`, `number`, or `not-found` for the series */
export async function makeMeeting(write: WriteContext, making: Making): Promise<string> {
  const { tx, now, about, today } = write
  const { group, choice, agenda } = making
  const minutes = making.minutes?.draft ?? null
  const date = choice.date ?? group.date
  if (date === null || date >= today) throw new AppError('invalid-input', { field: 'date' })
  const seriesId = choice.seriesId === undefined ? group.seriesId : choice.seriesId
  const series = seriesId === null ? null : await getSeries(tx, seriesId)
  const said = <K extends keyof Draft['meeting']>(field: K) =>
    agenda?.meeting[field] ?? minutes?.meeting[field] ?? null
  const id = newId(now)
  const number = choice.number === undefined ? group.number : choice.number
  if (number !== null && !(await isFreeNumber(tx, { id, seriesId, date, number })))
    throw new AppError('invalid-input', { field: 'number' })
  const startTime = said('startTime')
  const meeting: Meeting = {
    ...toldMeeting({
      title: choice.title ?? group.title,
      number,
      ...(startTime === null ? {} : { startTime }),
      endTime: said('endTime'),
      place: said('place') ?? '',
      videoLink: said('videoLink') ?? '',
    }),
    id,
    version: 1,
    date,
    state: 'held',
    cancelReason: '',
    deletedAt: null,
    seriesId,
    occurrenceDate: series === null ? null : await occurrenceFor(tx, series, { id: null, date }),
    takenOver: null,
  }
  await tx.insertInto('meeting').values(meeting).execute()
  about(id)
  const hasAgenda = agenda !== null && agenda.items.length > 0
  const items = hasAgenda ? agenda.items : (minutes?.items ?? [])
  // What minutes tell under a point is no note on it: it is their text.
  const ids = await appendBranches(tx, id, branches(items, { depth: 1, hasNotes: hasAgenda }), now)
  if (making.minutes !== null && minutes !== null) {
    const places = placesIn(ids, items, minutes.items)
    const titles = everyItem(minutes.items).map(({ title }) => title)
    const told = narrativeOf(making.minutes).map((lines, at) =>
      underTitle(lines, { place: places[at], title: titles[at] ?? '' }),
    )
    const taken = proposeMinutes(minutes, await matchDraft(tx, minutes, id), told)
    await takeInOwnMinutes(write, id, taken, places)
    if (!making.openActions) await closeActions(write, id, date)
    await tx.updateTable('minutes').set({ state: 'approved' }).where('meetingId', '=', id).execute()
  }
  return id
}

/** The item of the meeting that each item of the minutes is: of the same title, else of the same number. */
function placesIn(
  ids: readonly string[],
  items: readonly DraftItem[],
  said: readonly DraftItem[],
): (string | null)[] {
  const own = everyItem(items).map(({ title, number }, at) => ({
    id: ids[at] ?? null,
    title: foldedWords(title).join(' '),
    number,
  }))
  return everyItem(said).map(({ title, number }) => {
    const words = foldedWords(title).join(' ')
    const found =
      own.find((item) => item.title === words) ??
      own.find((item) => number !== null && item.number === number)
    return found?.id ?? null
  })
}

/** What stands under a point that the agenda does not have says which point that was. */
function underTitle(
  lines: readonly ToldLine[],
  { place, title }: { place: string | null | undefined; title: string },
): readonly ToldLine[] {
  return lines.length === 0 || place != null ? lines : [{ text: title, isListed: false }, ...lines]
}

/** Their result is in no file: they come in as given up, with why, so that nobody is reminded of years ago. */
async function closeActions({ tx }: WriteContext, meetingId: string, date: string): Promise<void> {
  const actions = await tx.selectFrom('action').select('id').where('meetingId', '=', meetingId).execute()
  if (actions.length === 0) return
  await tx.updateTable('action').set({ state: 'dropped' }).where('meetingId', '=', meetingId).execute()
  await tx
    .insertInto('actionFollowUp')
    .values(
      actions.map(({ id }) => ({
        id,
        version: 1,
        dueDate: null,
        owner: null,
        ownerId: null,
        organisation: null,
        moveCount: 0,
        reason: oldFilesDocumentText.unknownState,
        closedOn: date,
      })),
    )
    .execute()
}

/** Items deeper than an agenda goes come after the item they belonged to. */
function branches(items: readonly DraftItem[], at: { depth: number; hasNotes: boolean }): NewBranch[] {
  const { depth, hasNotes } = at
  return items.flatMap((item) => {
    const children = branches(item.children, { depth: depth + 1, hasNotes })
    const own: NewBranch = {
      fields: {
        title: item.title,
        kind: item.kind,
        nature: item.nature,
        fixedStart: item.fixedStart,
        durationMinutes: item.durationMinutes,
        presenter: item.presenter ?? '',
        organisation: item.organisation ?? '',
        note: hasNotes ? (item.note ?? '') : '',
      },
      children: depth < MAX_DEPTH ? children : [],
    }
    return depth < MAX_DEPTH ? [own] : [own, ...children]
  })
}
