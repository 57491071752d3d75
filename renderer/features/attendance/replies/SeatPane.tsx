import { useId } from 'react'
import type { AskedPerson, ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import { useEditingOff } from '../../../ui/editing.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { AnswerKeys } from './AnswerKeys.tsx'
import { RepresentedField } from './RepresentedField.tsx'
import { detailOf } from './SeatGrid.tsx'
import type { SeatRow } from './seat-rows.ts'
import type { Replies } from './use-replies.ts'

/** Who sits on the chosen seat, and how they come. */
export function SeatPane(props: {
  row: SeatRow
  say: Replies['say']
  /** The name of who comes instead is asked for. */
  takesName: boolean
  /** It is said: what next? */
  onNamed: () => void
}) {
  const { row, say } = props
  const { of, by, kind } = row
  const { reply } = of
  const who = fullName(of)
  const sitter = by ?? (reply?.answer === 'excused' ? null : of)
  const how = sitter?.reply?.answer ?? null
  const isHere = how === 'onSite' || how === 'remote'
  return (
    <section className="seat-pane" aria-label={text.whoSits}>
      <h2 className="h3">{of.organisation || who}</h2>
      {kind === 'seat' ? (
        <WhoSits row={row} say={say} />
      ) : (
        <>
          <p>
            {who} <small className="mute">{kind === 'deputy' ? text.deputy : detailOf(of)}</small>
          </p>
          <AnswerKeys
            who={who}
            answer={reply?.answer ?? null}
            reachable
            onSay={(answer) => say([of.personId], { answer })}
          />
        </>
      )}
      {reply?.answer === 'represented' ? (
        <RepresentedField
          key={of.personId}
          who={who}
          value={reply.representedBy}
          represented={of}
          takesFocus={props.takesName}
          onCommit={(representedBy) => say([of.personId], { answer: 'represented', representedBy })}
          onDone={props.onNamed}
        />
      ) : null}
      {kind === 'seat' && sitter !== null && (isHere || reply === null) ? (
        <How person={sitter} answer={isHere ? how : null} say={say} />
      ) : null}
    </section>
  )
}

const ways = ['onSite', 'remote'] as const satisfies readonly ReplyAnswer[]

function How(props: { person: AskedPerson; answer: 'onSite' | 'remote' | null; say: Replies['say'] }) {
  return (
    <div className="seat-how">
      <span className="label" aria-hidden="true">
        {text.how}
      </span>
      <Segments
        writes
        label={text.answerOf(fullName(props.person))}
        value={props.answer}
        choices={ways.map((value) => ({ value, label: replyAnswerText[value] }))}
        onChange={(answer) => props.say([props.person.personId], { answer })}
      />
    </div>
  )
}

/** The one it belongs to, a deputy, somebody else, or nobody. */
function WhoSits({ row, say }: { row: SeatRow; say: Replies['say'] }) {
  const { of, by, deputies } = row
  const off = useEditingOff()
  const name = useId()
  const isRepresented = of.reply?.answer === 'represented'
  const deputy = by !== null && by !== of && !isRepresented ? by : null
  /** Whoever sat there for them is asked no more; what they wrote themselves is kept, and only says that they do not sit. */
  const without = () => {
    if (deputy !== null) say([deputy.personId], deputy.reply?.comment ? { answer: 'excused' } : null)
  }
  const choices = [
    {
      id: of.personId,
      label: text.by(fullName(of), of.role === 'titulaire' ? text.holder : text.deputy),
      isOn: by === of && !isRepresented,
      take: () => {
        without()
        say([of.personId], { answer: 'onSite' })
      },
    },
    ...deputies.map((one) => ({
      id: one.personId,
      label: text.by(fullName(one), text.deputy),
      isOn: deputy?.personId === one.personId,
      take: () => {
        if (one.personId !== deputy?.personId) without()
        say([of.personId], { answer: 'excused' })
        say([one.personId], { answer: 'onSite' })
      },
    })),
    {
      id: 'proxy',
      label: text.proxy,
      isOn: isRepresented,
      take: () => {
        without()
        say([of.personId], { answer: 'represented' })
      },
    },
    {
      id: 'nobody',
      label: text.nobody,
      isOn: deputy === null && of.reply?.answer === 'excused',
      take: () => {
        without()
        say([of.personId], { answer: 'excused' })
      },
    },
  ]
  return (
    <fieldset className="who-sits">
      <legend className="label">{text.whoSits}</legend>
      {choices.map(({ id, label, isOn, take }) => (
        <label key={id} className="row">
          <input type="radio" name={name} checked={isOn} disabled={off.readOnly} onChange={take} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
