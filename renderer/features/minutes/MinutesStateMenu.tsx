// Minutes state menu: the second life cycle, one step forward or back; approval has its own rules and is not here.
import ArrowRight from 'lucide-react/icons/arrow-right'
import Undo2 from 'lucide-react/icons/undo-2'
import { type Minutes, MinutesState } from '../../../electron/domain/minutes.ts'
import { errorSentence } from '../../api/api-error.ts'
import { saves } from '../../api/saves.ts'
import { useWrite } from '../../api/use-write.ts'
import { minutesStateAct, minutesText } from '../../text/minutes.ts'
import { Menu, type MenuAct } from '../../ui/Menu.tsx'
import { showToast, showUndoToast } from '../../ui/toasts.ts'

/** States that a person reaches by hand, in order. */
const reachable: readonly MinutesState[] = MinutesState.options.filter((state) => state !== 'approved')

export function MinutesStateMenu({ minutes }: { minutes: Minutes }) {
  const write = useWrite('minutes.setState', {
    onSuccess: ({ state }) => void showUndoToast(minutesText.stateNow(state)),
    onError: (error) => showToast(errorSentence(error)),
  })
  const rank = reachable.indexOf(minutes.state)
  const step = (to: MinutesState | undefined, forward: boolean): MenuAct[] =>
    to === undefined
      ? []
      : [
          {
            id: to,
            label: forward ? minutesStateAct[to] : minutesText.stepBack(to),
            icon: forward ? ArrowRight : Undo2,
            // What is typed goes first: a step in the life of the minutes is about their whole text.
            onAct: () =>
              void saves
                .flush()
                .then(() => write.mutate({ id: minutes.id, version: minutes.version, state: to })),
          },
        ]
  return (
    <Menu
      label={minutesText.stateMenu}
      acts={[...step(reachable[rank + 1], true), ...step(reachable[rank - 1], false)]}
    />
  )
}
