import CalendarX from 'lucide-react/icons/calendar-x'
import type { FormEvent, KeyboardEvent } from 'react'
import type { CivilDate } from '../../../electron/domain/ids.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Keys } from '../../ui/Keys.tsx'

export function DueCorrection(props: {
  date: CivilDate | null
  onGive: (date: CivilDate | null) => void
  onDone: () => void
}) {
  const done = (event: FormEvent) => {
    event.preventDefault()
    props.onDone()
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'F2') return
    event.preventDefault()
    event.stopPropagation()
    props.onDone()
  }
  return (
    <form className="due-fix" onSubmit={done} onKeyDown={leave}>
      <DateField label={text.dueDate} value={props.date} autoFocus onCommit={props.onGive} />
      <Button
        icon={CalendarX}
        onPress={() => {
          props.onGive(null)
          props.onDone()
        }}
      >
        {text.noDue}
      </Button>
      <span className="mute">
        <Keys keys={['Entrée']} /> {text.backToLine}
      </span>
    </form>
  )
}
