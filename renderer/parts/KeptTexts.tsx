import type { KeptText } from '../api/outbox/unsent.ts'
import { useOutbox } from '../api/outbox/window.ts'
import { useQuery } from '../api/use-query.ts'
import { href, readPlace } from '../app/paths.ts'
import { settingsGroups, settingsSectionOf } from '../app/settings-sections.ts'
import { keptText } from '../text/kept.ts'
import { placeText } from '../text/place.ts'

/** What is not stored now, to be read and copied, with the way to where it was typed; of what has no words, that it is there. */
export function KeptTexts(props: { onGo?: () => void }) {
  const outbox = useOutbox()
  const refused = new Set(outbox.refused())
  const kept = outbox.keptAt().map((one) => ({ words: one.words, at: addressOf(one) }))
  const texts = new Map(kept.map((one) => [`${one.at} ${one.words}`, one]))
  const nameOf = useScreenName([...texts.values()])
  return (
    <ul className="kept-texts">
      {[...texts].map(([key, { words, at }]) => (
        <li key={key}>
          <a href={at} onClick={props.onGo}>
            {nameOf(at)}
          </a>
          <div>
            {words}
            {refused.has(words) ? <span className="mute"> {keptText.refused}</span> : null}
          </div>
        </li>
      ))}
      {outbox.isPartWordless ? <li className="mute">{keptText.wordless}</li> : null}
    </ul>
  )
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The screen, and on it the row that a form is of, where the address names none or another. */
function addressOf({ at: typedAt, form = '' }: KeptText): string {
  // The first screen has no address of its own.
  const at = typedAt === '' ? href('home') : typedAt
  const row = form.split(':').find((part) => ID.test(part))
  return row === undefined || at.includes(row) ? at : `${at.split('?')[0]}?id=${row}`
}

/** What the screen at an address is called, and its meeting. */
function useScreenName(texts: readonly KeptText[]): (at: string) => string {
  const ofMeetings = texts.some(({ at }) => readPlace(at).params.meetingId !== undefined)
  const meetings = useQuery('meetings.list', { year: null }, { enabled: ofMeetings }).data
  return (at) => {
    const { id, params, focusId } = readPlace(at)
    const section = settingsSectionOf(id, focusId)
    const part = settingsGroups.flatMap(({ sections }) => sections).find((one) => one.id === section)
    const screen = id === 'settings' && part !== undefined ? keptText.inSettings(part.title) : placeText[id]
    const meeting = meetings?.find((one) => one.id === params.meetingId)
    return meeting === undefined ? screen : keptText.ofMeeting(screen, meeting.number, meeting.date)
  }
}
