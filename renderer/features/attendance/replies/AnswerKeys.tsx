import { ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'

/** `reachable`: whether Tab stops at each; in a long list the row itself is the stop, and letters say the answer. */
export function AnswerKeys(props: {
  who: string
  answer: ReplyAnswer | null
  reachable: boolean
  onSay: (answer: ReplyAnswer) => void
}) {
  return (
    <fieldset className="segments answers" aria-label={text.answerOf(props.who)}>
      {ReplyAnswer.options.map((answer) => (
        <button
          key={answer}
          type="button"
          tabIndex={props.reachable ? 0 : -1}
          aria-pressed={answer === props.answer}
          onClick={() => props.onSay(answer)}
        >
          {replyAnswerText[answer]}
        </button>
      ))}
    </fieldset>
  )
}
