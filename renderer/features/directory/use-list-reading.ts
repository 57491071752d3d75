import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'

/** Not even read above this: the core refuses it anyway. */
const MAX_BYTES = 50 * 1024 * 1024

export type ListReading =
  | { step: 'idle' }
  | { step: 'reading' }
  | { step: 'failed'; error: unknown }
  | { step: 'read'; key: number; draft: Output<'directory.readFile'> }

export function useListReading(): {
  reading: ListReading
  read: (file: File) => void
  giveUp: () => void
} {
  const [reading, setReading] = useState<ListReading>({ step: 'idle' })
  const turn = useRef(0)
  const read = useCallback(async (file: File) => {
    turn.current += 1
    const mine = turn.current
    const tell = (next: ListReading) => {
      if (mine === turn.current) setReading(next)
    }
    tell({ step: 'reading' })
    try {
      const draft = await call('directory.readFile', { fileName: file.name, bytes: await bytesOf(file) })
      tell({ step: 'read', key: mine, draft })
    } catch (error) {
      tell({ step: 'failed', error })
    }
  }, [])
  const giveUp = useCallback(() => {
    turn.current += 1
    setReading({ step: 'idle' })
  }, [])
  return { reading, read: (file) => void read(file), giveUp }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MAX_BYTES) throw new ApiError('file-too-large')
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder, or a file taken away meanwhile.
    throw new ApiError('file-damaged')
  }
}
