import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import MailCheck from 'lucide-react/icons/mail-check'
import { useState } from 'react'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import { isOpen } from '../../../electron/domain/meetings/back-planning.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { dispatchKindText, needlessText, dispatchText as text } from '../../text/dispatch.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type KindStanding, type MonthFacts, monthOrder, standingOf } from './month.ts'
import { shortInstant } from './when.ts'

/** Sent messages of a kind shown at once; a kind written to one person each has dozens. */
const SHOWN = 3

/** Shown at right: a kind, or one of its messages. */
export type Choice = { readonly kind: DispatchKind; readonly dispatchId: string | null }

export function KindList(props: {
  facts: MonthFacts
  next: DispatchKind | null
  choice: Choice | null
  onChoose: (choice: Choice) => void
}) {
  return (
    <nav className="pane dispatch-list" aria-label={text.list}>
      <div className="scroll">
        {monthOrder.map((group) => (
          <section key={group.id} className="dispatch-group" aria-label={text.groups[group.id]}>
            <h2 className="h3">{text.groups[group.id]}</h2>
            <ul>
              {group.kinds.map((kind) => (
                <KindRow
                  key={kind}
                  standing={standingOf(kind, props.facts)}
                  today={props.facts.today}
                  isNext={kind === props.next}
                  choice={props.choice}
                  onChoose={props.onChoose}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}

function KindRow(props: {
  standing: KindStanding
  today: string
  isNext: boolean
  choice: Choice | null
  onChoose: (choice: Choice) => void
}) {
  const { standing, choice } = props
  const { kind, drafts, sent } = standing
  const state = stateOf(standing, props.today, props.isNext)
  const [all, setAll] = useState(false)
  const shown = all || sent.length <= SHOWN + 1 ? sent : sent.slice(0, SHOWN)
  const isChosen = choice?.kind === kind && !sent.some((row) => row.id === choice.dispatchId)
  return (
    <li>
      <button
        type="button"
        className="dispatch-kind"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => props.onChoose({ kind, dispatchId: null })}
      >
        <Icon of={drafts.length > 0 ? FilePenLine : sent.length > 0 ? CircleCheck : CircleDashed} />
        <span className="grow">
          <span className="dispatch-name">{dispatchKindText[kind]}</span>{' '}
          {state === null ? null : <small className={state.late ? 'warn strong' : ''}>{state.words}</small>}
        </span>{' '}
        {props.isNext ? (
          <Badge icon={MailCheck} tone="acc">
            {text.next}
          </Badge>
        ) : null}
      </button>
      {sent.length === 0 ? null : (
        <ul className="dispatch-sent-list">
          {shown.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="dispatch-sent-row"
                aria-current={choice?.dispatchId === row.id ? 'true' : undefined}
                onClick={() => props.onChoose({ kind, dispatchId: row.id })}
              >
                {text.sentLine(shortInstant(row.sentAt ?? ''), row.recipientCount, row.agendaVersionNumber)}{' '}
                {row.addressee === '' ? null : <span className="cut">{text.sentTo(row.addressee)}</span>}
              </button>
            </li>
          ))}
          {shown.length === sent.length ? null : (
            <li>
              <button type="button" className="dispatch-sent-row link" onClick={() => setAll(true)}>
                {text.otherSent(sent.length - shown.length)}
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  )
}

/** The one line under a kind; null when the sent messages below say it all. */
function stateOf(
  { kind, drafts, sent, task }: KindStanding,
  today: string,
  isNext: boolean,
): { words: string; late: boolean } | null {
  const awaited = task !== null && isOpen(task) && sent.length === 0
  const due = awaited ? formatShortDate(task.due) : ''
  const late = awaited && task.due < today
  if (drafts.length > 0) {
    const words = [text.drafts(drafts.length), ...(awaited ? [late ? text.late(due) : text.by(due)] : [])]
    return { words: words.join(', '), late }
  }
  if (sent.length > 0) return null
  const needless = needlessText[kind]
  if (needless !== undefined && !isNext) return { words: needless, late: false }
  const doneOn = task?.doneOn ?? task?.proof?.on ?? null
  if (doneOn !== null) return { words: text.done(formatShortDate(doneOn)), late: false }
  if (!awaited) return { words: text.toPrepare, late: false }
  return { words: late ? `${text.toPrepare}, ${text.late(due)}` : text.dueOn(due), late }
}
