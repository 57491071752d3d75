// A field may lose the focus while the fingers go on: what they strike then was meant for the field, and says nothing to
// the list that has the focus now.
import { isTyping } from '../ui/typing.ts'

/** How long after a letter of a text the next one still belongs to it. */
const PAUSE_MS = 400
/** Whoever presses one of these has ended the words on purpose. */
const leaving: ReadonlySet<string> = new Set(['Enter', 'Escape', 'Tab', 'ArrowUp', 'ArrowDown'])

type Stroke = Pick<Event, 'timeStamp'>

let lastLetter = Number.NEGATIVE_INFINITY
let isFollowing = false

/** Whether a letter struck now belongs to words that are being typed. */
export function isAmidWords({ timeStamp }: Stroke): boolean {
  return timeStamp - lastLetter < PAUSE_MS
}

/** Words are asked for: what is struck before their field has the focus is the beginning of them. */
export function expectWords({ timeStamp }: Stroke): void {
  lastLetter = timeStamp
}

export function followTyping(): void {
  if (isFollowing) return
  isFollowing = true
  const leave = () => {
    lastLetter = Number.NEGATIVE_INFINITY
  }
  window.addEventListener('pointerdown', leave, true)
  window.addEventListener(
    'input',
    (event) => {
      if (event.target instanceof Element && isTyping(event.target)) lastLetter = event.timeStamp
    },
    true,
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (leaving.has(event.key)) leave()
      else if (event.key.length === 1 && isAmidWords(event)) lastLetter = event.timeStamp
    },
    true,
  )
}
