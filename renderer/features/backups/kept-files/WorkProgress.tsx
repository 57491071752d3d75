import { useAct } from '../../../api/use-write.ts'
import { keptFilesText as text } from '../../../text/kept-files.ts'
import { LongProgress } from '../../../ui/LongProgress.tsx'

export function WorkProgress({ method }: { method: 'keptFiles.check' | 'keptFiles.bringBack' }) {
  const stop = useAct('keptFiles.stop')
  const isCheck = method === 'keptFiles.check'
  return (
    <LongProgress
      method={method}
      beginning={isCheck ? text.checking : text.searching}
      words={isCheck ? text.progress : text.searched}
      stop={text.stop}
      onStop={() => stop.mutate({})}
    />
  )
}
