import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Arrival, ArrivalKind } from '../../../electron/domain/documents/file-signs.ts'
import { errorSentence } from '../../api/api-error.ts'
import { handFiles, isTaken } from '../../api/arrivals.ts'
import { setImportStart } from '../../api/import-start.ts'
import { store } from '../../api/outbox/window.ts'
import { showRefusal, showToast, showUndoToast } from '../../api/toasts.ts'
import { arrivalsText as text } from '../../text/arrivals.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { navigate } from '../location.ts'
import { href } from '../paths.ts'

/** A meeting as the window names it. */
export type NamedMeeting = { readonly id: string; readonly words: string; readonly isBefore: boolean }

type Go = (files: readonly File[], meeting: NamedMeeting | null, at: Element | null) => void | Promise<void>

type Destination = {
  /** It is looked at before anything is stored: one at a time, on a screen of its own. */
  readonly isReviewed: boolean
  /** Several files are looked at together. */
  readonly together: boolean
  /** Null: only a screen that is shown takes it. */
  readonly go: Go | null
}

/** The screen of a kind, which takes the files once it is there. */
function screen(kind: ArrivalKind, address: (meetingId: string) => string): Go {
  return (files, meeting, at) => {
    const meetingId = meeting?.id ?? null
    const isHere = isTaken(kind, meetingId)
    handFiles(kind, meetingId, files, at)
    if (!isHere) navigate(address(meetingId ?? ''))
  }
}

export const destinations: Readonly<Record<ArrivalKind, Destination>> = {
  returnedMinutes: {
    isReviewed: true,
    together: true,
    go: screen('returnedMinutes', (meetingId) => href('minutes', { meetingId })),
  },
  returnedAgenda: {
    isReviewed: true,
    together: true,
    go: screen('returnedAgenda', (meetingId) => href('agenda', { meetingId })),
  },
  notebook: {
    isReviewed: false,
    together: true,
    go: screen('notebook', (meetingId) => href('notebooks', { meetingId })),
  },
  transcript: {
    isReviewed: false,
    together: true,
    go: screen('transcript', (meetingId) => href('notebooks', { meetingId })),
  },
  attendanceReport: {
    isReviewed: true,
    together: false,
    go: (files, meeting, at) =>
      screen('attendanceReport', (meetingId) =>
        href(meeting?.isBefore === true ? 'minutes' : 'session', { meetingId }),
      )(files, meeting, at),
  },
  sheet: { isReviewed: true, together: false, go: screen('sheet', () => href('subjects')) },
  reply: {
    isReviewed: true,
    together: true,
    go: screen('reply', (meetingId) => href('participants', { meetingId })),
  },
  approvalReply: {
    isReviewed: false,
    together: true,
    go: screen('approvalReply', (meetingId) => href('minutes', { meetingId })),
  },
  mail: {
    isReviewed: false,
    together: true,
    async go(files) {
      navigate(href('subjects'))
      // Loaded on first use: the first screen has no need of it.
      const { takeMailFiles } = await import('../../features/agenda/subjects/taking.ts')
      await takeMailFiles(files)
    },
  },
  delivery: { isReviewed: true, together: false, go: screen('delivery', () => href('deliveries')) },
  directory: { isReviewed: true, together: false, go: screen('directory', () => href('directoryImport')) },
  watchList: { isReviewed: true, together: false, go: screen('watchList', () => href('watch')) },
  agenda: {
    isReviewed: true,
    together: false,
    async go([file], meeting) {
      if (file === undefined) return
      setImportStart({
        type: 'file',
        file: { fileName: file.name.slice(-255), bytes: new Uint8Array(await file.arrayBuffer()) },
      })
      navigate(meeting === null ? href('importReview') : href('importReview', {}, meeting.id))
    },
  },
  teamFile: { isReviewed: true, together: false, go: screen('teamFile', () => href('team')) },
  // The bytes that were let fall are no file that the data could be read from again: it is chosen there.
  backup: { isReviewed: true, together: false, go: () => navigate(href('backups')) },
  picture: { isReviewed: false, together: true, go: null },
  attachment: { isReviewed: false, together: true, go: attach },
}

/** Only what the window can do something with now. */
export function isOffered({ kind, meetingId }: Arrival): boolean {
  return destinations[kind].go === null
    ? isTaken(kind, meetingId)
    : kind !== 'attendanceReport' || meetingId !== null
}

export function take(
  arrival: Arrival,
  files: readonly File[],
  meeting: NamedMeeting | null,
  at: Element | null,
) {
  const go = destinations[arrival.kind].go
  if (go === null) return handFiles(arrival.kind, arrival.meetingId, files, at)
  Promise.resolve(go(files, meeting, at)).catch(() => showToast(errorSentences['file-damaged']))
}

async function attach(files: readonly File[], meeting: NamedMeeting | null): Promise<void> {
  if (meeting === null) return
  const attached: string[] = []
  for (const file of files)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      await store('attachments.add', {
        meetingId: meeting.id,
        itemId: null,
        file: { fileName: file.name.slice(-255), bytes },
      })
      attached.push(file.name)
    } catch (error) {
      showRefusal(`${attachmentsText.failed(file.name)} ${errorSentence(error)}`)
    }
  const see = { label: text.see, run: () => navigate(href('attachments', { meetingId: meeting.id })) }
  if (attached.length > 0) showUndoToast(text.attached(attached, meeting.words), see)
}
