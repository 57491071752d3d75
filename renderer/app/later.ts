import type { FunctionComponent } from 'react'
import { deferred, type Load } from '../ui/part.ts'

/** What is one click away from most screens. */
export const near: (() => Promise<unknown>)[] = []

/** A screen that is loaded when it is first shown. */
export function later<P>(load: Load<P>): () => FunctionComponent<P> {
  return deferred(load).now
}

/** The same of what is near: loaded before, while the window has nothing else to do. */
export function ahead<P>(load: Load<P>): () => FunctionComponent<P> {
  const { loaded, now } = deferred(load)
  near.push(loaded)
  return now
}
