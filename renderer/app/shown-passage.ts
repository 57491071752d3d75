// A passage that a screen is opened at: looked for in its text once that is there, brought into view and marked for as long
// as nothing is pressed. Nothing of the text is touched: the browser draws the mark.

import { useEffect, useState } from 'react'
import { bringToMiddle } from '../ui/into-view.ts'

/** How long a screen may take to show its text. */
const PATIENCE_MS = 5000
/** A part of the screen that did not change until then is as it was. */
const STILL_MS = 200
const NAME = 'shown-passage'

let stop: () => void = () => undefined

let asked = { passage: '', until: 0 }
const listeners = new Set<(passage: string) => void>()

/** The passage that a screen is opened at, for one that draws a page of its text at a time; empty where it is at none. */
export function useAskedPassage(): string {
  const [passage, setPassage] = useState(() => (performance.now() < asked.until ? asked.passage : ''))
  useEffect(() => {
    listeners.add(setPassage)
    return () => {
      listeners.delete(setPassage)
    }
  }, [])
  return passage
}

/**
 * Call it before going to the screen.
 * @param inside the part of the screen that is searched, where it stands already; else whatever comes.
 */
export function showPassage(passage: string, inside: Element | null = null): void {
  stop()
  asked = { passage, until: performance.now() + PATIENCE_MS }
  for (const listener of listeners) listener(passage)
  const place = inside ?? document.getElementById('main')
  const wanted = bare(passage)
  if (place === null || wanted === '' || !('highlights' in CSS)) return
  const look = () => {
    const range = rangeOf(place, wanted)
    if (range === null) return
    stopLooking()
    CSS.highlights.set(NAME, new Highlight(range))
    if (range.startContainer.parentElement !== null) bringToMiddle(range.startContainer.parentElement)
    window.addEventListener('pointerdown', clear, { once: true })
    window.addEventListener('keydown', clear, { once: true })
  }
  const observer = new MutationObserver(look)
  const timers = [
    setTimeout(() => stopLooking(), PATIENCE_MS),
    // What stands there already may never change.
    ...(inside === null ? [] : [setTimeout(look, STILL_MS)]),
  ]
  const stopLooking = () => {
    observer.disconnect()
    for (const timer of timers) clearTimeout(timer)
  }
  const clear = () => CSS.highlights.delete(NAME)
  stop = () => {
    stopLooking()
    clear()
  }
  observer.observe(place, { childList: true, subtree: true, characterData: true })
}

function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Where a passage stands in the text of an element, whatever the elements that it runs through. */
export function rangeOf(root: Element, wanted: string): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const at: { node: Text; offset: number }[] = []
  let whole = ''
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    for (const [offset, sign] of Array.from(node.data).entries()) {
      const isSpace = /\s/u.test(sign)
      if (isSpace && whole.endsWith(' ')) continue
      whole += isSpace ? ' ' : sign
      at.push({ node, offset })
    }
  }
  const start = whole.indexOf(wanted)
  const [from, to] = [at[start], at[start + wanted.length - 1]]
  if (start < 0 || from === undefined || to === undefined) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset + 1)
  return range
}
