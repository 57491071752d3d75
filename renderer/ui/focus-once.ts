import { dialogs } from './dialogs.ts'

/**
 * Puts the keyboard into what is looked for, which may come later: waited for as long as nobody does anything else. Not
 * under a dialog, which holds the keyboard until it has gone.
 */
export function focusOnce(find: () => HTMLElement | null | undefined, options: FocusOptions = {}): void {
  const focus = () => {
    const found = dialogs.isOpen() ? null : find()
    found?.focus(options)
    // What is not drawn does not take it.
    return found != null && document.activeElement === found
  }
  if (focus()) return
  const acts = ['keydown', 'pointerdown'] as const
  const stop = () => {
    watch.disconnect()
    for (const act of acts) removeEventListener(act, stop, true)
  }
  const watch = new MutationObserver(() => {
    if (focus()) stop()
  })
  watch.observe(document.body, { childList: true, subtree: true })
  for (const act of acts) addEventListener(act, stop, true)
}
