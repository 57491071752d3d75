import { createContext, useContext } from 'react'
import type { ItemKind } from '../../../electron/domain/agenda/agenda.ts'
import type { CivilDate, Id } from '../../../electron/domain/ids.ts'
import type { Operation, Patch } from './operations.ts'
import type { Agenda } from './rows.ts'
import type { Direction, Place } from './tree.ts'

export type LinkOperation = Extract<Operation, { type: 'link' | 'unlink' | 'invite' | 'dismiss' }>

export type Workspace = {
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
  /** A title as typed so far. */
  name: (id: Id, title: string) => void
  /** Ends naming; `title` is what stays. A new item without title goes away. */
  endNaming: (id: Id, title: string) => void
  addBelow: (id: Id | null, kind?: ItemKind) => void
  move: (id: Id, direction: Direction) => void
  place: (id: Id, place: Place) => void
  lengthen: (id: Id, minutes: number) => void
  remove: (id: Id) => void
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
