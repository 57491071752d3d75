import { type ReactNode, useState } from 'react'
import type { LeavingCheck } from '../../../../electron/domain/meetings/leaving.ts'
import type { Minutes, MinutesState } from '../../../../electron/domain/minutes/minutes.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { useLeaving } from '../../../parts/leaving-lines.ts'
import { beforeText } from '../../../text/before.ts'
import { leavingText } from '../../../text/leaving.ts'
import { minutesText } from '../../../text/minutes.ts'
import { Before, type BeforeLine } from '../../../ui/Before.tsx'

type Life = {
  go: (state: MinutesState) => void
  /** What is asked before validating, to be put on the screen. */
  question: ReactNode
}

/** Takes the minutes a step on or back; asks before they are validated. */
export function useMinutesState(minutes: Minutes, mend: (check: LeavingCheck) => boolean): Life {
  const [isAsked, setAsked] = useState(false)
  const write = useWrite('minutes.setState', {
    onSuccess: ({ state }) => {
      setAsked(false)
      showUndoToast(minutesText.stateNow(state))
    },
    onError: (error) => (isAsked ? undefined : showToast(errorSentence(error))),
  })
  const { id } = minutes
  // A step in the life of the minutes is about their whole text: what is typed goes first, and counts in their version.
  const send = (state: MinutesState) =>
    void outbox
      .settle(`minutes:${id}`)
      .then(async (settled) => {
        await outbox.flush()
        return settled ?? minutes.version
      })
      .then((version) => write.mutate({ id, version, state }))
      .catch((error: unknown) => showToast(errorSentence(error)))
  return {
    go: (state) => {
      write.reset()
      // What was changed since is validated anew, asked as the first time.
      if (state === 'validated') setAsked(true)
      else send(state)
    },
    question: isAsked ? (
      <BeforeValidating
        meetingId={minutes.meetingId}
        mend={mend}
        error={write.error}
        onAct={() => send('validated')}
        onClose={() => setAsked(false)}
      />
    ) : null,
  }
}

function BeforeValidating(props: {
  meetingId: string
  mend: (check: LeavingCheck) => boolean
  error: unknown
  onAct: () => void
  onClose: () => void
}) {
  const { meetingId, mend, ...question } = props
  const text = beforeText.validate
  const approval = useQuery('approval.get', { meetingId })
  const leaving = useLeaving(meetingId, 'review', mend)
  // Who has no address is told before what is sent.
  const own = (leaving.lines ?? []).filter(({ kind }) => kind !== 'recipientWithoutAddress')
  const lines: BeforeLine[] = [
    ...(approval.data?.obstacles.includes('notHeld') === true ? [notHeld(meetingId)] : []),
    ...own,
    ...(leaving.lines === undefined || own.some(({ kind }) => kind === 'openObservations')
      ? []
      : [{ tone: 'ok' as const, words: text.decided }]),
    { tone: 'ok', words: text.version },
  ]
  return (
    <Before
      {...question}
      title={text.title}
      lines={lines}
      act={text.act}
      busy={leaving.lines === undefined ? leavingText.reading : undefined}
    />
  )
}

const notHeld = (meetingId: string): BeforeLine => ({
  tone: 'warn',
  words: beforeText.validate.notHeld,
  repair: { label: beforeText.open.goThere, href: href('session', { meetingId }) },
})
