import type { SessionLine } from '../../../../electron/domain/session/session.ts'

/** From the line that has the focus to the next one that is to be decided, those apart that have just been. */
export function focusNextOpen(decided: readonly SessionLine[]): void {
  const ids = new Set(decided.map(({ id }) => id))
  stepLine((lines, from) =>
    [...lines.slice(from + 1), ...lines.slice(0, Math.max(0, from))].find(
      ({ dataset }) => dataset.open !== undefined && !ids.has(dataset.line ?? ''),
    ),
  )
}

/** Gives the focus to the line that is chosen among those of the desk, `from` being the present one. */
export function stepLine(
  choose: (lines: readonly HTMLElement[], from: number) => HTMLElement | undefined,
): void {
  const current = lineAt(document.activeElement)
  const desk = current?.closest('.merge-scroll')
  if (current === null || desk == null) return
  const lines = [...desk.querySelectorAll<HTMLElement>('[data-line]')]
  choose(lines, lines.indexOf(current))?.querySelector('button')?.focus()
}

/** The row that is pressed has the keys from then on; words that the pointer picks out stay so. */
export function chooseLine({ target }: { target: EventTarget | null }): void {
  if (!(target instanceof Element) || target.closest('button') !== null) return
  if (getSelection()?.isCollapsed === false) return
  target.closest('.merge-row')?.querySelector<HTMLElement>('[data-line] button')?.focus()
}

/** The line of a notebook that something lies in. */
export function lineAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
}
