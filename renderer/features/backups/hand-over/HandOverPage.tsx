import { useQuery } from '../../../api/use-query.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { AsidesSection } from './AsidesSection.tsx'
import { CopySection } from './CopySection.tsx'
import { FolderSection } from './FolderSection.tsx'
import { MachineSection } from './MachineSection.tsx'
import { SourceSection } from './SourceSection.tsx'
import { StandingSection } from './StandingSection.tsx'

export function HandOverPage(_: { focusId: string | null }) {
  const pen = useQuery('handOver.pen', {})
  const look = useQuery('handOver.look', {})
  useStatusLine(pen.data === undefined ? [] : [text.states[pen.data.state]])
  const error = pen.error ?? look.error
  return (
    <>
      <Head title={text.title} facts={<span>{text.lead}</span>} />
      <div className="scroll pad prep">
        {error === null ? null : <ErrorBanner error={error} onRetry={() => void look.refetch()} />}
        {pen.data === undefined || look.data === undefined ? (
          error === null ? (
            <Skeleton />
          ) : null
        ) : (
          <>
            <StandingSection
              pen={pen.data}
              seen={look.data}
              isReading={look.isFetching}
              onRefresh={() => void look.refetch()}
            />
            <AsidesSection asides={pen.data.state === 'mine' ? look.data.asides : []} />
            <FolderSection folderName={pen.data.folderName} />
            <CopySection seen={look.data} pen={pen.data} />
            <SourceSection canTake={pen.data.state === 'mine' && pen.data.shownCopy === null} />
            <MachineSection name={pen.data.machineName} />
          </>
        )}
      </div>
    </>
  )
}
