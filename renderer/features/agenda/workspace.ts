import { createContext, useContext } from 'react'
import type { CivilDate, Id } from '../../../electron/domain/ids.ts'
import type { AgendaStore } from './agenda-store.ts'
import type { Operation, Patch } from './operations.ts'
import type { Agenda } from './rows.ts'
import type { Place } from './tree.ts'

export type Add = Extract<Operation, { type: 'add' }>
export type LinkOperation = Extract<Operation, { type: 'link' | 'unlink' | 'invite' | 'dismiss' }>

export type Workspace = {
  store: AgendaStore
  /** Said to who does not see the screen. */
  announce: (words: string) => void
  agenda: Agenda
  /** Of the meeting. */
  date: CivilDate
  /** Attachments per item. */
  attachmentCounts: ReadonlyMap<Id, number>
  chosenId: Id | null
  /** The item whose title is being written in its row. */
  namingId: Id | null
  choose: (id: Id | null) => void
  startNaming: (id: Id) => void
  /** A title as typed so far, and as it was shown before this key. */
  name: (id: Id, title: string, shown: string) => void
  /** Ends naming; `title` is what stays of what is shown. A new item without title goes away. */
  endNaming: (id: Id, title: string, shown: string, isLeft: boolean) => void
  /** Opens a row for a new item: sent with its first character. */
  open: (added: Add) => void
  place: (id: Id, place: Place) => void
  /** A finished edit of the inspector. */
  edit: (id: Id, patch: Patch) => void
  /** Linked to an item: projects, texts, guests. */
  link: (operation: LinkOperation) => void
}

export const WorkspaceContext = createContext<Workspace | null>(null)

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('no agenda workspace around this component')
  return workspace
}
