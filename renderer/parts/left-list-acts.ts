import PanelLeftClose from 'lucide-react/icons/panel-left-close'
import { declareActs } from '../acts/act.ts'
import { panesText } from '../text/panes.ts'

const text = panesText.left

/** On the list at left of a screen. */
export const leftListActs = declareActs<{ isFolded: boolean; toggle: () => void }>(
  'leftList',
  text.title,
  'screen',
)({
  fold: {
    label: ({ isFolded }) => (isFolded ? text.unfold : text.fold),
    short: text.key,
    icon: PanelLeftClose,
    keys: ['CmdOrCtrl+L'],
    reads: true,
    perform: ({ toggle }) => toggle(),
  },
})
