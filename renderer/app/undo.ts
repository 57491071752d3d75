import type { HistoryLine, JournalEntry } from '../../electron/contract/history.ts'
import type { Input, Method } from '../../electron/contract/index.ts'
import { formatDateWithoutWeekday } from '../../electron/domain/text/french.ts'
import { ApiError, errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { outbox, store } from '../api/outbox/window.ts'
import { showToast, type ToastAct } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { dispatchKindText } from '../text/dispatch.ts'
import { sentMessage } from '../text/history-deeds.ts'
import { entryWords } from '../text/history-words.ts'
import { meetingText } from '../text/meeting.ts'
import { undoText } from '../text/undo.ts'
import { takeBackTyped } from '../ui/kept.ts'
import { heldBy, isTyping } from '../ui/typing.ts'
import { readPlace } from './paths.ts'

/** The meeting that the window shows. */
const shownMeeting = () => readPlace(window.location.hash).params.meetingId

const lineOf = async ({ seq }: JournalEntry): Promise<HistoryLine | undefined> =>
  (
    await call('history.list', { meetingId: null, limit: 1, between: { from: seq, before: seq + 1 } }).catch(
      () => [],
    )
  )[0]

/** What was done, and to what; in which meeting, where that is not the one that is shown. */
async function wordsOf(entry: JournalEntry): Promise<string> {
  const line = await lineOf(entry)
  if (line === undefined) return entry.label
  const { meeting, meetingId } = line
  if (meeting === null || meetingId === shownMeeting()) return entryWords(line)
  return `${entryWords(line)}${undoText.inMeeting(titleOf(meeting))}`
}

/** What is no more once a message that left is said not to have. */
async function unsentWords(entry: JournalEntry): Promise<string> {
  const line = await lineOf(entry)
  const message = line === undefined ? null : sentMessage(line)
  const meeting = line?.meeting ?? null
  if (message === null) return undoText.asks(await wordsOf(entry))
  if (message.convenes && meeting !== null) return undoText.unconvenes(titleOf(meeting))
  const kind = dispatchKindText[message.kind]
  const of =
    meeting === null || line?.meetingId === shownMeeting() ? '' : undoText.inMeeting(titleOf(meeting))
  return undoText.asks(`${kind.charAt(0).toLowerCase()}${kind.slice(1)}${of}`)
}

const titleOf = ({ number, date }: NonNullable<HistoryLine['meeting']>) =>
  meetingText.title(number, formatDateWithoutWeekday(date))

/** What left the house is not taken back by one more key among many. */
const asked: ReadonlySet<string> = new Set<Method>(['dispatch.markSent', 'sending.send', 'sending.settle'])

/** What nobody sees change on the screens of another meeting; actions and decisions are followed from all of them. */
function isElsewhere({ method, meetingId }: JournalEntry): boolean {
  const shown = shownMeeting()
  const isOther = shown !== undefined && meetingId !== null && meetingId !== shown
  return isOther && !method.startsWith('followUp.')
}

/** Asks about what was done last where that is due; false where it may be taken back at once. */
async function asks(): Promise<boolean> {
  const { undo, sealed } = await call('history.state', {})
  if (undo === null || sealed !== undefined) return false
  if (!asked.has(undo.method) && !isElsewhere(undo)) return false
  const words = asked.has(undo.method) ? await unsentWords(undo) : undoText.elsewhere(await wordsOf(undo))
  showToast(words, actOn(undo, 'undo'))
  return true
}

/** Asks before doing again what nobody would see; false where nothing stands against it. */
async function asksToRedo(): Promise<boolean> {
  const { redo } = await call('history.state', {})
  if (redo === null || !isElsewhere(redo)) return false
  showToast(undoText.redoElsewhere(await wordsOf(redo)), actOn(redo, 'redo'))
  return true
}

/** Offered beside what it is about; what it did is said as after the keys. */
function actOn({ seq }: JournalEntry, way: 'undo' | 'redo'): ToastAct {
  return way === 'undo'
    ? { label: commonText.undo, run: () => void saidIfRefused(() => undoNext({ seq })), undoes: seq }
    : { label: undoText.redo, run: () => void saidIfRefused(() => redoNext({ seq })), redoes: seq }
}

/** What was done last stays for good: what came before it is taken back only by who is told so. */
async function offerBefore(error: ApiError): Promise<void> {
  const { undo, sealed } = await call('history.state', {})
  const before = undo === null ? '' : ` ${undoText.before(await wordsOf(undo))}`
  const stays =
    sealed === undefined ? errorSentence(error) : undoText.sealed[sealed.what](titleOf(sealed.meeting))
  showToast(`${stays}${before}`, undo === null ? null : actOn(undo, 'undo'))
}

export async function undoLast(): Promise<void> {
  const field = document.activeElement
  const held = field !== null && isTyping(field) ? heldBy(field) : ''
  // A form that was left and opened again shows what was typed: that is what is taken back first.
  const putBack = held === '' ? null : takeBackTyped(held)
  if (putBack !== null) return void showToast(undoText.typedBack, { label: commonText.putBack, run: putBack })
  try {
    // Text typed and not yet sent would be stored after, over what was taken back.
    await outbox.flush()
    if (await asks()) return
    await undoNext({})
  } catch (error) {
    if (error instanceof ApiError && error.code === 'undo-past-seal') return offerBefore(error)
    showToast(errorSentence(error))
  }
}

export const redoLast = (): Promise<void> =>
  saidIfRefused(async () => {
    await outbox.flush()
    if (!(await asksToRedo())) await redoNext({})
  })

async function undoNext(which: Input<'history.undo'>): Promise<void> {
  const state = await store('history.undo', which)
  if (state.redo !== null) showToast(undoText.undone(await wordsOf(state.redo)))
}

async function redoNext(which: Input<'history.redo'>): Promise<void> {
  const state = await store('history.redo', which)
  if (state.undo !== null) showToast(undoText.redone(await wordsOf(state.undo)))
}

async function saidIfRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    showToast(errorSentence(error))
  }
}
