import { useEffect, useMemo, useRef, useState } from 'react'
import type { Attachment } from '../../../electron/domain/documents/attachment.ts'
import type { CivilDate, Id } from '../../../electron/domain/ids.ts'
import { newId } from '../../api/new-id.ts'
import { agendaText } from '../../text/agenda.ts'
import { showUndoToast } from '../../ui/toasts.ts'
import type { AgendaState, AgendaStore } from './agenda-store.ts'
import { lengthened } from './keys.ts'
import { applied, type Operation } from './operations.ts'
import { agendaOf, type MeetingHours } from './rows.ts'
import { childrenOf, heirOf, neighbour } from './tree.ts'
import type { LinkOperation, Workspace } from './workspace.ts'

type Add = Extract<Operation, { type: 'add' }>

export function useAgendaWorkspace(
  store: AgendaStore,
  state: AgendaState,
  hours: MeetingHours & { date: CivilDate },
  attachments: readonly Attachment[],
  firstChosen: Id | null,
  announce: (words: string) => void,
  /** Why nothing of it may change now; null when everything may. */
  off: string | null,
): Workspace {
  const [chosenId, choose] = useState<Id | null>(firstChosen)
  const [namingId, setNamingId] = useState<Id | null>(null)
  /** The row just opened for a new item: sent to the core with its first character. */
  const [fresh, setFresh] = useState<Add | null>(null)
  useEffect(() => {
    if (firstChosen !== null) choose(firstChosen)
  }, [firstChosen])

  const agenda = useMemo(
    () => agendaOf(fresh === null ? state.view : applied(state.view, fresh), hours),
    [state.view, fresh, hours],
  )
  const attachmentCounts = useMemo(() => {
    const counts = new Map<Id, number>()
    for (const { itemId } of attachments) {
      if (itemId !== null) counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    }
    return counts
  }, [attachments])

  const items = state.view.items
  // The acts read what is shown when they are called, so that rows need not be drawn again for a new closure.
  const now = useRef({ agenda, items, fresh })
  now.current = { agenda, items, fresh }
  const announceRef = useRef(announce)
  announceRef.current = announce

  const acts = useMemo(() => {
    const titleOf = (id: Id) => now.current.agenda.byId.get(id)?.item.title || agendaText.untitled
    const move = (id: Id, parentId: Id | null, index: number) => {
      void store.do({ type: 'move', id, parentId, index })
      const row = agendaOf(store.getState().view, hours).byId.get(id)
      if (row !== undefined) announceRef.current(agendaText.moved(row.number, row.item.kind, row.depth))
    }
    return {
      choose,
      startNaming: (id: Id) => {
        choose(id)
        setNamingId(id)
      },
      name: (id: Id, title: string) => {
        const add = now.current.fresh
        if (add?.id !== id) store.type(id, { title })
        else if (title.trim() !== '') {
          void store.do({ ...add, fields: { ...add.fields, title } })
          setFresh(null)
        }
      },
      endNaming: (id: Id, title: string) => {
        setNamingId(null)
        const add = now.current.fresh
        const isFresh = add?.id === id
        setFresh(null)
        if (title.trim() === '') {
          if (isFresh) choose(add.afterId)
          else if (now.current.items.some((item) => item.id === id)) {
            choose(heirOf(now.current.items, id))
            void store.do({ type: 'remove', id })
          }
        } else if (isFresh) void store.do({ ...add, fields: { ...add.fields, title } })
        else {
          if (now.current.agenda.byId.get(id)?.item.title !== title) store.type(id, { title })
          void store.flush()
        }
      },
      addBelow: (id: Id | null, kind: 'item' | 'welcome' | 'break' = 'item') => {
        const current = now.current.items
        const above = current.find((item) => item.id === id)
        const parentId = above?.parentId ?? null
        const afterId = above?.id ?? childrenOf(current, null).at(-1)?.id ?? null
        const added: Add = { type: 'add', id: newId(), parentId, afterId, fields: { title: '', kind } }
        choose(added.id)
        if (kind === 'break') {
          void store.do({ ...added, fields: { title: agendaText.breakTitle, kind, durationMinutes: 15 } })
          return
        }
        setFresh(added)
        setNamingId(added.id)
      },
      move: (id: Id, direction: 'up' | 'down' | 'indent' | 'outdent') => {
        const place = neighbour(now.current.items, id, direction)
        if (place === null) announceRef.current(agendaText.atEdge)
        else move(id, place.parentId, place.index)
      },
      place: (id: Id, place: { parentId: Id | null; index: number }) => move(id, place.parentId, place.index),
      lengthen: (id: Id, minutes: number) => {
        const item = now.current.items.find((one) => one.id === id)
        if (item !== undefined) store.type(id, { durationMinutes: lengthened(item.durationMinutes, minutes) })
      },
      remove: (id: Id) => {
        const title = titleOf(id)
        choose(heirOf(now.current.items, id))
        void store.do({ type: 'remove', id }).then(() => {
          const refused = store.getState().setAside.some((one) => one.operation.id === id)
          if (!refused) void showUndoToast(agendaText.removed(title))
        })
      },
      edit: (id: Id, patch: Extract<Operation, { type: 'update' }>['patch']) =>
        void store.do({ type: 'update', id, patch }),
      link: (operation: LinkOperation) => void store.do(operation),
    }
  }, [store, hours])

  const allowed = useMemo(
    () => (off === null ? acts : { ...acts, ...refusing(() => announceRef.current(off)) }),
    [acts, off],
  )
  return useMemo(
    () => ({ ...allowed, agenda, date: hours.date, attachmentCounts, chosenId, namingId }),
    [allowed, agenda, hours, attachmentCounts, chosenId, namingId],
  )
}

/** Keys, menus and drags that would change the agenda say why they do not. */
function refusing(say: () => void) {
  return {
    startNaming: say,
    name: say,
    endNaming: say,
    addBelow: say,
    move: say,
    place: say,
    lengthen: say,
    remove: say,
    edit: say,
    link: say,
  } satisfies Partial<Workspace>
}
