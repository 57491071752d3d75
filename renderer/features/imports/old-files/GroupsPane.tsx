import ArchiveRestore from 'lucide-react/icons/archive-restore'
import type { ReactNode } from 'react'
import type { OldFilesGroup } from '../../../../electron/domain/old-files/old-files.ts'
import { oldFilesText as text } from '../../../text/old-files.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { type GridOrder, OldFilesTable } from './OldFilesTable.tsx'

export type Filter = OldFilesGroup['state'] | 'all'
const states = ['sure', 'doubtful', 'refused', 'taken'] as const

/** `shown`: those of the filter, in their order; `children`: acts on the list, at the right of the filter. */
export function GroupsPane(props: {
  groups: readonly OldFilesGroup[]
  shown: readonly OldFilesGroup[]
  order: GridOrder
  filter: Filter
  onFilter: (filter: Filter) => void
  chosen: string | null
  onChoose: (id: string) => void
  children: ReactNode
}) {
  const { groups, shown } = props
  return (
    <section className="pane grow" aria-label={text.list}>
      <div className="pane-head old-files-filters">
        <Segments
          label={text.filter}
          value={props.filter}
          choices={[
            { value: 'all' as Filter, label: text.all, count: groups.length },
            ...states.map((value) => ({
              value,
              label: text.filters[value],
              count: groups.filter(({ state }) => state === value).length,
            })),
          ]}
          onChange={props.onFilter}
        />
        <span className="grow" />
        {props.children}
      </div>
      <div className="scroll" key={props.filter}>
        {shown.length === 0 ? (
          <EmptyState icon={ArchiveRestore} title={text.noneHere}>
            {text.noneHereHint}
          </EmptyState>
        ) : (
          <OldFilesTable groups={shown} order={props.order} chosen={props.chosen} onChoose={props.onChoose} />
        )}
      </div>
    </section>
  )
}

/** The one after it of the same state, else before it; null when it was the last. */
export function nextOf(shown: readonly OldFilesGroup[], chosen: string | null): string | null {
  const at = shown.findIndex(({ id }) => id === chosen)
  const isLike = ({ state }: OldFilesGroup) => state === shown[at]?.state
  return (shown.slice(at + 1).find(isLike) ?? shown.slice(0, Math.max(at, 0)).findLast(isLike))?.id ?? null
}
