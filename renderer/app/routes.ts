import type { FunctionComponent } from 'react'
import { HomePage } from '../features/home/HomePage.tsx'
import { placeText } from '../text/place.ts'
import { ahead, later } from './later.ts'
import { type ParamsOf, type PlaceId, paths } from './paths.ts'

/** For a screen: its parameters, which of its addresses it is shown at, and what to choose first. */
export type PageProps<P extends PlaceId> = ParamsOf<P> & { place: P; focusId: string | null }

export type Route<P extends PlaceId = PlaceId> = {
  readonly path: string
  /** French title: the window's title, the palette, the tests. */
  readonly title: string
  /** The sidebar folds into a rail to make room. */
  readonly rail: boolean
  /** The tab of a meeting that it stands under. */
  readonly tab: PlaceId | null
  /** Goes on when one of these addresses follows another. */
  readonly screen: PlaceId
  readonly page: () => FunctionComponent<PageProps<P>>
}

function route<P extends PlaceId>(
  id: P,
  page: () => FunctionComponent<PageProps<P>>,
  options: { rail?: boolean; tab?: PlaceId; screen?: PlaceId } = {},
): Route<P> {
  return {
    path: paths[id],
    title: placeText[id],
    rail: options.rail ?? false,
    tab: options.tab ?? null,
    screen: options.screen ?? id,
    page,
  }
}

/** One screen at four addresses: its pane at right shows another face at each. */
const preparePage = ahead(() => import('../features/agenda/AgendaPage.tsx').then((m) => m.AgendaPage))
const prepared = { tab: 'agenda', screen: 'agenda' } as const

/** Sections of the settings: one frame goes on over all of them. */
const inSettings = { screen: 'settings' } as const

export const routes: { readonly [P in PlaceId]: Route<P> } = {
  home: route('home', () => HomePage),
  meetings: route(
    'meetings',
    ahead(() => import('../features/meetings/MeetingsPage.tsx').then((m) => m.MeetingsPage)),
  ),
  series: route(
    'series',
    later(() => import('../features/meetings/series/SeriesPage.tsx').then((m) => m.SeriesPage)),
  ),
  bin: route(
    'bin',
    later(() => import('../features/meetings/BinPage.tsx').then((m) => m.BinPage)),
    inSettings,
  ),
  agenda: route('agenda', preparePage, prepared),
  preparation: route('preparation', preparePage, prepared),
  attachments: route('attachments', preparePage, prepared),
  agendaPage: route('agendaPage', preparePage, prepared),
  participants: route(
    'participants',
    ahead(() =>
      import('../features/attendance/replies/ParticipantsPage.tsx').then((m) => m.ParticipantsPage),
    ),
    { tab: 'participants' },
  ),
  dispatch: route(
    'dispatch',
    ahead(() => import('../features/dispatch/DispatchPage.tsx').then((m) => m.DispatchPage)),
    { tab: 'dispatch' },
  ),
  session: route(
    'session',
    ahead(() => import('../features/session/SessionPage.tsx').then((m) => m.SessionPage)),
    { tab: 'session' },
  ),
  notebooks: route(
    'notebooks',
    later(() => import('../features/session/notebooks/NotebooksPage.tsx').then((m) => m.NotebooksPage)),
    { tab: 'session' },
  ),
  minutes: route(
    'minutes',
    ahead(() => import('../features/minutes/MinutesPage.tsx').then((m) => m.MinutesPage)),
    { tab: 'minutes' },
  ),
  meetingDetails: route(
    'meetingDetails',
    later(() => import('../features/meetings/DetailsPage.tsx').then((m) => m.DetailsPage)),
    { tab: 'agenda' },
  ),
  meetingHistory: route(
    'meetingHistory',
    later(() =>
      import('../features/settings/history/MeetingHistoryPage.tsx').then((m) => m.MeetingHistoryPage),
    ),
    { tab: 'agenda' },
  ),
  oldFiles: route(
    'oldFiles',
    later(() => import('../features/imports/old-files/OldFilesPage.tsx').then((m) => m.OldFilesPage)),
    { ...inSettings, rail: true },
  ),
  importReview: route(
    'importReview',
    ahead(() => import('../features/imports/ImportReviewPage.tsx').then((m) => m.ImportReviewPage)),
    { rail: true },
  ),
  subjects: route(
    'subjects',
    ahead(() => import('../features/agenda/subjects/SubjectsPage.tsx').then((m) => m.SubjectsPage)),
  ),
  projects: route(
    'projects',
    later(() => import('../features/projects/ProjectsPage.tsx').then((m) => m.ProjectsPage)),
  ),
  projectSheet: route(
    'projectSheet',
    later(() => import('../features/projects/ProjectPage.tsx').then((m) => m.ProjectPage)),
  ),
  projectReferences: route(
    'projectReferences',
    later(() => import('../features/projects/references/ReferencesPage.tsx').then((m) => m.ReferencesPage)),
  ),
  watch: route(
    'watch',
    ahead(() => import('../features/watch/WatchPage.tsx').then((m) => m.WatchPage)),
  ),
  watchText: route(
    'watchText',
    later(() => import('../features/watch/TextPage.tsx').then((m) => m.TextPage)),
  ),
  watchDue: route(
    'watchDue',
    later(() => import('../features/watch/DuePage.tsx').then((m) => m.DuePage)),
  ),
  deliveries: route(
    'deliveries',
    later(() => import('../features/watch/deliveries/DeliveriesPage.tsx').then((m) => m.DeliveriesPage)),
  ),
  followUp: route(
    'followUp',
    ahead(() => import('../features/follow-up/FollowUpPage.tsx').then((m) => m.OpenActionsPage)),
  ),
  followUpClosed: route(
    'followUpClosed',
    later(() => import('../features/follow-up/FollowUpPage.tsx').then((m) => m.ClosedActionsPage)),
  ),
  followUpDecisions: route(
    'followUpDecisions',
    later(() => import('../features/follow-up/FollowUpPage.tsx').then((m) => m.DecisionsPage)),
  ),
  said: route(
    'said',
    later(() => import('../features/home/search/SaidPage.tsx').then((m) => m.SaidPage)),
  ),
  followUpChecks: route(
    'followUpChecks',
    later(() => import('../features/follow-up/FollowUpPage.tsx').then((m) => m.FollowUpChecksPage)),
  ),
  yearlyReport: route(
    'yearlyReport',
    later(() => import('../features/yearly-report/YearlyReportPage.tsx').then((m) => m.YearlyReportPage)),
  ),
  directory: route(
    'directory',
    ahead(() => import('../features/directory/DirectoryPage.tsx').then((m) => m.DirectoryPage)),
  ),
  directoryImport: route(
    'directoryImport',
    later(() => import('../features/directory/DirectoryImportPage.tsx').then((m) => m.DirectoryImportPage)),
    { rail: true },
  ),
  directoryDuplicates: route(
    'directoryDuplicates',
    later(() => import('../features/directory/DuplicatesPage.tsx').then((m) => m.DuplicatesPage)),
  ),
  settings: route(
    'settings',
    later(() => import('../features/settings/SettingsPage.tsx').then((m) => m.SettingsPage)),
  ),
  documentStyle: route(
    'documentStyle',
    later(() => import('../features/documents/style/DocumentStylePage.tsx').then((m) => m.DocumentStylePage)),
    { ...inSettings, rail: true },
  ),
  personalData: route(
    'personalData',
    later(() =>
      import('../features/directory/personal-data/PersonalDataPage.tsx').then((m) => m.PersonalDataPage),
    ),
    inSettings,
  ),
  handOver: route(
    'handOver',
    later(() => import('../features/backups/hand-over/HandOverPage.tsx').then((m) => m.HandOverPage)),
    inSettings,
  ),
  team: route(
    'team',
    later(() => import('../features/team/TeamPage.tsx').then((m) => m.TeamPage)),
    inSettings,
  ),
  backups: route(
    'backups',
    later(() => import('../features/backups/BackupsPage.tsx').then((m) => m.BackupsPage)),
    inSettings,
  ),
  keptFiles: route(
    'keptFiles',
    later(() => import('../features/backups/kept-files/KeptFilesPage.tsx').then((m) => m.KeptFilesPage)),
    inSettings,
  ),
  history: route(
    'history',
    later(() => import('../features/settings/history/HistoryPage.tsx').then((m) => m.HistoryPage)),
    inSettings,
  ),
}
