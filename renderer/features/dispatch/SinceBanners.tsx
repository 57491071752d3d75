import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { dispatchText, prepareText } from '../../text/dispatch.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Since } from './month.ts'
import type { Prepare } from './use-prepare.ts'

const text = dispatchText.since

export function SinceBanners({
  meetingId,
  since,
  prepare,
}: {
  meetingId: string
  since: Since
  prepare: Prepare
}) {
  const { moved, cancelled, details, agenda } = since
  const act = (kind: DispatchKind) => (
    <Button
      small
      busy={prepare.isPending ? dispatchText.preparing : undefined}
      onPress={() => prepare.start(kind)}
    >
      {prepareText[kind]}
    </Button>
  )
  if (moved === null && !cancelled && details.length === 0 && agenda === null) return null
  return (
    <div className="dispatch-since">
      {cancelled ? (
        <Banner tone="warn" acts={act('cancellation')}>
          {text.cancelled}
        </Banner>
      ) : null}
      {moved === null ? null : (
        <Banner tone="warn" acts={act('dateChange')}>
          {text.moved(formatShortDate(moved.from), formatShortDate(moved.to))}
        </Banner>
      )}
      {details.length === 0 ? null : (
        <Banner tone="warn" acts={act('dateChange')}>
          {text.details(details)}
        </Banner>
      )}
      {agenda === null ? null : (
        <Banner
          tone="warn"
          acts={
            agenda.type !== 'unpublished' ? (
              act('agendaChanged')
            ) : (
              <>
                <a className="button compact" href={href('agenda', { meetingId })}>
                  {text.agenda}
                </a>
                {act('agendaChanged')}
              </>
            )
          }
        >
          {agenda.type === 'draft'
            ? text.draftChanged
            : agenda.type === 'unsent'
              ? text.unsentVersion(agenda.published, agenda.held)
              : text.unpublished(agenda.changes, agenda.sent)}
        </Banner>
      )}
    </div>
  )
}
