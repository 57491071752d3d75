import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { importsText } from '../../text/imports.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { LineGrid } from './LineGrid.tsx'

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
  /** What each cell says, and how it shows it. */
  readonly cells: readonly { readonly words: string; readonly content: ReactNode }[]
  /** Possible answers to the doubt, beside "C’est juste". */
  readonly answers: ReactNode
  /** Whether "C’est juste" answers it: not where something must be chosen. */
  readonly isConfirmable: boolean
}

/** A cell that shows its words. */
export const asWords = (words: string): GridRow['cells'][number] => ({ words, content: words })

export function RowGrid(props: {
  list: string
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
  const { rows } = props
  const [opened, setOpened] = useState<string | null>(null)
  const correcting = rows.find(({ id }) => id === opened)?.key ?? null
  const setCorrecting = (key: number | null) => setOpened(rows.find((row) => row.key === key)?.id ?? null)
  const heads = props.columns.join('\n')
  const columns = useMemo(() => columnsOf(heads.split('\n')), [heads])
  return (
    <LineGrid
      list={props.list}
      label={props.label}
      className={props.className}
      columns={columns}
      rows={rows}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onToggle={props.onToggle}
      takeWords={takeWords}
      correcting={correcting}
      onCorrect={setCorrecting}
      detailOf={(row, isChosen) => {
        if (row.key === correcting) {
          const done = () => setCorrecting(null)
          return (
            <div className="why">
              <RowEditor onDone={done}>{props.editor(row.key, done)}</RowEditor>
            </div>
          )
        }
        if (!isChosen) return null
        return (
          <div className="why">
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
          </div>
        )
      }}
    />
  )
}

const takeWords = ({ name }: GridRow) => importMinutesText.take(name)

function columnsOf(heads: readonly string[]): readonly GridColumn<GridRow>[] {
  return [
    ...heads.map(
      (label, rank): GridColumn<GridRow> => ({
        id: label,
        label,
        ...(rank === 0 ? { rowHeader: true } : {}),
        text: (row) => row.cells[rank]?.words ?? '',
        cell: (row) => row.cells[rank]?.content ?? null,
      }),
    ),
    {
      id: 'reading',
      label: importsText.columns.reading,
      text: (row) => standing(row).words,
      cell: (row) => <Certainty row={row} />,
    },
  ]
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

const standing = ({ taken, doubt, seen }: GridRow) =>
  !taken
    ? ({ icon: CircleSlash, look: 'mute', words: importsText.left } as const)
    : doubt !== null
      ? ({ icon: TriangleAlert, look: 'warn strong', words: importsText.check } as const)
      : ({ icon: CircleCheck, look: 'ok', words: seen ? importsText.seen : importsText.sure } as const)

function Certainty({ row }: { row: GridRow }) {
  const { icon, look, words } = standing(row)
  return (
    <span className={`confidence ${look}`}>
      <Icon of={icon} size={16} />
      {words}
    </span>
  )
}
