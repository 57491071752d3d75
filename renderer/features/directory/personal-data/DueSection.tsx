import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useTeam } from '../../../app/team.ts'
import { commonText } from '../../../text/common.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useWhyNotErased } from './why-not.ts'

type Due = Output<'personalData.due'>
type DuePerson = Due['persons'][number]
type DueRows = Due['rows'][number]

export function DueSection({ onChoose }: { onChoose: (personId: string) => void }) {
  const due = useQuery('personalData.due', {})
  const [asked, setAsked] = useState<DueRows['kind'] | null>(null)
  const unavailable = useWhyNotErased()
  const rows = due.data?.rows.filter(({ count }) => count > 0) ?? []
  return (
    <section className="stack" aria-label={text.due}>
      <div className="sec-head">
        <h2 className="h2">{text.due}</h2>
        {due.data === undefined || due.data.persons.length === 0 ? null : (
          <span className="mute">{text.duePersons(due.data.persons.length)}</span>
        )}
      </div>
      {due.error === null ? null : <ErrorBanner error={due.error} onRetry={() => void due.refetch()} />}
      {due.data === undefined ? (
        due.error === null ? (
          <Skeleton lines={4} />
        ) : null
      ) : (
        <>
          {due.data.persons.length === 0 ? (
            <p className="quiet">
              <b>{text.noneDue}</b> {text.noneDueHint}
            </p>
          ) : (
            <ul className="list">
              {due.data.persons.map((person) => (
                <PersonLine key={person.id} person={person} onChoose={onChoose} />
              ))}
            </ul>
          )}
          {rows.length === 0 ? (
            <p className="mute">{text.noRows}</p>
          ) : (
            <ul className="list">
              {rows.map(({ kind, count, before }) => (
                <li key={kind}>
                  <div className="grow">
                    <div className="strong">{text.rows[kind].title(count)}</div>
                    <div className="mute text-15">
                      {text.rows[kind].before(formatDateWithoutWeekday(before))}
                    </div>
                  </div>
                  <Button small unavailable={unavailable} onPress={() => setAsked(kind)}>
                    {text.rows[kind].act}…
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {asked === null ? null : <EraseDialog kind={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function PersonLine({ person, onChoose }: { person: DuePerson; onChoose: (personId: string) => void }) {
  const { mandateEnd, lastMeeting, since } = person
  const facts = [
    person.organisation,
    mandateEnd === null ? '' : text.mandateEnd(formatDateWithoutWeekday(mandateEnd)),
    lastMeeting === null ? '' : text.lastMeeting(formatDateWithoutWeekday(lastMeeting)),
  ].filter((words) => words !== '')
  return (
    <li>
      <div className="grow">
        <div className="strong">{person.name}</div>
        <div className="mute text-15">{facts.join(' · ')}</div>
      </div>
      <span className="mute nowrap personal-since">{text.dueSince(formatDateWithoutWeekday(since))}</span>
      <Button small label={text.seePerson(person.name)} onPress={() => onChoose(person.id)}>
        {text.see}
      </Button>
    </li>
  )
}

function EraseDialog({ kind, onClose }: { kind: DueRows['kind']; onClose: () => void }) {
  const isTeam = useTeam() !== null
  const erase = useWrite('personalData.eraseDue', {
    onSuccess: ({ removed }) => {
      onClose()
      showToast(text.erasedRows(removed))
    },
  })
  return (
    <Dialog
      alert
      title={text.eraseTitle[kind]}
      onClose={onClose}
      onSubmit={() => erase.mutate({ kind })}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="danger" busy={erase.isPending ? text.erasing : undefined}>
            {text.rows[kind].act}
          </Button>
        </>
      }
    >
      <p>{isTeam ? text.eraseLeadTeam : text.eraseLead}</p>
      {erase.error === null ? null : <ErrorBanner error={erase.error} />}
    </Dialog>
  )
}
