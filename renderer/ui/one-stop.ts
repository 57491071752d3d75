// Choices that stand side by side are one stop of the Tab key: arrows go from one to the next.
import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }

export function goAmongChoices(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')]
  const at = choices.findIndex((choice) => choice.matches(':focus'))
  if (at === -1) return
  event.preventDefault()
  choices[(at + step + choices.length) % choices.length]?.focus()
}

/** The stop of the keyboard is the one that holds, else the first. */
export function tabIndexOf(rank: number, heldRank: number): 0 | -1 {
  return rank === Math.max(0, heldRank) ? 0 : -1
}
