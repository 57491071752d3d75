import { CivilDate, ClockTime } from '../../electron/domain/ids.ts'
import { formatDateWithoutWeekday, formatTime } from '../../electron/domain/text/french.ts'
import { AnyRichText, plainText } from '../../electron/domain/text/rich-text.ts'
import { fieldText } from './field.ts'

/** A stored value of a field as it is read; null for one that says nothing by itself: a code, a tick, a list. */
export function valueWords(value: unknown): string | null {
  const rich = AnyRichText.safeParse(value)
  if (rich.success && typeof value !== 'string') return plainText(rich.data) || fieldText.emptied
  if (value === null || value === '') return fieldText.emptied
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || isCode(value)) return null
  if (ClockTime.safeParse(value).success) return formatTime(value)
  return CivilDate.safeParse(value).success ? formatDateWithoutWeekday(value) : value
}

/** Names of states and ids are one word of plain letters; so is a short text, which its field shows. */
const isCode = (value: string): boolean => /^[a-z][A-Za-z-]*$|^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
