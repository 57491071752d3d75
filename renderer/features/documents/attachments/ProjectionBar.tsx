import { useQueryClient } from '@tanstack/react-query'
import FolderOpen from 'lucide-react/icons/folder-open'
import FolderSync from 'lucide-react/icons/folder-sync'
import { useState } from 'react'
import type { ProjectionState } from '../../../../electron/contract/attachments.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../../electron/domain/time/civil-date.ts'
import { errorCode } from '../../../api/api-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { projectionText as text } from '../../../text/projection.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/Select.tsx'
import { ProjectionReport } from './ProjectionReport.tsx'
import { buildProjection, useProjectionRun } from './projection-store.ts'

export function ProjectionBar(props: { meetingId: Id; canProject: boolean }) {
  const { meetingId } = props
  const client = useQueryClient()
  const state = useQuery('attachments.projection', { meetingId }).data ?? null
  const [wish, setWish] = useState<boolean | null>(null)
  const run = useProjectionRun()
  const opening = useAct('attachments.openProjection')
  const convert = wish ?? state?.withPdf ?? false
  const isCurrent = state?.isCurrent === true && state.withPdf === convert
  const build = (elsewhere: boolean) => void buildProjection(client, meetingId, { convert, elsewhere })
  const busy = run.isBuilding ? text.building : undefined
  const isHere = run.meetingId === meetingId
  const unavailable = props.canProject ? undefined : text.nothingToProject
  return (
    <>
      <section className="toolbar projection" aria-label={text.region}>
        <span className="grow projection-state">{stateWords(state)}</span>
        <CheckBox label={text.withPdf} checked={convert} onCommit={setWish} />
        {isCurrent ? null : (
          <Button
            small
            reads
            icon={FolderSync}
            busy={busy}
            unavailable={unavailable}
            onPress={() => build(false)}
          >
            {state === null ? text.prepare : text.update}
          </Button>
        )}
        {state === null ? null : (
          <>
            <Button small icon={FolderOpen} onPress={() => opening.mutate({ meetingId })}>
              {text.open}
            </Button>
            {isCurrent ? (
              <Button small icon={FolderSync} busy={busy} onPress={() => build(false)}>
                {text.updateShort}
              </Button>
            ) : null}
            <Button small look="ghost" unavailable={unavailable} onPress={() => build(true)}>
              {text.elsewhere}
            </Button>
          </>
        )}
      </section>
      {isHere ? <ProjectionReport meetingId={meetingId} run={run} onRetry={() => build(false)} /> : null}
      {opening.error === null ? null : (
        <div className="attendance-banner">
          <ErrorBanner
            error={opening.error}
            // Taken away or out of reach: building puts it back.
            onRetry={errorCode(opening.error) === 'folder-unreachable' ? () => build(false) : undefined}
          />
        </div>
      )}
    </>
  )
}

function stateWords(state: ProjectionState | null): string {
  if (state === null) return text.never
  const at = new Date(state.builtAt)
  const [date, time] = [civilDate(at), formatTime(clockTime(at))]
  return state.isCurrent ? text.isCurrent(state.fileCount, date, time) : text.isOld(date, time)
}
