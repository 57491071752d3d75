import ArrowLeft from 'lucide-react/icons/arrow-left'
import Send from 'lucide-react/icons/send'
import { useMemo, useRef, useState } from 'react'
import { type AskedPerson, replyCounts } from '../../../../electron/domain/attendance/reply.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../../electron/domain/people/short-name.ts'
import { keyHints } from '../../../acts/act.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { windowActs } from '../../../app/window-acts.ts'
import { ListAndPane } from '../../../parts/ListAndPane.tsx'
import { usePrepareMessage } from '../../../parts/use-prepare-message.ts'
import { type RoomPaper, repliesText as text } from '../../../text/replies.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { HeadActs } from '../../../ui/HeadActs.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { ArrivalArea, DocumentPreview, SaveDocument } from '../../documents/index.ts'
import { MailReview } from './MailReview.tsx'
import { RepliesAside } from './RepliesAside.tsx'
import { RepliesList } from './RepliesList.tsx'
import { replyActs } from './reply-acts.ts'
import { SeatPane } from './SeatPane.tsx'
import { useMailReplies } from './use-mail-replies.ts'
import { useReplies } from './use-replies.ts'
import { useSeatList } from './use-seat-list.ts'
import { WhoCame } from './WhoCame.tsx'

const nobody: readonly AskedPerson[] = []

const { onSite, remote, excused, represented, clear } = replyActs.acts
const hints = keyHints([onSite, remote, excused, represented, clear, windowActs.acts.find])

export function ParticipantsPage({ meetingId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const meeting = file.data?.meeting
  const isHeld = meeting?.state === 'held'
  const { data: came, error, refetch } = useQuery('attendance.list', { meetingId }, { enabled: isHeld })
  const isKnown = file.error !== null || (meeting !== undefined && (!isHeld || came !== undefined))
  if (!isKnown)
    return error === null ? (
      <Skeleton lines={8} />
    ) : (
      <div className="pad">
        <ErrorBanner error={error} onRetry={() => void refetch()} />
      </div>
    )
  // Of minutes that name nobody, what was answered is all there is.
  return isHeld && came !== undefined && came.length > 0 ? (
    <WhoCame meetingId={meetingId} attendees={came} />
  ) : (
    <Answers meetingId={meetingId} meeting={meeting} />
  )
}

function Answers({ meetingId, meeting }: { meetingId: string; meeting: Meeting | undefined }) {
  const replies = useReplies(meetingId)
  const isTakenOver = (meeting?.takenOver ?? null) !== null
  const mails = useMailReplies(meetingId)
  const [paper, setPaper] = useState<RoomPaper | null>(null)
  const confirm = useWrite('replies.setAll', {
    onSuccess: (_, given) => showUndoToast(text.confirmed(given.replies.length)),
  })
  const asked = replies.asked ?? nobody
  const list = useSeatList(asked, replies.say)
  const message = usePrepareMessage(meetingId)
  const aside = useRef<HTMLElement>(null)
  const reviewing = mails.lines.length > 0
  useArrived('reply', meetingId, mails.read)
  const others = useOthers(asked, reviewing)
  const { onSite, remote, excused, represented, awaited } = replyCounts(asked)
  useStatusLine(
    asked.length === 0 ? [] : [text.totals(onSite, remote, excused, represented, awaited)],
    reviewing || paper !== null ? undefined : hints,
  )
  if (replies.asked === undefined) {
    return replies.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <div className="pad">
        <ErrorBanner error={replies.error} onRetry={replies.retry} />
      </div>
    )
  }
  const error = replies.error ?? confirm.error
  return (
    <ArrivalArea label={text.drop} className="drop-page" takes={['reply']}>
      {list.many.awaited === 0 || meeting?.state !== 'convened' || reviewing || paper !== null ? null : (
        <HeadActs>
          <Button
            icon={Send}
            look="primary"
            busy={message.isPending ? text.preparingReminder : undefined}
            onPress={() => message.start('replyReminder')}
          >
            {text.remind(list.many.awaited)}
          </Button>
        </HeadActs>
      )}
      <ListAndPane>
        <section className="pane grow replies-main" aria-label={reviewing ? text.review : text.list}>
          {error === null ? null : (
            <div className="pad">
              <ErrorBanner error={error} />
            </div>
          )}
          {reviewing ? (
            <MailReview mails={mails} asked={asked} others={others} />
          ) : paper === null ? (
            <RepliesList
              asked={asked}
              list={list}
              onOpen={() =>
                aside.current?.querySelector<HTMLElement>('.seat-pane :is(input, button)')?.focus()
              }
              confirming={confirm.isPending}
              takenOver={isTakenOver ? { meetingId } : null}
              onConfirmAll={(people) => confirm.mutate({ meetingId, replies: people.flatMap(sameAgain) })}
            />
          ) : (
            <>
              <HeadActs>
                <SaveDocument key={paper} subject={{ kind: paper, meetingId }} />
              </HeadActs>
              <div className="toolbar">
                <Button icon={ArrowLeft} onPress={() => setPaper(null)}>
                  {text.backToList}
                </Button>
              </div>
              <DocumentPreview key={paper} subject={{ kind: paper, meetingId }} />
            </>
          )}
        </section>
        <RepliesAside
          ref={aside}
          asked={asked}
          meeting={meeting}
          mails={mails}
          paper={reviewing ? null : paper}
          onPaper={setPaper}
          seat={
            list.seat === null || reviewing || paper !== null ? null : (
              <SeatPane
                key={list.seat.id}
                row={list.seat}
                say={replies.say}
                takesName={list.naming === list.seat.id}
                onNamed={() => {
                  if (list.seat !== null) list.named(list.seat)
                }}
              />
            )
          }
        />
      </ListAndPane>
    </ArrivalArea>
  )
}

/** The answer somebody gave, given again. */
function sameAgain({ personId, reply }: AskedPerson) {
  if (reply === null) return []
  const { answer, representedBy } = reply
  return [{ personId, fields: { answer, representedBy } }]
}

/** Persons of the directory who were not asked, to choose from when a mail comes from one of them. */
function useOthers(asked: readonly AskedPerson[], wanted: boolean) {
  const directory = useQuery('directory.list', {}, { enabled: wanted })
  return useMemo(() => {
    const known = new Set(asked.map(({ personId }) => personId))
    const organisations = new Map(directory.data?.organisations.map((one) => [one.id, one]))
    return (directory.data?.persons ?? [])
      .filter(({ id }) => !known.has(id))
      .map((person) => {
        const organisation = organisations.get(person.organisationId ?? '')
        return {
          id: person.id,
          label: fullName(person),
          detail: shortName(organisation),
        }
      })
  }, [asked, directory.data])
}
