import { declareActs } from '../../../acts/act.ts'
import { presenterText as text } from '../../../text/presenter.ts'

/** Of the shared screen, which shows the meeting and takes nothing else. */
export const presenterActs = declareActs<{ fullScreen: (act: 'toggle' | 'leave') => void }>(
  'presenter',
  text.title,
  'rows',
)({
  toggle: {
    label: text.fullScreen,
    keys: ['F11'],
    reads: true,
    perform: ({ fullScreen }) => fullScreen('toggle'),
  },
  leave: {
    label: text.leave,
    keys: ['Escape'],
    reads: true,
    perform: ({ fullScreen }) => fullScreen('leave'),
  },
})
