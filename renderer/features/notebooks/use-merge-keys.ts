// Use merge keys: the lines of notebooks are walked by the arrows and decided by one letter; the next one to decide takes the focus.
import type { KeyboardEvent } from 'react'
import type { SessionLine } from '../../../electron/domain/session.ts'
import type { Group } from './groups.ts'
import type { Merge } from './use-merge.ts'

/** For a list of lines. A line is an element with `data-line`, and `data-open` while it is to be decided. */
export function useMergeKeys(groups: readonly Group[], merge: Merge) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const id = lineAt(event.target)?.dataset.line
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.nativeEvent.isComposing) return
    const run = actOf(event.key, event.shiftKey, { groups, merge, id })
    if (run === null) return
    event.preventDefault()
    run()
  }
}

/** From the line that has the focus to the next one that is to be decided, those apart that have just been. */
export function focusNextOpen(decided: readonly SessionLine[]): void {
  const ids = new Set(decided.map(({ id }) => id))
  step((lines, from) =>
    [...lines.slice(from + 1), ...lines.slice(0, Math.max(0, from))].find(
      ({ dataset }) => dataset.open !== undefined && !ids.has(dataset.line ?? ''),
    ),
  )
}

function step(choose: (lines: readonly HTMLElement[], from: number) => HTMLElement | undefined): void {
  const current = lineAt(document.activeElement)
  const desk = current?.closest('.merge-scroll')
  if (current === null || desk == null) return
  const lines = [...desk.querySelectorAll<HTMLElement>('[data-line]')]
  choose(lines, lines.indexOf(current))?.querySelector('button')?.focus()
}

function lineAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
}

function actOf(
  key: string,
  shift: boolean,
  { groups, merge, id }: { groups: readonly Group[]; merge: Merge; id: string },
): (() => void) | null {
  if (key === 'ArrowDown') return () => step((lines, from) => lines[from + 1])
  if (key === 'ArrowUp') return () => step((lines, from) => lines[from - 1])
  const group = groups.find(({ rows }) => rows.some(({ line }) => line?.id === id))
  const row = group?.rows.find(({ line }) => line?.id === id)
  const line = row?.line
  if (group === undefined || line == null || line.state !== 'proposed') return null
  const twin = row?.twin
  switch (key.toLowerCase()) {
    case 'p':
      return shift ? () => merge.takeAll(group.open) : () => merge.decide([line], 'kept')
    case 'l':
      return () => merge.decide([line], 'left')
    case 'r':
      return twin?.state === 'kept' ? () => merge.takeInstead(line, twin) : null
    default:
      return null
  }
}
