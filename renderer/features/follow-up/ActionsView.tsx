import ListChecks from 'lucide-react/icons/list-checks'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { type ActionFilter, ActionSort } from '../../../electron/contract/follow-up.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { usePages } from '../../api/use-pages.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { windowActs } from '../../app/window-acts.ts'
import { useFirstChosen, useListedOnly } from '../../parts/grid/beside.ts'
import { useDeskSort } from '../../parts/grid/desk-columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { choose, chooseThese, nothingChosen, type Selection, stillThere } from '../../parts/grid/selection.ts'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { followUpText as text } from '../../text/follow-up.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { ActionFilters } from './ActionFilters.tsx'
import { actionColumns, actionGroup, type ListedAction } from './action-row.tsx'
import { ChosenActions } from './ChosenActions.tsx'
import { type ActionView, firstFilter, firstSort, isNarrowed } from './filters.ts'
import { type Asked, actionActs } from './follow-up-acts.ts'
import { useActionActs } from './use-action-acts.ts'
import { useBackToRow } from './use-back-to-row.ts'
import { useReminders } from './use-reminders.ts'

const { toggle, postpone, edit } = actionActs.acts
const { help } = frameActs.acts
const { find } = windowActs.acts
const hints = keyHints([toggle, postpone, edit, find, help])

export function ActionsView(props: {
  view: ActionView
  focusId: string | null
  lateOnly: boolean
  /** Told what an export would hold. */
  onShown: (shown: { filter: ActionFilter; sort: ActionSort }) => void
}) {
  const { view } = props
  const [filter, setFilter] = useState(() => firstFilter(view, props.lateOnly))
  const [sort, setSort] = useDeskSort(`actions.${view}`, firstSort(view), ActionSort)
  const onShown = useRef(props.onShown)
  onShown.current = props.onShown
  useEffect(() => onShown.current({ filter, sort }), [filter, sort])
  const [selection, setSelection] = useState<Selection>(() =>
    props.focusId === null ? nothingChosen : choose(props.focusId),
  )
  const [asked, setAsked] = useState<Asked>(null)
  const page = useRef<HTMLDivElement>(null)
  useBackToRow(page, asked)
  const list = usePages('followUp.actions', (page) => ({ filter, sort, ...page }), listed)
  const rows = useMemo(() => list.rows.filter((row) => row !== undefined), [list.rows])
  const total = list.rows.length
  const today = civilDate(new Date())
  const acts = useActionActs(() => setAsked(null))
  const question = JSON.stringify([filter, sort])
  useListedOnly(list.rows, isNarrowed(filter, view) ? filter : null, selection.ids, (ids) =>
    setSelection(chooseThese(ids)),
  )
  useFollowRows(list.rows, question, selection, setSelection)
  const sortBy = (column: string) => {
    const by = ActionSort.shape.by.parse(column)
    setSort({ by, descending: sort.by === by && !sort.descending })
  }
  useFirstChosen(list.rows[0]?.id, props.focusId !== null, (id) => setSelection(choose(id)))
  const chosen = useChosenRows(rows, question, selection)
  // Fields take longer to draw than a row: an arrow held down does not wait for them.
  const shown = useDeferredValue(selection)

  const latest = useRef(acts.setState)
  latest.current = acts.setState
  const { first } = list
  const next = first?.nextMeeting ?? null
  const columns = useMemo(
    () =>
      actionColumns({
        ...{ today, next, view },
        onToggle: (row) => latest.current([row], row.action.state === 'done' ? 'todo' : 'done'),
      }),
    [today, next, view],
  )
  const isGrouped = sort.by === 'due' && !sort.descending && view !== 'closed'

  const own = useActs(actionActs, { rows: chosen, acts, reminders: useReminders(), ask: setAsked })
  useStatusLine(
    [
      total === 0 ? text.empty[view] : text.actionCount(total),
      ...(selection.ids.size > 1 ? [text.chosen(selection.ids.size)] : []),
    ],
    hints,
  )
  return (
    <ListAndPane className="register-cols" box={page}>
      <section className="pane grow" aria-label={text.tabs[view]}>
        <div className="toolbar">
          <ActionFilters view={view} filter={filter} onFilter={setFilter} />
        </div>
        <div className="scroll">
          {list.error === null ? null : (
            <div className="pad">
              <ErrorBanner error={list.error} onRetry={list.refetch} />
            </div>
          )}
          {first === undefined ? (
            list.error === null ? (
              <Skeleton lines={8} />
            ) : null
          ) : rows.length > 0 ? (
            <Grid
              list={`actions.${view}`}
              label={text.tabs[view]}
              className="register-grid register-actions"
              columns={columns}
              rows={list.rows}
              onNear={list.near}
              order={{ sort, onSort: sortBy }}
              groupOf={isGrouped ? (row) => actionGroup(row, today, first) : undefined}
              isVoid={({ action }) => action.state === 'dropped'}
              selection={selection}
              onSelect={(chosen) => {
                setSelection(chosen)
                setAsked(null)
              }}
              onOpen={() => page.current?.querySelector<HTMLElement>('.inspector button')?.focus()}
              acts={Object.values(own)}
            />
          ) : isNarrowed(filter, view) ? (
            <p className="pad mute" role="status">
              {text.noMatch}
            </p>
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
          rows={chosen}
          acts={acts}
          asked={asked}
          onAsk={setAsked}
          onClose={() => setSelection(nothingChosen)}
        />
      )}
    </ListAndPane>
  )
}

/** A row that was worked off leaves the list: the one in its place is chosen, so that a list is worked off with one key. */
function useFollowRows(
  rows: readonly (ListedAction | undefined)[],
  question: string,
  selection: Selection,
  onSelect: (selection: Selection) => void,
): void {
  const ids = rows.map((row) => row?.id ?? '')
  const before = useRef({ ids, question })
  const key = ids.join()
  const known = useRef(key)
  if (known.current === key) return
  known.current = key
  const was = before.current
  before.current = { ids, question }
  // What is asked anew chooses for itself.
  if (question !== was.question) return
  // Of a list that is read in parts a row is gone only once its place has been read again; parts come one by one.
  const isGone = (id: string) => {
    const rank = was.ids.indexOf(id)
    return rank >= 0 && !ids.includes(id) && ids[rank] !== ''
  }
  if (![...selection.ids].some(isGone)) return
  const unread = [...selection.ids].filter((id) => !ids.includes(id) && !isGone(id))
  onSelect(stillThere(selection, was.ids, [...ids, ...unread]))
}

/** Chosen rows stay known when one looks far away from them, as long as the same list is shown. */
function useChosenRows(
  rows: readonly ListedAction[],
  question: string,
  { ids }: Selection,
): readonly ListedAction[] {
  const known = useRef<{ question: string; rows: ReadonlyMap<string, ListedAction> }>({
    question,
    rows: new Map(),
  })
  const before = known.current.question === question ? known.current.rows : new Map<string, ListedAction>()
  const read = rows.filter(({ id }) => ids.has(id)).map((row) => [row.id, row] as const)
  const all = new Map([...[...before].filter(([id]) => ids.has(id)), ...read])
  known.current = { question, rows: all }
  return [...all.values()]
}

/** The grid knows its rows by their ids. */
const listed = ({ rows, total }: Output<'followUp.actions'>) => ({
  rows: rows.map((row): ListedAction => ({ ...row, id: row.action.id })),
  total,
})
