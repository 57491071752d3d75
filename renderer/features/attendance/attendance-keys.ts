import type { AttendanceStatus } from '../../../electron/domain/attendance/attendance.ts'

const letters: Readonly<Record<string, AttendanceStatus>> = {
  s: 'surPlace',
  v: 'visio',
  t: 'audio',
  e: 'excuse',
  a: 'absent',
  r: 'represente',
  p: 'present',
}

/** The status a letter says, or null for another key. Modifiers mean something else. */
export function statusForKey(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): AttendanceStatus | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  return letters[event.key.toLowerCase()] ?? null
}

/** The hour that a key notes: + came now, - leaves now. */
export function hourForKey(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): 'arrivedAt' | 'leftAt' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  return event.key === '+' ? 'arrivedAt' : event.key === '-' ? 'leftAt' : null
}
