/**
 * Brings an element to the middle of what it is scrolled in. Not `scrollIntoView`, which moves parts of the frame too: they
 * can be moved by script only, and nobody could move them back.
 */
export function bringToMiddle(element: Element): void {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(box).overflowY) || box.scrollHeight <= box.clientHeight) continue
    const [inside, outside] = [element.getBoundingClientRect(), box.getBoundingClientRect()]
    const isSeen = inside.top >= outside.top && inside.bottom <= outside.bottom
    if (!isSeen) box.scrollTop += inside.top - outside.top - (outside.height - inside.height) / 2
  }
}
