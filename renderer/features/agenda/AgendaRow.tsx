import GripVertical from 'lucide-react/icons/grip-vertical'
import Lock from 'lucide-react/icons/lock'
import MessageCircleWarning from 'lucide-react/icons/message-circle-warning'
import Paperclip from 'lucide-react/icons/paperclip'
import FolderKanban from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import UserPlus from 'lucide-react/icons/user-plus'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Id } from '../../../electron/domain/ids.ts'
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
import { type Row, rowAtPlannedEnd } from './rows.ts'
import { useWorkspace } from './workspace.ts'

export function AgendaRow({ id }: { id: Id }) {
  const { agenda, attachmentCounts } = useWorkspace()
  const row = agenda.byId.get(id)
  if (row === undefined) return null
  const { item, slot, number, depth } = row
  const mark = natureMark(item.kind, item.nature)
  const attachments = attachmentCounts.get(id) ?? 0
  const rank = agenda.rows.indexOf(row)
  const edge = `${rank === 0 ? 'first' : ''} ${rank === agenda.rows.length - 1 ? 'last' : ''}`
  const isSum = row.hasChildren && slot.durationMinutes !== (item.durationMinutes ?? -1)
  return (
    <>
      <Before row={row} />
      <div data-part={id} className={`agenda-row ${depth > 1 ? 'child' : ''} level-${depth} ${edge}`}>
        <Button
          slot="drag"
          className="agenda-grip"
          // The list is one stop: the keys of the row move it.
          excludeFromTabOrder
          aria-label={agendaText.drag(item.title)}
        >
          <Icon of={GripVertical} size={16} />
        </Button>
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
          <RowTitle id={id} title={item.title} />
          <Meta row={row} />
          <Writers screen="agenda" meetingId={item.meetingId} part={id} />
        </div>
        <span className="nature">
          {mark === null ? null : (
            <>
              <Icon of={mark.icon} size={16} />
              {mark.label}
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
      <Limit row={row} />
    </>
  )
}

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

function Meta({ row }: { row: Row }) {
  const { agenda, date } = useWorkspace()
  const { item } = row
  const links = agenda.links.filter((link) => link.itemId === item.id)
  const texts = links.filter((link) => link.kind === 'watch').length
  const projects = links.length - texts
  const guests = agenda.guests.filter((guest) => guest.itemId === item.id).length
  const people = [item.presenter, item.organisation].filter((words) => words !== '').join(', ')
  const disagreement = agendaText.disagreementWords(item.disagreementBy.trim(), item.disagreement.trim())
  const provenance = agenda.provenance.get(item.id)
  if (people === '' && links.length + guests === 0 && disagreement === '' && provenance === undefined)
    return null
  return (
    <div className="agenda-meta">
      {people === '' ? null : (
        <span className="agenda-people" title={people}>
          {people}
        </span>
      )}
      {provenance === undefined ? null : <ProvenanceMark provenance={provenance} date={date} />}
      {disagreement === '' ? null : (
        <span title={disagreement}>
          <Badge icon={MessageCircleWarning} tone="warn">
            {agendaText.disagreement}
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

function Limit({ row }: { row: Row }) {
  const { agenda } = useWorkspace()
  if (agenda.planned === null || rowAtPlannedEnd(agenda) !== row) return null
  return (
    <div className="agenda-limit">
      <span>{agendaText.limit(agenda.planned, row.number, row.item.kind)}</span>
      <span className="whole-sum">{agendaText.limitComputed(agenda.table.end)}</span>
    </div>
  )
}

function RowTitle({ id, title }: { id: Id; title: string }) {
  const { namingId } = useWorkspace()
  if (namingId === id) return <TitleInput id={id} title={title} />
  return (
    <div className={title === '' ? 'agenda-title mute' : 'agenda-title cut-two-lines'} title={title}>
      {titled(title)}
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
  const end = (kept: string) => {
    if (ended.current) return
    ended.current = true
    // A title emptied by mistake comes back; a new item without title goes away.
    endNaming(id, kept.trim() === '' ? before.current : kept.trim(), kept)
  }
  useLeave(() => end(text))
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
      onBlur={() => end(text)}
      // The row takes presses to choose and to drag: not those that place the caret.
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (pressWindowKey(event)) return
        event.stopPropagation()
        if (event.key === 'Enter' || event.key === 'Escape') end(text)
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
      }}
    />
  )
}
