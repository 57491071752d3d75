import FileUp from 'lucide-react/icons/file-up'
import X from 'lucide-react/icons/x'
import { useId, useRef } from 'react'
import type { Attendee } from '../../../electron/domain/attendance/attendance.ts'
import { attendanceReportText as text } from '../../text/attendance.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useKept } from '../../ui/kept.ts'
import { ReportReview } from './ReportReview.tsx'
import { pastedReport, type Report } from './use-report.ts'

export function ReportPanel({ report, attendees }: { report: Report; attendees: readonly Attendee[] }) {
  return (
    <section className="report" aria-label={text.title}>
      <div className="row">
        <h4 className="grow">{text.title}</h4>
        <Button small look="ghost" icon={X} label={text.close} onPress={report.close} />
      </div>
      {report.error === null ? null : <ErrorBanner error={report.error} />}
      {report.draft === null ? (
        <Intake report={report} />
      ) : (
        <ReportReview report={report} draft={report.draft} attendees={attendees} />
      )}
    </section>
  )
}

function Intake({ report }: { report: Report }) {
  const chooser = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useKept(pastedReport(report.meetingId), '')
  const id = useId()
  return (
    <>
      <p className="mute small">{text.lead}</p>
      <Button
        icon={FileUp}
        busy={report.isReading ? text.reading : undefined}
        onPress={() => chooser.current?.click()}
      >
        {text.choose}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,.json"
        hidden
        aria-label={text.choose}
        onChange={(event) => {
          report.readFile(event.target.files?.[0])
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
      <div className="field">
        <label htmlFor={id}>{text.paste}</label>
        <textarea
          id={id}
          className="input area"
          rows={5}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
      </div>
      <Button
        busy={report.isReading ? text.reading : undefined}
        unavailable={pasted.trim() === '' ? text.nothingPasted : undefined}
        onPress={() => report.readNames(pasted)}
      >
        {text.readPasted}
      </Button>
    </>
  )
}
