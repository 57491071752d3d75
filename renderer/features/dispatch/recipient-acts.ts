import { declareActs } from '../../acts/act.ts'
import { dispatchText } from '../../text/dispatch.ts'

const text = dispatchText.recipients

export type RecipientContext = { move: (step: 1 | -1) => void; remove: () => void }

/** On the recipient of the focused row. */
export const recipientActs = declareActs<RecipientContext>(
  'recipient',
  dispatchText.sections.recipients,
  'rows',
)({
  previous: { label: text.move, keys: ['Up'], reads: true, perform: ({ move }) => move(-1) },
  next: { label: text.move, keys: ['Down'], reads: true, perform: ({ move }) => move(1) },
  remove: { label: text.removeShort, keys: ['Delete'], perform: ({ remove }) => remove() },
})
