import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Minutes } from '../../../electron/domain/minutes/minutes.ts'
import { plainText } from '../../../electron/domain/text/rich-text.ts'
import { Writers } from '../../parts/Writers.tsx'
import { type PlanEntry, textsOf, titleOf } from './sections.ts'
import type { Blocks } from './use-blocks.ts'

/** As high as most paragraphs are with the room below them, in lines. */
const PARAGRAPH_LINES = 4.5

/** However busy the window is, the next section is made ready after so many milliseconds. */
const LATEST_MS = 100

/** How far outside of what is seen a section is made ready, in pixels. */
const AHEAD_PX = 500

const waiting = new Set<() => void>()
let areTurnsOn = false

/** One section at a time, once what is there has been seen: made ready together, or at once, they would hold the screen. */
function inTurn(makeReady: () => void): () => void {
  waiting.add(makeReady)
  if (!areTurnsOn) {
    areTurnsOn = true
    requestAnimationFrame(nextTurn)
  }
  return () => waiting.delete(makeReady)
}

function nextTurn(): void {
  requestAnimationFrame(() => requestIdleCallback(takeTurn, { timeout: LATEST_MS }))
}

function takeTurn(): void {
  const [first] = waiting
  areTurnsOn = first !== undefined
  if (first === undefined) return
  waiting.delete(first)
  first()
  nextTurn()
}

/**
 * Whether a section has come near what is seen of the text, and stayed until its turn: nothing waits for what was only
 * scrolled past. Once it has, it stays so: what was typed in it can be undone.
 */
function useNear(section: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = section.current
    if (element === null || isNear) return
    let leave = () => {}
    const observer = new IntersectionObserver(
      (entries) => {
        leave()
        if (entries.at(-1)?.isIntersecting === true) leave = inTurn(() => setNear(true))
      },
      { root: element.closest('.scroll'), rootMargin: `${AHEAD_PX}px 0px` },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      leave()
    }
  }, [section, isNear])
  return isNear
}

/** Whether the words of all sections have been seen: they come first, and at once. */
export function useWordsSeen(): boolean {
  const [areSeen, setSeen] = useState(false)
  useEffect(() => inTurn(() => setSeen(true)), [])
  return areSeen
}

/** A section of the one text: to be written in where it is looked at, otherwise only its words. */
export function TextSection(props: {
  entry: PlanEntry
  minutes: Minutes
  blocks: Blocks
  /** It is worked in: ready at once. */
  isCurrent: boolean
  /** The cursor came into it, into these words; empty when it is in none. */
  onReach: (id: string, words: string) => void
  children: ReactNode
}) {
  const { entry } = props
  const section = useRef<HTMLElement>(null)
  const isNear = useNear(section)
  return (
    <article
      ref={section}
      className="text-section"
      aria-label={titleOf(entry)}
      data-section={entry.id}
      data-part={entry.id}
      onFocus={({ target }) =>
        props.onReach(entry.id, target instanceof HTMLTextAreaElement ? target.value : '')
      }
    >
      <Writers screen="minutes" meetingId={props.minutes.meetingId} part={entry.id} />
      {isNear || props.isCurrent ? (
        props.children
      ) : (
        <Words entry={entry} minutes={props.minutes} blocks={props.blocks} />
      )}
    </article>
  )
}

/** As long as what will take its place, so that nothing jumps, and found by who looks for its words. */
const Words = memo(function Words(props: { entry: PlanEntry; minutes: Minutes; blocks: Blocks }) {
  const { entry, minutes, blocks } = props
  const noted = entry.kind === 'item' ? [...blocks.decisions, ...blocks.actions] : []
  const lines = [
    ...textsOf(entry, minutes).flatMap((text) => plainText(text).split('\n')),
    ...(entry.kind === 'item' ? [entry.section.outcomeSentence] : []),
    ...noted.filter(({ itemId }) => itemId === entry.id).map(({ text }) => text),
  ]
  return (
    <>
      <SectionTitle entry={entry} />
      {lines.length === 0 ? null : (
        <div
          className="text-words"
          // Who presses on them does not wait for a turn.
          tabIndex={-1}
          style={{ containIntrinsicBlockSize: `auto ${lines.length * PARAGRAPH_LINES}lh` }}
        >
          {[...lines.entries()].map(([index, line]) => (
            <p key={index}>{line}</p>
          ))}
        </div>
      )}
    </>
  )
})

/** Where the plan leads to. */
export function SectionTitle({ entry }: { entry: PlanEntry }) {
  return (
    <h2 tabIndex={-1}>
      {entry.kind !== 'item' || entry.number === '' ? null : <span>{entry.number}</span>}
      <span className="grow">{titleOf(entry)}</span>
    </h2>
  )
}
