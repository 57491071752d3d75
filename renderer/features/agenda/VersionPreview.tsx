import { Suspense } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { PdfView } from '../documents/index.ts'

export function VersionPreview({ id }: { id: string }) {
  const file = useQuery('agenda.versionFile', { id }, { isFixed: true })
  return (
    <div className="pane minutes-side">
      {file.error === null ? null : <ErrorBanner error={file.error} onRetry={() => void file.refetch()} />}
      {file.data === undefined ? (
        file.error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PdfView bytes={file.data.bytes} pages={file.data.pageCount} />
        </Suspense>
      )}
    </div>
  )
}
