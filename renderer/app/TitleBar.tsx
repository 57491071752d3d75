import Minus from 'lucide-react/icons/minus'
import PanelLeft from 'lucide-react/icons/panel-left'
import Search from 'lucide-react/icons/search'
import Square from 'lucide-react/icons/square'
import X from 'lucide-react/icons/x'
import { useContext } from 'react'
import { firstSentences } from '../../electron/contract/first-sentences.ts'
import { ActButton } from '../acts/ActButton.tsx'
import type { Bound } from '../acts/act.ts'
import { capsOf } from '../acts/keys.ts'
import { useQuery } from '../api/use-query.ts'
import { useAct } from '../api/use-write.ts'
import { commonText } from '../text/common.ts'
import { frameText } from '../text/frame.ts'
import { matesText as text } from '../text/mates.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useReadOnlyMark } from './ReadOnly.tsx'
import { SavedState } from './SavedState.tsx'
import { Mates } from './team.ts'

/** As many as stand beside the saved mark; the page of the team has all of them. */
const SHOWN = 3

/** Who else is on the base of the team, by their first letters. */
function MatesMark() {
  const mates = useContext(Mates)
  if (mates.length === 0) return null
  const names = mates.map(({ who }) => who)
  return (
    <span className="mates" title={text.also(names)}>
      <span className="visually-hidden">{text.also(names)}</span>
      {mates.slice(0, SHOWN).map(({ desk, who }) => (
        <span key={desk} className="avatar" aria-hidden="true">
          {initials(who)}
        </span>
      ))}
      {mates.length > SHOWN ? <span aria-hidden="true">+{mates.length - SHOWN}</span> : null}
    </span>
  )
}

/** Of the account, without the computer that may stand behind it. */
function initials(who: string): string {
  const [name = ''] = who.split(' (')
  const [first = '', second = ''] = name.split(/[\s._-]+/)
  return `${first.slice(0, 1)}${second === '' ? first.slice(1, 2) : second.slice(0, 1)}`.toUpperCase()
}

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
        <MatesMark />
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
  const act = useAct('app.window')
  return (
    <div className="window-controls">
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
