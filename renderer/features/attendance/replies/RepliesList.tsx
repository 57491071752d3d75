import Search from 'lucide-react/icons/search'
import UserRound from 'lucide-react/icons/user-round'
import { useId } from 'react'
import type { AskedPerson } from '../../../../electron/domain/attendance/reply.ts'
import { takenAmong } from '../../../../electron/domain/attendance/seats.ts'
import { href } from '../../../app/paths.ts'
import { repliesText as text } from '../../../text/replies.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { SeatGrid } from './SeatGrid.tsx'
import type { Shown } from './seat-rows.ts'
import type { SeatList } from './use-seat-list.ts'

export function RepliesList(props: {
  asked: readonly AskedPerson[]
  list: SeatList
  onConfirmAll: (people: readonly AskedPerson[]) => void
  confirming: boolean
  /** Of a meeting taken over from old files: nobody was asked through the application. */
  takenOver: { meetingId: string } | null
  /** Who sits on it is asked for. */
  onOpen: () => void
}) {
  const { asked, list } = props
  const { all, rows, shown } = list
  const toConfirm = asked.filter((one) => one.beforeMove)
  const seats = all.filter(({ kind }) => kind === 'seat')
  if (asked.length === 0 && !list.isNarrowed) {
    if (props.takenOver !== null)
      return (
        <EmptyState
          icon={UserRound}
          title={text.takenOver}
          act={
            <a className="button" href={href('minutes', props.takenOver)}>
              {text.openMinutes}
            </a>
          }
        >
          {text.takenOverHint}
        </EmptyState>
      )
    return (
      <EmptyState
        icon={UserRound}
        title={text.empty}
        act={
          <a className="button" href={href('directory')}>
            {text.openDirectory}
          </a>
        }
      >
        {text.emptyHint}
      </EmptyState>
    )
  }
  return (
    <>
      <div className="toolbar replies-toolbar">
        <QuickField list={list} />
        <Segments<Shown>
          label={text.shown}
          value={shown}
          choices={[
            { value: 'all', label: text.show.all },
            { value: 'awaited', label: text.show.awaited, count: list.many.awaited },
            ...(list.many.guests === 0 && shown !== 'guests'
              ? []
              : [{ value: 'guests' as const, label: text.show.guests, count: list.many.guests }]),
            ...(toConfirm.length === 0 && shown !== 'toConfirm'
              ? []
              : [{ value: 'toConfirm' as const, label: text.show.toConfirm, count: toConfirm.length }]),
          ]}
          onChange={list.setShown}
        />
        <span className="grow" />
        {seats.length === 0 ? null : (
          <span className="mute seats-taken">{text.seats(takenAmong(seats), seats.length)}</span>
        )}
      </div>
      {toConfirm.length === 0 ? null : (
        <div className="replies-moved">
          <Banner
            tone="warn"
            acts={
              <Button
                small
                busy={props.confirming ? text.recording : undefined}
                onPress={() => props.onConfirmAll(toConfirm)}
              >
                {text.confirmAll}
              </Button>
            }
          >
            {text.movedSince(toConfirm.length)}
          </Banner>
        </div>
      )}
      <div className="scroll replies" ref={list.region}>
        {rows.length > 0 ? (
          <SeatGrid
            rows={rows}
            all={all}
            selection={list.selection}
            onSelect={list.select}
            onOpen={props.onOpen}
            acts={list.acts}
          />
        ) : list.isNarrowed ? null : (
          <p className="pad mute">{shown === 'toConfirm' ? text.noneToConfirm : text.noneAwaited}</p>
        )}
      </div>
    </>
  )
}

function QuickField({ list }: { list: SeatList }) {
  const hintId = useId()
  return (
    <div className="quick">
      <div className="input filter-field">
        <Icon of={Search} size={17} />
        <input
          ref={list.field}
          className="bare"
          type="search"
          data-filter=""
          aria-label={text.find}
          aria-describedby={hintId}
          placeholder={text.find}
          autoComplete="off"
          value={list.typed}
          onChange={(event) => list.setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'ArrowDown') list.pick()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </div>
      {/* Said below the field: whom Enter picks. */}
      <p id={hintId} className="mute small cut" role="status">
        {list.hint}
      </p>
    </div>
  )
}
