import { formatDateWithoutWeekday } from '../../electron/domain/text/french.ts'
import { errorCode } from '../api/api-error.ts'
import { call, onEvent } from '../api/client.ts'
import { showToast } from '../api/toasts.ts'
import { meetingHref } from '../features/meetings/place-words.ts'
import { deskText as text } from '../text/desk.ts'
import { meetingText } from '../text/meeting.ts'
import { guardPresses } from '../ui/one-click.ts'
import { noteVisit } from './last-visit.ts'
import { near } from './later.ts'
import { navigate } from './location.ts'
import { href } from './paths.ts'
import { openedBefore } from './recent.ts'

/** A screen comes before what the desk shows of it. */
const AFTER_OPENING_MS = 2_000
/** The first screen comes before what is only near. */
const AFTER_START_MS = 800
/** More than any jump list shows. */
const MOST_SHOWN = 8

/** Goes where a link or a file leads, from the start on. */
function followAsked(): void {
  const follow = () => void goToAsked().catch(() => undefined)
  onEvent(({ topic }) => (topic === 'asked' ? follow() : undefined))
  follow()
  const tell = () => setTimeout(() => void tellRecent().catch(() => undefined), AFTER_OPENING_MS)
  window.addEventListener('hashchange', tell)
  tell()
}

async function goToAsked(): Promise<void> {
  const asked = await call('desk.asked', {})
  if (asked === null) return
  if (asked.kind === 'backup') navigate(href('backups', {}, asked.fileName))
  else if (asked.kind === 'text') navigate(href('watchText', {}, asked.id))
  else
    try {
      navigate(meetingHref((await call('meetings.get', { id: asked.id })).meeting))
    } catch (error) {
      if (errorCode(error) === 'not-found') showToast(text.noMeeting)
    }
}

let told = ''

/** Has the desk show the meetings opened last; only what is new is told. */
async function tellRecent(): Promise<void> {
  const ids = openedBefore().flatMap(({ kind, id }) => (kind === 'meeting' ? [id] : []))
  const now = ids.join()
  if (now === told) return
  told = now
  const rows = new Map((await call('meetings.list', { year: null })).map((row) => [row.id, row]))
  const meetings = ids.flatMap((id) => {
    const row = rows.get(id)
    if (row === undefined) return []
    const number = row.number === null ? meetingText.unnumbered : meetingText.numbered(row.number)
    return [{ id, title: text.meeting(number, formatDateWithoutWeekday(row.date)) }]
  })
  await call('desk.showRecent', { title: text.recent, meetings: meetings.slice(0, MOST_SHOWN) })
}

/** Loads what is near, one part after another; what could not be fetched unasked is asked for again by the click. */
export async function loadAhead(): Promise<void> {
  for (const load of near) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await load().catch(() => undefined)
  }
}

/** What the window does beside its screens, whichever is shown. */
export function followWindow(): void {
  guardPresses(window)
  noteVisit()
  followAsked()
  setTimeout(() => void loadAhead(), AFTER_START_MS)
}
