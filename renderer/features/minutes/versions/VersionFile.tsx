import ArrowLeft from 'lucide-react/icons/arrow-left'
import X from 'lucide-react/icons/x'
import { Suspense } from 'react'
import type { ListedVersion } from '../../../../electron/contract/minutes-versions.ts'
import { useQuery } from '../../../api/use-query.ts'
import { commonText } from '../../../text/common.ts'
import { minutesVersionsText as text } from '../../../text/minutes-versions.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { PdfView } from '../../documents/index.ts'

export function VersionFile(props: { version: ListedVersion; onBack: () => void; onClose: () => void }) {
  const { id, number } = props.version
  const file = useQuery('minutesVersions.file', { id }, { isFixed: true })
  return (
    <aside className="pane papers" aria-label={text.number(number)}>
      <div className="paper-choice row">
        <Button small look="ghost" icon={ArrowLeft} label={text.back} onPress={props.onBack} />
        <h2 className="h3 grow">{text.number(number)}</h2>
        <Button small look="ghost" icon={X} label={commonText.close} onPress={props.onClose} />
      </div>
      <div className="pane cr-r">
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
    </aside>
  )
}
