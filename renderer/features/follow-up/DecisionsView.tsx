import Diamond from 'lucide-react/icons/diamond'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { type DecisionFilter, type DecisionRow, DecisionSort } from '../../../electron/contract/follow-up.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { DecisionStanding } from '../../../electron/domain/minutes/decision.ts'
import { decisionStandingWords } from '../../../electron/domain/minutes/follow-up-words.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { usePages } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { windowActs } from '../../app/window-acts.ts'
import { useFirstChosen, useListedOnly } from '../../parts/grid/beside.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { useDeskSort } from '../../parts/grid/desk-columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { choose, chooseThese, nothingChosen, type Selection, theOne } from '../../parts/grid/selection.ts'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { followUpText as text } from '../../text/follow-up.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DecisionInspector } from './DecisionInspector.tsx'
import { asDecided, everyDecision, meetingChoices, seriesChoices } from './filters.ts'
import { decisionActs } from './follow-up-acts.ts'
import { decisionLooks } from './look.ts'
import { useBackToRow } from './use-back-to-row.ts'
import { useDecisionActs } from './use-decision-acts.ts'

const { previous, next } = listActs.acts
const hints = keyHints([previous, next, windowActs.acts.find, frameActs.acts.help])
type ListedDecision = DecisionRow & { readonly id: string }

const numberOf = ({ decision, origin }: DecisionRow) => printedNumber('D', origin, decision.rank)

const columns: readonly GridColumn<ListedDecision>[] = [
  {
    id: 'number',
    label: text.columns.number,
    className: 'register-column-number',
    text: numberOf,
    cell: (row) => <span className="ref">{numberOf(row)}</span>,
  },
  {
    id: 'text',
    label: text.columns.decision,
    rowHeader: true,
    text: ({ decision }) => decision.text,
    cell: ({ decision, origin }) => (
      <span className="register-words">
        <span className="cut-two-lines" title={decision.text}>
          {decision.text}
        </span>
        <span className="register-under">{text.origin(origin.number, origin.date, origin.itemNumber)}</span>
      </span>
    ),
  },
  {
    id: 'state',
    label: text.columns.state,
    className: 'register-column-state',
    text: ({ now }) => decisionStandingWords[now.standing],
    cell: ({ now }) => (
      <span className="register-words">
        <Badge {...decisionLooks[now.standing]}>{decisionStandingWords[now.standing]}</Badge>
        {now.replacedBy === null ? null : (
          <span className="register-under">
            {text.by(printedNumber('D', now.replacedBy, now.replacedBy.rank))}
          </span>
        )}
      </span>
    ),
  },
]

/** The grid knows its rows by their ids. */
const listed = ({ rows, total }: Output<'followUp.decisions'>) => ({
  rows: rows.map((row): ListedDecision => ({ ...row, id: row.decision.id })),
  total,
})

export function DecisionsView(props: {
  focusId: string | null
  onShown: (shown: { filter: DecisionFilter; sort: DecisionSort }) => void
}) {
  const [filter, setFilter] = useState(everyDecision)
  const [sort, setSort] = useDeskSort('decisions', asDecided, DecisionSort)
  const onShown = useRef(props.onShown)
  onShown.current = props.onShown
  useEffect(() => onShown.current({ filter, sort }), [filter, sort])
  const [selection, setSelection] = useState<Selection>(() =>
    props.focusId === null ? nothingChosen : choose(props.focusId),
  )
  const list = usePages('followUp.decisions', (page) => ({ filter, sort, ...page }), listed)
  useFirstChosen(list.rows[0]?.id, props.focusId !== null, (id) => setSelection(choose(id)))
  const isNarrowed =
    filter.words.trim() !== '' ||
    filter.state !== null ||
    filter.meetingId !== null ||
    filter.seriesId !== null
  useListedOnly(list.rows, isNarrowed ? filter : null, selection.ids, (ids) => setSelection(chooseThese(ids)))
  const { data: choices } = useQuery('followUp.choices', {})
  const total = list.rows.length
  const shown = useDeferredValue(theOne(selection))
  const page = useRef<HTMLDivElement>(null)
  const acts = useDecisionActs()
  useBackToRow(page, acts.asked)
  const { ask, bringBack } = acts
  const row = list.rows.find((one) => one !== undefined && one.id === theOne(selection)) ?? null
  const own = useActs(decisionActs, { row, ask, bringBack })
  const series = seriesChoices(choices)
  const words = text.filters
  const patch = (change: Partial<DecisionFilter>) => setFilter({ ...filter, ...change })
  const sortBy = (column: string) => {
    const by = DecisionSort.shape.by.parse(column)
    setSort({ by, descending: sort.by === by && !sort.descending })
  }
  useStatusLine([total === 0 ? text.empty.decisions : text.decisionCount(total)], hints)
  return (
    <ListAndPane className="register-cols" box={page}>
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
            choices={DecisionStanding.options.map((state) => ({
              value: state,
              label: decisionStandingWords[state],
            }))}
            onChange={(value) =>
              patch({ state: DecisionStanding.options.find((one) => one === value) ?? null })
            }
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
            <Button look="ghost" onPress={() => patch(everyDecision)}>
              {words.clear}
            </Button>
          ) : null}
        </div>
        <div className="scroll">
          {list.error === null ? null : (
            <div className="pad">
              <ErrorBanner error={list.error} onRetry={list.refetch} />
            </div>
          )}
          {list.first === undefined ? (
            list.error === null ? (
              <Skeleton lines={8} />
            ) : null
          ) : total > 0 ? (
            <Grid
              list="decisions"
              label={text.tabs.decisions}
              className="register-grid register-decisions"
              columns={columns}
              rows={list.rows}
              onNear={list.near}
              order={{ sort, onSort: sortBy }}
              isVoid={({ now }) => now.state !== 'inForce'}
              selection={selection}
              onSelect={(chosen) => {
                setSelection(chosen)
                ask(null)
              }}
              acts={Object.values(own)}
              onOpen={() => document.querySelector<HTMLElement>('.inspector button')?.focus()}
            />
          ) : isNarrowed ? (
            <p className="pad mute" role="status">
              {text.noMatch}
            </p>
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
      {shown === null ? null : (
        <DecisionInspector
          key={shown}
          id={shown}
          known={list.rows.find((row) => row?.id === shown)}
          acts={acts}
          onClose={() => setSelection(nothingChosen)}
        />
      )}
    </ListAndPane>
  )
}
