import { type Dispatch, type KeyboardEvent, useEffect, useRef } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { reviewRowActs } from '../../acts/review-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { directoryImportText } from '../../text/directory-import.ts'
import { hasNoFocus } from '../../ui/no-focus.ts'
import type { Judge, ReviewAct, ReviewRow } from './draft-review.ts'
import { ListReviewRow } from './ListReviewRow.tsx'

const { columns, list } = directoryImportText

/** ARIA in HTML allows any role on a table: its rows take the focus, so it is a grid. */
const movedThrough = { role: 'grid', 'aria-multiselectable': true } as const

export function ListReviewGrid(props: {
  rows: readonly ReviewRow[]
  view: DirectoryView
  judge: Judge
  chosen: number | null
  onChoose: (key: number) => void
  act: Dispatch<ReviewAct>
}) {
  const { rows, view, judge, chosen, onChoose, act } = props
  useRowKeys(listActs)
  useRowKeys(reviewRowActs)
  const grid = useRef<HTMLTableElement>(null)
  const current = rows.find(({ key }) => key === chosen) ?? rows[0]
  useEffect(() => {
    if (chosen === null) return
    const row = grid.current?.querySelector<HTMLElement>(`[data-line="${chosen}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    // Follows F8 too, but never takes the focus out of a field.
    if (hasNoFocus() || grid.current?.contains(document.activeElement) === true) row?.focus()
  }, [chosen])

  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.line === undefined) return
    const { key } = current
    const go = (to: number) => onChoose(rows[to]?.key ?? key)
    const moves = bindActs(listActs, { at: rows.indexOf(current), length: rows.length, go }, null)
    const toggle = () => act({ type: 'toggle', key })
    const own = bindActs(reviewRowActs, { toggle, correct: null, indent: null, move: null, add: null }, null)
    pressKey(event, [...Object.values(moves), own.toggle])
  }
  const choose = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest('[data-line]') : null
    const key = row === null ? null : Number(row.getAttribute('data-line'))
    if (key !== null && key !== current?.key) onChoose(key)
  }
  return (
    <table
      ref={grid}
      {...movedThrough}
      aria-label={list}
      className="import-grid"
      onKeyDown={onKeyDown}
      onFocus={(event) => choose(event.target)}
      onClick={(event) => choose(event.target)}
    >
      <thead>
        <tr className="import-row import-head directory-line">
          <th scope="col">
            <span className="visually-hidden">{columns.taken}</span>
          </th>
          <th scope="col">{columns.person}</th>
          <th scope="col">{columns.organisation}</th>
          <th scope="col">{columns.decision}</th>
          <th scope="col">{columns.certainty}</th>
          <th scope="col">{columns.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <ListReviewRow
            key={one.key}
            one={one}
            judgement={judge(one)}
            view={view}
            isChosen={one === current}
            act={act}
          />
        ))}
      </tbody>
    </table>
  )
}
