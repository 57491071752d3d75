import ArrowRight from 'lucide-react/icons/arrow-right'
import Eye from 'lucide-react/icons/eye'
import MoveVertical from 'lucide-react/icons/move-vertical'
import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { agendaChangeWords } from '../../../electron/domain/agenda/agenda-words.ts'
import type { AgendaChange } from '../../../electron/domain/agenda/version.ts'
import { formatShortDate, formatTime } from '../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../electron/domain/time/civil-date.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { dispatchAddress, presentersAddress } from './next-act.ts'
import { SaveVersion } from './SaveVersion.tsx'

const looks: Readonly<Record<AgendaChange['type'], { icon: IconShape; tone: Tone }>> = {
  added: { icon: Plus, tone: 'ok' },
  removed: { icon: Trash2, tone: 'bad' },
  moved: { icon: MoveVertical, tone: 'info' },
  edited: { icon: PenLine, tone: 'acc' },
}

type Props = {
  status: AgendaStatus
  onOpenVersion: (id: string) => void
  onPreviewChanges: () => void
  /** Shows an item that is still on the agenda. */
  onChoose: (itemId: string) => void
  onClose: () => void
}

export function VersionsPane({ status, onOpenVersion, onPreviewChanges, onChoose, onClose }: Props) {
  return (
    <Inspector title={text.pane} onClose={onClose}>
      <div className="stack">
        <section className="stack" aria-label={text.stateHeading}>
          <h3 className="h3">{text.stateHeading}</h3>
          <p>{stateSentence(status)}</p>
        </section>
        {status.compared === null ? null : (
          <>
            <Changes status={status} onChoose={onChoose} />
            <MovedHours status={status} />
            <div className="row wrap">
              <a className="button compact" href={dispatchAddress(status)}>
                {text.sendChanges}
              </a>
              <Button small look="ghost" icon={Eye} onPress={onPreviewChanges}>
                {text.previewChanges}
              </Button>
            </div>
          </>
        )}
        <Versions status={status} onOpen={onOpenVersion} />
      </div>
    </Inspector>
  )
}

/** The last thing said of it, and whether it still holds. */
function stateSentence(status: AgendaStatus): string {
  const { submittedAt, submittedTo, validatedAt, validatedBy, changedSinceValidation } = status
  if (validatedAt !== null) {
    const said = text.validatedWords(validatedBy, shortInstant(validatedAt))
    return changedSinceValidation ? `${said} ${text.changedSinceValidation}` : said
  }
  return submittedAt === null ? text.draftWords : text.submittedWords(submittedTo, shortInstant(submittedAt))
}

/** "mar. 24 nov. à 19 h 35", in this desk's time. */
function shortInstant(instant: string): string {
  const when = new Date(instant)
  const time = formatTime(clockTime(when))
  return text.instant(formatShortDate(civilDate(when)), time)
}

function Changes(props: { status: AgendaStatus; onChoose: (itemId: string) => void }) {
  const { compared, changes, headEdits } = props.status
  if (compared === null) return null
  const title =
    compared.after === null ? text.since(compared.before) : text.between(compared.before, compared.after)
  return (
    <section className="stack" aria-label={title}>
      <h3 className="h3">{title}</h3>
      {headEdits.length === 0 ? null : (
        <ul className="agenda-edits">
          {headEdits.map((edit) => (
            <li key={edit.field}>{text.edit(edit.field, edit.before, edit.after)}</li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? (
        <p className="mute">{text.noChange}</p>
      ) : (
        <ul className="list">
          {changes.map((change) => (
            <li key={`${change.type} ${change.itemId}`} className="agenda-change">
              <Change change={change} onChoose={props.onChoose} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Change({ change, onChoose }: { change: AgendaChange; onChoose: (itemId: string) => void }) {
  const { icon, tone } = looks[change.type]
  return (
    <>
      <Badge icon={icon} tone={tone}>
        {agendaChangeWords[change.type]}
      </Badge>
      {change.type === 'removed' ? (
        <span className="strong">{change.title}</span>
      ) : (
        <button type="button" className="agenda-go" onClick={() => onChoose(change.itemId)}>
          {change.title}
        </button>
      )}
      {change.type === 'edited' ? (
        <ul className="agenda-edits">
          {change.edits.map((edit) => (
            <li key={edit.field}>{text.edit(edit.field, edit.before, edit.after)}</li>
          ))}
        </ul>
      ) : (
        <span className="mute">{text.place(change)}</span>
      )}
    </>
  )
}

function MovedHours({ status }: { status: AgendaStatus }) {
  const { movedHours } = status
  return (
    <section className="stack" aria-label={text.hours}>
      <h3 className="h3">{text.hours}</h3>
      {movedHours.length === 0 ? (
        <p className="mute">{text.noHour}</p>
      ) : (
        <ul className="list">
          {movedHours.map((moved) => (
            <li key={moved.itemId} className="agenda-moved">
              <div className="grow">
                <div className="strong">{moved.presenter}</div>
                <div className="mute cut-two-lines" title={moved.title}>
                  {moved.title}
                </div>
                <div>{text.hourMove(moved)}</div>
              </div>
              <a
                className="button compact ghost"
                href={presentersAddress(status)}
                aria-label={text.tellWhom(moved.presenter)}
              >
                {text.tell}
                <Icon of={ArrowRight} size={15} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Versions({ status: { versions }, onOpen }: { status: AgendaStatus; onOpen: (id: string) => void }) {
  return (
    <section className="stack" aria-label={text.versions}>
      <h3 className="h3">{text.versions}</h3>
      {versions.length === 0 ? (
        <p className="mute">{text.noVersion}</p>
      ) : (
        <ul className="list">
          {versions.map(({ id, number, publishedAt, publishedBy, validatedBy }) => (
            <li key={id} className="agenda-version">
              <div className="strong">{text.version(number)}</div>
              <div className="mute">{text.publishedWords(shortInstant(publishedAt), publishedBy)}</div>
              <div className="mute">{text.versionValidated(validatedBy)}</div>
              <div className="row wrap">
                <Button small icon={Eye} label={text.openVersion(number)} onPress={() => onOpen(id)}>
                  {text.open}
                </Button>
                <SaveVersion id={id} number={number} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
