import { lazy, Suspense } from 'react'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { putBack } from './field-history.ts'
import { type MinutesPaper, MinutesPapers } from './MinutesPapers.tsx'
import { NotesPane } from './NotesPane.tsx'
import type { PlanEntry } from './sections.ts'
import type { FromNotes } from './use-from-notes.ts'
import type { Side } from './use-side.ts'

const LifePane = lazy(() => import('./approval/LifePane.tsx').then((m) => ({ default: m.LifePane })))
const VersionsPane = lazy(() =>
  import('./versions/VersionsPane.tsx').then((m) => ({ default: m.VersionsPane })),
)
const FieldHistory = lazy(() => import('./FieldHistory.tsx').then((m) => ({ default: m.FieldHistory })))

export function SidePane(props: {
  side: Side | null
  meeting: Meeting
  view: MinutesView
  entries: readonly PlanEntry[]
  /** The item that is being written; null in the other sections. */
  itemId: string | null
  fromNotes: FromNotes
  paper: MinutesPaper
  onPaper: (paper: MinutesPaper) => void
  openObservations: number | null
  undescribed: number
  onObservations: () => void
  onClose: () => void
}) {
  return props.side === null ? null : (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Pane {...props} side={props.side} />
    </Suspense>
  )
}

function Pane(props: Parameters<typeof SidePane>[0] & { side: Side }) {
  const { side, meeting, view, onClose } = props
  switch (side.type) {
    case 'preview':
      return <MinutesPapers meetingId={meeting.id} paper={props.paper} onPaper={props.onPaper} />
    case 'notes':
      return (
        <NotesPane
          meetingId={meeting.id}
          entries={props.entries}
          itemId={props.itemId}
          fromNotes={props.fromNotes}
          onClose={onClose}
        />
      )
    case 'versions':
      return <VersionsPane meetingId={meeting.id} isApproved={false} onClose={onClose} />
    case 'life':
      return (
        <LifePane
          meeting={meeting}
          minutes={view.minutes}
          openObservations={props.openObservations}
          undescribed={props.undescribed}
          onObservations={props.onObservations}
          onClose={onClose}
        />
      )
    case 'history':
      return (
        <FieldHistory
          key={`${side.of.id} ${side.of.field}`}
          of={side.of}
          name={side.name}
          onRestore={(value) => void putBack(side.of, value, { view, items: itemsOf(props.entries) })}
          onClose={onClose}
        />
      )
  }
}

function itemsOf(entries: readonly PlanEntry[]) {
  return entries.flatMap((entry) => (entry.kind === 'item' ? [entry.item] : []))
}
