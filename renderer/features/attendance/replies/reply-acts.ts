import CircleDashed from 'lucide-react/icons/circle-dashed'
import MapPin from 'lucide-react/icons/map-pin'
import UserCheck from 'lucide-react/icons/user-check'
import UserX from 'lucide-react/icons/user-x'
import Video from 'lucide-react/icons/video'
import type { ReplyAnswer } from '../../../../electron/domain/attendance/reply.ts'
import { type Act, declareActs } from '../../../acts/act.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import type { IconShape } from '../../../ui/Icon.tsx'

export const answerIcons: Readonly<Record<ReplyAnswer, IconShape>> = {
  onSite: MapPin,
  remote: Video,
  excused: UserX,
  represented: UserCheck,
}

export type ReplyContext = {
  /** How many rows are chosen. */
  many: number
  say: (answer: ReplyAnswer | null) => void
  leave: () => void
}

/** On the chosen seats. */
export const replyActs = declareActs<ReplyContext>(
  'reply',
  text.list,
  'rows',
)({
  onSite: says('onSite', 'S'),
  remote: says('remote', 'V'),
  excused: says('excused', 'E'),
  // By whom is asked next.
  represented: { ...says('represented', 'R'), offered: ({ many }) => many === 1, asksWords: true },
  clear: {
    label: text.keys.clear,
    icon: CircleDashed,
    keys: ['Delete', 'Backspace'],
    perform: ({ say }) => say(null),
  },
  leave: { label: text.keys.find, keys: ['Escape'], reads: true, perform: ({ leave }) => leave() },
})

function says(answer: ReplyAnswer, key: string): Act<ReplyContext> {
  return {
    label: replyAnswerText[answer],
    short: text.keys.answers,
    icon: answerIcons[answer],
    keys: [key],
    perform: ({ say }) => say(answer),
  }
}
