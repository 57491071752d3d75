import { matesText as text } from '../text/mates.ts'
import type { TeamMate } from './team.ts'

/** As many as stand beside the saved mark; the page of the team has all of them. */
const SHOWN = 3

/** Who else is on the base of the team, by their first letters. */
export function MatesMark({ mates }: { mates: readonly TeamMate[] }) {
  const names = mates.map(({ who }) => who)
  return (
    <span className="mates" title={text.also(names)}>
      <span className="visually-hidden">{text.also(names)}</span>
      {mates.slice(0, SHOWN).map(({ desk, who }) => (
        <span key={desk} className="avatar" aria-hidden="true">
          {initials(who)}
        </span>
      ))}
      {mates.length > SHOWN ? <span aria-hidden="true">+{mates.length - SHOWN}</span> : null}
    </span>
  )
}

/** Of the account, without the computer that may stand behind it. */
function initials(who: string): string {
  const [name = ''] = who.split(' (')
  const [first = '', second = ''] = name.split(/[\s._-]+/)
  return `${first.slice(0, 1)}${second === '' ? first.slice(1, 2) : second.slice(0, 1)}`.toUpperCase()
}
