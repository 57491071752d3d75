import ListChecks from 'lucide-react/icons/list-checks'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ActionFilter, ActionRow, ActionSort } from '../../../electron/contract/follow-up.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { pagerText } from '../../text/pager.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PAGE, Pager } from '../../ui/Pager.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { ActionFilters } from './ActionFilters.tsx'
import { actionGridRow } from './action-row.tsx'
import { ChosenActions } from './ChosenActions.tsx'
import { type ActionView, firstFilter, firstSort, isNarrowed } from './filters.ts'
import { type Asked, actionActs } from './follow-up-acts.ts'
import { type GridColumn, RegisterGrid } from './RegisterGrid.tsx'
import { choose, nothingChosen, type Selection, stillThere } from './selection.ts'
import { useActionActs } from './use-action-acts.ts'
import { useReminders } from './use-reminders.ts'

const { toggle, postpone, edit } = actionActs.acts
const { filter: filterList, help } = frameActs.acts
const hints = keyHints([toggle, postpone, edit, filterList, help])

export function ActionsView(props: {
  view: ActionView
  focusId: string | null
  lateOnly: boolean
  /** Told what an export would hold. */
  onShown: (shown: { filter: ActionFilter; sort: ActionSort }) => void
}) {
  const { view, onShown } = props
  const [filter, setFilter] = useState(() => firstFilter(view, props.lateOnly))
  const [sort, setSort] = useState(() => firstSort(view))
  const [offset, setOffset] = useState(0)
  const [selection, setSelection] = useState<Selection>(() =>
    props.focusId === null ? nothingChosen : choose(props.focusId),
  )
  const [asked, setAsked] = useState<Asked>(null)
  const page = useRef<HTMLDivElement>(null)
  const list = useQuery('followUp.actions', { filter, sort, offset, limit: PAGE }, { keepPrevious: true })
  const { rows = [], total = 0 } = list.data ?? {}
  const today = civilDate(new Date())
  const acts = useActionActs(() => setAsked(null))
  useFollowRows(rows, selection, setSelection, props.focusId)
  const narrow = (next: ActionFilter) => {
    setFilter(next)
    setOffset(0)
    onShown({ filter: next, sort })
  }
  const sortBy = (by: ActionSort['by']) => {
    const next = { by, descending: sort.by === by && !sort.descending }
    setSort(next)
    setOffset(0)
    onShown({ filter, sort: next })
  }
  const chosen = rows.filter(({ action }) => selection.ids.has(action.id))
  // Fields take longer to draw than a row: an arrow held down does not wait for them.
  const shown = useDeferredValue(selection)

  const latest = useRef(acts.setState)
  latest.current = acts.setState
  const isGrouped = sort.by === 'due' && !sort.descending && view !== 'closed'
  const gridRows = useMemo(() => {
    const groups =
      isGrouped && list.data !== undefined ? { counts: list.data.groups, next: list.data.nextMeeting } : null
    const onToggle = (row: ActionRow) => latest.current([row], row.action.state === 'done' ? 'todo' : 'done')
    return (list.data?.rows ?? []).map((row) =>
      actionGridRow(row, { today, groups, withChecks: view === 'checks', onToggle }),
    )
  }, [list.data, today, isGrouped, view])

  const own = useActs(actionActs, { rows: chosen, acts, reminders: useReminders(), ask: setAsked })
  useStatusLine(
    [
      total === 0 ? text.empty[view] : pagerText.shown(offset + 1, offset + rows.length, total),
      ...(selection.ids.size > 1 ? [text.chosen(selection.ids.size)] : []),
    ],
    hints,
  )
  return (
    <div className="cols register-cols" ref={page}>
      <section className="pane grow" aria-label={text.tabs[view]}>
        <div className="toolbar">
          <ActionFilters view={view} filter={filter} onFilter={narrow} />
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
              label={text.tabs[view]}
              className="register-actions"
              columns={columnsOf(view, sort, sortBy)}
              rows={gridRows}
              selection={selection}
              onSelect={(next) => {
                setSelection(next)
                setAsked(null)
              }}
              onOpen={() => page.current?.querySelector<HTMLElement>('.inspector button')?.focus()}
              acts={Object.values(own)}
            />
          ) : isNarrowed(filter, view) ? (
            <p className="pad mute">{text.noMatch}</p>
          ) : (
            <EmptyState
              icon={ListChecks}
              title={text.empty[view]}
              act={
                <a className="button" href={href('meetings')}>
                  {text.toMinutes}
                </a>
              }
            >
              {text.emptyHint[view]}
            </EmptyState>
          )}
        </div>
      </section>
      {shown.ids.size === 0 ? null : (
        <ChosenActions
          selection={shown}
          rows={rows}
          acts={acts}
          asked={asked}
          onAsk={setAsked}
          onClose={() => setSelection(nothingChosen)}
        />
      )}
    </div>
  )
}

/** A row that was worked off leaves the list: the one in its place is chosen, so that a list is worked off with one key. */
function useFollowRows(
  rows: readonly ActionRow[],
  selection: Selection,
  onSelect: (selection: Selection) => void,
  focusId: string | null,
): void {
  const before = useRef<readonly string[]>([])
  const now = rows.map(({ action }) => action.id)
  const key = now.join()
  const known = useRef(key)
  if (known.current !== key) {
    known.current = key
    // A row asked for by its address may be on another page: it stays.
    const isElsewhere = selection.at === focusId && !before.current.includes(focusId ?? '')
    const next = isElsewhere ? selection : stillThere(selection, before.current, now)
    before.current = now
    if (next !== selection) onSelect(next)
  }
}

function columnsOf(
  view: ActionView,
  sort: ActionSort,
  onSort: (by: ActionSort['by']) => void,
): readonly GridColumn[] {
  const sortable = (by: ActionSort['by']) => ({
    sorted:
      sort.by !== by ? ('none' as const) : sort.descending ? ('descending' as const) : ('ascending' as const),
    onSort: () => onSort(by),
  })
  const last = view === 'closed' ? 'closed' : 'due'
  return [
    { id: 'number', label: text.columns.number, className: 'register-column-number', ...sortable('number') },
    { id: 'action', label: text.columns.action },
    { id: 'owner', label: text.columns.owner, className: 'register-column-owner', ...sortable('owner') },
    { id: last, label: text.columns[last], className: 'numeric register-column-due', ...sortable(last) },
  ]
}
