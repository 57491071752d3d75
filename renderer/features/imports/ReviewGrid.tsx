import { type Dispatch, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { reviewRowActs } from '../../acts/review-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { importsText } from '../../text/imports.ts'
import { hasNoFocus } from '../../ui/no-focus.ts'
import type { Comparison } from './comparison.ts'
import { ReviewRow } from './ReviewRow.tsx'
import { futureNumbers, type Review, type ReviewAct } from './review.ts'
import type { Line, Policy } from './review-line.ts'

const { columns } = importsText

/** ARIA in HTML allows any role on a table: its rows take the focus, so it is a grid. */
const movedThrough = { role: 'grid', 'aria-multiselectable': true } as const

export function ReviewGrid(props: {
  review: Review
  comparison: Comparison
  /** The act on points that exist already. */
  all: Policy
  /** The lines shown. */
  lines: readonly Line[]
  chosen: number | null
  onChoose: (key: number) => void
  /** The line whose editor is open. */
  correcting: number | null
  onCorrect: (key: number | null) => void
  act: Dispatch<ReviewAct>
}) {
  const { review, comparison, lines, chosen, onChoose, onCorrect, act } = props
  const correcting = lines.some(({ key }) => key === props.correcting) ? props.correcting : null
  const { isBeside, standings, targets, names } = comparison
  useRowKeys(listActs)
  useRowKeys(reviewRowActs)
  const grid = useRef<HTMLTableElement>(null)
  const isFresh = useRef(true)
  const numbers = useMemo(() => futureNumbers(review), [review])
  const current = lines.find((line) => line.key === chosen) ?? lines[0]

  useEffect(() => {
    if (chosen === null || correcting !== null) return
    const row = grid.current?.querySelector<HTMLElement>(`[data-line="${chosen}"]`)
    const isFirst = isFresh.current
    isFresh.current = false
    // A review opens on its top: where the items go, and what is to check, are read before the first line.
    if (!isFirst) row?.scrollIntoView({ block: 'nearest' })
    // Follows F8 and the source page too, but never takes the focus out of a field.
    if (hasNoFocus() || grid.current?.contains(document.activeElement) === true)
      row?.focus({ preventScroll: isFirst })
  }, [chosen, correcting])

  const choose = (key: number | null) => {
    if (key !== null && key !== current?.key) onChoose(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (correcting !== null || current === undefined) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.line === undefined) return
    const { key } = current
    const go = (to: number) => onChoose(lines[to]?.key ?? key)
    const moves = bindActs(listActs, { at: lines.indexOf(current), length: lines.length, go }, null)
    const own = bindActs(
      reviewRowActs,
      {
        toggle: () => act({ type: 'toggle', key }),
        correct: () => onCorrect(key),
        indent: (by) => act({ type: 'indent', key, by }),
        move: (by) => act({ type: 'move', key, by }),
        add: () => act({ type: 'add', key }),
      },
      null,
    )
    pressKey(event, [...Object.values(moves), ...Object.values(own)])
  }

  const lineOf = (target: EventTarget): number | null => {
    const row = target instanceof Element ? target.closest('[data-line]') : null
    return row === null ? null : Number(row.getAttribute('data-line'))
  }
  const inRowItself = (target: EventTarget) =>
    !(target instanceof Element) || target.closest('button, input, fieldset') === null

  return (
    <table
      ref={grid}
      {...movedThrough}
      tabIndex={-1}
      aria-label={importsText.understoodPane}
      className={isBeside ? 'import-grid beside' : 'import-grid'}
      onKeyDown={onKeyDown}
      onFocus={(event) => choose(lineOf(event.target))}
      onClick={(event) => choose(lineOf(event.target))}
      onDoubleClick={(event) => {
        const key = lineOf(event.target)
        if (key !== null && inRowItself(event.target)) onCorrect(key)
      }}
    >
      <thead>
        <tr className="import-row import-head">
          <th scope="col">
            <span className="visually-hidden">{columns.taken}</span>
          </th>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.title}</th>
          <th scope="col" className="numeric">
            {columns.duration}
          </th>
          <th scope="col">{columns.nature}</th>
          <th scope="col">{columns.reading}</th>
          {isBeside ? <th scope="col">{columns.compared}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ReviewRow
            key={line.id}
            line={line}
            standing={isBeside ? standings.get(line.key) : undefined}
            target={targets.get(line.key)}
            name={names.get(line.key)}
            all={props.all}
            number={numbers.get(line.key) ?? null}
            isChosen={line === current}
            isCorrecting={line.key === correcting}
            isFirst={line === review.lines[0]}
            onCorrect={onCorrect}
            act={act}
          />
        ))}
      </tbody>
    </table>
  )
}
