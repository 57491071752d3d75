// The acts of what is on the screen now: who shows something that can be acted on puts its scope there.
import { useContext, useEffect, useRef } from 'react'
import { EditingOff } from '../ui/editing.ts'
import { type Bound, type BoundAct, bindActs, pressKey, type Scope } from './act.ts'
import { followTyping } from './typing-pause.ts'

export type ShownScope = {
  readonly scope: Scope<never>
  /** As things stand; none when only the keys are known here, each row having its own context. */
  readonly acts: () => readonly BoundAct[]
}

const shown = new Set<ShownScope>()

/** Acts that are everywhere come first, then those of the screen in its order. */
export function scopesOnScreen(): ShownScope[] {
  return [...shown].sort((a, b) => rank(a) - rank(b))
}

/** One of them, for a menu of a part of the screen that it is of use in; none where it is not there. */
export function actOnScreen(id: string): BoundAct[] {
  return scopesOnScreen().flatMap(({ acts }) => acts().filter((act) => act.id === id))
}

/** For a field that keeps its keys from the list around it: those with Ctrl are still the window's. */
export function pressWindowKey(event: Parameters<typeof pressKey>[0]): boolean {
  if (!event.ctrlKey && !event.metaKey) return false
  return scopesOnScreen().some(({ scope, acts }) => scope.reach === 'window' && pressKey(event, acts()))
}

function rank({ scope }: ShownScope): number {
  return scope.reach === 'window' ? 0 : 1
}

/**
 * Puts the acts of a scope on the screen for as long as the caller is there, and listens to their keys unless they are the
 * rows' own. The handles returned are for buttons and menus.
 * @param off why nothing may be written, where that is not the screen's own reason
 */
export function useActs<C, N extends string>(scope: Scope<C, N>, context: C, off?: string | null): Bound<N> {
  const editingOff = useContext(EditingOff)
  const acts = bindActs(scope, context, off === undefined ? editingOff : off)
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const entry: ShownScope = { scope, acts: () => Object.values(latest.current) }
    shown.add(entry)
    followTyping()
    const isBefore = scope.reach === 'screen'
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) pressKey(event, Object.values<BoundAct>(latest.current))
    }
    if (scope.reach !== 'rows') window.addEventListener('keydown', onKey, { capture: isBefore })
    return () => {
      shown.delete(entry)
      window.removeEventListener('keydown', onKey, { capture: isBefore })
    }
  }, [scope])
  return acts
}

/** For a list whose rows each bind the acts to themselves: its keys are listed. */
export function useRowKeys<C, N extends string>(scope: Scope<C, N>): void {
  useEffect(() => {
    const entry: ShownScope = { scope, acts: () => [] }
    shown.add(entry)
    followTyping()
    return () => {
      shown.delete(entry)
    }
  }, [scope])
}
