import { useState } from 'react'
import { chooseOne, type Selection, theOne } from './selection.ts'

/**
 * The choice of a list beside which one of its rows is shown: that row is shown as long as it is chosen alone.
 * @param onShow told null when none is, or several are
 */
export function useShownOne(
  shown: string | null,
  onShow: (id: string | null) => void,
): { selection: Selection; onSelect: (selection: Selection) => void } {
  const [kept, setKept] = useState(() => chooseOne(shown))
  const [known, setKnown] = useState(shown)
  const isMoved = shown !== known && theOne(kept) !== shown
  const selection = isMoved ? chooseOne(shown) : kept
  if (shown !== known) {
    setKnown(shown)
    setKept(selection)
  }
  return {
    selection,
    onSelect: (next) => {
      setKept(next)
      onShow(theOne(next))
    },
  }
}
