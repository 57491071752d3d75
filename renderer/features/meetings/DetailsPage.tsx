import { useContext, useEffect, useRef } from 'react'
import { type Meeting, MeetingMode } from '../../../electron/domain/meetings/meeting.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { CHAIR } from '../../parts/mend-place.ts'
import { meetingModeText } from '../../text/meeting.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { BesideLock, EditingOff } from '../../ui/editing.ts'
import { focusOnce } from '../../ui/focus-once.ts'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextField } from '../../ui/TextField.tsx'
import { NONE, seriesChoices } from './series-choices.ts'
import { WhenSection } from './WhenSection.tsx'

const modes = MeetingMode.options.map((value) => ({ value, label: meetingModeText[value] }))

/** What a meeting is: when, where, under whom. */
export function DetailsPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const off = useContext(EditingOff)
  useStatusLine([])
  // The frame above waits for the same read and says its failure.
  if (file.data === undefined) return null
  const { meeting, minutes } = file.data
  return (
    <div className="scroll pad">
      <EditingOff value={off ?? (minutes?.state === 'approved' ? text.sealed : null)}>
        <DetailsForm key={meeting.id} meeting={meeting} focusId={focusId} />
      </EditingOff>
    </div>
  )
}

function DetailsForm({ meeting: stored, focusId }: { meeting: Meeting; focusId: string | null }) {
  const chair = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusId === CHAIR) focusOnce(() => chair.current?.querySelector('input'))
  }, [focusId])
  const {
    patch,
    error,
    retry,
    giveUp,
    row: meeting,
  } = usePatch(
    'meetings.update',
    { id: stored.id, version: stored.version },
    stored,
    (after) => after.version,
  )
  return (
    <div className="preparation">
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <section className="stack" aria-label={text.identity}>
        <h2 className="h2">{text.identity}</h2>
        <div className="form-grid">
          <SeriesAndNumber meeting={meeting} />
          <div className="whole">
            <TextField
              label={text.titleField}
              prose
              help={text.titleHelp}
              value={meeting.title}
              onCommit={(title) => patch({ title })}
            />
          </div>
        </div>
      </section>
      <WhenSection meeting={meeting} onPatch={patch} />
      <section className="stack" aria-label={text.where}>
        <h2 className="h2">{text.where}</h2>
        <div className="form-grid">
          <Select
            label={text.mode}
            value={meeting.mode}
            choices={modes}
            onCommit={(mode) => patch({ mode })}
          />
          <TextField label={text.place} value={meeting.place} onCommit={(place) => patch({ place })} />
          <TextField
            label={text.videoLink}
            type="url"
            value={meeting.videoLink}
            maxLength={2000}
            onCommit={(videoLink) => patch({ videoLink })}
          />
        </div>
      </section>
      <section className="stack" aria-label={text.who}>
        <h2 className="h2">{text.who}</h2>
        <div className="form-grid">
          <div ref={chair}>
            <TextField label={text.chair} value={meeting.chair} onCommit={(name) => patch({ chair: name })} />
          </div>
          <TextField
            label={text.secretary}
            value={meeting.secretary}
            onCommit={(secretary) => patch({ secretary })}
          />
        </div>
      </section>
    </div>
  )
}

/** Not patched with the other fields: what is refused here would be sent again with each of them. */
function SeriesAndNumber({ meeting }: { meeting: Meeting }) {
  const series = useQuery('series.list', {})
  const update = useWrite('meetings.update')
  const target = { id: meeting.id, version: meeting.version }
  const isTaken = update.error?.field === 'number'
  // What was refused is said where it was changed.
  const isOfSeries = update.variables?.patch.seriesId !== undefined
  return (
    <>
      {/* No paper prints it: a series takes its meetings along, sealed or not. */}
      <EditingOff value={useContext(BesideLock)}>
        <Select
          label={text.series}
          help={text.seriesHelp}
          error={
            isTaken && isOfSeries && meeting.number !== null
              ? text.seriesHasNumber(meeting.number)
              : undefined
          }
          value={meeting.seriesId ?? NONE}
          choices={seriesChoices(series.data ?? [])}
          onCommit={(id) => update.mutate({ ...target, patch: { seriesId: id === NONE ? null : id } })}
        />
      </EditingOff>
      <NumberField
        label={text.number}
        help={text.numberHelp}
        error={isTaken && !isOfSeries ? text.numberTaken : undefined}
        value={meeting.number}
        min={1}
        max={999}
        onCommit={(number) => update.mutate({ ...target, patch: { number } })}
      />
      {update.error === null || isTaken ? null : (
        <div className="whole">
          <ErrorBanner error={update.error} />
        </div>
      )}
    </>
  )
}
