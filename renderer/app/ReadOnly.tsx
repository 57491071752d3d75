import { useEffect, useState } from 'react'
import type { Output } from '../../electron/contract/index.ts'
import { formatDateWithoutWeekday, formatTime } from '../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../electron/domain/time/civil-date.ts'
import { useQuery } from '../api/use-query.ts'
import { readOnlyText as text } from '../text/read-only.ts'
import { useTeam } from './team.ts'

type Writer = Output<'handOver.writer'>

/** Why nothing can be written here now; null when this desk writes. */
export function useReadOnlyReason(): string | null {
  const writer = useQuery('handOver.writer', {})
  const team = useTeam()
  if (team?.isCopyShown === true) return text.teamCopy
  if (team?.role === 'lecture') return text.teamReader
  if (writer.data === undefined) return null
  if (writer.data.shownCopy !== null) return text.shownLead
  return writer.data.state === 'mine' ? null : reasonOf(writer.data)
}

/** The age of the copy that is shown, or that this desk only reads; null when it writes. */
export function useReadOnlyMark(): string | null {
  const writer = useQuery('handOver.writer', {})
  const team = useTeam()
  const at = (team?.isCopyShown === true ? team.copyAt : writer.data?.shownCopy?.at) ?? null
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (at === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [at])
  if (at !== null) return copyWords(at, now)
  if (team?.role === 'lecture') return text.readOnly
  return writer.data === undefined || writer.data.state === 'mine' ? null : text.readOnly
}

function reasonOf(writer: Writer): string {
  if (writer.state === 'giving' || writer.state === 'taking') return text.readOnlyMoving
  return writer.state === 'lost'
    ? text.readOnlyLost(writer.otherName)
    : text.readOnlyGiven(writer.folderName ?? '')
}

/** "Copie du 12 mai 2026, 10 h 42, il y a 3 heures", in this desk's time; `now` in milliseconds. */
function copyWords(at: string, now: number): string {
  const when = new Date(at)
  const time = formatTime(clockTime(when))
  return text.shownCopy(
    formatDateWithoutWeekday(civilDate(when)),
    time,
    text.age((now - when.getTime()) / 60_000),
  )
}
