// Files that were let fall or pasted: whoever hears of them brings them to one place, and the screen they are for takes them.
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { ArrivalKind } from '../../electron/domain/documents/file-signs.ts'

/** `at`: where they were let fall, or what had the focus. */
type Take = (files: readonly File[], at: Element | null) => void
type Place = { readonly kind: ArrivalKind; readonly meetingId: string | null }
type Waiting = Place & { readonly files: readonly File[]; readonly at: Element | null }

let receive: Take | null = null
const takers = new Set<Place & { readonly take: Take }>()
let waiting: readonly Waiting[] = []
const listeners = new Set<() => void>()

const isFor = (one: Place, other: Place) => one.kind === other.kind && one.meetingId === other.meetingId

function publish(next: readonly Waiting[]): void {
  waiting = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The window takes what is brought; returns how it stops doing so. */
export function receiveFiles(take: Take): () => void {
  receive = take
  return () => {
    if (receive === take) receive = null
  }
}

/** To be recognised by what they hold. */
export function bringFiles(files: readonly File[], at: Element | null): void {
  if (files.length > 0) receive?.(files, at)
}

/** Whether a screen that is shown takes them. */
export function isTaken(kind: ArrivalKind, meetingId: string | null): boolean {
  return [...takers].some((taker) => isFor(taker, { kind, meetingId }))
}

/** Gives files to the screen they are for, at once or as soon as it is there; what waited there before is given up. */
export function handFiles(
  kind: ArrivalKind,
  meetingId: string | null,
  files: readonly File[],
  at: Element | null,
): void {
  const taker = [...takers].findLast((one) => isFor(one, { kind, meetingId }))
  if (taker !== undefined) taker.take(files, at)
  else publish([...waiting.filter((one) => one.kind !== kind), { kind, meetingId, files, at }])
}

/** Takes the files of a kind while the screen is shown and `take` is there. */
export function useArrived(kind: ArrivalKind, meetingId: string | null, take: Take | null): void {
  const latest = useRef(take)
  latest.current = take
  const isReady = take !== null
  // Before the next screen is painted: a screen that is left takes nothing more.
  useLayoutEffect(() => {
    if (!isReady) return
    const taker = {
      kind,
      meetingId,
      take: (files: readonly File[], at: Element | null) => latest.current?.(files, at),
    }
    takers.add(taker)
    const mine = waiting.filter((one) => isFor(one, taker))
    if (mine.length > 0) publish(waiting.filter((one) => !mine.includes(one)))
    for (const { files, at } of mine) taker.take(files, at)
    return () => {
      takers.delete(taker)
    }
  }, [kind, meetingId, isReady])
}

/** The files of a kind that wait for a part of the screen that is not there yet; none mostly. */
export function useWaitingFiles(kind: ArrivalKind, meetingId: string): readonly File[] {
  const all = useSyncExternalStore(subscribe, () => waiting)
  return all.find((one) => isFor(one, { kind, meetingId }))?.files ?? none
}

const none: readonly File[] = []
