import Check from 'lucide-react/icons/check'
import { useMemo } from 'react'
import type { AskedPerson } from '../../../../electron/domain/attendance/reply.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../../electron/domain/people/short-name.ts'
import { repliesText as text } from '../../../text/replies.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { MailLineRow, type PersonChoice } from './MailLineRow.tsx'
import { olderLines, takenLines } from './mail-lines.ts'
import type { MailReplies } from './use-mail-replies.ts'

export function MailReview(props: {
  mails: MailReplies
  asked: readonly AskedPerson[]
  /** Persons of the directory who were not asked. */
  others: readonly PersonChoice[]
}) {
  const { mails, asked, others } = props
  const older = olderLines(mails.lines)
  const taken = takenLines(mails.lines)
  const choices = useMemo(
    () => [
      ...asked.map((person) => ({
        id: person.personId,
        label: fullName(person),
        detail: shortName({ name: person.organisation, acronym: person.acronym }),
      })),
      ...others,
    ],
    [asked, others],
  )
  return (
    <>
      <div className="toolbar replies-toolbar">
        <div className="grow">
          <h2 className="h3">{text.review}</h2>
          <p className="mute small">{text.reviewHint}</p>
        </div>
        <Button look="ghost" onPress={mails.giveUp}>
          {text.giveUp}
        </Button>
        <Button
          look="primary"
          icon={Check}
          busy={mails.recording ? text.recording : undefined}
          unavailable={taken.length === 0 ? text.nothingToRecord : undefined}
          onPress={mails.record}
        >
          {text.record(taken.length)}
        </Button>
      </div>
      <section className="scroll replies" aria-label={text.review}>
        {mails.error === null ? null : <ErrorBanner error={mails.error} />}
        <ul>
          {mails.lines.map((line) => (
            <MailLineRow
              key={line.key}
              line={line}
              isTaken={taken.includes(line)}
              isOlder={older.has(line.key)}
              known={asked.find((person) => person.personId === line.personId)?.reply ?? null}
              choices={choices}
              onChange={(change) => mails.change(line.key, change)}
              onRemove={() => mails.remove(line.key)}
            />
          ))}
        </ul>
      </section>
    </>
  )
}
