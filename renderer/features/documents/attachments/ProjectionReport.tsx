import { useState } from 'react'
import type { BuiltProjection } from '../../../../electron/contract/attachments.ts'
import { splitName } from '../../../../electron/domain/documents/document-name.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { addDays, civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { call } from '../../../api/client.ts'
import { newId } from '../../../api/new-id.ts'
import { store } from '../../../api/outbox/window.ts'
import { useAct } from '../../../api/use-write.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { commonText } from '../../../text/common.ts'
import { projectionText as text } from '../../../text/projection.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { dismissProjection, type ProjectionRun } from './projection-store.ts'

export function ProjectionReport(props: { meetingId: Id; run: ProjectionRun; onRetry: () => void }) {
  const { progress, built, error, isBuilding } = props.run
  const stop = useAct('attachments.stopProjection')
  if (isBuilding)
    return progress === null ? null : (
      <div className="attendance-banner">
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
        <div className="attendance-banner">
          <ErrorBanner error={error} onRetry={props.onRetry} />
        </div>
      )}
      {built === null || built.leftAlone.length === 0 ? null : (
        <div className="attendance-banner">
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
    <div className="attendance-banner">
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

/** `prepare` adds what is awaited, has one message written per item, and goes to the screen of messages. */
function useAskForPdf(meetingId: Id, slides: BuiltProjection['notConverted']) {
  const [isBusy, setBusy] = useState(false)
  const prepare = async () => {
    setBusy(true)
    let first: Id | undefined
    try {
      for (const itemId of await awaitPdfs(meetingId, slides)) {
        const [letter] = await store('dispatch.prepare', { meetingId, kind: 'slidesReminder', itemId })
        first ??= letter?.dispatch.id
      }
    } catch {
      // The screen of messages says what it can and cannot prepare.
    }
    setBusy(false)
    navigate(href('dispatch', { meetingId }, first))
  }
  return { isBusy, prepare: () => void prepare() }
}

/** Awaits a PDF of each presentation, unless it is awaited already; returns the items concerned. */
async function awaitPdfs(meetingId: Id, slides: BuiltProjection['notConverted']): Promise<Set<Id>> {
  const [list, awaited, { items }, { meeting }] = await Promise.all([
    call('attachments.list', { meetingId }),
    call('attachments.awaited', { meetingId }),
    call('agenda.list', { meetingId }),
    call('meetings.get', { id: meetingId }),
  ])
  const eve = addDays(meeting.date, -1)
  const dueOn = eve >= civilDate(new Date()) ? eve : meeting.date
  const concerned = new Set<Id>()
  for (const { attachmentId } of slides) {
    const attachment = list.find(({ id }) => id === attachmentId)
    const item = items.find(({ id }) => id === attachment?.itemId)
    if (attachment === undefined || item === undefined) continue
    concerned.add(item.id)
    const title = text.pdfOf(attachment.title || splitName(attachment.fileName).stem)
    if (awaited.some((one) => one.itemId === item.id && one.title === title)) continue
    await store('attachments.addAwaited', {
      id: newId(),
      itemId: item.id,
      fields: { title, fromName: item.presenter, fromId: item.presenterId, dueOn },
    })
  }
  return concerned
}
