// The room's view is taken from items and hours; lines are not even read.
import type { PresenterView } from '../../contract/presenter.ts'
import type { Reader } from '../../db/driver.ts'
import { inAgendaOrder, itemNumbers } from '../../domain/agenda/agenda.ts'
import { nextItem, running, timeSpent } from '../../domain/session/session.ts'
import type { InternalHandlers } from '../context.ts'
import { agendaItems } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { sessionSpans } from '../reads/session-spans.ts'
import { getBody } from '../reads/settings.ts'
import { sessionOutcomes } from './queries.ts'

export const presenterCalls: InternalHandlers<'presenterView'> = {
  presenterView: (context, { meetingId }) => context.read(({ tx }) => presenterView(tx, meetingId)),
}

async function presenterView(tx: Reader, meetingId: string): Promise<PresenterView> {
  const meeting = await liveMeeting(tx, meetingId)
  const { name } = await getBody(tx)
  const spans = await sessionSpans(tx, meetingId)
  const outcomes = new Map((await sessionOutcomes(tx, meetingId)).map((one) => [one.itemId, one.outcome]))
  const all = await agendaItems(tx, meetingId)
  const numbers = itemNumbers(all)
  const items = inAgendaOrder(all).map((item) => ({ item, outcome: outcomes.get(item.id) ?? null }))
  const on = running(spans)
  const isOpen = meeting.state === 'inSession'
  const currentId = isOpen ? (spans.findLast(({ itemId }) => itemId !== null)?.itemId ?? null) : null
  const at = items.findIndex(({ item }) => item.id === currentId)
  const current = items[at]?.item ?? null
  const next = nextItem(items, at, 1)?.item ?? null
  const isHeld = meeting.state === 'held'
  const minutes = await tx
    .selectFrom('minutes')
    .select('closedAt')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return {
    bodyName: name,
    meetingNumber: meeting.number,
    startTime: meeting.startTime,
    state: !isOpen ? (isHeld ? 'closed' : 'before') : on !== null && on.itemId === null ? 'suspended' : 'on',
    suspendedSince: isOpen && on !== null && on.itemId === null ? on.startedAt : null,
    closedAt: isHeld ? (minutes?.closedAt ?? null) : null,
    item:
      current === null
        ? null
        : {
            id: current.id,
            number: numbers.get(current.id) ?? '',
            title: current.title,
            kind: current.kind,
            nature: current.nature,
            presenter: [current.presenter, current.organisation].filter((part) => part !== '').join(', '),
            plannedMinutes: current.durationMinutes,
            spentMs: timeSpent(
              spans.filter(({ endedAt }) => endedAt !== null),
              current.id,
              new Date(0),
            ),
            runningSince: on !== null && on.itemId === current.id ? on.startedAt : null,
          },
    next: next === null || isHeld ? null : { number: numbers.get(next.id) ?? '', title: next.title },
  }
}
