import { z } from 'zod'
import { fold } from '../text/fold.ts'
import { daysBetween } from '../time/civil-date.ts'
import { ConsultationFields } from './text-life.ts'

/** A consultation that is known, and what it becomes. */
export const ChangedConsultation = z.strictObject({ from: ConsultationFields, to: ConsultationFields })
export type ChangedConsultation = z.infer<typeof ChangedConsultation>

type ConsultationChange = {
  readonly added: readonly ConsultationFields[]
  readonly changed: readonly ChangedConsultation[]
}

const told = ['askedOn', 'answeredOn', 'opinion', 'reference'] as const

/** Who was asked: which consultation it is, whatever came of it. */
const whoOf = ({ authority, name }: ConsultationFields) => `${authority} ${plain(name)}`
const plain = (words: string) => fold(words).replace(/\s+/g, ' ').trim()
const isEmpty = (value: string | null) => value === null || value === ''
const tidy = (value: string | null) => value?.replace(/\r\n?/g, '\n').trim() ?? null

/** Whether the one says nothing that the other does not; what it leaves empty it does not say. */
function isWithin(one: ConsultationFields, other: ConsultationFields): boolean {
  return (
    whoOf(one) === whoOf({ ...other, name: one.name === '' ? '' : other.name }) &&
    told.every((field) => isEmpty(one[field]) || tidy(one[field]) === tidy(other[field]))
  )
}

/**
 * A consultation of the same authority that says something else is the known one, changed, never a second one: the one that shares
 * most with it, then the one whose days are nearest. Only where a table says more of them than are known are the others new.
 */
export function consultationChange(
  said: readonly ConsultationFields[],
  known: readonly ConsultationFields[],
): ConsultationChange {
  const free = known.filter((one) => !said.some((other) => isWithin(other, one)))
  const added: ConsultationFields[] = []
  const changed: ConsultationChange['changed'][number][] = []
  // Those that say most choose first: what the others say may be part of it.
  const otherwise = said
    .filter((one) => !known.some((other) => isWithin(one, other)))
    .sort((a, b) => saying(b) - saying(a))
  for (const one of otherwise) {
    if ([...added, ...changed.map(({ to }) => to)].some((other) => isWithin(one, other))) continue
    const from = nearestTo(
      one,
      free.filter((other) => whoOf(other) === whoOf(one)),
    )
    if (from === null) added.push(one)
    else {
      free.splice(free.indexOf(from), 1)
      const says = Object.fromEntries(
        told.filter((field) => !isEmpty(one[field])).map((field) => [field, one[field]]),
      )
      changed.push({ from, to: { ...from, ...says } })
    }
  }
  return { added, changed }
}

const saying = (one: ConsultationFields) => told.filter((field) => !isEmpty(one[field])).length

function nearestTo(one: ConsultationFields, among: readonly ConsultationFields[]): ConsultationFields | null {
  const shared = (other: ConsultationFields) =>
    told.filter((field) => !isEmpty(one[field]) && tidy(one[field]) === tidy(other[field])).length
  const distance = (other: ConsultationFields) => {
    const [mine, theirs] = [one.answeredOn ?? one.askedOn, other.answeredOn ?? other.askedOn]
    return mine === null || theirs === null ? 0 : Math.abs(daysBetween(mine, theirs))
  }
  return [...among].sort((a, b) => shared(b) - shared(a) || distance(a) - distance(b))[0] ?? null
}
