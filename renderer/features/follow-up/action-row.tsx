import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { type DueGroup, dueGroup } from '../../../electron/domain/minutes/follow-up.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatNarrowDate } from '../../../electron/domain/text/french.ts'
import { actionStateText, checkText, followUpText as text } from '../../text/follow-up.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { actionLooks, dueWords } from './look.ts'
import type { GridRow } from './RegisterGrid.tsx'

type Shown = {
  today: string
  /** The groups to be said, by what they are told by; null: the list is in another order. */
  groups: {
    counts: Readonly<Record<DueGroup, number>>
    next: { number: number | null; date: string } | null
  } | null
  withChecks: boolean
  onToggle: (row: ActionRow) => void
}

export const numberOf = ({ action, origin }: ActionRow) => printedNumber('A', origin, action.rank)

export function actionGridRow(row: ActionRow, shown: Shown): GridRow {
  const { action, now, origin } = row
  const { groups, today } = shown
  const group = dueGroup(now.due, today, groups?.next?.date ?? null)
  const isOpen = isOpenAction(action)
  return {
    id: action.id,
    group: groups === null ? null : { label: text.groups(group, groups.next), count: groups.counts[group] },
    isVoid: action.state === 'dropped',
    cells: [
      <span key="number" className="row register-number">
        <label className="check-box" data-own-press="">
          <input
            type="checkbox"
            // Space does it from the row: the boxes are not sixty stops of the Tab key.
            tabIndex={-1}
            checked={action.state === 'done'}
            aria-label={text.done(numberOf(row))}
            onChange={() => shown.onToggle(row)}
          />
          <span className={action.state === 'done' ? 'check on' : 'check'} aria-hidden="true">
            {action.state === 'done' ? <Icon of={Check} size={15} /> : null}
          </span>
        </label>
        <span className="ref">{numberOf(row)}</span>
      </span>,
      <span key="action" className="register-words">
        <span
          className={group === 'late' && isOpen ? 'cut-two-lines strong' : 'cut-two-lines'}
          title={action.text}
        >
          {action.text}
        </span>
        <span className="register-under">
          <span>{text.origin(origin.number, origin.date, origin.itemNumber)}</span>
          {now.moveCount === 0 ? null : <span className="warn">{text.moves(now.moveCount)}</span>}
          {action.state === 'inProgress' ? <span>{actionStateText.inProgress}</span> : null}
        </span>
        {shown.withChecks ? (
          <span className="row wrap register-checks">
            {row.checks.map((check) => (
              <Badge key={check} icon={TriangleAlert} tone="warn">
                {checkText[check]}
              </Badge>
            ))}
          </span>
        ) : null}
      </span>,
      <span key="owner" className="register-words">
        <span className="cut" title={now.owner}>
          {now.owner === '' ? text.nobody : now.owner}
        </span>
        <span className="register-under cut" title={now.organisation}>
          {now.organisation}
        </span>
      </span>,
      isOpen ? <Due key="due" row={row} today={today} /> : <Closed key="due" row={row} />,
    ],
  }
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
        {actionStateText[action.state]}
      </span>
    </span>
  )
}
