// Affected reads: which answers on screen a write may have changed; the core's event names only the method that wrote.
import type { Method, MethodsOf } from '../../electron/contract/index.ts'

type Word<M extends string> = M extends `${infer Head}.${string}` ? Head : never
type WrittenWord = Word<MethodsOf<'write'>>

const meetings = ['meetings.list', 'meetings.get', 'home.get'] as const satisfies Method[]

/** By the feature word before the dot. `all`: anything may have changed. */
const byWord: Readonly<Record<WrittenWord | 'documents', readonly MethodsOf<'read'>[] | 'all'>> = {
  /** Not written by the window: told when a document left, and when it was checked. */
  documents: ['documents.produced'],
  history: 'all',
  imports: 'all',
  settings: ['settings.body', 'meetings.get', 'home.get', 'dispatch.get'],
  meetings: [
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
    'projects.list',
    'watch.list',
    'watch.get',
  ],
  series: [...meetings, 'meetings.years', 'series.list', 'series.occurrences', 'replies.list'],
  backPlanning: ['backPlanning.template', 'backPlanning.tasks', 'home.get'],
  subjects: [
    ...meetings,
    'subjects.list',
    'subjects.get',
    'agenda.list',
    'agenda.status',
    'attachments.list',
    'attachments.projection',
    'projects.list',
  ],
  dispatch: [
    ...meetings,
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
    ...meetings,
    'agenda.list',
    'agenda.status',
    'agenda.template',
    'backPlanning.tasks',
    'attachments.awaited',
    'attachments.projection',
    'subjects.list',
    'subjects.get',
    'replies.list',
    'dispatch.get',
    'projects.list',
    'watch.list',
    'watch.get',
  ],
  minutes: [
    ...meetings,
    'minutes.get',
    'session.get',
    'attendance.list',
    'agenda.status',
    'backPlanning.tasks',
    'dispatch.get',
  ],
  minutesVersions: [...meetings, 'minutes.get', 'minutesVersions.list', 'session.get'],
  session: [
    ...meetings,
    'session.get',
    'minutes.get',
    'agenda.list',
    'agenda.status',
    'attendance.list',
    'backPlanning.tasks',
  ],
  observations: ['observations.list', 'meetings.get'],
  attendance: [...meetings, 'attendance.list'],
  directory: [
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
  projects: ['projects.list', 'agenda.list'],
  documentStyle: [
    'documentStyle.get',
    'documentStyle.letterheads',
    'documentStyle.sentences',
    'meetings.get',
  ],
  watch: ['watch.list', 'watch.get', 'agenda.list', 'meetings.get'],
  attachments: [
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
const always: readonly MethodsOf<'read'>[] = ['history.state', 'history.list', 'search.query']

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
