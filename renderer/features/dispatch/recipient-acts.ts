import UserMinus from 'lucide-react/icons/user-minus'
import { declareActs } from '../../acts/act.ts'
import { dispatchText } from '../../text/dispatch.ts'

const text = dispatchText.recipients

export type RecipientContext = {
  /** How many are chosen. */
  many: number
  remove: () => void
}

/** On the chosen recipients. */
export const recipientActs = declareActs<RecipientContext>(
  'recipient',
  dispatchText.sections.recipients,
  'rows',
)({
  remove: {
    label: text.removeShort,
    icon: UserMinus,
    keys: ['Delete'],
    // One removal is taken back at a time.
    whyNot: ({ many }) => (many > 1 ? text.oneAtATime : null),
    perform: ({ remove }) => remove(),
  },
})
