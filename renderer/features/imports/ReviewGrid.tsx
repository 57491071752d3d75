import { type Dispatch, useCallback, useMemo } from 'react'
import { formatDuration } from '../../../electron/domain/text/french.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { natureMark } from '../../parts/natures.ts'
import { commonText, titled } from '../../text/common.ts'
import { importsText } from '../../text/imports.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { Comparison } from './comparison.ts'
import { LineEditor } from './LineEditor.tsx'
import { LineGrid } from './LineGrid.tsx'
import { hasDetail, ReviewDetail } from './ReviewDetail.tsx'
import { Certainty, Compared, certaintyWords } from './RowStanding.tsx'
import { futureNumbers, type Review, type ReviewAct } from './review.ts'
import { isDoubtful, type Line, type Policy, type ReviewedLine } from './review-line.ts'

const { columns: heads } = importsText
const titleOf = ({ line }: ReviewedLine) => titled(line.fields.title)
const natureOf = ({ line }: ReviewedLine) => natureMark(line.fields.kind, line.fields.nature)

function besideOf({ line: { fields } }: ReviewedLine): string {
  const at = fields.fixedStart === null ? null : importsText.at(fields.fixedStart)
  const asked = fields.requester === null ? null : importsText.requestedBy(fields.requester)
  return [at, fields.presenter, fields.organisation, asked].filter((words) => words).join(', ')
}

const columns: readonly GridColumn<ReviewedLine>[] = [
  {
    id: 'number',
    label: heads.number,
    className: 'agenda-no',
    text: ({ number }) => number ?? '',
    unsorted: true,
  },
  {
    id: 'title',
    label: heads.title,
    rowHeader: true,
    className: 'import-title',
    text: titleOf,
    cell: (row) => {
      const beside = besideOf(row)
      return (
        <span
          className={`level-${row.line.depth}`}
          title={importsText.readSurely(row.line.source.excerpt, row.line.source.confidence)}
        >
          <span className="agenda-title">{titleOf(row)}</span>
          {beside === '' ? null : <span className="agenda-meta">{beside}</span>}
        </span>
      )
    },
  },
  {
    id: 'duration',
    label: heads.duration,
    numeric: true,
    className: 'nowrap',
    text: ({ line }) =>
      line.fields.durationMinutes === null ? commonText.none : formatDuration(line.fields.durationMinutes),
    rank: ({ line }) => line.fields.durationMinutes,
  },
  {
    id: 'nature',
    label: heads.nature,
    className: 'nature',
    text: (row) => natureOf(row)?.label ?? commonText.none,
    cell: (row) => {
      const mark = natureOf(row)
      return mark === null ? (
        commonText.none
      ) : (
        <>
          <Icon of={mark.icon} size={16} />
          {mark.label}
        </>
      )
    },
  },
  {
    id: 'reading',
    label: heads.reading,
    text: ({ line, target }) => certaintyWords(line, isDoubtful(line, target)),
    cell: ({ line, target }) => <Certainty line={line} isDoubtful={isDoubtful(line, target)} />,
  },
]

const compared: GridColumn<ReviewedLine> = {
  id: 'compared',
  label: heads.compared,
  text: () => '',
  unsorted: true,
  cell: ({ line, standing }) =>
    standing === undefined ? null : <Compared line={line} standing={standing} />,
}
const besideColumns = [...columns, compared]

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
  const { review, comparison, lines, act, onCorrect } = props
  const { isBeside, standings, targets, names } = comparison
  const numbers = useMemo(() => futureNumbers(review), [review])
  const rows = useMemo(
    () =>
      lines.map(
        (line): ReviewedLine => ({
          ...{ id: line.id, key: line.key, taken: line.taken, line, number: numbers.get(line.key) ?? null },
          standing: isBeside ? standings.get(line.key) : undefined,
          target: targets.get(line.key),
          name: names.get(line.key),
        }),
      ),
    [lines, numbers, isBeside, standings, targets, names],
  )
  const correcting = lines.some(({ key }) => key === props.correcting) ? props.correcting : null
  const toggle = useCallback((key: number) => act({ type: 'toggle', key }), [act])
  return (
    <LineGrid
      list="imports.items"
      label={importsText.understoodPane}
      className={isBeside ? 'import-items beside' : 'import-items'}
      columns={isBeside ? besideColumns : columns}
      rows={rows}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onToggle={toggle}
      takeWords={takeWords}
      correcting={correcting}
      onCorrect={onCorrect}
      more={(key) => ({
        indent: (by) => act({ type: 'indent', key, by }),
        move: (by) => act({ type: 'move', key, by }),
        add: () => act({ type: 'add', key }),
      })}
      detailOf={(row, isChosen) => {
        const isCorrecting = row.key === correcting
        const detail = (
          <ReviewDetail
            row={row}
            all={props.all}
            hasActs={isChosen && !isCorrecting}
            isFirst={row.line === review.lines[0]}
            onCorrect={onCorrect}
            act={act}
          />
        )
        if (!isCorrecting) return hasDetail(row, isChosen) ? detail : null
        return (
          <>
            {detail}
            <LineEditor line={row.line} act={act} onDone={() => onCorrect(null)} />
          </>
        )
      }}
    />
  )
}

const takeWords = (row: ReviewedLine) => importsText.take(titleOf(row))
