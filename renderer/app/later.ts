import { type FunctionComponent, lazy } from 'react'

type Load<P> = () => Promise<FunctionComponent<P>>

/** What is one click away from most screens. */
export const near: (() => Promise<unknown>)[] = []

/**
 * A part of the window that is loaded when it is first shown, and from then on shown in the very step of the click: what is
 * lazy always waits a turn, and React then keeps what stood there for 300 ms.
 * @returns which component to show now; kept for as long as it is shown
 */
export function later<P>(load: Load<P>): () => FunctionComponent<P> {
  return deferred(load).now
}

/** The same of what is near: loaded before, while the window has nothing else to do. */
export function ahead<P>(load: Load<P>): () => FunctionComponent<P> {
  const { loaded, now } = deferred(load)
  near.push(loaded)
  return now
}

function deferred<P>(load: Load<P>) {
  let there: FunctionComponent<P> | null = null
  const loaded = async () => {
    there = await load()
    return { default: there }
  }
  const Later = lazy(loaded)
  return { loaded, now: () => there ?? Later }
}
