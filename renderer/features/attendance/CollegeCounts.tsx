import CircleCheck from 'lucide-react/icons/circle-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Attendee } from '../../../electron/domain/attendance/attendance.ts'
import { quorumOf, tooManyProxies } from '../../../electron/domain/attendance/rules.ts'
import { seatsOf, takenAmong } from '../../../electron/domain/attendance/seats.ts'
import { useQuery } from '../../api/use-query.ts'
import { attendanceText as text } from '../../text/attendance.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Seats of each college; people without one add none. */
export function CollegeCounts({ attendees }: { attendees: readonly Attendee[] }) {
  const seats = seatsOf([...attendees].sort((a, b) => a.position - b.position))
  const colleges = [...new Set(seats.map(({ of }) => of.college))]
  return (
    <ul className="college-counts" aria-label={text.seatsByCollege}>
      {colleges.map((college) => {
        const own = seats.filter(({ of }) => of.college === college)
        const taken = takenAmong(own)
        return (
          <li key={college}>
            <span className="cut" title={college || text.noCollege}>
              {college || text.noCollege}
            </span>
            <span className="count">{text.fraction(taken, own.length)}</span>
            <span className="bar" aria-hidden="true">
              <i style={{ width: `${(taken * 100) / own.length}%` }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Warnings only, and only of the rules that the body has. */
export function RuleWarnings({ attendees }: { attendees: readonly Attendee[] }) {
  const body = useQuery('settings.body', {}).data
  if (body === undefined) return null
  const quorum = quorumOf(attendees, body)
  const { maxProxies } = body
  const proxies = maxProxies === null ? [] : tooManyProxies(attendees, body)
  if (quorum === null && proxies.length === 0) return null
  return (
    <ul className="attendance-rules" aria-label={text.rules}>
      {quorum === null ? null : (
        <Said isWarning={!quorum.isReached}>
          {quorum.isReached
            ? text.quorumReached(quorum.present, quorum.members)
            : text.quorumMissed(quorum.present, quorum.members, quorum.needed)}
        </Said>
      )}
      {proxies.map(({ name, count }) => (
        <Said key={name} isWarning>
          {text.proxies(name, count, maxProxies ?? 0)}
        </Said>
      ))}
    </ul>
  )
}

function Said({ isWarning, children }: { isWarning: boolean; children: string }) {
  return (
    <li className={isWarning ? 'warn' : 'ok'}>
      <Icon of={isWarning ? TriangleAlert : CircleCheck} size={15} />
      <span>{children}</span>
    </li>
  )
}
