import { useDeferredValue, useMemo } from 'react'
import type { MinutesSection } from '../../../electron/domain/minutes/minutes.ts'
import { minutesText } from '../../text/minutes.ts'
import { useStatusLine } from '../../ui/status.ts'
import { wordCount } from './sections.ts'
import type { Blocks } from './use-blocks.ts'

const keys = [
  { keys: ['Ctrl', 'D'], label: minutesText.keyDecision },
  { keys: ['Ctrl', 'J'], label: minutesText.keyAction },
  { keys: ['Ctrl', '↓'], label: minutesText.keySections },
  { keys: ['F6'], label: minutesText.keyPanes },
]

export function useMinutesStatus(sections: readonly MinutesSection[], blocks: Blocks): void {
  // Counting waits until nothing more urgent (a key) is to be drawn.
  const settled = useDeferredValue(sections)
  const words = useMemo(() => wordCount(settled), [settled])
  useStatusLine(
    [
      minutesText.words(words),
      `${minutesText.decisions(blocks.decisions.length)}, ${minutesText.actions(blocks.actions.length)}`,
    ],
    keys,
  )
}
