import type { Reader } from '../../db/driver.ts'
import {
  inAgendaOrder,
  isTimed,
  itemNumbers,
  type Slot,
  timetable,
  toClockTime,
} from '../../domain/agenda/agenda.ts'
import { type LeavingCheck, leavingCheck } from '../../domain/meetings/leaving.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { fold } from '../../domain/text/fold.ts'
import { agendaStatus } from '../reads/agenda-status.ts'
import { settledApprovals } from '../reads/standing-items.ts'

/** What the agenda itself shows, before it goes anywhere. */
export async function agendaChecks(tx: Reader, file: FileToPrint): Promise<LeavingCheck[]> {
  const { meeting, items } = file
  const numbers = itemNumbers(items)
  const settled = await settledApprovals(tx, meeting, items)
  return [
    ...hourChecks(file),
    ...inAgendaOrder(items)
      .filter(({ title }) => title.trim() === '')
      .map(({ id }) => leavingCheck('itemUntitled', { names: [numbers.get(id) ?? ''], section: id })),
    ...twiceChecks(file),
    ...settled.map(({ itemId, approvedOn }) =>
      leavingCheck('itemSettled', {
        names: [numbers.get(itemId) ?? ''],
        words: approvedOn,
        section: itemId,
      }),
    ),
    ...untimedChecks(file),
    ...(await statusChecks(tx, meeting.id)),
  ]
}

/** A subject that was put beside the project it is about: one of the two is too many. */
function twiceChecks({ items }: FileToPrint): LeavingCheck[] {
  const numbers = itemNumbers(items)
  const all = inAgendaOrder(items).filter(({ kind, title }) => kind === 'item' && title.trim() !== '')
  return all.flatMap(({ id, title }, rank) => {
    const first = all.slice(0, rank).find((one) => fold(one.title).trim() === fold(title).trim())
    if (first === undefined) return []
    const names = [numbers.get(first.id) ?? '', numbers.get(id) ?? '', title.trim()]
    return [leavingCheck('itemTwice', { names, section: id })]
  })
}

/** Where hours are told at all, those of an item that has no duration are not to be believed. */
function untimedChecks({ items, meeting }: FileToPrint): LeavingCheck[] {
  if (!isTimed(items)) return []
  const { slots } = timetable(items, meeting)
  const numbers = itemNumbers(items)
  const parents = new Set(items.map(({ parentId }) => parentId))
  const untimed = inAgendaOrder(items).filter(
    ({ id, durationMinutes }) =>
      durationMinutes === null && !parents.has(id) && slots.get(id)?.durationMinutes === 0,
  )
  const [first] = untimed
  if (first === undefined) return []
  const names = untimed.map(({ id }) => numbers.get(id) ?? '')
  return [leavingCheck('itemsUntimed', { names, section: first.id })]
}

/** Who presides did not validate what it says. */
async function statusChecks(tx: Reader, meetingId: string): Promise<LeavingCheck[]> {
  const { state, changedSinceValidation, validatedBy } = await agendaStatus(tx, meetingId)
  if ((state === 'published' || state === 'validated') && !changedSinceValidation) return []
  return [leavingCheck('agendaUnvalidated', { names: changedSinceValidation ? [validatedBy] : [] })]
}

/** What runs past the end of the meeting, or into the fixed hour of another item. */
function hourChecks({ meeting, items }: FileToPrint): LeavingCheck[] {
  const { slots, end, overrunMinutes } = timetable(items, meeting)
  const numbers = itemNumbers(items)
  const isPast = (slot: Slot | undefined) => slot !== undefined && slot.end > end - overrunMinutes
  return [
    ...(overrunMinutes === 0
      ? []
      : [
          leavingCheck('agendaTooLong', {
            names: [String(overrunMinutes)],
            words: toClockTime(end),
            section: inAgendaOrder(items).find(({ id }) => isPast(slots.get(id)))?.id ?? null,
          }),
        ]),
    ...inAgendaOrder(items).flatMap(({ id, title }) => {
      const { start = 0, overlapBefore = 0 } = slots.get(id) ?? {}
      if (overlapBefore === 0) return []
      const names = [String(overlapBefore), numbers.get(id) ?? '', title.trim()]
      return [leavingCheck('agendaOverlaps', { names, words: toClockTime(start), section: id })]
    }),
  ]
}
