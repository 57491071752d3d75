import Minus from 'lucide-react/icons/minus'
import PanelLeft from 'lucide-react/icons/panel-left'
import Search from 'lucide-react/icons/search'
import Square from 'lucide-react/icons/square'
import X from 'lucide-react/icons/x'
import { Suspense, useContext } from 'react'
import { firstSentences } from '../../electron/contract/first-sentences.ts'
import type { Input } from '../../electron/contract/index.ts'
import { ActButton } from '../acts/ActButton.tsx'
import type { Bound } from '../acts/act.ts'
import { capsOf } from '../acts/keys.ts'
import { errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { showToast } from '../api/toasts.ts'
import { useQuery } from '../api/use-query.ts'
import { commonText } from '../text/common.ts'
import { frameText } from '../text/frame.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { part } from '../ui/part.ts'
import { useReadOnlyMark } from './ReadOnly.tsx'
import { SavedState } from './SavedState.tsx'
import { Mates } from './team.ts'

const MatesMark = part(() => import('./MatesMark.tsx').then((m) => m.MatesMark))

const isMac = navigator.platform.startsWith('Mac')

export function TitleBar(props: {
  rail: boolean
  /** Null where there is room for the rail alone. */
  onToggleSidebar: (() => void) | null
  /** What is typed has a place to be stored in. */
  isStored: boolean
  acts: Bound<'back' | 'forward' | 'undo' | 'redo' | 'search'>
}) {
  const mark = useReadOnlyMark()
  const mates = useContext(Mates)
  const { back, forward, undo, redo, search } = props.acts
  const history = useQuery('history.state', {})
  const canUndo = history.data?.undo != null
  const canRedo = history.data?.redo != null
  return (
    <header className={isMac ? 'titlebar mac' : 'titlebar'}>
      <div className="nav-btns">
        {props.onToggleSidebar === null ? null : (
          <Button
            small
            look="ghost"
            icon={PanelLeft}
            label={props.rail ? frameText.unfoldSidebar : frameText.foldSidebar}
            expanded={!props.rail}
            onPress={props.onToggleSidebar}
          />
        )}
        <ActButton act={back} steps small look="ghost" iconOnly />
        <ActButton act={forward} steps small look="ghost" iconOnly />
      </div>
      <div className="crumbs">
        {/* The keys act although nothing is to be undone yet: what is being typed is stored first. */}
        <ActButton
          act={undo}
          steps
          small
          look="ghost"
          iconOnly
          hint={canUndo ? commonText.undoing(history.data?.undo?.label ?? '') : undefined}
          unavailable={canUndo ? undefined : firstSentences['nothing-to-undo']}
        />
        <ActButton
          act={redo}
          steps
          small
          look="ghost"
          iconOnly
          unavailable={canRedo ? undefined : firstSentences['nothing-to-redo']}
        />
      </div>
      <button type="button" className="search-box" onClick={search.run}>
        <Icon of={Search} size={17} />
        <span className="grow cut">{frameText.search}</span>
        <span className="row">
          <Keys keys={search.keys.slice(0, 1).flatMap((key) => capsOf(key))} />
        </span>
      </button>
      <div className="right">
        {mates.length === 0 ? null : (
          <Suspense>
            <MatesMark mates={mates} />
          </Suspense>
        )}
        {mark !== null ? (
          <span className="read-only-mark">{mark}</span>
        ) : (
          <SavedState isStored={props.isStored} />
        )}
        {isMac ? null : <WindowButtons />}
      </div>
    </header>
  )
}

function WindowButtons() {
  const ask = (act: Input<'app.window'>['act']) => {
    call('app.window', { act }).catch((error: unknown) => showToast(errorSentence(error)))
  }
  return (
    <div className="window-controls">
      <button type="button" aria-label={frameText.minimise} onClick={() => ask('minimise')}>
        <Icon of={Minus} size={16} />
      </button>
      <button type="button" aria-label={frameText.maximise} onClick={() => ask('maximise')}>
        <Icon of={Square} size={13} />
      </button>
      <button type="button" aria-label={frameText.close} onClick={() => ask('close')}>
        <Icon of={X} size={17} />
      </button>
    </div>
  )
}
