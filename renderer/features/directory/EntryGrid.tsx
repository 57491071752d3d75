import { useContext, useMemo } from 'react'
import { bindActs } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { useShownOne } from '../../parts/grid/use-shown-one.ts'
import { directoryText as text } from '../../text/directory.ts'
import { EditingOff } from '../../ui/editing.ts'
import type { DirectoryKind } from './directory-order.ts'
import { columnsOf, type GridSection } from './directory-sections.tsx'
import { entryActs } from './entry-acts.ts'
import type { DirectoryOrder } from './use-directory-order.ts'

export function EntryGrid(props: {
  kind: DirectoryKind
  sections: readonly GridSection[]
  chosen: string | null
  onChoose: (id: string | null) => void
  onRemove: (id: string) => void
  /** Null while a filter hides part of the list: a place among what is hidden would be a guess. */
  order: DirectoryOrder | null
}) {
  const { kind, sections, chosen, order } = props
  const off = useContext(EditingOff)
  const selected = useShownOne(chosen, props.onChoose)
  useRowKeys(entryActs)
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections])
  const sectionOf = useMemo(
    () => new Map(sections.flatMap((section) => section.rows.map(({ id }) => [id, section] as const))),
    [sections],
  )
  const { up, down, remove } = bindActs(
    entryActs,
    {
      step: order === null || chosen === null ? null : (by: 1 | -1) => order.step(chosen, by),
      remove: chosen === null ? null : () => props.onRemove(chosen),
    },
    off,
  )
  return (
    <Grid
      list={`directory.${kind}`}
      label={text.kinds[kind]}
      className={`directory-grid directory-${kind}`}
      columns={columnsOf[kind]}
      rows={rows}
      {...selected}
      onOpen={focusInspector}
      acts={[remove]}
      move={
        order === null
          ? null
          : {
              may: ({ id }) => (sectionOf.get(id)?.rows.length ?? 0) > 1,
              drop: order.drop,
              acts: [up, down],
            }
      }
      groupOf={({ id }) => {
        const section = sectionOf.get(id)
        return section === undefined ? null : { id: section.id, words: section.heading, over: section.over }
      }}
    />
  )
}

function focusInspector(): void {
  document.querySelector<HTMLElement>('.inspector-body input, .inspector-body select')?.focus()
}
