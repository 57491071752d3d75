import type { DispatchRow, DispatchView } from '../../electron/contract/dispatch.ts'
import type { DispatchDocument, Recipient } from '../../electron/domain/dispatch/dispatch.ts'
import type { PlanAct, PlannedTask } from '../../electron/domain/meetings/back-planning.ts'
import type { MeetingMove } from '../../electron/domain/meetings/meeting.ts'
import type { MonthFacts } from '../../renderer/features/dispatch/month.ts'
import { id } from './sample.ts'

const MEETING = 12

export function recipient(n: number, change: Partial<Recipient> = {}): Recipient {
  return {
    id: id(2000 + n),
    version: 1,
    dispatchId: id(500),
    position: n,
    personId: id(3000 + n),
    name: `Membre ${n}`,
    organisation: 'Association des communes de démonstration',
    email: `membre.${n}@exemple.invalid`,
    field: 'to',
    reason: 'member',
    ...change,
  }
}

export function dispatchDocument(n: number, change: Partial<DispatchDocument> = {}): DispatchDocument {
  return {
    id: id(4000 + n),
    dispatchId: id(500),
    position: n,
    kind: 'attachment',
    attachmentId: id(4500 + n),
    fileName: `annexe-${n}.pdf`,
    placement: 'message',
    sizeBytes: 5 * 1024 * 1024,
    sha256: null,
    ...change,
  }
}

export function dispatchView(change: Partial<DispatchView> = {}): DispatchView {
  const {
    recipientCount: _1,
    withoutAddressCount: _2,
    documentCount: _3,
    carriesAgenda: _5,
    addressee: _4,
    ...dispatch
  } = row(500)
  return { dispatch, recipients: [recipient(1), recipient(2)], documents: [], warnings: [], ...change }
}

export function row(n: number, change: Partial<DispatchRow> = {}): DispatchRow {
  return {
    id: id(n),
    version: 1,
    meetingId: id(MEETING),
    kind: 'convocation',
    itemId: null,
    subject: 'Convocation',
    body: 'Mesdames, Messieurs,',
    state: 'draft',
    createdAt: '2026-11-24T09:00:00.000Z',
    sentAt: null,
    sentBy: '',
    agendaVersionNumber: null,
    calendarSequence: null,
    calendarContent: null,
    messageSha256: null,
    messageBytes: null,
    recipientCount: 2,
    withoutAddressCount: 0,
    documentCount: 0,
    carriesAgenda: false,
    addressee: '',
    ...change,
  }
}

/** Sent on a day of December 2026. */
export function sent(n: number, day: number, change: Partial<DispatchRow> = {}): DispatchRow {
  const sentAt = `2026-12-${String(day).padStart(2, '0')}T09:00:00.000Z`
  return row(n, { state: 'sent', sentAt, sentBy: 'Camille', ...change })
}

export function task(act: PlanAct, due: string, change: Partial<PlannedTask> = {}): PlannedTask {
  return {
    id: id(6000),
    version: 1,
    meetingId: id(MEETING),
    title: act,
    offsetDays: -10,
    counting: 'calendar',
    act,
    doneOn: null,
    due,
    proof: null,
    isOver: false,
    ...change,
  }
}

/** From the 17th to the 24th of December 2026, decided on a day of that month. */
export function move(day: number): MeetingMove {
  return {
    id: id(7000 + day),
    meetingId: id(MEETING),
    fromDate: '2026-12-17',
    fromStartTime: '14:00',
    toDate: '2026-12-24',
    toStartTime: '14:00',
    reason: 'Salle indisponible',
    at: `2026-12-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  }
}

export function facts(change: Partial<MonthFacts> = {}): MonthFacts {
  return {
    meeting: { state: 'planned', date: '2026-12-17' },
    minutesState: null,
    rows: [],
    tasks: [],
    moves: [],
    agenda: null,
    untold: [],
    guestCount: 0,
    today: '2026-12-01',
    ...change,
  }
}
