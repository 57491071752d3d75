import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import type { ActCounts, DeliveryReading } from '../../../../electron/domain/watch/delivery.ts'
import { actCountText, deliveriesText as text } from '../../../text/deliveries.ts'

type Acts = readonly (keyof typeof actCountText)[]
const acts: Acts = ['new', 'publishes', 'completes', 'corrects', 'edited', 'same', 'older']
const changing: Acts = ['new', 'publishes', 'completes', 'corrects']

export const dayWords = (day: string) => formatDateWithoutWeekday(day)

/** "JO du 19 août 2099"; empty when no text bears a day. */
export function periodWords({ from, to }: Pick<DeliveryReading, 'from' | 'to'>): string {
  return from === null || to === null ? '' : text.days(dayWords(from), dayWords(to))
}

/** "3 nouveaux", "1 corrigé", without those of which there are none. */
export function actWords(counts: ActCounts): string[] {
  return acts.flatMap((act) => {
    const many = counts[act] ?? 0
    return many === 0 ? [] : [actCountText[act](many)]
  })
}

/** How many texts of the watch it adds or changes. */
export function changedCount(counts: ActCounts): number {
  return changing.reduce((sum, act) => sum + (counts[act] ?? 0), 0)
}

/** Texts that the criteria left out, by reason. */
export function leftOutWords({ leftOut }: Pick<DeliveryReading, 'leftOut'>): {
  total: number
  words: string[]
} {
  const reasons = ['nature', 'ministry', 'words', 'nominative'] as const
  const counts = reasons.map((reason) => ({ reason, many: leftOut[reason] ?? 0 }))
  return {
    total: counts.reduce((sum, { many }) => sum + many, 0),
    words: counts.flatMap(({ reason, many }) => (many === 0 ? [] : [text.leftOut[reason](many)])),
  }
}
