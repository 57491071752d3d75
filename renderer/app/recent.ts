// What was opened last on this desk, to go back to. Only which: what it is called is read when it is shown.
import type { Place } from './paths.ts'

const KEY = 'recent'
/** More than are shown: some will be gone. */
const KEPT = 12

const kinds = ['meeting', 'project', 'text'] as const
export type Opened = { readonly kind: (typeof kinds)[number]; readonly id: string }

/** What a place shows, where that is one thing with a name of its own. */
export function openedAt({ id, params, focusId }: Place): Opened | null {
  const { meetingId } = params
  if (meetingId !== undefined) return { kind: 'meeting', id: meetingId }
  if (focusId === null) return null
  if (id === 'projectSheet') return { kind: 'project', id: focusId }
  return id === 'watchText' ? { kind: 'text', id: focusId } : null
}

export function noteOpened(place: Place): void {
  const opened = openedAt(place)
  if (opened === null) return
  const others = openedBefore().filter(({ id }) => id !== opened.id)
  const lines = [opened, ...others].slice(0, KEPT).map(({ kind, id }) => `${kind} ${id}`)
  localStorage.setItem(KEY, lines.join('\n'))
}

/** The last one first. */
export function openedBefore(): readonly Opened[] {
  return (localStorage.getItem(KEY) ?? '').split('\n').flatMap((line) => {
    const [name, id] = line.split(' ')
    const kind = kinds.find((one) => one === name)
    return kind === undefined || id === undefined ? [] : [{ kind, id }]
  })
}
