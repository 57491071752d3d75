import { createContext, useContext, useEffect, useRef } from 'react'
import type { BoundAct } from './act.ts'

type Shown = { readonly current: readonly BoundAct[] }

/** What those under the bar put into its one "…", and whom to tell when that is something else. */
export type More = { readonly shown: Set<Shown>; readonly changed: () => void }

export const MoreActs = createContext<More | null>(null)

/** Puts acts into the one "…" of the bar above for as long as the caller is there. */
export function useMoreActs(acts: readonly BoundAct[]): void {
  const more = useContext(MoreActs)
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    more?.shown.add(latest)
    return () => {
      more?.shown.delete(latest)
      more?.changed()
    }
  }, [more])
  // A menu that was opened before its screen had what it needs shows the acts that come.
  const offered = acts.flatMap(({ id, isOffered }) => (isOffered ? [id] : [])).join()
  const told = useRef('')
  useEffect(() => {
    if (told.current === offered) return
    told.current = offered
    more?.changed()
  }, [more, offered])
}
