import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleSlash from 'lucide-react/icons/circle-slash'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import MailCheck from 'lucide-react/icons/mail-check'
import { useMemo } from 'react'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { chooseOne, theOne } from '../../parts/grid/selection.ts'
import { dispatchText as text } from '../../text/dispatch.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'
import type { MonthFacts } from './month.ts'
import { type Choice, type MonthLine, monthLines } from './month-lines.ts'

const marks: Readonly<Record<MonthLine['state'], { readonly icon: IconShape; readonly tone: Tone }>> = {
  next: { icon: MailCheck, tone: 'acc' },
  late: { icon: CircleAlert, tone: 'warn' },
  draft: { icon: FilePenLine, tone: 'info' },
  sent: { icon: CircleCheck, tone: 'ok' },
  elsewhere: { icon: CircleCheck, tone: 'line' },
  never: { icon: CircleSlash, tone: 'line' },
  ahead: { icon: CircleDashed, tone: 'line' },
}

/** On two lines: the message and how it stands, then to whom and when. */
const columns: readonly GridColumn<MonthLine>[] = [
  {
    id: 'message',
    label: text.columns.message,
    rowHeader: true,
    text: ({ name }) => name,
    cell: ({ name, dispatchId }) => (
      <span className={dispatchId === null ? 'dispatch-name' : 'dispatch-one'}>{name}</span>
    ),
  },
  {
    id: 'state',
    label: text.columns.state,
    text: ({ stateWords }) => stateWords,
    cell: ({ state, stateWords }) => (
      <Badge icon={marks[state].icon} tone={marks[state].tone}>
        {stateWords}
      </Badge>
    ),
  },
  {
    id: 'facts',
    label: text.columns.facts,
    text: ({ facts }) => facts,
    cell: ({ facts, dispatchId }) =>
      dispatchId === null ? facts : <span className="dispatch-one">{facts}</span>,
    rank: ({ day }) => day,
  },
]

export function KindList(props: {
  facts: MonthFacts
  next: DispatchKind | null
  choice: Choice | null
  onChoose: (choice: Choice) => void
  /** The message itself is wanted. */
  onOpen: () => void
}) {
  const { facts, next, choice } = props
  const lines = useMemo(() => monthLines(facts, next, choice), [facts, next, choice])
  const isShown = choice !== null && lines.some(({ id }) => id === choice.dispatchId)
  return (
    <div className="pane dispatch-list">
      <div className="scroll">
        <Grid
          list="dispatch"
          label={text.list}
          className="dispatch-grid"
          isTwoLines
          isSingle
          columns={columns}
          rows={lines}
          groupOf={({ group }) => ({ id: group, words: <b>{text.groups[group]}</b> })}
          // A draft stands on the line of its kind.
          selection={chooseOne(isShown ? choice.dispatchId : (choice?.kind ?? null))}
          onSelect={(selection) => {
            const line = lines.find(({ id }) => id === theOne(selection))
            if (line !== undefined) props.onChoose({ kind: line.kind, dispatchId: line.dispatchId })
          }}
          onOpen={props.onOpen}
        />
      </div>
    </div>
  )
}
