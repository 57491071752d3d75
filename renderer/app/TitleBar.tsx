import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import Minus from 'lucide-react/icons/minus'
import PanelLeft from 'lucide-react/icons/panel-left'
import Redo2 from 'lucide-react/icons/redo-2'
import Search from 'lucide-react/icons/search'
import Square from 'lucide-react/icons/square'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { useQuery } from '../api/use-query.ts'
import { useWrite } from '../api/use-write.ts'
import { frameText } from '../text/frame.ts'
import { historyText } from '../text/history.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { PlacePath } from './PlacePath.tsx'
import type { Place } from './paths.ts'
import { useReadOnlyMark, useReadOnlyReason } from './ReadOnly.tsx'
import { SavedState } from './SavedState.tsx'
import { redoLast, undoLast } from './undo.ts'

const isMac = navigator.platform.startsWith('Mac')

export function TitleBar(props: {
  place: Place
  rail: boolean
  onToggleSidebar: () => void
  onSearch: () => void
}) {
  const mark = useReadOnlyMark()
  const reason = useReadOnlyReason() ?? undefined
  const history = useQuery('history.state', {})
  const canUndo = history.data?.undo != null
  const canRedo = history.data?.redo != null
  return (
    <header className={isMac ? 'titlebar mac' : 'titlebar'}>
      <div className="nav-btns">
        <Button
          small
          look="ghost"
          icon={PanelLeft}
          label={props.rail ? frameText.unfoldSidebar : frameText.foldSidebar}
          expanded={!props.rail}
          onPress={props.onToggleSidebar}
        />
        <Button
          small
          look="ghost"
          icon={ArrowLeft}
          label={frameText.back}
          onPress={() => window.history.back()}
        />
        <Button
          small
          look="ghost"
          icon={ArrowRight}
          label={frameText.forward}
          onPress={() => window.history.forward()}
        />
      </div>
      <div className="crumbs">
        <Button
          small
          look="ghost"
          icon={Undo2}
          label={frameText.undo}
          unavailable={reason ?? (canUndo ? undefined : errorSentences['nothing-to-undo'])}
          onPress={() => void undoLast()}
        />
        <Button
          small
          look="ghost"
          icon={Redo2}
          label={frameText.redo}
          unavailable={reason ?? (canRedo ? undefined : historyText.nothingToRedo)}
          onPress={() => void redoLast()}
        />
        <PlacePath place={props.place} />
      </div>
      <button type="button" className="omni" onClick={props.onSearch}>
        <Icon of={Search} size={17} />
        <span className="grow cut">{frameText.search}</span>
        <span className="row">
          <Keys keys={['Ctrl', 'K']} />
        </span>
      </button>
      <div className="right">
        {mark === null ? <SavedState /> : <span className="read-only-mark">{mark}</span>}
        {isMac ? null : <WindowButtons />}
      </div>
    </header>
  )
}

function WindowButtons() {
  const act = useWrite('app.window')
  return (
    <div className="winctl">
      <button type="button" aria-label={frameText.minimise} onClick={() => act.mutate({ act: 'minimise' })}>
        <Icon of={Minus} size={16} />
      </button>
      <button type="button" aria-label={frameText.maximise} onClick={() => act.mutate({ act: 'maximise' })}>
        <Icon of={Square} size={13} />
      </button>
      <button type="button" aria-label={frameText.close} onClick={() => act.mutate({ act: 'close' })}>
        <Icon of={X} size={17} />
      </button>
    </div>
  )
}
