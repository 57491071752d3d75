import type { KeyboardEvent } from 'react'
import type { Group } from './groups.ts'
import { lineAt, stepLine } from './merge-focus.ts'
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

function actOf(
  key: string,
  shift: boolean,
  { groups, merge, id }: { groups: readonly Group[]; merge: Merge; id: string },
): (() => void) | null {
  if (key === 'ArrowDown') return () => stepLine((lines, from) => lines[from + 1])
  if (key === 'ArrowUp') return () => stepLine((lines, from) => lines[from - 1])
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
