import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import type { AgendaItem } from '../../../../electron/domain/agenda/agenda.ts'
import { Circle, type Observation } from '../../../../electron/domain/minutes/observation.ts'
import { keyHints } from '../../../acts/act.ts'
import { useQuery } from '../../../api/use-query.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { KeyHints } from '../../../ui/Keys.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { DecideAll, KeepVersion } from './DecideAll.tsx'
import { ObservationDetail } from './ObservationDetail.tsx'
import { ObservationRow } from './ObservationRow.tsx'
import { observationActs, observationsActs } from './observation-acts.ts'
import { ReturnIntake } from './ReturnIntake.tsx'
import { ReturnReview } from './ReturnReview.tsx'
import { type Sought, useObservationList } from './use-observation-list.ts'
import type { ObservationGroup } from './use-observations.ts'
import type { Returned } from './use-returned.ts'

const { accept, reword, refuse, reopen, previous, next } = observationActs.acts
const hints = keyHints([observationsActs.acts.nextOpen, accept, reword, refuse, reopen, previous, next])

type Shown = 'all' | 'open'

/** `itemId`: where an observation that is added now belongs, until it is said otherwise. */
export function ObservationsSection(props: {
  meetingId: string
  paper?: Observation['paper']
  items: readonly AgendaItem[]
  itemId: string | null
  /** To which what comes back now belongs. */
  circle: Circle
  returned: Returned
  /** Leads to an item in the text; null: to what stands before them. */
  onGo?: (itemId: string | null) => void
  /** Shows the words of an item that an observation is on, the keyboard staying where it is. */
  onShow?: (itemId: string | null, words: string) => void
  sought?: Sought | null
  onFound?: () => void
}) {
  const { meetingId, paper = 'minutes', items, itemId, returned } = props
  const of = useObservationList({ ...props, paper })
  const { observations, list, circle, setCircle } = of
  const { query } = observations
  const directory = useQuery('directory.list', {}).data
  const [shown, setShown] = useState<Shown>('all')
  if (query.data === undefined)
    return query.error === null ? (
      <Skeleton />
    ) : (
      <ErrorBanner error={query.error} onRetry={() => void query.refetch()} />
    )
  const rows = observations.groups.flatMap((group) => group.rows)
  const open = rows.filter(({ observation }) => observation.state === 'open').length
  const isEmpty = rows.length === 0
  const intake = (
    <ReturnIntake
      meetingId={meetingId}
      paper={paper}
      itemId={itemId}
      circle={circle}
      returned={returned}
      isFirst={isEmpty}
    />
  )
  const add = (
    <Button small={!isEmpty} icon={MessageSquarePlus} onPress={() => void observations.add(itemId)}>
      {text.add}
    </Button>
  )
  const review = <ReturnReview returned={returned} directory={directory} />
  const both = observations.all.flatMap((group) => group.rows)
  const count = (of: Circle) => both.filter(({ observation }) => observation.circle === of).length
  // An agenda is read over inside, unless members say something of it.
  const circles =
    paper === 'agenda' && circle === 'internal' && count('members') === 0 ? null : (
      <Segments
        label={text.circle}
        value={circle}
        choices={Circle.options.map((value) => ({ value, label: text.circles[value], count: count(value) }))}
        onChange={setCircle}
      />
    )
  if (isEmpty)
    return (
      <div ref={list}>
        {review}
        {circles}
        {returned.files.length > 0 ? null : (
          <EmptyState
            icon={MessageSquarePlus}
            title={paper === 'minutes' ? text.empty[circle] : text.emptyAgenda}
            act={
              <div className="row wrap">
                {intake}
                {add}
              </div>
            }
          >
            {paper === 'minutes' ? text.emptyHint[circle] : text.emptyAgendaHint} {text.returned.chooseHint}
          </EmptyState>
        )}
      </div>
    )
  const isAnswered = both.every(({ observation }) => observation.state !== 'open')
  const owed = both.filter(({ observation }) => {
    const standing = observations.standings.get(observation.id)?.standing
    return standing === 'owed' || standing === 'stillSaid'
  }).length
  // The opened one stays in sight: it is being answered.
  const groups = visible(observations.groups, shown, of.opened)
  return (
    <div className="observation-list" ref={list}>
      {review}
      {isAnswered && paper === 'minutes' ? <KeepVersion meetingId={meetingId} owed={owed} /> : null}
      <div className="row wrap observation-head">
        {circles}
        {intake}
        {add}
      </div>
      <div className="row wrap observation-head">
        <span role="status" className="grow">
          {text.count(rows.length, open)}
        </span>
        <Segments
          label={text.show}
          value={shown}
          choices={[
            { value: 'all', label: text.shown.all, count: rows.length },
            { value: 'open', label: text.shown.open, count: open },
          ]}
          onChange={setShown}
        />
        <DecideAll rows={rows} observations={observations} />
      </div>
      {groups.length === 0 ? <p>{text.noneOpen}</p> : null}
      <Groups groups={groups} of={of} items={items} directory={directory} onGo={props.onGo} />
      <p className="observation-keys mute">
        <KeyHints hints={hints} />
      </p>
    </div>
  )
}

function Groups(props: {
  groups: readonly ObservationGroup[]
  of: ReturnType<typeof useObservationList>
  items: readonly AgendaItem[]
  directory: Output<'directory.list'> | undefined
  onGo: ((itemId: string | null) => void) | undefined
}) {
  const { groups, of, onGo } = props
  return groups.map((group) => (
    <section key={group.id} aria-labelledby={`obs-${group.id}`}>
      <h3 id={`obs-${group.id}`}>
        {group.number === '' ? '' : `${group.number} `}
        {group.title}
      </h3>
      <ul>
        {group.rows.map((row) => {
          const { id } = row.observation
          const isOpened = id === of.opened
          return (
            <li key={id} className={`observation-one ${isOpened ? 'on' : ''}`}>
              <ObservationRow
                row={row}
                isOpened={isOpened}
                standing={of.observations.standings.get(id)?.standing ?? null}
                acts={of.acts}
                onToggle={of.toggle}
                onReached={of.reached}
              />
              {isOpened ? (
                <ObservationDetail
                  row={row}
                  items={props.items}
                  directory={props.directory}
                  observations={of.observations}
                  acts={of.acts}
                  isAnswering={of.answering === id}
                  isRewording={of.rewording === id}
                  onGiveUpWording={() => of.giveUpWording(id)}
                  onDecide={(decision, done) => void of.decide(row, decision, done)}
                  onGo={onGo === undefined ? null : () => onGo(row.observation.itemId)}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

function visible(
  groups: readonly ObservationGroup[],
  shown: Shown,
  opened: string | null,
): readonly ObservationGroup[] {
  if (shown === 'all') return groups
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter(({ observation }) => observation.state === 'open' || observation.id === opened),
    }))
    .filter(({ rows }) => rows.length > 0)
}
