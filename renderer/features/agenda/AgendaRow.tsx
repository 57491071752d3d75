import GripVertical from 'lucide-react/icons/grip-vertical'
import Lock from 'lucide-react/icons/lock'
import MessageCircleWarning from 'lucide-react/icons/message-circle-warning'
import Paperclip from 'lucide-react/icons/paperclip'
import FolderKanban from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import UserPlus from 'lucide-react/icons/user-plus'
import { memo, useEffect, useRef, useState } from 'react'
import type { CivilDate, Id } from '../../../electron/domain/ids.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { formatDuration } from '../../../electron/domain/text/french.ts'
import { pressWindowKey } from '../../acts/use-acts.ts'
import { natureMark } from '../../parts/natures.ts'
import { Writers } from '../../parts/Writers.tsx'
import { agendaText, clock } from '../../text/agenda.ts'
import { commonText, titled } from '../../text/common.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useLeave } from '../../ui/use-leave.ts'
import { ProvenanceMark } from './carry-over/ItemProvenance.tsx'
import type { Landing } from './landings.ts'
import type { Facts, Row } from './rows.ts'
import { useWorkspace } from './workspace.ts'

type RowProps = Facts & {
  row: Row
  /** The one above the others, and the one below them, where the line of the hours begins and ends. */
  isFirst: boolean
  isLast: boolean
  /** Below it the meeting should have ended: when, and when it will. */
  plannedEnd: number | null
  computedEnd: number | null
  /** Of the meeting. */
  date: CivilDate
  isChosen: boolean
  isNamed: boolean
  /** Where Tab stops. */
  isStop: boolean
  isCarried: boolean
  mark: Landing | null
}

/** No table: what a row says comes in lines of its own, and in one cell. */
const wholeRow = { role: 'gridcell', 'aria-colindex': 1 } as const

/** Kept as it is while others change. */
export const AgendaRow = memo(function AgendaRow(props: RowProps) {
  const { row, attachments, mark } = props
  const { item, slot, number, depth } = row
  const { id } = item
  const nature = natureMark(item.kind, item.nature)
  const isSum = row.hasChildren && slot.durationMinutes !== (item.durationMinutes ?? -1)
  const edge = `${props.isFirst ? 'first' : ''} ${props.isLast ? 'last' : ''}`
  const said = {
    role: 'row',
    'aria-label': agendaText.rowName(number, item.kind, titled(item.title), slot.start, slot.durationMinutes),
    'aria-selected': props.isChosen,
    'aria-level': depth,
    'aria-posinset': row.rank,
    'aria-setsize': row.beside,
    'aria-expanded': row.hasChildren ? true : undefined,
  } as const
  return (
    <div
      {...said}
      className="agenda-item"
      data-row={id}
      data-grip={id}
      data-carried={props.isCarried ? '' : undefined}
      data-landing={mark?.edge}
      data-landing-level={mark?.level}
      // Words that are being written are chosen with the mouse, not dragged.
      draggable={!props.isNamed}
      tabIndex={props.isStop ? 0 : -1}
    >
      <div {...wholeRow} className="agenda-cell">
        <Before row={row} />
        <div data-part={id} className={`agenda-row ${depth > 1 ? 'child' : ''} level-${depth} ${edge}`}>
          <button
            type="button"
            className="agenda-grip"
            // The list is one stop: the keys of the row move it.
            tabIndex={-1}
            aria-label={agendaText.drag(item.title)}
            aria-description={agendaText.carry.hint}
          >
            <Icon of={GripVertical} size={16} />
          </button>
          <time className={item.fixedStart === null ? 'agenda-time' : 'agenda-time fixed'}>
            {clock(slot.start)}
          </time>
          <span className="agenda-no">
            {number}
            {item.fixedStart === null ? null : (
              <span className="agenda-lock" title={agendaText.fixed(slot.start)}>
                <Icon of={Lock} size={13} />
                <span className="visually-hidden">{agendaText.fixed(slot.start)}</span>
              </span>
            )}
          </span>
          <div className="agenda-body">
            {props.isNamed ? (
              <TitleInput id={id} title={item.title} />
            ) : (
              <div
                className={item.title === '' ? 'agenda-title mute' : 'agenda-title cut-two-lines'}
                title={item.title}
              >
                {titled(item.title)}
              </div>
            )}
            <Meta {...props} />
            <Writers screen="agenda" meetingId={item.meetingId} part={id} />
          </div>
          <span className="nature">
            {nature === null ? null : (
              <>
                <Icon of={nature.icon} size={16} />
                {nature.label}
              </>
            )}
          </span>
          <span className="agenda-att">
            {attachments === 0 ? null : (
              <>
                <Icon of={Paperclip} size={15} />
                <span aria-hidden="true">{attachments}</span>
                <span className="visually-hidden">{agendaText.attachments(attachments)}</span>
              </>
            )}
          </span>
          <span className={isSum ? 'agenda-dur sum' : 'agenda-dur'}>
            {item.durationMinutes === null && slot.durationMinutes === 0
              ? commonText.none
              : formatDuration(slot.durationMinutes)}
          </span>
        </div>
        {props.plannedEnd === null || props.computedEnd === null ? null : (
          <div className="agenda-limit">
            <span>{agendaText.limit(props.plannedEnd, number, item.kind)}</span>
            <span className="whole-sum">{agendaText.limitComputed(props.computedEnd)}</span>
          </div>
        )}
      </div>
    </div>
  )
})

function Before({ row }: { row: Row }) {
  const { gapBefore, overlapBefore, start } = row.slot
  if (gapBefore > 0) return <div className="agenda-gap">{agendaText.gap(start - gapBefore, start)}</div>
  if (overlapBefore === 0) return null
  return (
    <div className="agenda-gap bad">
      <Icon of={TriangleAlert} size={14} />
      {agendaText.overlap(overlapBefore)}
    </div>
  )
}

function Meta({ row, texts, projects, guests, provenance, isSettled, date }: RowProps) {
  const { item } = row
  const people = [item.presenter, item.organisation].filter((words) => words !== '').join(', ')
  const disagreement = agendaText.disagreementWords(item.disagreementBy.trim(), item.disagreement.trim())
  const hasFacts = texts + projects + guests > 0 || provenance !== undefined || isSettled
  if (people === '' && disagreement === '' && !hasFacts) return null
  return (
    <div className="agenda-meta">
      {people === '' ? null : (
        <span className="agenda-people" title={people}>
          {people}
        </span>
      )}
      {provenance === undefined ? null : <ProvenanceMark provenance={provenance} date={date} />}
      {isSettled ? (
        <Badge icon={TriangleAlert} tone="warn">
          {agendaText.settled}
        </Badge>
      ) : null}
      {disagreement === '' ? null : (
        <span title={disagreement}>
          <Badge icon={MessageCircleWarning} tone="warn">
            {agendaText.disagreement(item.disagreementBy.trim())}
          </Badge>
        </span>
      )}
      {guests === 0 ? null : (
        <span>
          <Icon of={UserPlus} size={14} />
          {agendaText.guests(guests)}
        </span>
      )}
      {projects === 0 ? null : (
        <span>
          <Icon of={FolderKanban} size={14} />
          {agendaText.linkedProjects(projects)}
        </span>
      )}
      {texts === 0 ? null : (
        <span>
          <Icon of={ScrollText} size={14} />
          {agendaText.linkedTexts(texts)}
        </span>
      )}
    </div>
  )
}

function TitleInput({ id, title }: { id: Id; title: string }) {
  const { name, endNaming } = useWorkspace()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? title
  /** As it was shown when somebody began to type over it. */
  const before = useRef(title)
  const ended = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const end = (kept: string, isLeft: boolean) => {
    if (ended.current) return
    ended.current = true
    // A title emptied by mistake comes back; a new item without title goes away.
    endNaming(id, kept.trim() === '' ? before.current : kept.trim(), kept, isLeft)
  }
  useLeave(() => end(text, true))
  return (
    <input
      ref={input}
      className="agenda-title inline-edit editing"
      aria-label={agendaText.titleOf}
      maxLength={LINE_LENGTH}
      spellCheck
      value={text}
      onChange={(event) => {
        if (typed === null) before.current = title
        setTyped(event.target.value)
        name(id, event.target.value, text)
      }}
      onBlur={() => end(text, true)}
      onKeyDown={(event) => {
        if (pressWindowKey(event)) return
        event.stopPropagation()
        if (event.key === 'Enter' || event.key === 'Escape') end(text, event.key === 'Escape')
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
      }}
    />
  )
}
