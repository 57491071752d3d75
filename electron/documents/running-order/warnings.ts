import { type AgendaItem, plannedEnd, type Timetable, toClockTime } from '../../domain/agenda/agenda.ts'
import type { AwaitedDocument } from '../../domain/documents/attachment.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { formatDuration, formatNarrowDate, formatTime } from '../../domain/text/french.ts'
import { typed } from '../head.ts'
import { calledName } from '../room/names.ts'
import { runningOrderText as text } from '../text/running-order.ts'
import { type Prepared, presenterOf } from './cues.ts'

/** In sentences, the overrun first, then in agenda order. */
export function warningsOf(
  { meeting }: MeetingFile,
  items: readonly AgendaItem[],
  numbers: ReadonlyMap<string, string>,
  times: Timetable,
  { asked, awaited }: Prepared & { awaited: readonly AwaitedDocument[] },
): string[] {
  const lines: string[] = []
  const planned = plannedEnd(meeting)
  if (times.overrunMinutes > 0 && planned !== null)
    lines.push(text.overrun(formatDuration(times.overrunMinutes), formatTime(toClockTime(planned))))
  const parents = new Set(items.map(({ parentId }) => parentId))
  const untimed = items.filter(
    ({ id, kind, durationMinutes }) => kind === 'item' && !parents.has(id) && (durationMinutes ?? 0) === 0,
  ).length
  // An agenda without any hour is not one whose hours are missing.
  if (untimed > 0 && times.totalMinutes > 0) lines.push(text.untimed(untimed))
  for (const item of items) {
    const number = numbers.get(item.id) ?? ''
    const name = number === '' ? text.unnumbered(typed(item.title)) : text.itemNumber(number)
    const slot = times.slots.get(item.id)
    if (slot !== undefined && slot.overlapBefore > 0)
      lines.push(text.overlap(name, formatDuration(slot.overlapBefore), formatTime(toClockTime(slot.start))))
    const presenter = presenterOf(item, asked)
    if (presenter?.reply?.answer === 'excused') lines.push(text.excusedPresenter(name, calledName(presenter)))
    for (const document of awaited)
      if (document.itemId === item.id && document.attachmentId === null)
        lines.push(
          text.awaited(
            name,
            typed(document.title),
            typed(document.fromName),
            document.dueOn === null ? '' : formatNarrowDate(document.dueOn),
          ),
        )
  }
  return lines
}
