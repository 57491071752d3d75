// A text of which the screen draws one page: whoever finds words on the screen asks for those of the other pages here.
import { useEffect, useRef } from 'react'

/**
 * Turns to the next page on which words stand, from the one that is drawn and round.
 * @returns the page once it is drawn; null where no other one has them
 */
type TurnTo = (words: string, step: 1 | -1) => Promise<Element | null>

const onScreen = new Set<TurnTo>()

/** As long as the caller is there; null where all of the text stands on the screen besides. */
export function usePagedText(turnTo: TurnTo | null): void {
  const latest = useRef(turnTo)
  latest.current = turnTo
  const isPaged = turnTo !== null
  useEffect(() => {
    if (!isPaged) return
    const turn: TurnTo = async (words, step) => (await latest.current?.(words, step)) ?? null
    onScreen.add(turn)
    return () => {
      onScreen.delete(turn)
    }
  }, [isPaged])
}

/** Of the text that came last; null where the screen draws all that it has. */
export function pagedText(): TurnTo | null {
  return [...onScreen].at(-1) ?? null
}
