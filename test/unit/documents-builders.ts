import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import type { Attendee } from '../../electron/domain/attendance/attendance.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { Action } from '../../electron/domain/minutes/action.ts'
import type { Decision } from '../../electron/domain/minutes/decision.ts'
import type { MinutesSection } from '../../electron/domain/minutes/minutes.ts'
import { noArticles } from '../../electron/domain/people/organisation-article.ts'
import type { RichBlock, RichInline, RichText } from '../../electron/domain/text/rich-text.ts'
import { shippedStyle } from '../shipped-style.ts'

/** A UUIDv7-shaped id that depends on its number only. */
export function id(number: number): string {
  return `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

const meetingId = id(1)
const minutesId = id(2)

export const text = (words: string, ...marks: ('bold' | 'italic')[]) => ({
  type: 'text' as const,
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
})
export const paragraph = (...words: (string | RichInline)[]): RichBlock => ({
  type: 'paragraph',
  content: words.map((word) => (typeof word === 'string' ? text(word) : word)),
})
export const bullets = (...items: (string | RichBlock[])[]): RichBlock => ({
  type: 'bulletList',
  content: items.map((item) => ({
    type: 'listItem',
    content: typeof item === 'string' ? [paragraph(item)] : item,
  })),
})
export const table = (head: string[], ...rows: string[][]): RichBlock => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: head.map((cell) => ({ type: 'tableHeader', content: [paragraph(cell)] })) },
    ...rows.map((row) => ({
      type: 'tableRow' as const,
      content: row.map((cell) => ({ type: 'tableCell' as const, content: [paragraph(cell)] })),
    })),
  ],
})
export const rich = (...content: RichBlock[]): RichText => ({ type: 'doc', content })

export function item(number: number, fields: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: id(100 + number),
    version: 1,
    meetingId,
    parentId: null,
    position: number,
    title: `Point ${number}`,
    kind: 'item',
    nature: null,
    presenter: '',
    presenterId: null,
    organisation: '',
    organisationId: null,
    requester: '',
    durationMinutes: null,
    fixedStart: null,
    note: '',
    disagreementBy: '',
    disagreement: '',
    ...fields,
  }
}

export function section(number: number, fields: Partial<MinutesSection> = {}): MinutesSection {
  return {
    id: id(200 + number),
    version: 1,
    minutesId,
    itemId: id(100 + number),
    presentation: rich(),
    exchanges: rich(),
    outcome: null,
    outcomeSentence: '',
    circulation: 'public',
    ...fields,
  }
}

export function decision(rank: number, itemNumber: number, words: string): Decision {
  return { id: id(300 + rank), version: 1, meetingId, itemId: id(100 + itemNumber), rank, text: words }
}

export function action(rank: number, itemNumber: number, fields: Partial<Action>): Action {
  return {
    id: id(400 + rank),
    version: 1,
    meetingId,
    itemId: id(100 + itemNumber),
    rank,
    text: '',
    owner: '',
    ownerId: null,
    organisation: '',
    dueDate: null,
    state: 'todo',
    ...fields,
  }
}

export function attendee(position: number, fields: Partial<Attendee>): Attendee {
  return {
    id: id(500 + position),
    version: 1,
    meetingId,
    personId: null,
    seat: null,
    position,
    familyName: '',
    givenName: '',
    organisation: '',
    college: '',
    role: '',
    status: null,
    representedBy: '',
    arrivedAt: null,
    leftAt: null,
    source: null,
    ...fields,
  }
}

export function emptyFile(): FileToPrint {
  return {
    body: {
      version: 1,
      name: 'Instance nationale partenariale',
      acronym: 'INP',
      contact: '',
      meetingWord: 'séance',
      email: 'secretariat@exemple.invalid',
      signature: 'Le secrétariat',
      convocationDays: 5,
      convocationCounting: 'calendar',
      messageLimitMb: 10,
      quorumPercent: null,
      maxProxies: null,
      reviewDays: 15,
      approvalMode: 'meeting',
      archivesAgency: '',
      transferringAgency: '',
      originatingAgency: '',
      archivalAgreement: '',
      isSample: true,
    },
    look: {
      letterhead: {
        id: '018f0000-0000-7000-8000-00000000c001',
        version: 1,
        validFrom: null,
        issuer: 'Direction de démonstration, mission des échanges numériques',
        address: '',
        place: '',
        signatoryName: '',
        signatoryTitle: '',
      },
      logos: [],
      style: shippedStyle,
      sentences: {},
    },
    meeting: {
      id: meetingId,
      version: 1,
      title: '',
      number: 10,
      date: '2026-11-12',
      startTime: '14:30',
      endTime: '17:00',
      mode: 'hybride',
      place: 'Salle des Cartes, 12 rue de l’Exemple, Paris',
      videoLink: 'https://visio.exemple.fr/inp',
      chair: 'Claire Vasseur',
      secretary: 'Mathieu Orsel',
      state: 'held',
      cancelReason: '',
      deletedAt: null,
      seriesId: null,
      occurrenceDate: null,
      takenOver: null,
    },
    items: [],
    attendees: [],
    life: { sentOn: null, reviewDeadline: null, validatedOn: null, approval: null },
    minutes: {
      id: minutesId,
      version: 1,
      meetingId,
      state: 'review',
      openedAt: '14:32',
      closedAt: '17:05',
      opening: rich(),
      closing: rich(),
      nextMeetingDate: '2026-12-10',
      nextMeetingTime: '14:30',
      nextMeetingPlace: 'Salle des Cartes et visioconférence',
      internalDeadline: null,
      reviewDeadline: null,
      consultationDeadline: null,
      frozenAt: null,
      validatedAt: null,
    },
    sections: [],
    decisions: [],
    actions: [],
    attachments: [],
    watchLinks: [],
    articles: noArticles,
  }
}
