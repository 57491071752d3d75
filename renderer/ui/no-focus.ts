/** Whether nothing of the screen has the focus: whoever draws a list may take it. */
export function hasNoFocus(): boolean {
  const active = document.activeElement
  // A screen that was just opened has it as a whole.
  return active === null || active === document.body || active.id === 'main'
}
