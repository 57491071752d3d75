import { useCallback, useEffect, useRef, useState } from 'react'
import { pagedText } from '../../parts/paged-text.ts'
import { bringToMiddle } from '../../ui/into-view.ts'
import { type FoundPlace, placesOf } from './page-words.ts'

/** Names of the marks, for the styles. */
const ALL = 'found-words'
const NOW = 'found-now'
/** The screen is read again once it has been at rest for so long. */
const REST_MS = 150

type Found = { readonly places: readonly FoundPlace[]; readonly at: number }

/** Marks the words wherever they stand on the screen, and brings one after the other into view. */
export function useFound(words: string) {
  const [found, setFound] = useState<Found>({ places: [], at: 0 })
  const latest = useRef(found)
  const show = useCallback((next: Found, moves: boolean) => {
    latest.current = next
    setFound(next)
    mark(next)
    const place = next.places[next.at]
    const element = place === undefined ? null : elementOf(place)
    if (moves && element !== null) bringToMiddle(element)
  }, [])
  const sought = useRef(words)
  sought.current = words
  /** To the next page of a text that is drawn by pages; false where no other one has the words. */
  const turn = useCallback(
    async (step: 1 | -1): Promise<boolean> => {
      const page = (await pagedText()?.(words, step)) ?? null
      const main = document.getElementById('main')
      // Other words are sought meanwhile.
      if (page === null || main === null || sought.current !== words) return false
      const places = placesOf(main, words)
      const isOnPage = (place: FoundPlace) => page.contains(elementOf(place))
      const at = step > 0 ? places.findIndex(isOnPage) : places.findLastIndex(isOnPage)
      show({ places, at: Math.max(0, at) }, true)
      return true
    },
    [words, show],
  )
  useEffect(() => {
    const main = document.getElementById('main')
    if (main === null) return
    const places = placesOf(main, words)
    const inView = places.findIndex((place) => (elementOf(place)?.getBoundingClientRect().bottom ?? 0) > 0)
    show({ places, at: Math.max(0, inView) }, true)
    // No page is turned between two letters.
    const turning = setTimeout(() => {
      if (latest.current.places.length === 0) void turn(1)
    }, REST_MS)
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const now = placesOf(main, words)
        show({ places: now, at: Math.max(0, Math.min(latest.current.at, now.length - 1)) }, false)
      }, REST_MS)
    })
    observer.observe(main, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      clearTimeout(turning)
      mark({ places: [], at: 0 })
    }
  }, [words, show, turn])
  return {
    count: found.places.length,
    at: found.at,
    go: async (step: 1 | -1) => {
      const { places, at } = latest.current
      const isWithin = at + step >= 0 && at + step < places.length
      if (!isWithin && pagedText() !== null && (await turn(step))) return
      if (places.length > 0) show({ places, at: (at + step + places.length) % places.length }, true)
    },
    /** The place that is in view, to go on from there. */
    enter: () => enter(latest.current.places[latest.current.at]),
  }
}

function mark({ places, at }: Found): void {
  for (const field of document.querySelectorAll('[data-found]')) field.removeAttribute('data-found')
  for (const name of [ALL, NOW]) CSS.highlights.delete(name)
  const ranges = places.filter((place) => place instanceof StaticRange)
  const now = places[at]
  if (ranges.length > 0) CSS.highlights.set(ALL, new Highlight(...ranges))
  if (now instanceof StaticRange) {
    const highlight = new Highlight(now)
    highlight.priority = 1
    CSS.highlights.set(NOW, highlight)
  }
  for (const place of places)
    if (place instanceof HTMLElement) place.dataset.found = place === now ? 'now' : ''
}

function elementOf(place: FoundPlace): Element | null {
  return place instanceof StaticRange ? place.startContainer.parentElement : place
}

/** Puts the keyboard where the words are: in their text, or on what they stand in; false where nothing takes it. */
function enter(place: FoundPlace | undefined): boolean {
  const element = place === undefined ? null : elementOf(place)
  const target = element?.closest<HTMLElement>(
    'a[href], button, input, textarea, [contenteditable="true"], [tabindex]:not(#main)',
  )
  if (target == null || !target.isConnected) return false
  target.focus({ preventScroll: true })
  if (place instanceof StaticRange && target.isContentEditable)
    getSelection()?.setBaseAndExtent(
      ...([place.startContainer, place.startOffset, place.endContainer, place.endOffset] as const),
    )
  return true
}
