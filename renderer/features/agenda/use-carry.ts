import { type KeyboardEvent, useState } from 'react'
import type { Id } from '../../../electron/domain/ids.ts'
import { bindActs, pressKey } from '../../acts/act.ts'
import { agendaText } from '../../text/agenda.ts'
import { titled } from '../../text/common.ts'
import { type Landing, nextLanding, placeOf } from './landings.ts'
import { carryActs } from './row-acts.ts'
import type { Workspace } from './workspace.ts'

const text = agendaText.carry

/** An item whose handle was pressed without a mouse: the keys take it elsewhere, and each place is said. */
export function useCarry({ agenda, place, announce }: Workspace) {
  const [carried, setCarried] = useState<{ id: Id; over: Landing | null } | null>(null)
  const titleOf = (id: Id) => titled(agenda.byId.get(id)?.item.title ?? '')
  const leave = () => {
    if (carried === null) return
    setCarried(null)
    announce(text.left)
  }
  return {
    id: carried?.id ?? null,
    landing: carried?.over ?? null,
    begin: (id: Id) => {
      setCarried({ id, over: null })
      announce(text.begun(titleOf(id)))
    },
    leave,
    /** While something is carried no other key does anything. */
    pressKey: (event: KeyboardEvent): boolean => {
      if (carried === null) return false
      const { id, over } = carried
      const acts = {
        go: (step: 1 | -1) => {
          const next = nextLanding(agenda.rows, id, over, step)
          if (next === null) return announce(agendaText.atEdge)
          setCarried({ id, over: next })
          announce(text[next.place](titleOf(next.target)))
        },
        drop: () => {
          const to = over === null ? null : placeOf(agenda.rows, id, over)
          if (to === null) return leave()
          setCarried(null)
          place(id, to)
        },
        leave,
      }
      if (!pressKey(event, Object.values(bindActs(carryActs, acts, null)))) event.preventDefault()
      return true
    },
  }
}
