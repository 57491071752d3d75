import Check from 'lucide-react/icons/check'
import { useId, useMemo, useState } from 'react'
import type { Attendee } from '../../../electron/domain/attendance/attendance.ts'
import type { ReportDraft } from '../../../electron/domain/attendance/report.ts'
import type { Person } from '../../../electron/domain/people/directory.ts'
import { newId } from '../../api/new-id.ts'
import { outbox } from '../../api/outbox/window.ts'
import { useQuery } from '../../api/use-query.ts'
import { attendanceReportText as text } from '../../text/attendance.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useKept } from '../../ui/kept.ts'
import { CheckBox } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ReportLineRow } from './ReportLineRow.tsx'
import { choicesOf, linesToApply, type ReviewGroup, type ReviewLine, reviewLines } from './report-lines.ts'
import type { Report } from './use-report.ts'

const groups: readonly ReviewGroup[] = ['doubtful', 'unknown', 'sure', 'same']

type ReviewProps = { report: Report; draft: ReportDraft; attendees: readonly Attendee[] }

export function ReportReview(props: ReviewProps) {
  const directory = useQuery('directory.list', {})
  if (directory.data === undefined)
    return directory.error === null ? <Skeleton /> : <ErrorBanner error={directory.error} />
  return <Review {...props} persons={directory.data.persons} />
}

function Review({ report, draft, attendees, persons }: ReviewProps & { persons: readonly Person[] }) {
  const [proposed] = useState(() => reviewLines(draft, attendees, persons, newId))
  // Closed and read again, the same report is as it was left.
  const [{ keepsHours, changes }, setSaid, forget] = useKept(
    `report-review:${report.meetingId}:${draft.lines.map(({ name }) => name).join()}`,
    { keepsHours: true, changes: {} as Record<number, Partial<ReviewLine>> },
    (typed) => Object.values(typed.changes).map(({ who }) => who),
  )
  const lines = proposed.map((line, at) => ({ ...line, ...changes[at], at }))
  const choices = useMemo(() => choicesOf(attendees, persons), [attendees, persons])
  const namesId = useId()
  const taken = linesToApply(lines, choices, keepsHours)
  const hasHours = draft.lines.some(({ late, early }) => late !== null || early !== null)
  return (
    <>
      <p className="mute small">{text.found(text.tools[draft.tool], draft.lines.length)}</p>
      {draft.otherDate ? <Banner tone="warn">{text.otherDate}</Banner> : null}
      <div className="report-acts">
        <Button
          look="primary"
          icon={Check}
          busy={report.isApplying ? text.applying : undefined}
          unavailable={taken.length === 0 ? text.nothingTaken : undefined}
          onPress={() =>
            void outbox
              .flush()
              .then(() =>
                report.apply(
                  { meetingId: report.meetingId, lines: taken },
                  { onSuccess: () => void forget() },
                ),
              )
          }
        >
          {text.apply(taken.length)}
        </Button>
        <Button look="ghost" onPress={report.close}>
          {text.giveUp}
        </Button>
      </div>
      {hasHours ? (
        <CheckBox
          label={text.keepHours}
          checked={keepsHours}
          onCommit={(kept) => setSaid((before) => ({ ...before, keepsHours: kept }))}
        />
      ) : null}
      {groups.map((group) => {
        const own = lines.filter((line) => line.group === group)
        return own.length === 0 ? null : (
          <section key={group} aria-label={text.groups[group]}>
            <h5>
              {text.groups[group]} <span className="mute">{own.length}</span>
            </h5>
            <ul>
              {own.map((line) => (
                <ReportLineRow
                  key={line.key}
                  review={line}
                  choices={choices}
                  namesId={namesId}
                  onChange={(change) =>
                    setSaid((before) => ({
                      ...before,
                      changes: { ...before.changes, [line.at]: { ...before.changes[line.at], ...change } },
                    }))
                  }
                />
              ))}
            </ul>
          </section>
        )
      })}
      <datalist id={namesId}>
        {choices.labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </>
  )
}
