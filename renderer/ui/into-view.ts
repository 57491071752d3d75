/**
 * What scrolls an element, innermost first. Not `scrollIntoView`, which moves parts of the frame too: they can be moved by
 * script only, and nobody could move them back.
 */
function* boxesOf(element: Element): Generator<Element> {
  for (let box = element.parentElement; box !== null; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight) yield box
}

/** Brings an element to the head of what it is scrolled in. */
export function bringToTop(element: Element): void {
  for (const box of boxesOf(element))
    box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top
}

/** Brings an element to the middle of what it is scrolled in. */
export function bringToMiddle(element: Element): void {
  for (const box of boxesOf(element)) {
    const [inside, outside] = [element.getBoundingClientRect(), box.getBoundingClientRect()]
    const isSeen = inside.top >= outside.top && inside.bottom <= outside.bottom
    if (!isSeen) box.scrollTop += inside.top - outside.top - (outside.height - inside.height) / 2
  }
}
