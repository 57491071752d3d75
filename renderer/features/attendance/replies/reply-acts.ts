import type { AskedPerson, ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { type Act, declareActs } from '../../../acts/act.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'

export type ReplyContext = {
  person: AskedPerson
  acts: {
    say: (person: AskedPerson, answer: ReplyAnswer | null) => void
    move: (personId: string, step: 1 | -1) => void
    leave: () => void
  }
}

/** On the person of the focused row. */
export const replyActs = declareActs<ReplyContext>(
  'reply',
  text.list,
  'rows',
)({
  onSite: says('onSite', 'S'),
  remote: says('remote', 'V'),
  excused: says('excused', 'E'),
  represented: says('represented', 'R'),
  clear: {
    label: text.keys.clear,
    keys: ['Delete', 'Backspace'],
    perform: ({ person, acts }) => acts.say(person, null),
  },
  previous: {
    label: text.keys.move,
    keys: ['Up'],
    reads: true,
    perform: ({ person, acts }) => acts.move(person.personId, -1),
  },
  next: {
    label: text.keys.move,
    keys: ['Down'],
    reads: true,
    perform: ({ person, acts }) => acts.move(person.personId, 1),
  },
  leave: { label: text.keys.find, keys: ['Escape'], reads: true, perform: ({ acts }) => acts.leave() },
})

function says(answer: ReplyAnswer, key: string): Act<ReplyContext> {
  return {
    label: replyAnswerText[answer],
    short: text.keys.answers,
    keys: [key],
    perform: ({ person, acts }) => acts.say(person, answer),
  }
}
