import { useEffect, useState } from 'react'
import type { Output } from '../../electron/contract/index.ts'
import { formatDateWithoutWeekday, formatTime } from '../../electron/domain/text/french.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import { useQuery } from '../api/use-query.ts'
import { useAct } from '../api/use-write.ts'
import { handOverText as text } from '../text/hand-over.ts'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { href, type Place } from './paths.ts'

type Pen = Output<'handOver.pen'>

/** Why nothing can be written here now; null when this desk writes. */
export function useReadOnlyReason(): string | null {
  const pen = useQuery('handOver.pen', {})
  if (pen.data === undefined) return null
  if (pen.data.shownCopy !== null) return text.shownLead
  return pen.data.state === 'mine' ? null : reasonOf(pen.data)
}

export function ReadOnlyBanner({ place }: { place: Place }) {
  const pen = useQuery('handOver.pen', {})
  const show = useAct('handOver.showCopy')
  const leave = useAct('handOver.leaveCopy')
  const reason = useReadOnlyReason()
  // The page of the hand-over says it itself.
  if (reason === null || (place.id === 'handOver' && pen.data?.shownCopy == null)) return null
  const error = show.error ?? leave.error
  return (
    <div className="core-lost">
      {error === null ? null : <ErrorBanner error={error} />}
      <Banner
        tone="warn"
        acts={
          pen.data?.shownCopy == null ? (
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

/** The age of the copy that is shown, or that this desk only reads; null when it writes. */
export function useReadOnlyMark(): string | null {
  const pen = useQuery('handOver.pen', {})
  const at = pen.data?.shownCopy?.at ?? null
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (at === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [at])
  if (at !== null) return copyWords(at, now)
  return pen.data === undefined || pen.data.state === 'mine' ? null : text.readOnly
}

function reasonOf(pen: Pen): string {
  if (pen.state === 'giving' || pen.state === 'taking') return text.readOnlyMoving
  return pen.state === 'lost' ? text.readOnlyLost(pen.otherName) : text.readOnlyGiven(pen.folderName ?? '')
}

/** "Copie du 12 mai 2026, 10 h 42, il y a 3 heures", in this desk's time; `now` in milliseconds. */
function copyWords(at: string, now: number): string {
  const when = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)
  return text.shownCopy(
    formatDateWithoutWeekday(civilDate(when)),
    time,
    text.age((now - when.getTime()) / 60_000),
  )
}
