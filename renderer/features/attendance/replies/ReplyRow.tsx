import RefreshCcw from 'lucide-react/icons/refresh-ccw'
import { type KeyboardEvent, memo, useContext } from 'react'
import type { AskedPerson, ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import { bindActs, pressKey } from '../../../acts/act.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { EditingOff } from '../../../ui/editing.ts'
import { AnswerKeys } from './AnswerKeys.tsx'
import { RepresentedField } from './RepresentedField.tsx'
import { replyActs } from './reply-acts.ts'
import { fullName } from './reply-groups.ts'

/** Acts of a row on its list; the same object for every row and every drawing. */
export type RowActs = {
  stop: (personId: string) => void
  say: (person: AskedPerson, answer: ReplyAnswer | null) => void
  name: (person: AskedPerson, representedBy: string) => void
  /** The name of who comes instead is said. */
  named: (person: AskedPerson) => void
  move: (personId: string, step: 1 | -1) => void
  leave: () => void
}

type RowProps = {
  person: AskedPerson
  /** The one row of the list that Tab reaches; arrows move to the others. */
  isStop: boolean
  /** The one that Enter in the field above picks. */
  isBest: boolean
  takesName: boolean
  acts: RowActs
}

export const ReplyRow = memo(function ReplyRow({ person, isStop, isBest, takesName, acts }: RowProps) {
  const off = useContext(EditingOff)
  const who = fullName(person)
  const answer = person.reply?.answer ?? null
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    // Letters act on the row itself; in its field they are text, on its buttons they press.
    if (event.target !== event.currentTarget) return
    pressKey(event, Object.values(bindActs(replyActs, { person, acts }, off)))
  }
  return (
    <li
      className={isBest ? 'reply-row best' : 'reply-row'}
      data-person={person.personId}
      tabIndex={isStop ? 0 : -1}
      aria-label={text.row(who, answer === null ? text.noAnswer : replyAnswerText[answer].toLowerCase())}
      onFocus={() => acts.stop(person.personId)}
      onKeyDown={onKeyDown}
    >
      <div className="grow who">
        <div className="cut" title={who}>
          {who}
          {person.role === 'suppleant' ? <span className="mute"> · {text.deputy}</span> : null}
        </div>
        <small className="cut" title={detailOf(person)}>
          {detailOf(person)}
        </small>
      </div>
      {person.beforeMove ? (
        <Badge icon={RefreshCcw} tone="warn">
          {text.toConfirm}
        </Badge>
      ) : null}
      <AnswerKeys who={who} answer={answer} reachable={isStop} onSay={(said) => acts.say(person, said)} />
      {answer === 'represented' ? (
        <RepresentedField
          who={who}
          value={person.reply?.representedBy ?? ''}
          represented={person}
          takesFocus={takesName}
          onCommit={(name) => acts.name(person, name)}
          onDone={() => acts.named(person)}
        />
      ) : null}
    </li>
  )
})

/** Of a guest, the items and their hours; of a member, organisation and function. */
function detailOf({ role, items, organisation, jobTitle }: AskedPerson): string {
  const own = items.map(({ number, title, startsAt }) => {
    const item = text.item(number, title)
    return startsAt === null ? item : text.at(item, formatTime(startsAt))
  })
  const place = [organisation, jobTitle].filter((part) => part !== '').join(', ')
  return (role === 'guest' ? [...own, place] : [place]).filter((part) => part !== '').join(' · ')
}
