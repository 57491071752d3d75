import { type FunctionComponent, lazy } from 'react'

type Load<P> = () => Promise<{ default: FunctionComponent<P> }>

const near: (() => Promise<unknown>)[] = []

/**
 * A part of the window that is loaded when it is first shown, and from then on shown in the very step of the click: what is
 * lazy always waits a turn, and React then keeps what stood there for 300 ms.
 * @returns which component to show now; kept for as long as it is shown
 */
export function later<P>(load: Load<P>): () => FunctionComponent<P> {
  return deferred(load).now
}

/** The same of what is one click away from most screens: loaded before, while the window has nothing else to do. */
export function ahead<P>(load: Load<P>): () => FunctionComponent<P> {
  const { loaded, now } = deferred(load)
  near.push(loaded)
  return now
}

/** Loads what is near, one part after another. */
export async function loadAhead(): Promise<void> {
  for (const load of near) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await load()
  }
}

function deferred<P>(load: Load<P>) {
  let there: FunctionComponent<P> | null = null
  const loaded = async () => {
    const part = await load()
    there = part.default
    return part
  }
  const Later = lazy(loaded)
  return { loaded, now: () => there ?? Later }
}
