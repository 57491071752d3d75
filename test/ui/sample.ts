import { labelOf, type Output } from '../../electron/contract/index.ts'
import type { ListedProject, ProjectRow } from '../../electron/contract/projects.ts'
import { blankProject, isRegulatory } from '../../electron/domain/projects/project.ts'
import { shippedStyle } from '../shipped-style.ts'
import type { Answers } from './fake-core.ts'

type Home = Output<'home.get'>
export type Row = Output<'meetings.list'>[number]

/** A UUID whose last digits are `n`. */
export const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

export function meetingRow(n: number, change: Partial<Row> = {}): Row {
  return {
    id: id(n),
    version: 1,
    title: '',
    number: n,
    date: `2026-${String(n).padStart(2, '0')}-10`,
    startTime: '14:00',
    endTime: '16:30',
    mode: 'hybride',
    place: 'salle des Tilleuls',
    videoLink: '',
    chair: '',
    secretary: '',
    state: 'planned',
    cancelReason: '',
    deletedAt: null,
    seriesId: null,
    occurrenceDate: null,
    takenOver: null,
    minutesState: null,
    itemCount: 0,
    decisionCount: 0,
    actionCount: 0,
    attendeeCount: 0,
    seats: null,
    ...change,
  }
}

/** The row without its counts: a meeting. */
export function meeting(
  n: number,
  change: Partial<Output<'meetings.create'>> = {},
): Output<'meetings.create'> {
  const {
    minutesState: _1,
    itemCount: _2,
    decisionCount: _3,
    actionCount: _4,
    attendeeCount: _5,
    seats: _6,
    ...fields
  } = meetingRow(n)
  return { ...fields, ...change }
}

export const body: Output<'settings.body'> = {
  version: 1,
  name: 'Instance de démonstration',
  acronym: 'IDD',
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
  isSample: false,
}

export const look: Output<'meetings.get'>['look'] = {
  letterhead: null,
  logos: [],
  style: shippedStyle,
  sentences: {},
}

export function meetingFile(of: Output<'meetings.create'>): Output<'meetings.get'> {
  return {
    body,
    look,
    meeting: of,
    items: [],
    attendees: [],
    minutes: null,
    life: { sentOn: null, reviewDeadline: null, validatedOn: null, approval: null },
    sections: [],
    decisions: [],
    actions: [],
    attachments: [],
    watchLinks: [],
  }
}

export function home(change: Partial<Home> = {}): Home {
  return {
    isEmpty: false,
    today: '2026-11-24',
    next: meetingRow(12),
    convocationDue: null,
    isConvocationSent: false,
    isConvened: false,
    isAgendaPublished: false,
    open: [],
    tasks: [],
    copies: { choice: 'declined', folderName: '', lastCopyAt: null, lastFailure: null, damagedBackups: 0 },
    replies: null,
    ...change,
  }
}

export const emptyHome = () => home({ isEmpty: true, next: null })

/** A desk that has the hand. */
export const writer: Output<'handOver.writer'> = {
  ...{ state: 'mine', since: '2026-11-24T09:00:00.000Z', machineName: 'Poste de Claire', folderName: null },
  ...{ otherName: null, canGiveUp: false, deposited: false, shownCopy: null },
}

export const noHistory: Output<'history.state'> = { undo: null, redo: null }

export function journalEntry(
  seq: number,
  method: string,
  state: 'done' | 'undone' | 'discarded' = 'done',
): Output<'history.list'>[number] {
  const label = labelOf(method)
  const nothing = { meeting: null, rows: [], rowCount: 0, parts: [] }
  return {
    ...nothing,
    seq,
    at: '2026-11-24T09:00:00.000Z',
    who: 'Camille',
    method,
    label,
    meetingId: null,
    state,
  }
}

/** A title that no line can hold. */
export const longTitle =
  'Modalités de raccordement des collectivités territoriales et de leurs groupements à la plateforme mutualisée d’échange de pièces justificatives, calendrier prévisionnel de déploiement et conséquences pour les petites communes'

/** Nothing was left open by earlier meetings. */
export function nothingCarried(meetingId = id(12)): Output<'carryOver.list'> {
  return {
    meetingId,
    isOpen: true,
    proposals: [],
    more: { project: 0, watch: 0 },
    elsewhere: [],
    dismissed: [],
  }
}

/** A project that nobody presented yet. */
export const projectRow = (n: number, title: string, change: Partial<ProjectRow> = {}): ProjectRow => ({
  ...blankProject,
  id: id(n),
  version: 1,
  title,
  hearings: [],
  heardTimes: 0,
  texts: [],
  coming: [],
  asked: null,
  ...change,
})

/** What a list of all says of a project. */
export function listed(row: ProjectRow): ListedProject {
  const { id, version, title, projectOwner, organisation, stage, axisId, hearings } = row
  const { heardTimes, texts, coming, asked } = row
  const ahead = new Set(coming.map(({ itemId }) => itemId))
  return {
    ...{ id, version, title, projectOwner, organisation, stage, axisId, heardTimes, texts, coming, asked },
    isRegulatory: isRegulatory(row, texts.length),
    lastHeard: hearings.find(({ itemId }) => !ahead.has(itemId)) ?? null,
  }
}

/** Of an agenda that nobody was shown. */
export function draftStatus(meetingId: string): Output<'agenda.status'> {
  return {
    ...{ meetingId, state: 'draft', submittedTo: '', submittedAt: null },
    ...{ validatedBy: '', validatedAt: null, changedSinceValidation: false, versions: [] },
    ...{ compared: null, changes: [], headEdits: [], movedHours: [] },
    ...{ usualValidator: '', missingApprovals: [] },
  }
}

/** What *Préparer* asks of a meeting whose agenda is empty. */
export function bareAgenda(meetingId: string): Answers {
  return {
    'agenda.list': () => ({
      ...{ meetingId, items: [], links: [], guests: [], provenance: [], followUpId: null, settled: [] },
    }),
    'agenda.status': () => draftStatus(meetingId),
    'agenda.template': () => [],
    'agenda.readLine': () => null,
    'attachments.list': () => [],
    'attachments.awaited': () => [],
    'carryOver.list': () => nothingCarried(meetingId),
  }
}
