// The core's event names only the method that wrote.
import type { Method, MethodsOf } from '../../electron/contract/index.ts'

type Word<M extends string> = M extends `${infer Head}.${string}` ? Head : never
type WrittenWord = Word<MethodsOf<'write'>>

const meetings = ['meetings.list', 'meetings.get', 'home.get', 'approval.get'] as const satisfies Method[]
/** What is told of the minutes' own past. */
const versions = ['minutesVersions.list', 'minutesVersions.compare'] as const satisfies Method[]

/** What is left open, and by whom; what the year has counted of it. */
const left = ['carryOver.list', 'carryOver.actions', 'yearlyReport.get'] as const satisfies Method[]

/** Projects, with where they were presented and what is asked of them. */
const boards = ['projects.list', 'projects.get'] as const satisfies Method[]

/** Decisions and actions over all meetings. */
const register = [
  'followUp.actions',
  'followUp.decisions',
  'followUp.counts',
  'followUp.choices',
  'followUp.action',
  'followUp.decision',
] as const satisfies Method[]

/** By the feature word before the dot. `all`: anything may have changed. */
const byWord: Readonly<
  Record<WrittenWord | 'documents' | 'watchList', readonly MethodsOf<'read'>[] | 'all'>
> = {
  /** Not written by the window: told when a document left, and when it was checked. */
  documents: ['documents.produced'],
  history: 'all',
  imports: 'all',
  takeover: 'all',
  /** What is noted of files shows in reads that are no transaction. */
  keptFiles: 'all',
  settings: ['settings.body', 'meetings.get', 'home.get', 'dispatch.get'],
  meetings: [
    ...register,
    ...left,
    ...meetings,
    'meetings.years',
    'meetings.moves',
    'meetings.bin',
    'agenda.list',
    'agenda.status',
    'backPlanning.tasks',
    'series.occurrences',
    'replies.list',
    'dispatch.get',
    ...boards,
    'watch.list',
    'watch.get',
    'watch.life',
  ],
  series: [
    ...register,
    ...meetings,
    ...left,
    'meetings.years',
    'series.list',
    'series.occurrences',
    'replies.list',
  ],
  backPlanning: ['backPlanning.template', 'backPlanning.tasks', 'home.get'],
  /** What is taken up becomes items with documents and links. */
  carryOver: [
    ...meetings,
    ...left,
    'agenda.list',
    'agenda.status',
    'attachments.list',
    'attachments.awaited',
    'attachments.projection',
    'backPlanning.tasks',
    'subjects.list',
    'subjects.get',
    ...boards,
    'watch.list',
    'watch.get',
    'watch.life',
    'dispatch.get',
  ],
  subjects: [
    ...left,
    ...meetings,
    'subjects.list',
    'subjects.get',
    'agenda.list',
    'agenda.status',
    'attachments.list',
    'attachments.awaited',
    'attachments.projection',
    'backPlanning.tasks',
    ...boards,
    'watch.list',
    'watch.get',
    'dispatch.get',
  ],
  dispatch: [
    'followUp.action',
    ...meetings,
    ...versions,
    'dispatch.templates',
    'dispatch.list',
    'dispatch.get',
    'dispatch.sharedFolder',
    'documents.produced',
    'backPlanning.tasks',
    'minutes.get',
  ],
  replies: ['replies.list', 'home.get'],
  agenda: [
    ...register,
    ...left,
    ...meetings,
    'agenda.list',
    'observations.standing',
    'agenda.status',
    'agenda.template',
    'backPlanning.tasks',
    'attachments.awaited',
    'attachments.projection',
    'subjects.list',
    'subjects.get',
    'replies.list',
    'dispatch.get',
    ...boards,
    'watch.list',
    'watch.get',
    'watch.life',
  ],
  followUp: [
    ...register,
    ...left,
    'minutes.get',
    'home.get',
    'backPlanning.tasks',
    'dispatch.list',
    'dispatch.get',
    ...boards,
  ],
  minutes: [
    ...register,
    ...left,
    ...meetings,
    ...boards,
    'watch.get',
    'watch.life',
    ...versions,
    'observations.standing',
    'minutes.get',
    'session.get',
    'notebooks.list',
    'attendance.list',
    'agenda.status',
    'backPlanning.tasks',
    'dispatch.get',
  ],
  minutesVersions: [
    ...register,
    ...left,
    ...meetings,
    ...versions,
    'minutes.get',
    'session.get',
    'observations.standing',
  ],
  session: [
    ...register,
    ...left,
    ...meetings,
    ...boards,
    'watch.get',
    'watch.life',
    ...versions,
    'session.get',
    'notebooks.list',
    'minutes.get',
    'agenda.list',
    'agenda.status',
    'attendance.list',
    'backPlanning.tasks',
  ],
  notebooks: [
    ...register,
    ...left,
    ...meetings,
    ...versions,
    'notebooks.list',
    'notebooks.progress',
    'session.get',
    'minutes.get',
  ],
  /** What is accepted is written: in the minutes, or in the agenda. */
  observations: [
    ...register,
    ...left,
    ...meetings,
    ...versions,
    'observations.list',
    'observations.standing',
    'minutes.get',
    'session.get',
    'agenda.list',
    'agenda.status',
    'backPlanning.tasks',
  ],
  archive: ['archive.rules'],
  attendance: [...meetings, ...versions, 'attendance.list', 'yearlyReport.get'],
  directory: [
    ...register,
    'projects.get',
    'yearlyReport.get',
    'directory.list',
    'directory.duplicates',
    'agenda.list',
    'attachments.awaited',
    'attendance.list',
    'dispatch.get',
    'minutes.get',
    'replies.list',
    'subjects.list',
    'subjects.get',
  ],
  personalData: ['personalData.get', 'personalData.due'],
  spelling: ['spelling.words', 'spelling.state'],
  projects: [
    ...boards,
    ...left,
    ...meetings,
    'projectReferences.list',
    'agenda.list',
    'agenda.status',
    'attachments.list',
    'attachments.awaited',
    'attachments.projection',
    'backPlanning.tasks',
    'subjects.list',
    'subjects.get',
    'watch.list',
    'watch.get',
    'watch.life',
    'dispatch.get',
  ],
  projectReferences: ['projectReferences.list'],
  documentStyle: [
    'documentStyle.get',
    'documentStyle.letterheads',
    'documentStyle.sentences',
    'meetings.get',
  ],
  watch: [
    ...left,
    ...boards,
    // Two rows made one keep what a delivery said of either.
    'deliveries.source',
    'watch.list',
    'watch.get',
    'watch.life',
    'watch.due',
    'watch.readPasted',
    'agenda.list',
    'agenda.status',
    'backPlanning.tasks',
    'home.get',
    'meetings.get',
    'meetings.list',
  ],
  watchList: [
    ...left,
    'watch.list',
    'watch.get',
    'watch.life',
    'watch.due',
    'watch.readPasted',
    'backPlanning.tasks',
    'home.get',
  ],
  /** What is taken in becomes followed texts. */
  deliveries: [
    ...left,
    ...boards,
    'deliveries.list',
    'deliveries.get',
    'deliveries.profile',
    'deliveries.source',
    'watch.list',
    'watch.get',
    'watch.life',
    'watch.due',
    'watch.readPasted',
    'backPlanning.tasks',
    'home.get',
  ],
  attachments: [
    ...left,
    'attachments.list',
    'attachments.versions',
    'attachments.awaited',
    'attachments.projection',
    'backPlanning.tasks',
    'dispatch.get',
    'meetings.get',
    'home.get',
  ],
}

/** After every write. */
const always: readonly MethodsOf<'read'>[] = [
  'history.state',
  'history.list',
  'history.ofField',
  'search.query',
  'home.beside',
]

/** Saved every second while somebody types: what they change is read again when next shown, not at once. */
const typed: ReadonlySet<string> = new Set<MethodsOf<'write'>>(['minutes.update', 'minutes.updateSection'])

/**
 * What to read again after `method` wrote.
 * `now` is read at once where it is shown, `later` when it is next shown; `all` stands for every read.
 */
export function affectedReads(method: string): {
  now: readonly string[] | 'all'
  later: readonly string[]
} {
  const word = method.split('.')[0] ?? ''
  const reads: readonly string[] | 'all' = word in byWord ? byWord[word as keyof typeof byWord] : 'all'
  if (reads === 'all') return { now: 'all', later: [] }
  return typed.has(method) ? { now: always, later: reads } : { now: [...always, ...reads], later: [] }
}
