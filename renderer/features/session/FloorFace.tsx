import Mic from 'lucide-react/icons/mic'
import X from 'lucide-react/icons/x'
import { useId, useRef } from 'react'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { floorText as text } from '../../text/session-pane.ts'
import { Button } from '../../ui/Button.tsx'
import { useKept } from '../../ui/kept.ts'
import type { Floor } from './use-floor.ts'
import type { Session } from './use-session.ts'

/** Who asks to speak, in their order; whoever is given the floor begins a line. */
export function FloorFace(props: {
  meetingId: string
  floor: Floor
  speakers: Session['vocabulary']['speakers']
  onGive: (name: string) => void
}) {
  const { floor } = props
  const [typed, setTyped] = useKept(`floor:${props.meetingId}`, '')
  const field = useRef<HTMLInputElement>(null)
  const [fieldId, namesId] = [useId(), useId()]
  return (
    <aside className="pane inspector" aria-label={text.title}>
      <div className="scroll inspector-body stack">
        <form
          className="field"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() === '') return
            floor.ask(typed.trim())
            setTyped('')
          }}
        >
          <label htmlFor={fieldId}>{text.add}</label>
          <input
            ref={field}
            id={fieldId}
            className="input"
            list={namesId}
            autoComplete="off"
            spellCheck={false}
            maxLength={LINE_LENGTH}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={namesId}>
            {[...new Set(props.speakers.map(({ label }) => label))].map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
        </form>
        {floor.names.length === 0 ? (
          <p className="mute">{text.nobody}</p>
        ) : (
          <ol className="glance-list" aria-label={text.title}>
            {floor.names.map((name) => (
              <li key={name}>
                <span className="grow">{name}</span>
                <Button small icon={Mic} label={text.give(name)} onPress={() => props.onGive(name)} />
                <Button
                  small
                  look="ghost"
                  icon={X}
                  label={text.leave(name)}
                  onPress={() => {
                    floor.leave(name)
                    field.current?.focus()
                  }}
                />
              </li>
            ))}
          </ol>
        )}
      </div>
    </aside>
  )
}
