import { createContext, useContext, useEffect, useRef } from 'react'
import type { BoundAct } from './act.ts'

type Shown = { readonly current: readonly BoundAct[] }

/** What those under the bar put into its one "…". */
export const MoreActs = createContext<Set<Shown> | null>(null)

/** Puts acts into the one "…" of the bar above for as long as the caller is there. */
export function useMoreActs(acts: readonly BoundAct[]): void {
  const more = useContext(MoreActs)
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    more?.add(latest)
    return () => {
      more?.delete(latest)
    }
  }, [more])
}
