import { useState } from 'react'
import type { SubjectMessage } from '../../../../electron/domain/agenda/subject.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { subjectText as text } from '../../../text/subjects.ts'

export function SubjectThread({ messages }: { messages: readonly SubjectMessage[] }) {
  return (
    <section>
      <h3 className="lab">{text.thread}</h3>
      {messages.length === 0 ? (
        <p className="mute t-15">{text.threadEmpty}</p>
      ) : (
        <ol className="sub-thread">
          {messages.map((message) => (
            <li key={message.id}>
              <Message message={message} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** A long mail is drawn only while it is open. */
function Message({ message }: { message: SubjectMessage }) {
  const [open, setOpen] = useState(false)
  const { sentAt } = message
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="grow cut">{text.from(message.fromName, message.fromEmail)}</span>
        {sentAt === null ? null : (
          <span className="mute small nowrap">{formatShortDate(civilDate(new Date(sentAt)), true)}</span>
        )}
      </summary>
      {open ? (
        <div className="sub-mail">
          <p className="mute small">{message.subjectLine}</p>
          {message.text === '' ? (
            <p className="mute t-15">{text.noWords}</p>
          ) : (
            <p className="sub-text">{message.text}</p>
          )}
        </div>
      ) : null}
    </details>
  )
}
