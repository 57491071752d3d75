import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { focusOnce } from '../../ui/focus-once.ts'
import type { PlanEntry } from './sections.ts'

/** Nothing follows the cursor while keys come one after the other. */
const PAUSE_MS = 300

/** What is seen above a section that was gone to. */
const ABOVE_PX = 8

type Cursor = {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The section where the cursor is, or that was chosen last. */
  readonly current: PlanEntry | undefined
  /** Of the paragraph where the cursor is; empty where it is in none. */
  readonly words: string
  readonly setWords: (words: string) => void
  readonly reach: (id: string, words: string) => void
  /** Brings a section to the top of what is seen, and the keyboard into what `into` selects of it, if anything. */
  readonly goTo: (id: string, into: string | null) => void
}

/** Kept with the place in the history of the window: who comes back to it is where they left. */
type Left = { readonly meetingId: string; readonly sectionId: string }

function leftIn(meetingId: string): string | null {
  const left = window.history.state as Left | null
  return left?.meetingId === meetingId ? left.sectionId : null
}

/** Where one is in the text. */
export function useCursor(meetingId: string, entries: readonly PlanEntry[], focusId: string | null): Cursor {
  const scroller = useRef<HTMLDivElement>(null)
  const [first] = useState(() => focusId ?? leftIn(meetingId))
  const [at, setAt] = useState({ id: first ?? 'head', words: '' })
  useEffect(() => {
    window.history.replaceState({ meetingId, sectionId: at.id } satisfies Left, '')
  }, [meetingId, at.id])
  const current = entries.find(({ id }) => id === at.id) ?? entries[0]
  /** Where to go once it is on the screen. */
  const wanted = useRef<{ id: string; into: string | null } | null>(
    first === null ? null : { id: first, into: null },
  )
  useEffect(() => {
    const box = scroller.current
    const { id, into } = wanted.current ?? {}
    if (box === null || id === undefined) return
    wanted.current = null
    const sections = [...box.querySelectorAll<HTMLElement>('[data-section]')]
    const section = sections.find(({ dataset }) => dataset.section === id)
    if (section === undefined) return
    box.scrollTop += section.getBoundingClientRect().top - box.getBoundingClientRect().top - ABOVE_PX
    if (into != null)
      focusOnce(() => section.querySelector<HTMLElement>(into), { preventScroll: into === 'h2' })
  })
  const goTo = useCallback((id: string, into: string | null) => {
    wanted.current = { id, into }
    setAt({ id, words: '' })
  }, [])
  // Another place of the same text is gone to: by a search, while it is on the screen.
  const followed = useRef(focusId)
  useEffect(() => {
    if (focusId !== null && focusId !== followed.current) goTo(focusId, null)
    followed.current = focusId
  }, [focusId, goTo])
  const reach = useCallback(
    (id: string, words: string) =>
      setAt((before) => (before.id === id && before.words === words ? before : { id, words })),
    [],
  )
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])
  const setWords = useCallback((words: string) => {
    clearTimeout(pause.current)
    pause.current = setTimeout(
      () => setAt((before) => (before.words === words ? before : { ...before, words })),
      PAUSE_MS,
    )
  }, [])
  return { scroller, current, words: at.words, setWords, reach, goTo }
}
