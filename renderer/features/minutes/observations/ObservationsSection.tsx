import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgendaItem } from '../../../../electron/domain/agenda/agenda.ts'
import type { Observation, ObservationState } from '../../../../electron/domain/minutes/observation.ts'
import { useQuery } from '../../../api/use-query.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Keys } from '../../../ui/Keys.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { DecideAll, KeepVersion } from './DecideAll.tsx'
import { ObservationDetail } from './ObservationDetail.tsx'
import { ObservationRow } from './ObservationRow.tsx'
import { ReturnIntake } from './ReturnIntake.tsx'
import { ReturnReview } from './ReturnReview.tsx'
import { type Decision, type Numbered, type ObservationGroup, useObservations } from './use-observations.ts'
import type { Returned } from './use-returned.ts'

const hints = [
  ['F8', text.keyNext],
  ['A', text.keyAccept],
  ['R', text.keyReword],
  ['X', text.keyRefuse],
  ['E', text.keyOpen],
] as const

type Shown = 'all' | 'open'

/** `itemId`: where an observation that is added now belongs, until it is said otherwise. */
export function ObservationsSection(props: {
  meetingId: string
  paper?: Observation['paper']
  items: readonly AgendaItem[]
  itemId: string | null
  returned: Returned
}) {
  const { meetingId, paper = 'minutes', items, itemId, returned } = props
  const observations = useObservations(meetingId, items, paper)
  const directory = useQuery('directory.list', {}).data
  const [opened, setOpened] = useState<string | null>(null)
  const [rewording, setRewording] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const list = useRef<HTMLDivElement>(null)
  const { newest, query } = observations
  useEffect(() => {
    if (newest !== null) setOpened(newest)
  }, [newest])
  const acts = useRef(observations)
  acts.current = observations
  const toggle = useCallback((id: string) => setOpened((before) => (before === id ? null : id)), [])
  const goTo = useCallback((id: string | null) => {
    if (id === null) return
    setOpened(id)
    rowOf(list.current, id)?.focus()
  }, [])
  const decide = useCallback(
    async (row: Numbered, decision: Decision) => {
      const next = nextOpen(list.current, row.observation.id)
      const isAnswered = await acts.current.decide(row, decision)
      setRewording(null)
      // A refusal is answered in words; what could not be written is read.
      if (!isAnswered || decision.state === 'refused') setOpened(row.observation.id)
      else if (decision.state !== 'open') goTo(next)
    },
    [goTo],
  )
  const setState = useCallback(
    (row: Numbered, state: ObservationState) => {
      if (state === 'reworded') {
        setOpened(row.observation.id)
        setRewording(row.observation.id)
      } else if (row.observation.state !== state) void decide(row, { state })
    },
    [decide],
  )
  const remove = useCallback((row: Numbered) => void acts.current.remove(row), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || list.current === null) return
      event.preventDefault()
      goTo(nextOpen(list.current, opened))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [goTo, opened])
  if (query.data === undefined)
    return query.error === null ? (
      <Skeleton />
    ) : (
      <ErrorBanner error={query.error} onRetry={() => void query.refetch()} />
    )
  const rows = observations.groups.flatMap((group) => group.rows)
  const open = rows.filter(({ observation }) => observation.state === 'open').length
  const intake = (
    <ReturnIntake
      meetingId={meetingId}
      paper={paper}
      itemId={itemId}
      returned={returned}
      look={rows.length === 0 ? 'primary' : 'plain'}
    />
  )
  const add = (
    <Button icon={MessageSquarePlus} onPress={() => void observations.add(itemId)}>
      {text.add}
    </Button>
  )
  // The pane of an agenda bears its title.
  const title = paper === 'minutes' ? <h2>{text.title}</h2> : null
  const review = <ReturnReview returned={returned} directory={directory} />
  if (rows.length === 0)
    return (
      <>
        {title}
        {review}
        {returned.files.length > 0 ? null : (
          <EmptyState
            icon={MessageSquarePlus}
            title={paper === 'minutes' ? text.empty : text.emptyAgenda}
            act={
              <div className="row wrap">
                {intake}
                {add}
              </div>
            }
          >
            {paper === 'minutes' ? text.emptyHint : text.emptyAgendaHint} {text.returned.chooseHint}
          </EmptyState>
        )}
      </>
    )
  // The opened one stays in sight: it is being answered.
  const groups = visible(observations.groups, shown, opened)
  return (
    <div className="observation-list" ref={list}>
      {title}
      {review}
      {open === 0 && paper === 'minutes' ? <KeepVersion meetingId={meetingId} /> : null}
      <div className="row wrap observation-head">
        <span role="status">{text.count(rows.length, open)}</span>
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
      <div className="row wrap observation-head">
        {intake}
        {add}
      </div>
      <p className="observation-keys mute">
        {hints.map(([key, label]) => (
          <span key={key}>
            <Keys keys={[key]} /> {label}
          </span>
        ))}
        <span>
          <Keys keys={['↑', '↓']} /> {text.keyList}
        </span>
      </p>
      {groups.length === 0 ? <p>{text.noneOpen}</p> : null}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`obs-${group.id}`}>
          <h3 id={`obs-${group.id}`}>
            {group.number === '' ? '' : `${group.number} `}
            {group.title}
          </h3>
          <ul>
            {group.rows.map((row) => {
              const { id } = row.observation
              return (
                <li key={id} className={`observation-one ${id === opened ? 'on' : ''}`}>
                  <ObservationRow
                    row={row}
                    isOpened={id === opened}
                    standing={observations.standings.get(id)?.standing ?? null}
                    onToggle={toggle}
                    onState={setState}
                    onRemove={remove}
                  />
                  {id === opened ? (
                    <ObservationDetail
                      row={row}
                      items={items}
                      directory={directory}
                      observations={observations}
                      isRewording={rewording === id}
                      onRewording={(isRewording) => setRewording(isRewording ? id : null)}
                      onDecide={(decision) => void decide(row, decision)}
                    />
                  ) : null}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
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

function rowsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.observation-row') ?? [])]
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | undefined {
  return rowsIn(list).find((row) => row.dataset.observation === id)
}

/** The next one that waits for an answer after another, the first when there is none below it. */
function nextOpen(list: HTMLElement | null, after: string | null): string | null {
  const rows = rowsIn(list)
  const at = rows.findIndex((row) => row.dataset.observation === after)
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  return ordered.find((row) => row.dataset.open === 'true')?.dataset.observation ?? null
}
