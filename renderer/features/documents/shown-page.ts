import { useEffect, useSyncExternalStore } from 'react'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'

/** `at` tells two wishes for the same page apart. */
export type WantedPage = { readonly page: number; readonly at: number }

/** By the subject of each preview on screen. */
let previews: ReadonlyMap<string, WantedPage | null> = new Map()
let wishes = 0
const listeners = new Set<() => void>()

const keyOf = (subject: DocumentSubject) => JSON.stringify(Object.entries(subject).sort())

function publish(key: string, wanted: WantedPage | null | 'gone'): void {
  const next = new Map(previews)
  if (wanted === 'gone') next.delete(key)
  else next.set(key, wanted)
  previews = next
  for (const listener of listeners) listener()
}

function usePreviews() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => previews,
  )
}

/** Turns the preview of a document to a page; nothing happens where it is not previewed. */
export function showPage(subject: DocumentSubject, page: number): void {
  const key = keyOf(subject)
  wishes += 1
  if (previews.has(key)) publish(key, { page, at: wishes })
}

/** Whether a document is previewed on this screen. */
export function useIsPreviewed(subject: DocumentSubject | null): boolean {
  const shown = usePreviews()
  return subject !== null && shown.has(keyOf(subject))
}

/** For the preview itself: says that it is there, and returns the page asked for last. */
export function useWantedPage(subject: DocumentSubject): WantedPage | null {
  const key = keyOf(subject)
  useEffect(() => {
    publish(key, null)
    return () => publish(key, 'gone')
  }, [key])
  return usePreviews().get(key) ?? null
}
