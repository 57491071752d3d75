import { type Act, declareActs } from '../../acts/act.ts'
import { projectText } from '../../text/project.ts'
import type { Way } from './board-lanes.ts'

const text = projectText.keys

export type BoardContext = {
  goTo: (way: Way) => void
  move: (step: 1 | -1) => void
  inscribe: () => void
}

/** On the card that has the focus. */
export const boardActs = declareActs<BoardContext>(
  'project',
  projectText.title,
  'rows',
)({
  up: goes('Up'),
  down: goes('Down'),
  left: goes('Left'),
  right: goes('Right'),
  first: goes('Home'),
  last: goes('End'),
  before: { label: text.before, keys: ['Shift+Left'], perform: ({ move }) => move(-1) },
  after: { label: text.next, keys: ['Shift+Right'], perform: ({ move }) => move(1) },
  inscribe: { label: text.inscribe, keys: ['I'], perform: ({ inscribe }) => inscribe() },
})

function goes(way: Way): Act<BoardContext> {
  const isAside = way === 'Left' || way === 'Right'
  return {
    label: isAside ? text.lane : text.card,
    keys: [way],
    reads: true,
    perform: ({ goTo }) => goTo(way),
  }
}
