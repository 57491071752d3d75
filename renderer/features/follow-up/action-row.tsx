import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { type DueGroup, dueGroup } from '../../../electron/domain/minutes/follow-up.ts'
import { actionStateWords } from '../../../electron/domain/minutes/follow-up-words.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatNarrowDate, formatShortDate } from '../../../electron/domain/text/french.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import type { GridGroup } from '../../parts/grid/GridChunk.tsx'
import { checkText, followUpText as text } from '../../text/follow-up.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { ActionView } from './filters.ts'
import { actionLooks, dueWords } from './look.ts'

/** A row of the list: the grid knows it by its id. */
export type ListedAction = ActionRow & { readonly id: string }

export const numberOf = ({ action, origin }: ActionRow) => printedNumber('A', origin, action.rank)

const told = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')

type Shown = {
  today: string
  next: { number: number | null; date: string } | null
  view: ActionView
  onToggle: (row: ActionRow) => void
}

export function actionColumns({ today, next, view, onToggle }: Shown): readonly GridColumn<ListedAction>[] {
  const isLate = ({ action, now }: ActionRow) =>
    isOpenAction(action) && dueGroup(now.due, today, next?.date ?? null) === 'late'
  return [
    {
      id: 'number',
      label: text.columns.number,
      className: 'register-column-number',
      text: numberOf,
      cell: (row) => (
        <span className="row register-number">
          <label className="check-box" data-own-press="">
            <input
              type="checkbox"
              // Space does it from the row: the boxes are not sixty stops of the Tab key.
              tabIndex={-1}
              checked={row.action.state === 'done'}
              aria-label={text.done(numberOf(row))}
              onChange={() => onToggle(row)}
            />
            <span className={row.action.state === 'done' ? 'check on' : 'check'} aria-hidden="true">
              {row.action.state === 'done' ? <Icon of={Check} size={15} /> : null}
            </span>
          </label>
          <span className="ref">{numberOf(row)}</span>
        </span>
      ),
    },
    {
      id: 'text',
      label: text.columns.action,
      rowHeader: true,
      text: ({ action }) => action.text,
      printed: ({ action, origin }) =>
        `${action.text} (${text.origin(origin.number, origin.date, origin.itemNumber)})`,
      cell: (row) => <ActionWords row={row} isLate={isLate(row)} withChecks={view === 'checks'} />,
    },
    {
      id: 'owner',
      label: text.columns.owner,
      className: 'register-column-owner',
      text: ({ now }) => told(now.owner, now.organisation) || text.nobody,
      cell: ({ now }) => (
        <span className="register-words">
          <span className="cut" title={now.owner || now.organisation}>
            {now.owner || now.organisation || text.nobody}
          </span>
          <span className="register-under cut" title={now.owner === '' ? undefined : now.organisation}>
            {now.owner === '' ? '' : now.organisation}
          </span>
        </span>
      ),
    },
    view === 'closed'
      ? {
          id: 'closed',
          label: text.columns.closed,
          className: 'numeric register-column-due',
          text: ({ action, now }) =>
            told(
              now.closedOn === null ? '' : formatShortDate(now.closedOn, true),
              actionStateWords[action.state],
            ),
          rank: ({ now }) => now.closedOn,
          cell: (row) => <Closed row={row} />,
        }
      : {
          id: 'due',
          label: text.columns.due,
          className: 'numeric register-column-due',
          text: (row) =>
            told(
              row.now.due === null ? text.noDue : formatShortDate(row.now.due, true),
              isOpenAction(row.action) ? (dueWords(row, today)?.words ?? '') : '',
              row.action.state === 'todo' ? '' : actionStateWords[row.action.state],
            ),
          rank: ({ now }) => now.due,
          cell: (row) => (isOpenAction(row.action) ? <Due row={row} today={today} /> : <Closed row={row} />),
        },
  ]
}

/** Said above the rows that share it, with how many there are. */
export function actionGroup(
  { now }: ActionRow,
  today: string,
  { groups, nextMeeting }: { groups: Readonly<Record<DueGroup, number>>; nextMeeting: Shown['next'] },
): GridGroup {
  const group = dueGroup(now.due, today, nextMeeting?.date ?? null)
  return {
    id: group,
    words: (
      <>
        {text.groups(group, nextMeeting)}
        <span className="count">{groups[group]}</span>
      </>
    ),
  }
}

function ActionWords(props: { row: ActionRow; isLate: boolean; withChecks: boolean }) {
  const { action, now, origin, checks } = props.row
  return (
    <span className="register-words">
      <span className={props.isLate ? 'cut-two-lines strong' : 'cut-two-lines'} title={action.text}>
        {action.text}
      </span>
      <span className="register-under">
        {/* Where there is no room for the column. */}
        <span className="register-owner-under">{now.owner || now.organisation || text.nobody}</span>
        <span>{text.origin(origin.number, origin.date, origin.itemNumber)}</span>
        {now.moveCount === 0 ? null : <span className="warn">{text.moves(now.moveCount)}</span>}
        {action.state === 'inProgress' ? <span>{actionStateWords.inProgress}</span> : null}
      </span>
      {props.withChecks ? (
        <span className="row wrap register-checks">
          {checks.map((check) => (
            <Badge key={check} icon={TriangleAlert} tone="warn">
              {checkText[check]}
            </Badge>
          ))}
        </span>
      ) : null}
    </span>
  )
}

function Due({ row, today }: { row: ActionRow; today: string }) {
  const words = dueWords(row, today)
  return (
    <span className="register-words">
      <span>{row.now.due === null ? text.noDue : formatNarrowDate(row.now.due)}</span>
      {words === null ? null : (
        <span className={`register-under ${words.tone === 'mute' ? '' : `${words.tone} strong`}`}>
          {words.tone === 'bad' ? <Icon of={TriangleAlert} size={14} /> : null}
          {words.words}
        </span>
      )}
    </span>
  )
}

function Closed({ row: { action, now } }: { row: ActionRow }) {
  const { icon, tone } = actionLooks[action.state]
  return (
    <span className="register-words">
      <span>{now.closedOn === null ? '' : formatNarrowDate(now.closedOn)}</span>
      <span className={`register-under ${tone === 'ok' ? 'ok' : ''}`}>
        <Icon of={icon} size={14} />
        {actionStateWords[action.state]}
      </span>
    </span>
  )
}
