import PanelLeftClose from 'lucide-react/icons/panel-left-close'
import PanelLeftOpen from 'lucide-react/icons/panel-left-open'
import { type ReactNode, useState } from 'react'
import type { BoundAct } from '../acts/act.ts'
import { useActs } from '../acts/use-acts.ts'
import { Icon } from '../ui/Icon.tsx'
import { ONE_COLUMN, useWidthWithin } from '../ui/window-width.ts'
import { leftListActs } from './left-list-acts.ts'

/** As it was left, found again on the next screen that has one. */
const kept = { column: true, wide: false }

export type LeftListState = {
  readonly isFolded: boolean
  /** Nothing stands beside anything else. */
  readonly isOneColumn: boolean
  readonly fold: BoundAct
}

export function useLeftList(): LeftListState {
  // In one column it would push away what it lists.
  const isOneColumn = useWidthWithin(ONE_COLUMN)
  const room = isOneColumn ? 'column' : 'wide'
  const [folded, setFolded] = useState(() => ({ ...kept }))
  const isFolded = folded[room]
  const { fold } = useActs(leftListActs, {
    isFolded,
    toggle: () => {
      if (!isFolded) leaveList()
      kept[room] = !isFolded
      setFolded({ ...kept })
    },
  })
  return { isFolded, isOneColumn, fold }
}

/** The keyboard would be lost with the list: it goes on to what that leads to. */
function leaveList(): void {
  const beside = document.activeElement?.closest('.left-list')?.nextElementSibling
  if (!(beside instanceof HTMLElement)) return
  beside.tabIndex = -1
  beside.focus()
}

/** The list at left that leads through a screen's text: Ctrl L puts it away. */
export function LeftList(props: { list: LeftListState; title: string; facts?: string; children: ReactNode }) {
  const { list } = props
  if (list.isFolded) return null
  return (
    <nav className="pane outline left-list" aria-label={props.title}>
      <div className="pane-head">
        <h2 className="grow">
          {props.title} {props.facts === undefined ? null : <span className="mute">{props.facts}</span>}
        </h2>
        <FoldButton list={list} />
      </div>
      {props.children}
    </nav>
  )
}

/** Its own button; where it is put away, that of the screen that has it. */
export function FoldButton({ list: { isFolded, fold } }: { list: LeftListState }) {
  return (
    <button
      type="button"
      className="button ghost compact icon"
      aria-label={fold.label}
      aria-expanded={!isFolded}
      title={fold.label}
      // Passed over on the way to the text; the keyboard has Ctrl L.
      tabIndex={-1}
      onClick={fold.run}
    >
      <Icon of={isFolded ? PanelLeftOpen : PanelLeftClose} size={17} />
    </button>
  )
}
