import { useCallback, useRef, useState } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { call } from '../../api/client.ts'
import type { DroppedFile } from '../../api/import-start.ts'

export type Reading =
  | { step: 'idle' }
  | { step: 'reading'; fileName: string | null }
  | { step: 'failed'; error: unknown }
  | { step: 'read'; key: number; file: ReadFile; received: Received }

/** The bytes as they came; what was pasted is nobody's file. */
export type Received = { readonly bytes: Uint8Array; readonly isFile: boolean }

export function useReading(): {
  reading: Reading
  read: (file: DroppedFile, isFile?: boolean) => Promise<void>
  choose: () => Promise<void>
  giveUp: () => void
} {
  const [reading, setReading] = useState<Reading>({ step: 'idle' })
  const turn = useRef(0)
  const run = useCallback(
    async (fileName: string | null, answer: Promise<{ file: ReadFile; received: Received } | null>) => {
      turn.current += 1
      const mine = turn.current
      const tell = (next: Reading) => {
        if (mine === turn.current) setReading(next)
      }
      tell({ step: 'reading', fileName })
      try {
        const answered = await answer
        tell(answered === null ? { step: 'idle' } : { step: 'read', key: mine, ...answered })
      } catch (error) {
        tell({ step: 'failed', error })
      }
    },
    [],
  )
  const read = useCallback(
    (dropped: DroppedFile, isFile = true) => {
      const answer = call('imports.read', dropped)
      const received = { bytes: dropped.bytes, isFile }
      return run(
        dropped.fileName,
        answer.then((file) => ({ file, received })),
      )
    },
    [run],
  )
  const choose = useCallback(() => {
    const answer = call('imports.choose', {})
    return run(
      null,
      answer.then((chosen) =>
        chosen === null ? null : { file: chosen.file, received: { bytes: chosen.bytes, isFile: true } },
      ),
    )
  }, [run])
  const giveUp = useCallback(() => {
    turn.current += 1
    setReading({ step: 'idle' })
  }, [])
  return { reading, read, choose, giveUp }
}
