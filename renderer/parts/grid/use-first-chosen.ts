import { useEffect, useRef } from 'react'
import { ONE_COLUMN, useWidthWithin } from '../../ui/window-width.ts'

/**
 * Chooses the first row of a list once it is read, where its life has room beside the list: a screen opens on something
 * to read. What Escape leaves afterwards stays left.
 * @param isAsked a row was asked for by whoever came here
 */
export function useFirstChosen(
  first: string | undefined,
  isAsked: boolean,
  onChoose: (id: string) => void,
): void {
  const isOneColumn = useWidthWithin(ONE_COLUMN)
  const isDone = useRef(isAsked)
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    if (isDone.current || first === undefined) return
    isDone.current = true
    if (!isOneColumn) choose.current(first)
  }, [first, isOneColumn])
}
