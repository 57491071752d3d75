import { z } from 'zod'
import { ClockTime, Id, Instant, Line, Name, Version } from '../ids.ts'
import {
  type AgendaItem,
  AgendaItemFields,
  inAgendaOrder,
  isTimed,
  itemNumbers,
  timetable,
  toClockTime,
} from './agenda.ts'

/** Projet → soumis → validé (by whom, when) → publié. */
export const AgendaState = z.enum(['draft', 'submitted', 'validated', 'published'])
export type AgendaState = z.infer<typeof AgendaState>

/** One item as it was: only what leaves the secretariat, never its notes. */
export const AgendaContentItem = AgendaItemFields.omit({
  note: true,
  disagreement: true,
  disagreementBy: true,
}).extend({
  id: Id,
  parentId: Id.nullable(),
  /** Printed number; empty for a break or a welcome. */
  number: z.string(),
  /** Clock times it had; null when nothing in the agenda says how long it lasts. */
  start: ClockTime.nullable(),
  end: ClockTime.nullable(),
})
export type AgendaContentItem = z.infer<typeof AgendaContentItem>

/** A whole agenda at one moment, in agenda order. */
export const AgendaContent = z.strictObject({
  date: z.string(),
  startTime: ClockTime,
  endTime: ClockTime.nullable(),
  place: Line,
  items: z.array(AgendaContentItem),
})
export type AgendaContent = z.infer<typeof AgendaContent>

/** The present agenda: only what leaves the secretariat. */
export function agendaContent(
  meeting: Pick<AgendaContent, 'date' | 'startTime' | 'endTime' | 'place'>,
  all: readonly AgendaItem[],
): AgendaContent {
  const items = inAgendaOrder(all)
  const numbers = itemNumbers(items)
  const { slots } = timetable(items, meeting)
  const timed = isTimed(items)
  const { date, startTime, endTime, place } = meeting
  const clock = (minutes: number | undefined) =>
    timed && minutes !== undefined ? toClockTime(minutes) : null
  return {
    date,
    startTime,
    endTime,
    place: place.trim(),
    items: items.map((item) => ({
      id: item.id,
      parentId: item.parentId,
      number: numbers.get(item.id) ?? '',
      title: item.title.trim(),
      kind: item.kind,
      nature: item.nature,
      presenter: item.presenter.trim(),
      presenterId: item.presenterId,
      organisation: item.organisation.trim(),
      organisationId: item.organisationId,
      requester: item.requester.trim(),
      durationMinutes: item.durationMinutes,
      fixedStart: item.fixedStart,
      start: clock(slots.get(item.id)?.start),
      end: clock(slots.get(item.id)?.end),
    })),
  }
}

/** States set by people. That an agenda is published is not set but follows from its versions. */
export const AgendaStatusRow = z.strictObject({
  /** The meeting's own id. */
  id: Id,
  version: Version,
  state: AgendaState.exclude(['published']),
  submittedTo: Line,
  submittedAt: Instant.nullable(),
  validatedBy: Line,
  validatedAt: Instant.nullable(),
  validatedContent: AgendaContent.nullable(),
  /** As it went to those who read it over, oldest first; no two in a row the same. */
  submittedContents: z.array(AgendaContent),
})
export type AgendaStatusRow = z.infer<typeof AgendaStatusRow>

/** A published version: immutable, with the bytes of the PDF as it went out. */
export const AgendaVersion = z.strictObject({
  id: Id,
  meetingId: Id,
  number: z.int().min(1),
  publishedAt: Instant,
  publishedBy: Line,
  validatedBy: Line,
  content: AgendaContent,
  fileName: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int().min(1),
  sha256: z.string(),
})
export type AgendaVersion = z.infer<typeof AgendaVersion>

/** An edit, before and after, in French words ready to print; an empty word for what was not said. */
export const AgendaEdit = z.strictObject({ field: z.string(), before: z.string(), after: z.string() })
export type AgendaEdit = z.infer<typeof AgendaEdit>

/**
 * One difference between two versions, in the order of the newer agenda (removed ones where they were). An item both
 * moved and edited makes two.
 */
export const AgendaChange = z.strictObject({
  type: z.enum(['added', 'removed', 'moved', 'edited']),
  itemId: Id,
  title: Line,
  /** Printed numbers; empty for a break or a welcome, null where the item was not, or is no more. */
  numberBefore: z.string().nullable(),
  numberAfter: z.string().nullable(),
  startBefore: ClockTime.nullable(),
  startAfter: ClockTime.nullable(),
  /** Empty unless `edited`. */
  edits: z.array(AgendaEdit),
})
export type AgendaChange = z.infer<typeof AgendaChange>

/** A presenter who must be told: the item stays, its hour moves (or is said for the first time, or no more). */
export const MovedHour = z.strictObject({
  itemId: Id,
  title: Line,
  presenter: Line,
  presenterId: Id.nullable(),
  before: ClockTime.nullable(),
  after: ClockTime.nullable(),
})
export type MovedHour = z.infer<typeof MovedHour>

/** A line of the template that a new agenda starts from; `approval` repeats for each minutes awaiting approval. */
export const AgendaTemplateLineFields = z.strictObject({
  role: z.enum(['approval', 'followUp', 'otherBusiness', 'item']),
  /** In an approval line, `{séance}` stands for the meeting whose minutes are approved. */
  title: Name,
  kind: AgendaItemFields.shape.kind,
  nature: AgendaItemFields.shape.nature,
  durationMinutes: AgendaItemFields.shape.durationMinutes,
})
export type AgendaTemplateLineFields = z.infer<typeof AgendaTemplateLineFields>
export const AgendaTemplateLine = AgendaTemplateLineFields.extend({
  id: Id,
  version: Version,
  position: z.int().min(0),
})
export type AgendaTemplateLine = z.infer<typeof AgendaTemplateLine>
