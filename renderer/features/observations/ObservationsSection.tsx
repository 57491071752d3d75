// Observations section: what the readers of the draft want otherwise, by item, each with the answer given.
import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgendaItem } from '../../../electron/domain/agenda.ts'
import type { ObservationState } from '../../../electron/domain/observation.ts'
import { useQuery } from '../../api/use-query.ts'
import { observationsText as text } from '../../text/observations.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ObservationDetail } from './ObservationDetail.tsx'
import { ObservationRow } from './ObservationRow.tsx'
import { type Numbered, type ObservationGroup, useObservations } from './use-observations.ts'

const hints = [
  ['R', text.keyAccept],
  ['A', text.keyReword],
  ['N', text.keyRefuse],
  ['E', text.keyOpen],
] as const

type Shown = 'all' | 'open'

/** `itemId`: where an observation that is added now belongs, until it is said otherwise. */
export function ObservationsSection(props: {
  meetingId: string
  items: readonly AgendaItem[]
  itemId: string | null
}) {
  const { meetingId, items, itemId } = props
  const observations = useObservations(meetingId, items)
  const directory = useQuery('directory.list', {}).data
  const [opened, setOpened] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const { newest, query } = observations
  useEffect(() => {
    if (newest !== null) setOpened(newest)
  }, [newest])
  const acts = useRef(observations)
  acts.current = observations
  const toggle = useCallback((id: string) => setOpened((before) => (before === id ? null : id)), [])
  const setState = useCallback((row: Numbered, state: ObservationState) => {
    void acts.current.setState(row, state)
    // Another wording and a refusal are answered in words.
    if (state === 'reworded' || state === 'refused') setOpened(row.observation.id)
  }, [])
  const remove = useCallback((row: Numbered) => void acts.current.remove(row), [])
  if (query.data === undefined)
    return query.error === null ? (
      <Skeleton />
    ) : (
      <ErrorBanner error={query.error} onRetry={() => void query.refetch()} />
    )
  const rows = observations.groups.flatMap((group) => group.rows)
  const open = rows.filter(({ observation }) => observation.state === 'open').length
  const add = (
    <Button
      look={rows.length === 0 ? 'primary' : 'plain'}
      icon={MessageSquarePlus}
      onPress={() => void observations.add(itemId)}
    >
      {text.add}
    </Button>
  )
  if (rows.length === 0)
    return (
      <>
        <h2>{text.title}</h2>
        <EmptyState icon={MessageSquarePlus} title={text.empty} act={add}>
          {text.emptyHint}
        </EmptyState>
      </>
    )
  // The opened one stays in sight: it is being answered.
  const groups = visible(observations.groups, shown, opened)
  return (
    <div className="obs">
      <h2>{text.title}</h2>
      <div className="row wrap obs-head">
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
        <span className="grow" />
        {add}
      </div>
      <p className="obs-keys mute">
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
            {group.rows.map((row) => (
              <li key={row.observation.id} className={`obs-one ${row.observation.id === opened ? 'on' : ''}`}>
                <ObservationRow
                  row={row}
                  isOpened={row.observation.id === opened}
                  onToggle={toggle}
                  onState={setState}
                  onRemove={remove}
                />
                {row.observation.id === opened ? (
                  <ObservationDetail
                    row={row}
                    items={items}
                    directory={directory}
                    observations={observations}
                  />
                ) : null}
              </li>
            ))}
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
