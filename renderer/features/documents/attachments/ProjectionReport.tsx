import type { BuiltProjection } from '../../../../electron/contract/attachments.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { useAct } from '../../../api/use-write.ts'
import { commonText } from '../../../text/common.ts'
import { projectionText as text } from '../../../text/projection.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { dismissProjection, type ProjectionRun } from './projection-store.ts'
import { useAskForPdf } from './use-ask-for-pdf.ts'

export function ProjectionReport(props: { meetingId: Id; run: ProjectionRun; onRetry: () => void }) {
  const { progress, built, error, isBuilding } = props.run
  const stop = useAct('attachments.stopProjection')
  if (isBuilding)
    return progress === null ? null : (
      <div className="att-banner">
        <Banner
          acts={
            <Button small onPress={() => stop.mutate({})}>
              {text.stop}
            </Button>
          }
        >
          {text.converting(progress.fileName, progress.done, progress.total)}
        </Banner>
      </div>
    )
  return (
    <>
      {error === null ? null : (
        <div className="att-banner">
          <ErrorBanner error={error} onRetry={props.onRetry} />
        </div>
      )}
      {built === null || built.leftAlone.length === 0 ? null : (
        <div className="att-banner">
          <Banner tone="warn" acts={<Close />}>
            {text.leftAlone(built.leftAlone)}
          </Banner>
        </div>
      )}
      {built === null || built.notConverted.length === 0 ? null : (
        <NotConverted meetingId={props.meetingId} built={built} />
      )}
    </>
  )
}

function Close() {
  return (
    <Button small onPress={dismissProjection}>
      {commonText.close}
    </Button>
  )
}

function NotConverted({ meetingId, built }: { meetingId: Id; built: BuiltProjection }) {
  const names = built.notConverted.map(({ fileName }) => fileName)
  const ask = useAskForPdf(meetingId, built.notConverted)
  return (
    <div className="att-banner">
      <Banner
        tone="warn"
        acts={
          <>
            <Button small busy={ask.isBusy ? text.preparing : undefined} onPress={ask.prepare}>
              {text.askForPdf}
            </Button>
            <Close />
          </>
        }
      >
        {built.canConvert ? text.notConverted(names) : text.noProgram(names)}
      </Banner>
    </div>
  )
}
