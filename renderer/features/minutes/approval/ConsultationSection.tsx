import Mails from 'lucide-react/icons/mails'
import Send from 'lucide-react/icons/send'
import type { Consultation } from '../../../../electron/contract/approval.ts'
import { ApprovalAnswer } from '../../../../electron/domain/minutes/approval-reply.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { usePrepareMessage } from '../../../parts/use-prepare-message.ts'
import { consultationText as text } from '../../../text/approval.ts'
import { lifeText } from '../../../text/minutes-life.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Segments } from '../../../ui/Segments.tsx'

/** Silence is no answer, and stands beside them. */
const choices = [...ApprovalAnswer.options, 'silent'] as const

/** Members asked by writing: the message, the last day, and what each answered. */
export function ConsultationSection(props: { meetingId: string; onObservations: () => void }) {
  const { meetingId } = props
  const read = useQuery('approval.consultation', { meetingId })
  const message = usePrepareMessage(meetingId)
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const closing = useWrite('approval.setClosing', {
    onSuccess: () => showUndoToast(text.closingSet),
  })
  const reply = useWrite('approval.setReply', say)
  const observe = useWrite('observations.add', { ...say, onSuccess: props.onObservations })
  const mails = useWrite('approval.readReplies', {
    ...say,
    onSuccess: ({ taken, unread }) =>
      taken === 0 ? undefined : showUndoToast(text.taken(taken, unread.length)),
  })
  const readMails = (files: readonly File[]) =>
    void bytesOf(files).then((all) => mails.mutate({ meetingId, files: all }))
  const found = read.data
  useArrived('approvalReply', meetingId, found === undefined ? null : readMails)
  if (found === undefined) return null
  return (
    <section className="stack" aria-label={text.title}>
      <div className="row wrap">
        <Button
          icon={Send}
          busy={message.isPending ? lifeText.preparing : undefined}
          onPress={() => message.start('writtenApproval')}
        >
          {found.sentAt === null ? text.prepare : text.prepareAgain}
        </Button>
        <FileButton
          icon={Mails}
          multiple
          busy={mails.isPending ? text.reading : undefined}
          onFiles={readMails}
        >
          {text.readMails}
        </FileButton>
      </div>
      {(mails.data?.unread ?? []).map((one) => (
        <Banner key={one.fileName} tone="warn">
          <p>{text.unread(one)}</p>
          {one.words === '' ? null : <p className="preformatted">{one.words}</p>}
        </Banner>
      ))}
      <DateField
        label={text.closing}
        keptAs={`consultation:${meetingId}:closesOn`}
        value={found.closesOn}
        error={closing.error === null ? undefined : errorSentence(closing.error)}
        onCommit={(closesOn) => {
          if (closesOn !== found.closesOn) closing.mutate({ meetingId, closesOn })
          // The day that stands, typed again after another was refused, is the answer to that.
          else closing.reset()
        }}
      />
      <Counts consultation={found} />
      <ul className="list" aria-label={text.members}>
        {found.members.map((member) => (
          <Member
            key={`${member.personId} ${member.organisationId}`}
            member={member}
            onAnswer={(answer) => reply.mutate({ meetingId, personId: member.personId, answer })}
            onObserve={({ name, organisation, organisationId, words }) =>
              observe.mutate({
                ...{ id: newId(), meetingId, paper: 'minutes', circle: 'members' },
                fields: { author: name, organisation, organisationId, comment: words },
              })
            }
          />
        ))}
      </ul>
    </section>
  )
}

/** A line for each: a table of five columns is wider than the pane. */
function Counts({ consultation: { colleges } }: { consultation: Consultation }) {
  return (
    <ul className="list" aria-label={text.counted}>
      {colleges.map((one) => (
        <li key={one.college} className="row wrap">
          <b className="grow">{one.college || text.noCollege}</b>
          <span>{text.counts(one)}</span>
        </li>
      ))}
    </ul>
  )
}

function Member(props: {
  member: Consultation['members'][number]
  onAnswer: (answer: ApprovalAnswer | null) => void
  onObserve: (member: Consultation['members'][number]) => void
}) {
  const { member, onAnswer } = props
  return (
    <li className="consulted" data-silent={member.answer === null ? '' : undefined}>
      <span>
        <b>{member.organisation || member.name}</b>
        {member.organisation === '' ? null : <span className="mute">, {member.name}</span>}
        {member.answer !== null || member.isReached ? null : (
          <span className="mute consulted-note">{text.unreachedMember}</span>
        )}
        {member.earlierAnswer === null ? null : (
          <span className="mute consulted-note">{text.earlierAnswer(member.earlierAnswer)}</span>
        )}
        {member.words === '' ? null : <span className="mute cut-two-lines">{member.words}</span>}
      </span>
      <Segments
        label={text.answerOf(member.name)}
        value={member.answer ?? 'silent'}
        choices={choices.map((value) => ({ value, label: text.answers[value] }))}
        onChange={(value) => onAnswer(value === 'silent' ? null : value)}
      />
      {member.answer === 'observations' && member.observed === null ? (
        <span className="reply-to-observe">
          <Button small writes onPress={() => props.onObserve(member)}>
            {text.observe}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

const bytesOf = (files: readonly File[]) =>
  Promise.all(
    files.map(async (file) => ({
      fileName: file.name.slice(-255),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
