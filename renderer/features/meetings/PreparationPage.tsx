import { type Meeting, MeetingMode } from '../../../electron/domain/meetings/meeting.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { meetingModeText, meetingText as text } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextField } from '../../ui/TextField.tsx'
import { ToTakeUp } from '../agenda/index.ts'
import { BackPlanning } from './back-planning/BackPlanning.tsx'
import { NextStep } from './NextStep.tsx'
import { SeriesAndNumber } from './SeriesAndNumber.tsx'
import { WhenSection } from './WhenSection.tsx'

const modes = MeetingMode.options.map((value) => ({ value, label: meetingModeText[value] }))

export function PreparationPage({ meetingId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  useStatusLine([])
  // The frame above waits for the same read and says its failure.
  if (file.data === undefined) return null
  const { meeting } = file.data
  return (
    <div className="scroll pad">
      <NextStep meeting={meeting} />
      <div className="prep-cols">
        <PreparationForm key={meeting.id} meeting={meeting} />
        <div className="stack prep-side">
          <ToTakeUp meeting={meeting} />
          <BackPlanning meeting={meeting} />
        </div>
      </div>
    </div>
  )
}

function PreparationForm({ meeting: stored }: { meeting: Meeting }) {
  const {
    patch,
    error,
    retry,
    row: meeting,
  } = usePatch(
    'meetings.update',
    { id: stored.id, version: stored.version },
    stored,
    (after) => after.version,
  )
  return (
    <div className="prep">
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
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
              maxLength={500}
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
          <TextField
            label={text.place}
            value={meeting.place}
            maxLength={500}
            onCommit={(place) => patch({ place })}
          />
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
          <TextField
            label={text.chair}
            value={meeting.chair}
            maxLength={500}
            onCommit={(chair) => patch({ chair })}
          />
          <TextField
            label={text.secretary}
            value={meeting.secretary}
            maxLength={500}
            onCommit={(secretary) => patch({ secretary })}
          />
        </div>
      </section>
    </div>
  )
}
