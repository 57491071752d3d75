// Use reading: a file on its way to the review; giving up forgets the answer, a new file replaces the last.
import { useCallback, useRef, useState } from 'react'
import type { ReadFile } from '../../../electron/domain/draft.ts'
import { call } from '../../api/client.ts'
import type { DroppedFile } from '../../api/import-start.ts'

export type Reading =
  | { step: 'idle' }
  | { step: 'reading'; fileName: string | null }
  | { step: 'failed'; error: unknown }
  | { step: 'read'; key: number; file: ReadFile }

export function useReading(): {
  reading: Reading
  read: (file: DroppedFile) => Promise<void>
  choose: () => Promise<void>
  giveUp: () => void
} {
  const [reading, setReading] = useState<Reading>({ step: 'idle' })
  const turn = useRef(0)
  const run = useCallback(async (fileName: string | null, answer: Promise<ReadFile | null>) => {
    turn.current += 1
    const mine = turn.current
    const tell = (next: Reading) => {
      if (mine === turn.current) setReading(next)
    }
    tell({ step: 'reading', fileName })
    try {
      const file = await answer
      tell(file === null ? { step: 'idle' } : { step: 'read', key: mine, file })
    } catch (error) {
      tell({ step: 'failed', error })
    }
  }, [])
  const read = useCallback((file: DroppedFile) => run(file.fileName, call('imports.read', file)), [run])
  const choose = useCallback(() => run(null, call('imports.choose', {})), [run])
  const giveUp = useCallback(() => {
    turn.current += 1
    setReading({ step: 'idle' })
  }, [])
  return { reading, read, choose, giveUp }
}
