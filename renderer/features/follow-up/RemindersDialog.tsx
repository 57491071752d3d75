import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { commonText } from '../../text/common.ts'
import { followUpText, remindersText as text } from '../../text/follow-up.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segments } from '../../ui/Segments.tsx'

export type Reminder = Output<'followUp.reminders'>[number]

/** Whoever has an action that is late. */
export const lateOnly = (reminders: readonly Reminder[]) =>
  reminders.filter(({ actions }) => actions.some(({ lateDays }) => lateDays > 0))

/** Who is written to, and of what, before anything is written. */
export function RemindersDialog(props: {
  reminders: readonly Reminder[]
  busy: string | undefined
  onPrepare: (actionIds: string[] | null) => void
  onClose: () => void
}) {
  const late = lateOnly(props.reminders)
  const [to, setTo] = useState<'late' | 'all'>(late.length === 0 ? 'all' : 'late')
  const shown = to === 'late' ? late : props.reminders
  const prepare = () => {
    const ids = shown.flatMap(({ actions: [first] }) => (first === undefined ? [] : [first.id]))
    props.onPrepare(to === 'all' ? null : ids)
    props.onClose()
  }
  return (
    <Dialog
      title={text.title}
      wide
      onClose={props.onClose}
      onSubmit={prepare}
      acts={
        <>
          <Button onPress={props.onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="primary" busy={props.busy} unavailable={reasonNot(shown)}>
            {text.prepare(shown.length)}
          </Button>
        </>
      }
    >
      <Segments
        label={text.to}
        value={to}
        choices={[
          { value: 'late', label: text.late, count: late.length },
          { value: 'all', label: text.all, count: props.reminders.length },
        ]}
        onChange={setTo}
      />
      <p className="mute text-15">{text.lead}</p>
      <ul className="reminders" aria-label={text.persons}>
        {shown.map(({ name, email, actions }) => (
          <li key={`${name} ${actions[0]?.id}`}>
            <div className="row">
              <span className="grow">{name}</span>
              {email === '' ? <span className="warn small">{followUpText.noAddress}</span> : null}
            </div>
            <ul className="register-many">
              {actions.map(({ id, number, text: words, lateDays }) => (
                <li key={id}>
                  <span className="ref">{number}</span>
                  <span>
                    {words} {lateDays > 0 ? <span className="bad">{followUpText.late(lateDays)}</span> : null}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const reasonNot = (shown: readonly Reminder[]) => (shown.length === 0 ? followUpText.reminded(0) : undefined)
