import { useQuery } from '../api/use-query.ts'
import { useAct } from '../api/use-write.ts'
import { readOnlyText as text } from '../text/read-only.ts'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { href, type Place } from './paths.ts'

/** Says why nothing can be written, where that is neither a team's matter nor said by the page of the hand-over itself. */
export function ReadOnlyBanner({ reason, place }: { reason: string; place: Place }) {
  const writer = useQuery('handOver.writer', {})
  const show = useAct('handOver.showCopy')
  const leave = useAct('handOver.leaveCopy')
  if (place.id === 'handOver' && writer.data?.shownCopy == null) return null
  const error = show.error ?? leave.error
  return (
    <div className="core-lost">
      {error === null ? null : <ErrorBanner error={error} />}
      <Banner
        tone="warn"
        acts={
          writer.data?.shownCopy == null ? (
            <a className="button plain compact" href={href('handOver')}>
              {text.openPage}
            </a>
          ) : (
            <>
              <Button
                small
                busy={show.isPending ? text.consulting : undefined}
                onPress={() => show.mutate({})}
              >
                {text.shownRefresh}
              </Button>
              <Button small onPress={() => leave.mutate({})}>
                {text.shownLeave}
              </Button>
            </>
          )
        }
      >
        {reason}
      </Banner>
    </div>
  )
}
