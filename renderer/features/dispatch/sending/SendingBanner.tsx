import type { DispatchView } from '../../../../electron/contract/dispatch.ts'
import { type Sending, standingOf } from '../../../../electron/domain/dispatch/sending.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { sendingText as text } from '../../../text/sending.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'

/** What was handed to a server of one message, oldest first. */
export function useSendings(dispatch: { id: string; meetingId: string }): readonly Sending[] {
  const list = useQuery('sending.list', { meetingId: dispatch.meetingId })
  return (list.data ?? []).filter(({ dispatchId }) => dispatchId === dispatch.id)
}

/** What is known of a draft that was handed to a server; of one that may have left, the question. */
export function SendingBanner(props: {
  dispatch: DispatchView['dispatch']
  onSettled: (view: DispatchView) => void
}) {
  const { dispatch } = props
  const sendings = useSendings(dispatch)
  const settle = useAct('sending.settle', { onSuccess: props.onSettled })
  const isUnderWay = useUnderWay('sending.send')
  const last = sendings.at(-1)
  if (last === undefined || isUnderWay) return null
  const standing = standingOf(sendings)
  const when = instantWords(last.changedAt)
  if (standing === 'unknown')
    return (
      <>
        <Banner
          tone="warn"
          acts={
            <>
              <Button writes small onPress={() => settle.mutate({ id: dispatch.id, hasLeft: true })}>
                {text.hasLeft[last.way]}
              </Button>
              <Button writes small onPress={() => settle.mutate({ id: dispatch.id, hasLeft: false })}>
                {text.hasNot[last.way]}
              </Button>
            </>
          }
        >
          {text.unknown[last.way](when)}
        </Banner>
        {settle.error === null ? null : <ErrorBanner error={settle.error} />}
      </>
    )
  // That some recipients were refused takes nothing back of what the others got.
  if (standing === 'sent') return <Banner tone="warn">{text.already(when)}</Banner>
  if (last.state === 'refused' && last.answer !== '')
    return <Banner tone="warn">{text.failed(when, last.answer)}</Banner>
  return standing === 'deposited' ? <Banner>{text.lies(when)}</Banner> : null
}
