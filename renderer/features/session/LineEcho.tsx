import Building2 from 'lucide-react/icons/building-2'
import CalendarIcon from 'lucide-react/icons/calendar'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import Scale from 'lucide-react/icons/scale'
import UsersRound from 'lucide-react/icons/users-round'
import type { Lack, ReadLine } from '../../../electron/domain/session/notation.ts'
import { stanceWords } from '../../../electron/domain/session/stance-words.ts'
import { titled } from '../../text/common.ts'
import { lineKindText, stanceTones, sessionText as text } from '../../text/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { lineIcon, lineTone } from './line-look.ts'
import type { LiveItem } from './use-session.ts'

export function LineEcho(props: {
  line: ReadLine
  /** Nothing is typed: what could be is said. */
  isEmpty: boolean
  /** Undefined when the line names an item that is not there. */
  target: LiveItem | null | undefined
  /** It was begun under another item than the current one, or names another. */
  isElsewhere: boolean
  /** What it must still say to be more than a note. */
  lack: Lack | null
  /** How many lines it is, each noted by itself; 0 where it is one. */
  apart: number
  isPlain: boolean
  /** Escape leaves a correction at once. */
  isNew: boolean
  onReadMarks: () => void
  onDate: () => void
  onNextPerson: () => void
}) {
  const { line, target, isPlain, lack } = props
  if (props.isEmpty)
    return (
      <div className="echo">
        <div id="session-echo" className="echo-said legend-words">
          {text.legend.map(([mark, words]) => (
            <span key={mark}>
              <b>{mark}</b> {words}
            </span>
          ))}
          <span>{text.legendElse}</span>
        </div>
      </div>
    )
  return (
    <div className="echo">
      <div id="session-echo" className="echo-said" role="status">
        <Badge icon={lineIcon[line.kind]} tone={lineTone[line.kind]}>
          {lineKindText[line.kind]}
        </Badge>
        <Goal line={line} target={target} isElsewhere={props.isElsewhere} />
        <Named line={line} />
        <Stance line={line} />
        <Due line={line} />
        {props.apart === 0 ? null : <span>{text.linesApart(props.apart)}</span>}
        {lack === null ? null : <span className="mute">{text.lacks[lack]}</span>}
      </div>
      <div className="echo-keys">
        {line.named === null || line.named.others.length === 0 ? null : (
          <EchoKey keys={['F3']} words={text.otherPerson} onPress={props.onNextPerson} />
        )}
        {line.kind === 'action' ? (
          <EchoKey
            keys={['F2']}
            words={line.due === null ? text.giveDue : text.otherDue}
            onPress={props.onDate}
          />
        ) : null}
        {isPlain ? <EchoKey keys={[]} words={text.readAgain} onPress={props.onReadMarks} /> : null}
        {props.isNew && line.kind !== 'note' ? (
          <span className="mute">
            <Keys keys={['Échap']} /> {text.keepAsNote}
          </span>
        ) : null}
      </div>
    </div>
  )
}

/** A key that corrects what was read; it can be pressed with the mouse, and the line keeps the keyboard. */
function EchoKey({ keys, words, onPress }: { keys: readonly string[]; words: string; onPress: () => void }) {
  return (
    <button
      type="button"
      className="echo-key"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Keys keys={keys} /> {words}
    </button>
  )
}

function Goal(props: { line: ReadLine; target: LiveItem | null | undefined; isElsewhere: boolean }) {
  const { itemNumber } = props.line
  const { target } = props
  if (target === undefined)
    return itemNumber === null ? null : (
      <span className="warn">
        <Icon of={CircleAlert} size={16} />
        {text.unknownItem(itemNumber)}
      </span>
    )
  if (itemNumber === null && !props.isElsewhere) return null
  return (
    <span>
      <Icon of={CornerDownRight} size={16} />
      {target === null ? text.beforeItems : text.elsewhere(target.number, titled(target.item.title))}
    </span>
  )
}

function Named({ line: { kind, named } }: { line: ReadLine }) {
  if (named === null) return null
  const { speaker, others, words } = named
  if (speaker === null)
    return (
      <span className="warn">
        <Icon of={CircleAlert} size={16} />
        {text.unknownName(words)}
      </span>
    )
  return (
    <>
      <span>
        <Icon of={Building2} size={16} />
        {speaker.label}
        {speaker.organisation === speaker.label || speaker.organisation === '' ? null : (
          <span className="mute"> ({speaker.organisation})</span>
        )}
        {kind !== 'action' || speaker.personId !== null || speaker.organisationId === null ? null : (
          <span className={speaker.answering === '' ? 'warn' : 'mute'}>
            {' '}
            {speaker.answering === '' ? text.nobodyAnswers : text.answering(speaker.answering)}
          </span>
        )}
      </span>
      {others.length === 0 ? null : (
        <span className="warn">
          <Icon of={UsersRound} size={16} />
          {text.sameName(others.length + 1)}
        </span>
      )}
    </>
  )
}

function Stance({ line: { position } }: { line: ReadLine }) {
  if (position === null || position.stance === null) return null
  return (
    <Badge icon={Scale} tone={stanceTones[position.stance]}>
      {stanceWords[position.stance]}
    </Badge>
  )
}

function Due({ line: { due } }: { line: ReadLine }) {
  if (due === null) return null
  return (
    <span className={due.date === null ? 'warn' : ''}>
      <Icon of={CalendarIcon} size={16} />
      {due.isNoDay
        ? text.noDay(due.words)
        : due.date === null
          ? text.dueUnknown(due.words)
          : text.due(due.date)}
    </span>
  )
}
