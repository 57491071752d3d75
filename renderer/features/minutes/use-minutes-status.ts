import { useDeferredValue, useMemo } from 'react'
import type { Minutes, MinutesSection } from '../../../electron/domain/minutes/minutes.ts'
import { keyHints } from '../../acts/act.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { leftListActs } from '../../parts/left-list-acts.ts'
import { minutesText } from '../../text/minutes.ts'
import { lifeText } from '../../text/minutes-life.ts'
import { useStatusLine } from '../../ui/status.ts'
import { deskActs } from './minutes-acts.ts'
import { wordCount } from './sections.ts'
import type { Blocks } from './use-blocks.ts'

const { preview, notes, observations, nextSection } = deskActs.acts
const hints = keyHints([
  nextSection,
  preview,
  notes,
  observations,
  leftListActs.acts.fold,
  frameActs.acts.nextPane,
])

export function useMinutesStatus(
  { sections, minutes }: { sections: readonly MinutesSection[]; minutes: Minutes },
  blocks: Blocks,
): void {
  // Counting waits until nothing more urgent (a key) is to be drawn.
  const settled = useDeferredValue(sections)
  const { decisions, actions } = blocks
  const words = useMemo(
    () => wordCount(settled, minutes, [...decisions, ...actions]),
    [settled, minutes, decisions, actions],
  )
  useStatusLine(
    [
      minutesText.words(words),
      `${minutesText.decisions(blocks.decisions.length)}, ${minutesText.actions(blocks.actions.length)}`,
      ...(blocks.areProvisional && blocks.decisions.length + blocks.actions.length > 0
        ? [lifeText.provisional]
        : []),
    ],
    hints,
  )
}
