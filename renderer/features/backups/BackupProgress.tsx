import type { Method } from '../../../electron/contract/index.ts'
import { useAct } from '../../api/use-write.ts'
import { LongProgress } from '../../ui/LongProgress.tsx'

export type StopMethod = 'backups.stop' | 'recovery.stop' | 'keptFiles.stop'

/** `idle` is said until the first step is known. */
export function BackupProgress(props: {
  method: Method
  idle: string
  words: (done: number, total: number) => string
  stop?: StopMethod
}) {
  const stop = useAct(props.stop ?? 'backups.stop')
  return (
    <LongProgress
      method={props.method}
      beginning={props.idle}
      words={props.words}
      onStop={() => stop.mutate({})}
    />
  )
}
