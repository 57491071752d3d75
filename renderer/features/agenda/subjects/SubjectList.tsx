import Paperclip from 'lucide-react/icons/paperclip'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type KeyboardEvent, memo, useDeferredValue, useEffect, useId, useRef } from 'react'
import type { SubjectRow } from '../../../../electron/contract/subjects.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { type BoundAct, bindActs, pressKey } from '../../../acts/act.ts'
import { listActs, openActs } from '../../../acts/list-acts.ts'
import { useRowKeys } from '../../../acts/use-acts.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { isStranded } from './subject-rows.ts'

/** More lines than the tallest window shows. */
const FIRST = 30

export function SubjectList(props: {
  label: string
  rows: readonly SubjectRow[]
  chosen: string | null
  onChoose: (id: string) => void
  /** Enter: to the fields of the chosen one. */
  onOpen: () => void
  /** On the chosen one, by their keys. */
  acts: readonly BoundAct[]
}) {
  const { rows, chosen, onChoose } = props
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  // The first screenful is there at once, the hundreds below it a moment later.
  const drawn = useDeferredValue(rows, rows.slice(0, FIRST))
  const at = rows.findIndex((row) => row.id === chosen)
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' })
  }, [at])
  useRowKeys(listActs)
  useRowKeys(openActs)
  const onKeyDown = (event: KeyboardEvent) => {
    const go = (to: number) => {
      const next = rows[to]
      if (next !== undefined) onChoose(next.id)
    }
    const moves = bindActs(listActs, { at, length: rows.length, go }, null)
    const { open } = bindActs(openActs, { open: () => (at < 0 ? undefined : props.onOpen()) }, null)
    pressKey(event, [...props.acts, ...Object.values(moves), open])
  }
  return (
    <div
      ref={list}
      className="subject-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={at < 0 ? undefined : `${listId}-${chosen}`}
      onKeyDown={onKeyDown}
      // A press leaves the focus on the line, which goes away when it is worked off: the list keeps it.
      onFocus={() => list.current?.focus({ preventScroll: true })}
    >
      {drawn.map((row) => (
        <Line
          key={row.id}
          id={`${listId}-${row.id}`}
          row={row}
          selected={row.id === chosen}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

type LineProps = { id: string; row: SubjectRow; selected: boolean; onChoose: (id: string) => void }

/** Kept as it is while another line is chosen: a held arrow redraws two lines, not four hundred. */
const Line = memo(function Line({ id, row, selected, onChoose }: LineProps) {
  return (
    <div
      id={id}
      className="subject-line"
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={() => onChoose(row.id)}
      onKeyDown={() => undefined}
    >
      <div className="subject-words">
        <div className="subject-title cut-two-lines" title={row.title}>
          {row.title}
        </div>
        <div className="mute small cut">{text.requestedBy(row.requester, row.organisation)}</div>
      </div>
      <div className="subject-end small">
        <span className="nowrap">{formatShortDate(row.receivedOn, true)}</span>
        <span className="row mute nowrap">
          <Follow row={row} />
          {row.messageCount > 1 ? <span>{text.messages(row.messageCount)}</span> : null}
          {row.fileCount === 0 ? null : (
            <span className="row">
              <Icon of={Paperclip} size={14} />
              <span className="visually-hidden">{text.files(row.fileCount)}</span>
              <span aria-hidden="true">{row.fileCount}</span>
            </span>
          )}
        </span>
      </div>
    </div>
  )
})

/** Where it went, or why it waits. */
function Follow({ row }: { row: SubjectRow }) {
  if (isStranded(row))
    return (
      <Badge icon={TriangleAlert} tone="warn">
        {row.meetingState === null ? text.meetingBinned : text.meetingCancelled}
      </Badge>
    )
  if (row.state === 'retained' && row.meetingDate !== null)
    return <span>{text.meeting(row.meetingNumber, formatShortDate(row.meetingDate))}</span>
  return row.reason === '' ? null : (
    <span className="subject-reason cut" title={row.reason}>
      {row.reason}
    </span>
  )
}
