// Use minutes status: what the status line says of the minutes: saved state, words, decisions, actions, and the keys.
import { useDeferredValue, useMemo } from 'react'
import { formatTime } from '../../../electron/domain/french.ts'
import type { MinutesSection } from '../../../electron/domain/minutes.ts'
import { useSaveState } from '../../api/saves.ts'
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
  const { phase, savedAt } = useSaveState()
  // Counting waits until nothing more urgent (a key) is to be drawn.
  const settled = useDeferredValue(sections)
  const words = useMemo(() => wordCount(settled), [settled])
  const saved = phase === 'saved' && savedAt !== null ? [minutesText.savedAt(clock(savedAt))] : []
  useStatusLine(
    [
      ...(phase === 'saving' ? [minutesText.saving] : saved),
      minutesText.words(words),
      `${minutesText.decisions(blocks.decisions.length)}, ${minutesText.actions(blocks.actions.length)}`,
    ],
    keys,
  )
}

/** The local time of an instant in milliseconds, as "10 h 42". */
function clock(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return formatTime(`${two(date.getHours())}:${two(date.getMinutes())}`)
}
