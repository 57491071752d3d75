import { type ReactNode, type RefObject, Suspense } from 'react'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { LeavingCheck } from '../../../electron/domain/meetings/leaving.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { FacesPane } from '../../parts/FacesPane.tsx'
import { minutesText as text } from '../../text/minutes.ts'
import { panesText } from '../../text/panes.ts'
import { part } from '../../ui/part.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { putBack } from './field-history.ts'
import { type Cover, faces, type Side } from './use-side.ts'

const LifePane = part(() => import('./approval/LifePane.tsx').then((m) => m.LifePane))
const VersionsPane = part(() => import('./versions/VersionsPane.tsx').then((m) => m.VersionsPane))
const FieldHistory = part(() => import('./FieldHistory.tsx').then((m) => m.FieldHistory))

export function SidePane(props: {
  box: RefObject<HTMLDivElement | null>
  side: Side
  meeting: Meeting
  view: MinutesView
  items: readonly AgendaItem[]
  openObservations: number | null
  undescribed: number
  onObservations: () => void
  go: (check: LeavingCheck) => boolean
  children: ReactNode
}) {
  const { side, openObservations } = props
  return (
    <FacesPane
      box={props.box}
      room="page"
      choice={
        <Segments
          label={panesText.right.title}
          value={side.cover === null ? side.face : null}
          choices={faces.map((value) => ({
            value,
            label: text.faces[value],
            ...(value === 'observations' && (openObservations ?? 0) > 0
              ? { count: openObservations ?? 0 }
              : {}),
          }))}
          onChange={side.showFace}
        />
      }
    >
      {side.cover === null ? (
        props.children
      ) : (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Covered {...props} cover={side.cover} />
        </Suspense>
      )}
    </FacesPane>
  )
}

function Covered(props: Omit<Parameters<typeof SidePane>[0], 'children' | 'box'> & { cover: Cover }) {
  const { side, cover, meeting, view, items } = props
  const close = () => side.showCover(null)
  switch (cover.type) {
    case 'versions':
      return <VersionsPane meetingId={meeting.id} isApproved={false} onClose={close} />
    case 'life':
      return (
        <LifePane
          meeting={meeting}
          minutes={view.minutes}
          openObservations={props.openObservations}
          undescribed={props.undescribed}
          onObservations={props.onObservations}
          go={props.go}
          onClose={close}
        />
      )
    case 'history':
      return (
        <FieldHistory
          key={`${cover.of.id} ${cover.of.field}`}
          of={cover.of}
          name={cover.name}
          onRestore={(value) => void putBack(cover.of, value, { view, items })}
          onClose={close}
        />
      )
  }
}
