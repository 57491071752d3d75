import type { AgendaDifference, EditedField, HeadField } from '../../domain/agenda/changes.ts'
import type {
  AgendaChange,
  AgendaContent,
  AgendaContentItem,
  AgendaEdit,
} from '../../domain/agenda/version.ts'
import { formatDate, formatDuration, formatEndTime, formatTime } from '../../domain/text/french.ts'
import { typed } from '../head.ts'
import { changesText, fieldWords } from '../text/agenda.ts'
import { meetingText } from '../text/meeting.ts'

/** A difference with its edits in words. */
export function changeInWords(difference: AgendaDifference): AgendaChange {
  const before = difference.type === 'added' ? null : difference.before
  const after = difference.type === 'removed' ? null : difference.after
  const shown = difference.type === 'removed' ? difference.before : difference.after
  return {
    type: difference.type,
    itemId: shown.id,
    title: shown.title,
    numberBefore: before?.number ?? null,
    numberAfter: after?.number ?? null,
    startBefore: before?.start ?? null,
    startAfter: after?.start ?? null,
    edits:
      difference.type === 'edited'
        ? difference.fields.map((field) => ({
            field: fieldWords[field],
            before: itemWords(difference.before, field),
            after: itemWords(difference.after, field),
          }))
        : [],
  }
}

/** The edits of the meeting's head in words. */
export function headEditsInWords(
  before: AgendaContent,
  after: AgendaContent,
  fields: readonly HeadField[],
): AgendaEdit[] {
  return fields.map((field) => ({
    field: fieldWords[field],
    before: headWords(before, field),
    after: headWords(after, field),
  }))
}

function itemWords(item: AgendaContentItem, field: EditedField): string {
  switch (field) {
    case 'kind':
      return changesText.kinds[item.kind]
    case 'nature':
      return item.nature === null ? '' : meetingText.natures[item.nature]
    case 'durationMinutes':
      return item.durationMinutes === null ? '' : formatDuration(item.durationMinutes)
    case 'fixedStart':
      return item.fixedStart === null ? '' : formatTime(item.fixedStart)
    default:
      return typed(item[field])
  }
}

function headWords(content: AgendaContent, field: HeadField): string {
  switch (field) {
    case 'date':
      return formatDate(content.date)
    case 'startTime':
      return formatTime(content.startTime)
    case 'endTime':
      return content.endTime === null ? '' : formatEndTime(content.startTime, content.endTime)
    case 'place':
      return typed(content.place)
  }
}
