// Note line: one field where everything of the meeting is typed; read as it is typed, kept by Enter, the focus never leaves it.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { completions, readLine } from '../../../electron/domain/notation.ts'
import type { SessionLine } from '../../../electron/domain/session.ts'
import { sessionText as text } from '../../text/session.ts'
import { Keys } from '../../ui/Keys.tsx'
import { LineEcho } from './LineEcho.tsx'
import { asNote, lineFields, targetOf } from './line-fields.ts'
import { MarkedLine } from './MarkedLine.tsx'
import { NameChoices } from './NameChoices.tsx'
import { useDraftLine } from './use-draft-line.ts'
import type { useLines } from './use-lines.ts'
import type { Session } from './use-session.ts'

export function NoteLine(props: {
  session: Session
  lines: Pick<ReturnType<typeof useLines>, 'add'>
  /** The line that is corrected; null while a new one is typed. */
  edited: SessionLine | null
  onEdit: (line: SessionLine | null) => void
  onCorrect: (line: SessionLine, fields: ReturnType<typeof lineFields>) => void
}) {
  const { session, edited } = props
  const { meeting, vocabulary, view } = session
  const [typed, setTyped] = useDraftLine(meeting.id)
  const [isPlain, setPlain] = useState(false)
  const [choice, setChoice] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const context = useMemo(
    () => ({ saidOn: meeting.date, nextMeeting: vocabulary.nextMeeting, speakers: vocabulary.speakers }),
    [meeting.date, vocabulary],
  )
  const line = useMemo(() => (isPlain ? asNote(typed) : readLine(typed, context)), [typed, isPlain, context])
  const names = useMemo(
    () => (isPlain ? [] : completions(typed, context.speakers)),
    [typed, isPlain, context],
  )
  const target = targetOf(line, session)

  // The one field of this screen: who opens it is about to type.
  useEffect(() => input.current?.focus(), [])

  const change = (next: string) => {
    setTyped(next)
    setChoice(0)
    if (next === '') setPlain(false)
  }
  const complete = (label: string) => {
    const at = typed.lastIndexOf('@')
    change(at < 0 ? `${label} : ` : `${typed.slice(0, at)}@${label} `)
    input.current?.focus()
  }
  const enter = () => {
    if (line.text === '' && line.kind === 'note') return
    if (target === undefined) return
    const fields = lineFields(typed, line, target === null ? null : target.item.id)
    if (edited === null) props.lines.add(fields)
    else {
      props.onCorrect(edited, line.itemNumber === null ? { ...fields, itemId: edited.itemId } : fields)
      props.onEdit(null)
    }
    change('')
  }
  const recall = () => {
    const last = view.lines.findLast((one) => one.notebookId === null)
    if (last === undefined) return
    props.onEdit(last)
    change(last.raw)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = names[choice]
    if (event.key === 'Enter') enter()
    else if (event.key === 'Tab' && !event.shiftKey && chosen !== undefined) complete(chosen.label)
    else if (event.key === 'ArrowDown' && names.length > 0) setChoice((choice + 1) % names.length)
    else if (event.key === 'ArrowUp' && names.length > 0)
      setChoice((choice + names.length - 1) % names.length)
    else if (event.key === 'ArrowUp' && typed === '') recall()
    else if (event.key === 'Escape' && edited !== null) {
      props.onEdit(null)
      change('')
    } else if (event.key === 'Escape' && (isPlain || line.kind !== 'note')) setPlain(!isPlain)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="compose-wrap">
      {names.length === 0 ? null : (
        <NameChoices names={names} chosen={choice} onChoose={(speaker) => complete(speaker.label)} />
      )}
      <div className="compose">
        {edited === null ? null : <div className="compose-editing">{text.editing}</div>}
        <div className="in">
          <div className="grow compose-field">
            <MarkedLine raw={typed} parts={line.parts} />
            <input
              ref={input}
              className="bare"
              type="text"
              aria-label={text.line}
              aria-describedby="session-echo"
              aria-expanded={names.length > 0}
              aria-controls={names.length > 0 ? 'session-names' : undefined}
              aria-activedescendant={names.length > 0 ? `session-name-${choice}` : undefined}
              role="combobox"
              aria-autocomplete="list"
              placeholder={text.lineHint}
              value={typed}
              maxLength={10_000}
              spellCheck
              onChange={(event) => change(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </div>
          <Keys keys={['Entrée']} />
        </div>
        <LineEcho line={line} session={session} target={target} isPlain={isPlain} />
      </div>
    </div>
  )
}
