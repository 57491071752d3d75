import { type RefObject, useState } from 'react'
import { type LeavingCheck, LeavingCheckKind } from '../../../electron/domain/meetings/leaving.ts'
import { rangeOf } from '../../app/shown-passage.ts'
import { fieldOf } from '../../parts/mend-place.ts'
import { approvalText } from '../../text/approval.ts'
import { lifeText } from '../../text/minutes-life.ts'
import { minutesVersionsText } from '../../text/minutes-versions.ts'
import { focusOnce } from '../../ui/focus-once.ts'
import type { Sought } from './observations/use-observation-list.ts'
import type { Cover, Face, Side } from './use-side.ts'

/** Mended where the observations are answered. */
const ofObservations: Partial<Record<LeavingCheckKind, Sought>> = {
  openObservations: 'open',
  owedObservations: 'owed',
  saidObservations: 'stillSaid',
}

/** Mended in what is put before the faces. */
const ofCovers: Partial<Record<LeavingCheckKind, Cover & { type: 'versions' | 'life' }>> = {
  changedSinceValidation: { type: 'versions' },
  notApproved: { type: 'life' },
  corrected: { type: 'life' },
}

const isKind = (id: string | null): id is LeavingCheckKind => LeavingCheckKind.safeParse(id).success

const soughtAt = (focusId: string | null): Sought | null =>
  isKind(focusId) ? (ofObservations[focusId] ?? null) : null

/** What the way to the minutes asks for beside them. */
export function sideAt(focusId: string | null): { face: Face | undefined; cover: Cover | null } {
  const cover = isKind(focusId) ? ofCovers[focusId] : undefined
  return {
    face: soughtAt(focusId) === null ? undefined : 'observations',
    cover: cover ?? (focusId === 'approval' ? { type: 'life' } : null),
  }
}

/** To where a line of what is missing before a departure is mended, with the keyboard there. */
export function useMend(desk: {
  /** What the way here asks for: a kind of line, where it is none of the text. */
  focusId: string | null
  side: Side
  pane: RefObject<HTMLElement | null>
  choose: (section: string, into: string | null) => void
}) {
  const { side, pane, choose } = desk
  const [sought, setSought] = useState<Sought | null>(() => soughtAt(desk.focusId))
  const seek = (what: Sought) => {
    side.showFace('observations')
    setSought(what)
  }
  const mend = (check: LeavingCheck): boolean => {
    const remark = ofObservations[check.kind]
    const cover = ofCovers[check.kind]
    if (remark !== undefined) seek(remark)
    else if (cover !== undefined) {
      side.showCover(cover)
      const find = (where: string) => pane.current?.querySelector<HTMLElement>(where)
      focusOnce(() => places[cover.type].map(find).find((found) => found != null))
    } else if (check.kind === 'unansweredReplies')
      // It is said where they stand.
      pane.current?.querySelector<HTMLElement>('.reply-to-observe button')?.focus()
    else if (check.section === null) return false
    else if (isOfWords(check)) {
      choose(check.section, null)
      goToEnd(check.section, check.words)
    } else choose(check.section, fieldOf(check))
    return true
  }
  return { mend, seek, sought, onFound: () => setSought(null) }
}

/** It is about words of a text. */
const isOfWords = ({ kind, rowId }: LeavingCheck): boolean =>
  kind === 'speakerUnknown' || (kind === 'endsInComma' && rowId === null)

/** The cursor behind some words of a section, once its texts are there to be written in. */
function goToEnd(section: string, words: string): void {
  focusOnce(() => {
    for (const editor of document.querySelectorAll<HTMLElement>(
      `[data-section="${section}"] [contenteditable="true"]`,
    )) {
      const range = rangeOf(editor, words)
      if (range === null) continue
      editor.focus()
      range.collapse(false)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return editor
    }
    return null
  })
}

const FIELD = ':is(button, input, a[href], [role="spinbutton"])'
const places: Readonly<Record<'versions' | 'life', readonly string[]>> = {
  versions: [`[aria-label="${minutesVersionsText.pane}"] li ${FIELD}`],
  // Before they can be approved at all, until when they are read over.
  life: [
    `[aria-label="${approvalText.title}"] ${FIELD}`,
    `[aria-label="${lifeText.pane}"] .inspector-body:has(.approval-obstacles) ${FIELD}`,
  ],
}
