// Menus of acts, apart from their buttons: the first screen has none, and does without the code of menus.
import type { IconShape } from '../ui/Icon.tsx'
import { ContextMenu, Menu, type MenuAct, type MenuPoint } from '../ui/Menu.tsx'
import type { BoundAct } from './act.ts'
import { capsOf } from './keys.ts'

/** The menu of some acts, in this order; nothing where none is offered. */
export function ActMenu({
  acts,
  ...look
}: {
  acts: readonly BoundAct[]
  label?: string
  icon?: IconShape
  words?: boolean
  small?: boolean
  skipped?: boolean
}) {
  const offered = acts.filter((act) => act.isOffered)
  return offered.length === 0 ? null : <Menu {...look} acts={() => menuActs(offered)} />
}

/** The one "…" of a bar: what it holds is asked for when it opens. */
export function MoreMenu({ acts }: { acts: () => readonly BoundAct[] }) {
  return <Menu acts={() => menuActs(acts())} />
}

export type { MenuPoint }

/** The menu of a row, at the place where it is asked for. */
export function ActContextMenu(props: {
  label: string
  at: MenuPoint
  acts: readonly BoundAct[]
  onClose: () => void
}) {
  return (
    <ContextMenu
      label={props.label}
      at={props.at}
      acts={() => menuActs(props.acts)}
      onClose={props.onClose}
    />
  )
}

/** Those that are offered and can be shown, as a menu shows them. */
function menuActs(acts: readonly BoundAct[]): MenuAct[] {
  return acts.flatMap(({ id, label, icon, danger, off, isOffered, keys: [key], run }) =>
    icon === undefined || !isOffered
      ? []
      : [
          {
            ...{ id, label, icon, danger, off, onAct: run },
            ...(key === undefined ? {} : { keys: capsOf(key) }),
          },
        ],
  )
}
