import { type RefObject, useEffect } from 'react'
import { hasNoFocus } from '../../ui/no-focus.ts'
import type { Asked, AskedOfDecision } from './follow-up-acts.ts'

/** A question that is answered or given up goes with its fields: the keyboard is back on the row that it was about. */
export function useBackToRow(page: RefObject<HTMLElement | null>, asked: Asked | AskedOfDecision): void {
  useEffect(() => {
    if (asked === null && hasNoFocus())
      page.current?.querySelector<HTMLElement>('[data-row][aria-selected="true"]')?.focus()
  }, [page, asked])
}
