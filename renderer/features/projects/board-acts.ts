import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { type Act, declareActs } from '../../acts/act.ts'
import { projectText } from '../../text/project.ts'
import type { Way } from './board-lanes.ts'

const text = projectText.keys

export type ProjectContext = {
  move: (step: 1 | -1) => void
  inscribe: () => void
}

/** On one project, on its card as on its row. */
export const projectActs = declareActs<ProjectContext>(
  'project',
  projectText.title,
  'rows',
  'projects',
)({
  before: {
    label: text.before,
    icon: ArrowLeft,
    keys: ['Shift+Left'],
    perform: ({ move }) => move(-1),
  },
  after: { label: text.next, icon: ArrowRight, keys: ['Shift+Right'], perform: ({ move }) => move(1) },
  inscribe: {
    label: text.inscribe,
    icon: CalendarPlus,
    keys: ['I'],
    perform: ({ inscribe }) => inscribe(),
  },
})

export type BoardContext = { goTo: (way: Way) => void }

/** On the card that has the focus. */
export const boardActs = declareActs<BoardContext>(
  'project.board',
  projectText.title,
  'rows',
)({
  up: goes('Up'),
  down: goes('Down'),
  left: goes('Left'),
  right: goes('Right'),
  first: goes('Home'),
  last: goes('End'),
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
