import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { reviewRowActs } from '../../acts/review-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { importsText } from '../../text/imports.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { hasNoFocus } from '../../ui/no-focus.ts'

export type GridRow = {
  readonly key: number
  /** The same when the file is read again. */
  readonly id: string
  /** The row's name for who hears it. */
  readonly name: string
  readonly taken: boolean
  readonly seen: boolean
  /** Why somebody should look, in words; null when nobody need. */
  readonly doubt: string | null
  readonly excerpt: string
  readonly cells: readonly { readonly id: string; readonly content: ReactNode }[]
  /** Possible answers to the doubt, beside "C’est juste". */
  readonly answers: ReactNode
  /** Whether "C’est juste" answers it: not where something must be chosen. */
  readonly isConfirmable: boolean
}

const movedThrough = { role: 'grid', 'aria-multiselectable': true } as const

export function RowGrid(props: {
  label: string
  className: string
  columns: readonly string[]
  rows: readonly GridRow[]
  chosen: number | null
  onChoose: (key: number) => void
  onToggle: (key: number) => void
  onConfirm: (key: number) => void
  editor: (key: number, done: () => void) => ReactNode
}) {
  const { rows, chosen, onChoose } = props
  useRowKeys(listActs)
  useRowKeys(reviewRowActs)
  const [opened, setOpened] = useState<string | null>(null)
  const correcting = rows.find(({ id }) => id === opened)?.key ?? null
  const setCorrecting = (key: number | null) => setOpened(rows.find((row) => row.key === key)?.id ?? null)
  const grid = useRef<HTMLTableElement>(null)
  // Choosing at the press would move the rows under the pointer before it is let go.
  const isPressed = useRef(false)
  const current = rows.find(({ key }) => key === chosen) ?? rows[0]
  useEffect(() => {
    if (chosen === null || correcting !== null) return
    const row = grid.current?.querySelector<HTMLElement>(`[data-line="${chosen}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (hasNoFocus() || grid.current?.contains(document.activeElement) === true) row?.focus()
  }, [chosen, correcting])

  const onKeyDown = (event: KeyboardEvent) => {
    if (correcting !== null || current === undefined) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.line === undefined) return
    const { key } = current
    const go = (to: number) => onChoose(rows[to]?.key ?? key)
    const moves = bindActs(listActs, { at: rows.indexOf(current), length: rows.length, go }, null)
    const own = bindActs(
      reviewRowActs,
      {
        toggle: () => props.onToggle(key),
        correct: () => setCorrecting(key),
        indent: null,
        move: null,
        add: null,
      },
      null,
    )
    pressKey(event, [...Object.values(moves), ...Object.values(own)])
  }
  const keyOf = (target: EventTarget): number | null => {
    const row = target instanceof Element ? target.closest('[data-line]') : null
    return row === null ? null : Number(row.getAttribute('data-line'))
  }
  const choose = (target: EventTarget) => {
    const key = keyOf(target)
    if (key !== null && key !== current?.key) onChoose(key)
  }
  return (
    <table
      ref={grid}
      {...movedThrough}
      tabIndex={-1}
      aria-label={props.label}
      className={`import-grid ${props.className}`}
      onKeyDown={(event) => {
        isPressed.current = false
        onKeyDown(event)
      }}
      onPointerDown={() => {
        isPressed.current = true
      }}
      onFocus={(event) => {
        if (!isPressed.current) choose(event.target)
      }}
      onClick={(event) => {
        isPressed.current = false
        choose(event.target)
      }}
      onDoubleClick={(event) => {
        const key = keyOf(event.target)
        const isRow =
          !(event.target instanceof Element) || event.target.closest('button, input, fieldset') === null
        if (key !== null && isRow) setCorrecting(key)
      }}
    >
      <thead>
        <tr className="import-row import-head">
          <th scope="col">
            <span className="visually-hidden">{importsText.columns.taken}</span>
          </th>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">{importsText.columns.reading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-line={row.key}
            tabIndex={row === current ? 0 : -1}
            aria-selected={row.taken}
            className={`import-row ${row === current ? 'on' : ''} ${row.taken ? '' : 'left'}`}
          >
            <td>
              <span className="check-box">
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={importMinutesText.take(row.name)}
                  checked={row.taken}
                  onChange={() => props.onToggle(row.key)}
                />
                <span className={row.taken ? 'check on' : 'check'} aria-hidden="true">
                  {row.taken ? <Icon of={Check} size={15} /> : null}
                </span>
              </span>
            </td>
            {row.cells.map(({ id, content }) => (
              <td key={id}>{content}</td>
            ))}
            <td>
              <Certainty row={row} />
            </td>
            {row === current && row.key !== correcting ? (
              <td className="why" colSpan={props.columns.length + 2}>
                {row.doubt === null ? null : <span className="import-doubt">{row.doubt}</span>}
                {row.doubt === null ? null : (
                  <span className="mute">{importsText.readAs(row.excerpt.slice(0, 200))}</span>
                )}
                {row.answers}
                {row.doubt !== null && row.isConfirmable ? (
                  <Button small onPress={() => props.onConfirm(row.key)}>
                    {importsText.right}
                  </Button>
                ) : null}
                <Button small onPress={() => setCorrecting(row.key)}>
                  {importsText.correct}
                </Button>
              </td>
            ) : null}
            {row.key === correcting ? (
              <td className="why" colSpan={props.columns.length + 2}>
                <RowEditor onDone={() => setCorrecting(null)}>
                  {props.editor(row.key, () => setCorrecting(null))}
                </RowEditor>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowEditor({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <fieldset
      ref={box}
      className="import-editor"
      aria-label={importsText.correct}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return
        event.stopPropagation()
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          onDone()
        }
      }}
    >
      {children}
      <div className="row wrap">
        <Button small look="primary" onPress={onDone}>
          {importsText.done}
        </Button>
      </div>
    </fieldset>
  )
}

function Certainty({ row }: { row: GridRow }) {
  const [icon, look, words] = !row.taken
    ? ([CircleSlash, 'mute', importsText.left] as const)
    : row.doubt !== null
      ? ([TriangleAlert, 'warn strong', importsText.check] as const)
      : ([CircleCheck, 'ok', row.seen ? importsText.seen : importsText.sure] as const)
  return (
    <span className={`confidence ${look}`}>
      <Icon of={icon} size={16} />
      {words}
    </span>
  )
}
