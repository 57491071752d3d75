// A delivered text becomes a new text, the publication of a followed draft, a correction of what nobody edited, or
// nothing. An older delivery never changes what a newer one said.
import { z } from 'zod'
import { mergedText } from '../text/merge.ts'
import { bagOf, likeness } from '../text/text-likeness.ts'
import { type DeliveredFields, deliveredFields, type JorfText } from './jorf-text.ts'
import { contradict } from './text-identifiers.ts'
import { unpublished, type WatchFields, type WatchItem } from './watch.ts'

/**
 * - `new`: not followed yet; `publishes`: a followed draft came out; `completes`: followed by hand, its empty fields are filled;
 * - `corrects`: a field that nobody edited is said otherwise; `edited`: only fields that people edited are;
 * - `same`: nothing changes; `older`: something newer was delivered before.
 */
export const DeliveryAct = z.enum(['new', 'publishes', 'completes', 'corrects', 'edited', 'same', 'older'])
export type DeliveryAct = z.infer<typeof DeliveryAct>

/** The former delivery of a text: the fields as they were taken in, and how new they were. */
export type Delivered = { fields: DeliveredFields; stamp: string; modifiedOn: string | null }

export type DeliveryChange = {
  act: DeliveryAct
  fields: DeliveredFields
  /** Fields of the followed text that change. */
  patch: Partial<WatchFields>
  /** Whether it is what the next delivery is compared with: not when something newer was, or may have been, delivered. */
  isLatest: boolean
}

type Incoming = { text: JorfText; stamp: string }

/** Effect of a delivered text on the followed text that it is; `null`: on none. */
export function deliveryChange(
  incoming: Incoming,
  item: WatchItem | null,
  before: Delivered | null,
): DeliveryChange {
  const fields = deliveredFields(incoming.text)
  if (item === null) return { act: 'new', fields, patch: fields, isLatest: true }
  if (before !== null) return { fields, ...correction(incoming, fields, item, before) }
  if (unpublished.includes(item.status))
    return { act: 'publishes', fields, patch: mergedText(item, fields), isLatest: true }
  const patch = held(fields, (key) => isEmpty(item[key]))
  return { act: Object.keys(patch).length === 0 ? 'same' : 'completes', fields, patch, isLatest: true }
}

function correction(
  incoming: Incoming,
  fields: DeliveredFields,
  item: WatchItem,
  before: Delivered,
): Omit<DeliveryChange, 'fields'> {
  const order = orderOf({ stamp: incoming.stamp, modifiedOn: incoming.text.modifiedOn }, before)
  if (order === 'older') return { act: 'older', patch: {}, isLatest: false }
  const isLatest = order !== 'unknown'
  // Not known which is newer: nothing that was said is said otherwise.
  const mayReplace = (key: Key) => isLatest || isEmpty(item[key])
  const differs = (key: Key) => fields[key] !== before.fields[key] && fields[key] !== item[key]
  const patch = held(fields, (key) => differs(key) && item[key] === before.fields[key] && mayReplace(key))
  if (Object.keys(patch).length > 0) return { act: 'corrects', patch, isLatest }
  const kept = held(fields, (key) => differs(key) && item[key] !== before.fields[key])
  return { act: Object.keys(kept).length > 0 ? 'edited' : 'same', patch: {}, isLatest }
}

type Key = keyof DeliveredFields

/** The fields that say something and pass; what is not said empties nothing. */
function held(fields: DeliveredFields, passes: (key: Key) => boolean = () => true): Partial<DeliveredFields> {
  return Object.fromEntries(
    (Object.keys(fields) as Key[])
      .filter((key) => !isEmpty(fields[key]) && passes(key))
      .map((key) => [key, fields[key]]),
  )
}

const isEmpty = (value: string | number | null) => value === '' || value === null

type Age = { stamp: string; modifiedOn: string | null }

/** By the hour of the delivery, else by the day of the last change that the files give; equal ages are a second look. */
export function orderOf(one: Age, other: Age): 'newer' | 'older' | 'same' | 'unknown' {
  if (one.stamp !== '' && other.stamp !== '') return compared(one.stamp, other.stamp)
  if (one.modifiedOn !== null && other.modifiedOn !== null) return compared(one.modifiedOn, other.modifiedOn)
  return one.stamp === '' && other.stamp === '' ? 'same' : 'unknown'
}

function compared(one: string, other: string): 'newer' | 'older' | 'same' {
  if (one === other) return 'same'
  return one > other ? 'newer' : 'older'
}

/** Words in common from which a draft of the same NOR is the text: a NOR is sometimes given to another text. */
const LEAST_LIKENESS = 0.4

/**
 * Whether a followed text that shares an identifier is this one: not when another identifier tells them apart (two texts may
 * carry one ELI), nor when it is a draft about something else.
 */
export function isSameText(text: JorfText, item: WatchItem): boolean {
  if (contradict(item, { ...text, celex: null })) return false
  if (!unpublished.includes(item.status)) return true
  return likeness(bagOf(text.title), bagOf(item.title)) >= LEAST_LIKENESS
}
