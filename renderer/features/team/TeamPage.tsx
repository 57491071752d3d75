import { useContext } from 'react'
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { useQuery } from '../../api/use-query.ts'
import { Mates, type Team } from '../../app/team.ts'
import { instantWords, whenWords } from '../../text/instant-words.ts'
import { matesText } from '../../text/mates.ts'
import { placeText } from '../../text/place.ts'
import { teamText as text } from '../../text/team.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { SectionHead } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { BringTeam } from './BringTeam.tsx'
import { JoinSection } from './JoinSection.tsx'
import { LeaveTeam } from './LeaveTeam.tsx'

export function TeamPage(_: { focusId: string | null }) {
  const { data, error } = useQuery('team.get', {})
  useStatusLine([])
  return (
    <>
      <SectionHead title={placeText.team} lead={text.lead} />
      <div className="scroll pad preparation">
        {error === null ? null : <ErrorBanner error={error} />}
        {data === undefined ? (
          error === null ? (
            <Skeleton />
          ) : null
        ) : data.member === null ? (
          <JoinSection />
        ) : (
          <>
            <MemberSection team={data} member={data.member} />
            <MatesSection />
          </>
        )}
      </div>
    </>
  )
}

function MemberSection({ team, member }: { team: Team; member: NonNullable<Team['member']> }) {
  const password = useQuery('team.password', {})
  return (
    <section className="stack" aria-label={text.member}>
      <dl className="recovery-facts">
        <dt>{text.facts.base}</dt>
        <dd>{text.base(member.database, member.host)}</dd>
        <dt>{text.facts.state}</dt>
        <dd>{team.awaySince === null ? text.connected : text.awayFact(whenWords(team.awaySince))}</dd>
        <dt>{text.facts.user}</dt>
        <dd>{member.user}</dd>
        <dt>{text.facts.role}</dt>
        <dd>{team.role === null ? text.unknown : text.roles[team.role]}</dd>
        {member.since === null ? null : (
          <>
            <dt>{text.facts.since}</dt>
            <dd>{instantWords(member.since)}</dd>
          </>
        )}
        <dt>{text.copy}</dt>
        <dd>{team.copyAt === null ? text.noCopy : whenWords(team.copyAt)}</dd>
        {password.data === undefined ? null : (
          <>
            <dt>{text.facts.password}</dt>
            <dd>{text.passwords[password.data.standing]}</dd>
          </>
        )}
      </dl>
      <div className="row wrap">
        <BringTeam role={team.role} />
        <LeaveTeam />
      </div>
    </section>
  )
}

function MatesSection() {
  const mates = useContext(Mates)
  const meetings = useQuery('meetings.list', { year: null })
  const dayOf = (meetingId: string | null) => {
    const date = meetings.data?.find(({ id }) => id === meetingId)?.date
    return date === undefined ? null : matesText.meeting(formatDateWithoutWeekday(date))
  }
  return (
    <section className="stack" aria-label={matesText.title}>
      <h2 className="h2">{matesText.title}</h2>
      {mates.length === 0 ? (
        <p className="mute">{matesText.nobody}</p>
      ) : (
        <ul className="list">
          {mates.map(({ desk, who, screen, meetingId, part }) => (
            <li key={desk}>
              <span className="grow">{who}</span>
              <span className="mute">
                {matesText.at(screenName(screen), dayOf(meetingId), part !== null)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Another desk may be of a later version, with screens of its own. */
function screenName(screen: string): string {
  return Object.entries(placeText).find(([id]) => id === screen)?.[1] ?? ''
}
