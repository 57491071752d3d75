import type { DispatchRow } from '../../../electron/contract/dispatch.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import { isOpen } from '../../../electron/domain/meetings/back-planning.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { audienceText, dispatchKindText, dispatchText as text } from '../../text/dispatch.ts'
import { fateOf, isUseful, type KindStanding, type MonthFacts, monthOrder, standingOf } from './month.ts'
import { shortInstant } from './when.ts'

/** Shown at right: a kind, or one of its messages. */
export type Choice = { readonly kind: DispatchKind; readonly dispatchId: string | null }

/** A line of the list: a kind of message, or one of it that was sent. */
export type MonthLine = Choice & {
  readonly id: string
  readonly group: 'before' | 'after'
  readonly name: string
  /** To whom, and when. */
  readonly facts: string
  readonly state: 'next' | 'late' | 'draft' | 'sent' | 'elsewhere' | 'never' | 'ahead'
  readonly stateWords: string
  /** What the order of days goes by. */
  readonly day: string | null
}

/** Messages of a kind that is not looked at: one written to each of thirty persons would push all else away. */
const SHOWN = 3

/** @param choice is shown even where nothing is to be said of it */
export function monthLines(
  facts: MonthFacts,
  next: DispatchKind | null,
  choice: Choice | null,
): readonly MonthLine[] {
  return monthOrder.flatMap(({ id: group, kinds }) =>
    kinds
      .map((kind) => standingOf(kind, facts))
      .filter(({ kind }) => kind === choice?.kind || kind === next || isUseful(kind, facts))
      .flatMap((standing) => {
        const { kind, sent } = standing
        const isLookedAt = kind === choice?.kind
        return [
          { group, ...kindLine(standing, facts, kind === next) },
          ...(isLookedAt ? sent : sent.slice(0, SHOWN)).map(
            (row): MonthLine => ({
              ...{ id: row.id, kind, dispatchId: row.id, group },
              name: text.sentAt(shortInstant(row.sentAt ?? '')),
              facts: text.sentFacts(row.addressee, reachedBy(row), row.agendaVersionNumber),
              ...{ state: 'sent', stateWords: text.states.sent, day: row.sentAt },
            }),
          ),
        ]
      }),
  )
}

/** Whom it went to: not those who have no address. */
const reachedBy = ({ recipientCount, withoutAddressCount }: DispatchRow) =>
  recipientCount - withoutAddressCount

function kindLine(standing: KindStanding, facts: MonthFacts, isNext: boolean): Omit<MonthLine, 'group'> {
  const { kind, drafts, sent, task } = standing
  const fate = fateOf(kind, facts)
  const isAwaited = task !== null && isOpen(task) && sent.length === 0 && fate !== 'never'
  const isLate = isAwaited && task.due < facts.today
  const doneOn = task?.doneOn ?? task?.proof?.on ?? null
  const when = isAwaited
    ? (isLate ? text.late : text.by)(formatShortDate(task.due))
    : doneOn === null || sent.length > 0
      ? null
      : text.done(formatShortDate(doneOn))
  const base = {
    ...{ id: kind, kind, dispatchId: null, name: dispatchKindText[kind], day: task?.due ?? null },
    facts: [audienceText[kind], when].filter((words) => words !== null).join(', '),
  }
  if (drafts.length > 0) return { ...base, state: 'draft', stateWords: text.drafts(drafts.length) }
  const late = { ...base, state: 'late', stateWords: text.states.late } as const
  if (isNext && isLate) return late
  if (isNext) return { ...base, state: 'next', stateWords: text.next }
  if (sent.length > 0) return { ...base, state: 'sent', stateWords: text.sentMany(sent.length) }
  if (fate !== null) return { ...base, state: fate, stateWords: text.states[fate] }
  if (isLate) return late
  return { ...base, state: 'ahead', stateWords: text.states.ahead }
}
