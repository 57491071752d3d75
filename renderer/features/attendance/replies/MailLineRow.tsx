import CalendarCheck from 'lucide-react/icons/calendar-check'
import Mail from 'lucide-react/icons/mail'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { Reply } from '../../../../electron/domain/attendance/reply.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { CheckBox } from '../../../ui/Select.tsx'
import { AnswerKeys } from './AnswerKeys.tsx'
import { isComplete, type MailLine } from './mail-lines.ts'
import { RepresentedField } from './RepresentedField.tsx'

export type PersonChoice = { id: string; label: string; detail: string }

export function MailLineRow(props: {
  line: MailLine
  isTaken: boolean
  isOlder: boolean
  /** The answer recorded of that person already. */
  known: Reply | null
  choices: readonly PersonChoice[]
  onChange: (change: Partial<MailLine>) => void
  onRemove: () => void
}) {
  const { line, onChange } = props
  const { draft } = line
  const person = props.choices.find((choice) => choice.id === line.personId)
  const who = person?.label ?? draft.from
  return (
    <li className="mail-line">
      <div className="row mail-head">
        <Icon of={draft.calendar === null ? Mail : CalendarCheck} size={17} />
        <b className="cut" title={draft.fileName}>
          {draft.from === '' ? draft.fileName : draft.from}
        </b>
        {draft.sentAt === null ? null : (
          <span className="mute">{text.sentOn(formatShortDate(civilDate(new Date(draft.sentAt))))}</span>
        )}
        <span className="grow" />
        <Button small look="ghost" icon={X} label={text.takeOut(draft.fileName)} onPress={props.onRemove} />
      </div>
      {draft.excerpt === '' ? null : <blockquote>{draft.excerpt}</blockquote>}
      <Remarks line={line} isOlder={props.isOlder} known={props.known} />
      {draft.failure === null ? (
        <>
          <div className="mail-answer">
            <ComboBox
              label={person === undefined ? text.choosePerson : text.person}
              value={person?.label ?? ''}
              choices={props.choices}
              onCommit={(typed, id) => onChange({ personId: id ?? onlyOne(props.choices, typed) })}
            />
            <AnswerKeys
              who={who}
              answer={line.answer}
              reachable
              onSay={(answer) => onChange({ answer, taken: null })}
            />
          </div>
          {line.answer === 'represented' ? (
            <RepresentedField
              who={who}
              value={line.representedBy}
              represented={{ personId: line.personId, organisation: person?.detail ?? '' }}
              takesFocus={false}
              onCommit={(representedBy) => onChange({ representedBy })}
            />
          ) : null}
          {isComplete(line) ? (
            <CheckBox
              label={text.take(draft.fileName)}
              checked={props.isTaken}
              onCommit={(taken) => onChange({ taken })}
            />
          ) : null}
        </>
      ) : null}
    </li>
  )
}

function onlyOne(choices: readonly PersonChoice[], typed: string): string | null {
  const named = choices.filter((choice) => choice.label === typed.trim())
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

/** Warnings before recording the line. */
function Remarks({ line, isOlder, known }: { line: MailLine; isOlder: boolean; known: Reply | null }) {
  const { failure, otherMeeting, calendar } = line.draft
  const remarks = [
    ...(failure === null ? [] : [errorSentences[failure]]),
    ...(otherMeeting ? [text.otherMeeting] : []),
    ...(failure === null && line.answer === null && !otherMeeting ? [text.notUnderstood] : []),
    ...(isOlder ? [text.older] : []),
  ]
  return (
    <div className="row wrap mail-remarks">
      {calendar === null ? null : (
        <Badge icon={CalendarCheck} tone={calendar === 'tentative' ? 'warn' : 'info'}>
          {text.calendar[calendar]}
        </Badge>
      )}
      {remarks.map((remark) => (
        <span key={remark} className="row warn small">
          <Icon of={TriangleAlert} size={15} />
          {remark}
        </span>
      ))}
      {known === null ? null : (
        <span className="mute small">{text.already(replyAnswerText[known.answer])}</span>
      )}
    </div>
  )
}
