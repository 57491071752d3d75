/** Whether nothing of the screen has the focus: whoever draws a list may take it. */
export function hasNoFocus(): boolean {
  const active = document.activeElement
  // A screen that was just opened has it as a whole.
  return active === null || active === document.body || active.id === 'main'
}

/** Longer than a layer that closes takes to give the focus back to what had it before. */
const GIVEN_BACK_MS = 50

/** Where nothing has it, the screen as a whole: the next Tab begins there, and not at the title bar. */
export function giveScreenFocus(): () => void {
  const timer = setTimeout(() => {
    if (hasNoFocus()) document.getElementById('main')?.focus({ preventScroll: true })
  }, GIVEN_BACK_MS)
  return () => clearTimeout(timer)
}
