// Everything the window may ask of the privileged side, in one table.
import type { z } from 'zod'
import { agenda } from './agenda.ts'
import { approval } from './approval.ts'
import { archive } from './archive.ts'
import { attachments } from './attachments.ts'
import { backPlanning } from './back-planning.ts'
import { backups } from './backups.ts'
import { carryOver } from './carry-over.ts'
import { dataPlace } from './data-place.ts'
import { deliveries } from './deliveries.ts'
import { directory } from './directory.ts'
import { dispatch } from './dispatch.ts'
import { documentStyle } from './document-style.ts'
import { documents } from './documents.ts'
import { followUp } from './follow-up.ts'
import { handOver } from './hand-over.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { keptFiles } from './kept-files.ts'
import { meetingBook } from './meeting-book.ts'
import { meetings } from './meetings.ts'
import type { MenuCommand } from './menu-acts.ts'
import type { Envelope } from './method.ts'
import { minutes } from './minutes.ts'
import { minutesVersions } from './minutes-versions.ts'
import { notebooks } from './notebooks.ts'
import { observations } from './observations.ts'
import { personalData } from './personal-data.ts'
import { presenter } from './presenter.ts'
import { profile } from './profile.ts'
import { projectReferences } from './project-references.ts'
import { projects } from './projects.ts'
import { recoveryMethods } from './recovery.ts'
import { replies } from './replies.ts'
import { sealing } from './sealing.ts'
import { search } from './search.ts'
import { series } from './series.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { spelling } from './spelling.ts'
import { subjects } from './subjects.ts'
import { takeover } from './takeover.ts'
import { watch } from './watch.ts'
import { watchLife } from './watch-life.ts'
import { watchList } from './watch-list.ts'
import { yearlyReport } from './yearly-report.ts'

export const contract = {
  ...settings,
  ...profile,
  ...recoveryMethods,
  ...backups,
  ...keptFiles,
  ...sealing,
  ...dataPlace,
  ...home,
  ...meetings,
  ...series,
  ...backPlanning,
  ...carryOver,
  ...subjects,
  ...agenda,
  ...minutes,
  ...followUp,
  ...observations,
  ...session,
  ...notebooks,
  ...presenter,
  ...minutesVersions,
  ...approval,
  ...archive,
  ...directory,
  ...personalData,
  ...projects,
  ...projectReferences,
  ...watch,
  ...watchLife,
  ...deliveries,
  ...watchList,
  ...yearlyReport,
  ...attachments,
  ...imports,
  ...takeover,
  ...documents,
  ...meetingBook,
  ...documentStyle,
  ...dispatch,
  ...replies,
  ...handOver,
  ...history,
  ...search,
  ...spelling,
} as const

export type Contract = typeof contract
export type Method = keyof Contract
export type Input<M extends Method> = z.input<Contract[M]['input']>
export type Parsed<M extends Method> = z.output<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>
/** The methods of one kind: `MethodsOf<'write'>`. */
export type MethodsOf<K extends Contract[Method]['kind']> = {
  [M in Method]: Contract[M]['kind'] extends K ? M : never
}[Method]

/** The bridge that the preload gives the window as `window.seances`. */
export type Bridge = {
  call<M extends Method>(method: M, input: Input<M>): Promise<Envelope<Output<M>>>
  /** Subscribes to events; returns how to stop. */
  on(listener: (event: CoreEvent) => void): () => void
}

/**
 * Events carry topics and ids only; the screen reads again.
 * `core` says that the core process died or came back; `save-now` asks the window to send what is unsaved before closing;
 * `conversion` says which presentation is being turned into PDF.
 */
export type CoreEvent =
  | { topic: 'changed'; methods: readonly string[]; meetingId: string | null }
  | { topic: 'core'; state: 'lost' | 'back' }
  | { topic: 'copies' }
  /** Knowledge of damage to the data or to the files beside them changed. */
  | { topic: 'damage' }
  /** Whether this desk may write, or whose data are shown, changed. */
  | { topic: 'pen' }
  /** The presenter window was opened, or closed by whoever stands before it. */
  | { topic: 'presenter'; isOpen: boolean }
  /** How far a long work is, under the name of its method. */
  | { topic: 'progress'; method: Method; done: number; total: number }
  | { topic: 'save-now' }
  | { topic: 'conversion'; fileName: string; done: number; total: number }
  | { topic: 'menu'; command: MenuCommand }
