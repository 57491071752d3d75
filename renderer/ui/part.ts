import { createElement, type FunctionComponent, lazy, useState } from 'react'

export type Load<P> = () => Promise<FunctionComponent<P>>

/**
 * A part of the window that is loaded when it is first shown, and from then on shown in the very step of the click: what is
 * lazy always waits a turn, and React then keeps what stood there for 300 ms.
 * @returns `now`: which component to show; to be kept for as long as it is shown
 */
export function deferred<P>(load: Load<P>) {
  let there: FunctionComponent<P> | null = null
  const loaded = async () => {
    try {
      there = await load()
      return { default: there }
    } catch (error) {
      // What is lazy keeps its failure: whoever shows it again asks again.
      Later = lazy(loaded)
      throw error
    }
  }
  let Later = lazy(loaded)
  return { loaded, now: (): FunctionComponent<P> => there ?? Later }
}

/** The same, as a component that keeps which one it shows. */
export function part<P extends object>(load: Load<P>): FunctionComponent<P> {
  const { now } = deferred(load)
  return (given) => createElement(Held<P>, { now, given })
}

function Held<P extends object>({ now, given }: { now: () => FunctionComponent<P>; given: P }) {
  const [Shown] = useState(now)
  return createElement(Shown, given)
}
