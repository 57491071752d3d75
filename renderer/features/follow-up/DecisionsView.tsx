import Diamond from 'lucide-react/icons/diamond'
import { useDeferredValue, useMemo, useState } from 'react'
import type { DecisionFilter, DecisionRow } from '../../../electron/contract/follow-up.ts'
import { DecisionState } from '../../../electron/domain/minutes/decision.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { decisionStateText, followUpText as text } from '../../text/follow-up.ts'
import { pagerText } from '../../text/pager.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { PAGE, Pager } from '../../ui/Pager.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DecisionInspector } from './DecisionInspector.tsx'
import { meetingChoices, seriesChoices } from './filters.ts'
import { decisionLooks } from './look.ts'
import { type GridRow, RegisterGrid } from './RegisterGrid.tsx'
import { choose, nothingChosen, type Selection } from './selection.ts'

const { previous, next } = listActs.acts
const hints = keyHints([previous, next, frameActs.acts.filter, frameActs.acts.help])
const everything: DecisionFilter = { words: '', state: null, meetingId: null, seriesId: null }
const columns = [
  { id: 'number', label: text.columns.number, className: 'register-column-number' },
  { id: 'decision', label: text.columns.decision },
  { id: 'state', label: text.columns.state, className: 'register-column-state' },
]

export function DecisionsView(props: { focusId: string | null; onShown: (filter: DecisionFilter) => void }) {
  const [filter, setFilter] = useState(everything)
  const [offset, setOffset] = useState(0)
  const [selection, setSelection] = useState<Selection>(() =>
    props.focusId === null ? nothingChosen : choose(props.focusId),
  )
  const list = useQuery('followUp.decisions', { filter, offset, limit: PAGE }, { keepPrevious: true })
  const { data: choices } = useQuery('followUp.choices', {})
  const rows = list.data?.rows ?? []
  const total = list.data?.total ?? 0
  const shown = useDeferredValue(selection)
  const gridRows = useMemo(() => (list.data?.rows ?? []).map(gridRow), [list.data])
  const series = seriesChoices(choices)
  const words = text.filters
  const patch = (change: Partial<DecisionFilter>) => {
    const next = { ...filter, ...change }
    setFilter(next)
    setOffset(0)
    props.onShown(next)
  }
  const isNarrowed =
    filter.words.trim() !== '' ||
    filter.state !== null ||
    filter.meetingId !== null ||
    filter.seriesId !== null
  useStatusLine(
    [total === 0 ? text.empty.decisions : pagerText.shown(offset + 1, offset + rows.length, total)],
    hints,
  )
  return (
    <div className="cols register-cols">
      <section className="pane grow" aria-label={text.tabs.decisions}>
        <div className="toolbar">
          <FilterField
            label={text.filter}
            value={filter.words}
            onChange={(typed) => patch({ words: typed })}
          />
          <FilterSelect
            label={words.state}
            all={words.allStates}
            value={filter.state}
            choices={DecisionState.options.map((state) => ({
              value: state,
              label: decisionStateText[state],
            }))}
            onChange={(value) => patch({ state: DecisionState.options.find((one) => one === value) ?? null })}
          />
          <FilterSelect
            label={words.meeting}
            all={words.allMeetings}
            value={filter.meetingId}
            choices={meetingChoices(choices)}
            onChange={(meetingId) => patch({ meetingId })}
          />
          {series.length < 2 ? null : (
            <FilterSelect
              label={words.series}
              all={words.allSeries}
              value={filter.seriesId}
              choices={series}
              onChange={(seriesId) => patch({ seriesId })}
            />
          )}
          {isNarrowed ? (
            <Button look="ghost" onPress={() => patch(everything)}>
              {words.clear}
            </Button>
          ) : null}
          <Pager offset={offset} shown={rows.length} total={total} onMove={setOffset} />
        </div>
        <div className="scroll">
          {list.error === null ? null : (
            <div className="pad">
              <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
            </div>
          )}
          {list.data === undefined ? (
            list.error === null ? (
              <Skeleton lines={8} />
            ) : null
          ) : rows.length > 0 ? (
            <RegisterGrid
              label={text.tabs.decisions}
              className="register-decisions"
              columns={columns}
              rows={gridRows}
              selection={selection}
              // One decision at a time: what becomes of it is its own.
              onSelect={({ at }) => setSelection(at === null ? nothingChosen : choose(at))}
              onOpen={() => document.querySelector<HTMLElement>('.inspector button')?.focus()}
              acts={[]}
            />
          ) : isNarrowed ? (
            <p className="pad mute">{text.noMatch}</p>
          ) : (
            <EmptyState
              icon={Diamond}
              title={text.empty.decisions}
              act={
                <a className="button" href={href('meetings')}>
                  {text.toMinutes}
                </a>
              }
            >
              {text.emptyHint.decisions}
            </EmptyState>
          )}
        </div>
      </section>
      {shown.at === null ? null : (
        <DecisionInspector
          key={shown.at}
          id={shown.at}
          known={rows.find(({ decision }) => decision.id === shown.at)}
          onClose={() => setSelection(nothingChosen)}
        />
      )}
    </div>
  )
}

function gridRow({ decision, now, origin }: DecisionRow): GridRow {
  const { icon, tone } = decisionLooks[now.state]
  return {
    id: decision.id,
    group: null,
    isVoid: now.state !== 'inForce',
    cells: [
      <span key="number" className="ref">
        {printedNumber('D', origin, decision.rank)}
      </span>,
      <span key="decision" className="register-words">
        <span className="cut-two-lines" title={decision.text}>
          {decision.text}
        </span>
        <span className="register-under">{text.origin(origin.number, origin.date, origin.itemNumber)}</span>
      </span>,
      <span key="state" className="register-words">
        <Badge icon={icon} tone={tone}>
          {decisionStateText[now.state]}
        </Badge>
        {now.replacedBy === null ? null : (
          <span className="register-under">
            {text.by(printedNumber('D', now.replacedBy, now.replacedBy.rank))}
          </span>
        )}
      </span>,
    ],
  }
}
