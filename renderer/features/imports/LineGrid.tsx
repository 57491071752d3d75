import Check from 'lucide-react/icons/check'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { bindActs } from '../../acts/act.ts'
import { type ReviewRowContext, reviewRowActs } from '../../acts/review-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { type GridColumn, type GridSort, nextSort, sorted } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { chooseOne, nothingChosen, type Selection, theOne } from '../../parts/grid/selection.ts'
import { Icon } from '../../ui/Icon.tsx'
import { hasNoFocus } from '../../ui/no-focus.ts'

/** A line of what was understood, taken over or left. */
export type LineRow = { readonly id: string; readonly key: number; readonly taken: boolean }

export function LineGrid<T extends LineRow>(props: {
  list: string
  label: string
  className: string
  columns: readonly GridColumn<T>[]
  rows: readonly T[]
  chosen: number | null
  onChoose: (key: number) => void
  onToggle: (key: number) => void
  takeWords: (row: T) => string
  /** The row whose editor is open: its detail. */
  correcting: number | null
  onCorrect: (key: number | null) => void
  /** Below a row, beside what it says. */
  detailOf: (row: T, isChosen: boolean) => ReactNode
  /** What else the keys do with the chosen row. */
  more?: (key: number) => Pick<ReviewRowContext, 'indent' | 'move' | 'add'>
}) {
  const { rows, chosen, correcting, onChoose, onCorrect } = props
  useRowKeys(reviewRowActs)
  const box = useRef<HTMLDivElement>(null)
  const current = rows.find(({ key }) => key === chosen) ?? rows[0]
  const currentId = current?.id ?? null
  // Nobody has been at a row yet: a review opens on its top, where it says where the lines go and what is to check.
  const [first] = useState(currentId)
  const [many, setMany] = useState<Selection | null>(null)
  const isFresh = many === null && currentId === first
  const selection =
    many !== null && many.ids.size > 1
      ? many
      : isFresh
        ? { ...chooseOne(currentId), at: null }
        : chooseOne(currentId)
  useEffect(() => {
    if (currentId === null || correcting !== null) return
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(currentId)}"]`)
    // Follows F8 and the source page too, but never takes the focus out of a field.
    if (hasNoFocus() || box.current?.contains(document.activeElement) === true)
      row?.focus({ preventScroll: true })
  }, [currentId, correcting])
  const select = (next: Selection) => {
    setMany(next)
    const one = rows.find(({ id }) => id === (theOne(next) ?? next.at))
    if (one !== undefined && one.key !== chosen) onChoose(one.key)
  }
  const key = current?.key ?? null
  // Of this review alone: the next file opens in its own order. What moves a line goes by that order.
  const [sort, setSort] = useState<GridSort | null>(null)
  const more = key === null || sort !== null ? undefined : props.more?.(key)
  const acts = bindActs(
    reviewRowActs,
    {
      toggle: () => {
        for (const row of rows) if (selection.ids.has(row.id)) props.onToggle(row.key)
      },
      correct: key === null ? null : () => onCorrect(key),
      indent: more?.indent ?? null,
      move: more?.move ?? null,
      add: more?.add ?? null,
    },
    null,
  )
  const { onToggle, takeWords } = props
  const columns = useMemo(
    () => [taken<T>((row) => takeWords(row), onToggle), ...props.columns],
    [props.columns, takeWords, onToggle],
  )
  const inOrder = useMemo(() => sorted(rows, columns, sort), [rows, columns, sort])
  return (
    <div ref={box}>
      <Grid
        list={props.list}
        label={props.label}
        className={`import-grid ${props.className}`}
        columns={columns}
        rows={inOrder}
        order={{ sort, onSort: (by) => setSort(nextSort(sort, by)) }}
        isVoid={({ taken }) => !taken}
        selection={current === undefined ? nothingChosen : selection}
        onSelect={select}
        onOpen={(row) => onCorrect(row.key)}
        acts={Object.values(acts)}
        detailOf={(row) => props.detailOf(row, row === current)}
      />
    </div>
  )
}

/** With the keyboard it is Space on the row: one stop for Tab. */
function taken<T extends LineRow>(words: (row: T) => string, onToggle: (key: number) => void): GridColumn<T> {
  return {
    id: 'taken',
    label: '',
    text: () => '',
    unsorted: true,
    cell: (row) => (
      <span className="check-box" data-own-press="">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words(row)}
          checked={row.taken}
          onChange={() => onToggle(row.key)}
        />
        <span className={row.taken ? 'check on' : 'check'} aria-hidden="true">
          {row.taken ? <Icon of={Check} size={15} /> : null}
        </span>
      </span>
    ),
  }
}
