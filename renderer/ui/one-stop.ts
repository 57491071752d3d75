// Choices that stand side by side are one stop of the Tab key: arrows go from one to the next.
import { type KeyboardEvent, useEffect } from 'react'

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }

export function goAmongChoices(event: KeyboardEvent<HTMLElement>): void {
  goAmong(event.currentTarget, event)
}

/** The same of a box into which several parts of a screen put their buttons, of which none has a rank of its own. */
export function useOneStop(box: HTMLElement | null): void {
  useEffect(() => {
    if (box === null) return
    // What is put there from elsewhere tells React's tree of its keys, and not the box.
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)
        choicesOf(box)
          .at(event.shiftKey ? 0 : -1)
          // From its edge the browser leaves it.
          ?.focus()
      else goAmong(box, event)
    }
    box.addEventListener('keydown', listen)
    return () => box.removeEventListener('keydown', listen)
  }, [box])
}

const choicesOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('a, button')]

type Key = Pick<
  globalThis.KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'preventDefault'
>

function goAmong(box: HTMLElement, event: Key): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const choices = choicesOf(box)
  const at = choices.findIndex((choice) => choice.matches(':focus'))
  if (at === -1) return
  event.preventDefault()
  choices[(at + step + choices.length) % choices.length]?.focus()
}

/** The stop of the keyboard is the one that holds, else the first. */
export function tabIndexOf(rank: number, heldRank: number): 0 | -1 {
  return rank === Math.max(0, heldRank) ? 0 : -1
}
