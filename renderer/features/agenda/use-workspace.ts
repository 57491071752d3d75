import { useEffect, useMemo, useRef, useState } from 'react'
import type { Attachment } from '../../../electron/domain/documents/attachment.ts'
import type { CivilDate, Id } from '../../../electron/domain/ids.ts'
import { agendaText } from '../../text/agenda.ts'
import type { AgendaState, AgendaStore } from './agenda-store.ts'
import { applied, type Operation } from './operations.ts'
import { type Agenda, agendaOf, type MeetingHours } from './rows.ts'
import { heirOf, type Place } from './tree.ts'
import { understandNew } from './understand.ts'
import type { Add, LinkOperation, Workspace } from './workspace.ts'

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

  const shown = useRef<Agenda>(null)
  const agenda = useMemo(
    () => agendaOf(fresh === null ? state.view : applied(state.view, fresh), hours, shown.current),
    [state.view, fresh, hours],
  )
  useEffect(() => {
    shown.current = agenda
  }, [agenda])
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

  /** The row that was added to be named: its first title may say more than a title. */
  const added = useRef<Id | null>(null)

  const acts = useMemo(() => {
    return {
      store,
      announce: (words: string) => announceRef.current(words),
      choose,
      startNaming: (id: Id) => {
        choose(id)
        setNamingId(id)
      },
      name: (id: Id, title: string, shown: string) => {
        const add = now.current.fresh
        if (add?.id !== id) store.type(id, { title }, { title: shown })
        else if (title.trim() !== '') {
          void store.do({ ...add, fields: { ...add.fields, title }, isBegun: true })
          setFresh(null)
        }
      },
      endNaming: (id: Id, title: string, shown: string, isLeft: boolean) => {
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
        } else {
          if (isFresh) void store.do({ ...add, fields: { ...add.fields, title } })
          else if (title !== shown) store.type(id, { title }, { title: shown })
          store.endTitle()
          const wasAdded = added.current === id
          void store.settle().then(() => (wasAdded ? understandNew(store, id, title, isLeft) : undefined))
          added.current = null
        }
      },
      open: (add: Add) => {
        added.current = add.id
        choose(add.id)
        setFresh(add)
        setNamingId(add.id)
      },
      place: (id: Id, { parentId, index }: Place) => {
        void store.do({ type: 'move', id, parentId, index })
        const row = agendaOf(store.getState().view, hours).byId.get(id)
        if (row !== undefined) announceRef.current(agendaText.moved(row.number, row.item.kind, row.depth))
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

/** Drags and fields that would change the agenda say why they do not. */
function refusing(say: () => void) {
  return {
    startNaming: say,
    name: say,
    endNaming: say,
    open: say,
    place: say,
    edit: say,
    link: say,
  } satisfies Partial<Workspace>
}
