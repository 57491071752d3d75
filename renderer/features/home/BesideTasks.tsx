import { useQuery } from '../../api/use-query.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextDeadlines } from './TextDeadlines.tsx'
import { WeekDone } from './WeekDone.tsx'

export function BesideTasks({ today }: { today: string }) {
  const beside = useQuery('home.beside', {})
  if (beside.error !== null) return <ErrorBanner error={beside.error} onRetry={() => void beside.refetch()} />
  if (beside.data === undefined) return <Skeleton lines={4} />
  return (
    <>
      <TextDeadlines deadlines={beside.data.deadlines} today={today} />
      <WeekDone done={beside.data.done} />
    </>
  )
}
