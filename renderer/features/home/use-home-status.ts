import type { Output } from '../../../electron/contract/index.ts'
import { formatDate, formatShortDate, formatTime } from '../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../acts/act.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { homeText } from '../../text/home.ts'
import { useStatusLine } from '../../ui/status.ts'

const { newMeeting, importFile, help } = frameActs.acts
const hints = keyHints([newMeeting, importFile, help])

function copyWords(at: string | null): string | null {
  if (at === null) return null
  const when = new Date(at)
  const day = civilDate(when)
  const hour = formatTime(clockTime(when))
  return homeText.copiedAt(`${formatShortDate(day)}, ${hour}`)
}

export function useHomeStatus(home: Output<'home.get'> | undefined): void {
  const today = home === undefined ? null : formatDate(home.today)
  const left = [
    home?.isEmpty === true ? homeText.noMeeting : today === null ? null : capitalised(today),
    copyWords(home?.copies.lastCopyAt ?? null),
  ]
  useStatusLine(
    left.filter((words) => words !== null),
    hints,
  )
}

/** "Mardi 24 novembre 2026". */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
