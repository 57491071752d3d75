import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import ChartColumn from 'lucide-react/icons/chart-column'
import FileDown from 'lucide-react/icons/file-down'
import Sheet from 'lucide-react/icons/sheet'
import Table2 from 'lucide-react/icons/table-2'
import { useState } from 'react'
import type { DocumentSubject, SavedDocument } from '../../../electron/contract/documents.ts'
import type { Output } from '../../../electron/contract/index.ts'
import type { ChartId } from '../../../electron/domain/report/charts.ts'
import { type FigureId, reportWords } from '../../../electron/domain/report/words.ts'
import { formatDateWithoutWeekday, formatPeriod, withCapital } from '../../../electron/domain/text/french.ts'
import { calendarYear } from '../../../electron/domain/time/report-period.ts'
import type { Period } from '../../../electron/domain/watch/period.ts'
import { keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { documentText } from '../../text/documents.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { showToast } from '../../ui/toasts.ts'
import { SavedToast } from '../documents/index.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { DefinitionPane } from './DefinitionPane.tsx'
import { KeyNumbers } from './KeyNumbers.tsx'
import { ReportTables } from './ReportTables.tsx'
import { reportActs } from './report-acts.ts'
import { type ChosenReportPeriod, useReportPeriod } from './use-report-period.ts'

const { previous, next, tables, export: save } = reportActs.acts
const hints = keyHints([previous, next, tables, save, frameActs.acts.help])
const groups: readonly (readonly ChartId[])[] = [
  ['decisions', 'participation'],
  ['axes', 'owners'],
  ['delays', 'texts'],
]

type Saved = { document: SavedDocument; words: string; subject?: DocumentSubject }

export function YearlyReportPage(_: { focusId: string | null }) {
  const chosen = useReportPeriod()
  const { period, year } = chosen
  const isGood = chosen.fromError === undefined && chosen.toError === undefined
  const answer = useQuery('yearlyReport.get', period, { enabled: isGood, keepPrevious: true })
  const [asTables, setAsTables] = useState(false)
  const [defined, setDefined] = useState<FigureId | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const subject = { kind: 'yearlyReport', ...period } as const
  const savePdf = useAct('documents.save', {
    ...say,
    onSuccess: (document) => {
      if (document !== null)
        setSaved({ document, subject, words: documentText.saved('yearlyReport', document.fileName, null) })
    },
  })
  const saveFigures = useAct('documents.save', {
    ...say,
    onSuccess: (document) => {
      if (document !== null) setSaved({ document, words: text.saved(document.fileName) })
    },
  })
  const exportPdf = () => {
    if (isGood && !savePdf.isPending) savePdf.mutate(subject)
  }
  useActs(reportActs, { move: chosen.move, tables: () => setAsTables(!asTables), exportPdf })
  const days = withCapital(formatPeriod(period.from, period.to))
  useStatusLine([isGood ? text.status : (chosen.fromError ?? chosen.toError ?? '')], hints)
  const define = (id: FigureId) => setDefined(defined === id ? null : id)
  const report = answer.data?.report
  return (
    <>
      <Head
        title={reportWords.title(year)}
        beside={<Steps chosen={chosen} />}
        facts={<span>{text.facts(days, report?.held ?? 0)}</span>}
        acts={
          <>
            <Button icon={asTables ? ChartColumn : Table2} onPress={() => setAsTables(!asTables)}>
              {asTables ? text.drawings : text.tables}
            </Button>
            <Button
              reads
              icon={Sheet}
              busy={saveFigures.isPending ? text.exporting : undefined}
              unavailable={isGood ? undefined : (chosen.fromError ?? chosen.toError)}
              onPress={() => saveFigures.mutate({ kind: 'reportFigures', period })}
            >
              {text.exportFigures}
            </Button>
            <Button
              reads
              look="primary"
              icon={FileDown}
              busy={savePdf.isPending ? text.exporting : undefined}
              unavailable={isGood ? undefined : (chosen.fromError ?? chosen.toError)}
              onPress={exportPdf}
            >
              {text.exportPdf}
            </Button>
          </>
        }
      />
      <div className="cols">
        <section className="pane grow" aria-label={reportWords.title(year)}>
          <PeriodBar chosen={chosen} answer={answer.data} />
          <div className="scroll">
            {answer.error !== null ? (
              <div className="pad">
                <ErrorBanner error={answer.error} onRetry={() => void answer.refetch()} />
              </div>
            ) : answer.data === undefined ? (
              isGood ? (
                <Skeleton lines={8} />
              ) : null
            ) : isEmpty(answer.data) ? (
              <EmptyState
                icon={ChartColumn}
                title={text.empty(daysOf(answer.data.report))}
                act={
                  <a className="btn" href={href('meetings')}>
                    {text.emptyAct}
                  </a>
                }
              >
                {text.emptyHint}
              </EmptyState>
            ) : (
              <div className="yearly-report">
                <KeyNumbers {...answer.data} defined={defined} onDefine={define} />
                {asTables ? (
                  <ReportTables {...answer.data} defined={defined} onDefine={define} />
                ) : (
                  <div className="report-charts">
                    {groups.map((group) => (
                      <div key={group.join()}>
                        {group.map((id) => (
                          <ChartFigure
                            key={id}
                            id={id}
                            report={answer.data.report}
                            onSaved={(document) =>
                              setSaved({ document, words: text.savedChart(document.fileName) })
                            }
                          />
                        ))}
                      </div>
                    ))}
                  </div>
                )}
              </div>
            )}
          </div>
        </section>
        {defined === null ? null : <DefinitionPane id={defined} onClose={() => setDefined(null)} />}
      </div>
      {saved === null ? null : (
        <SavedToast
          key={saved.document.token}
          saved={saved.document}
          {...(saved.subject === undefined ? {} : { subject: saved.subject })}
          onClose={() => setSaved(null)}
        >
          {saved.words}
        </SavedToast>
      )}
    </>
  )
}

function daysOf({ from, to }: Period): string {
  const year = calendarYear({ from, to })
  return year === null ? formatPeriod(from, to) : text.inYear(year)
}

/** Nothing happened: no meeting, and no text either. */
const isEmpty = ({ report }: Output<'yearlyReport.get'>) =>
  report.meetings.length === 0 && report.texts.followed === 0

function Steps({ chosen: { year, move } }: { chosen: ChosenReportPeriod }) {
  return (
    <>
      <Button
        small
        icon={ArrowLeft}
        label={year === null ? text.previousPeriod : text.previousYear}
        onPress={() => move(-1)}
      />
      <Button
        small
        icon={ArrowRight}
        label={year === null ? text.nextPeriod : text.nextYear}
        onPress={() => move(1)}
      />
    </>
  )
}

function PeriodBar(props: { chosen: ChosenReportPeriod; answer: Output<'yearlyReport.get'> | undefined }) {
  const { chosen, answer } = props
  const commit = (part: 'from' | 'to') => (date: string | null) => {
    if (date !== null) chosen.change({ [part]: date })
  }
  return (
    <div className="toolbar report-period">
      <DateField
        label={text.from}
        value={chosen.period.from}
        onCommit={commit('from')}
        error={chosen.fromError}
      />
      <DateField label={text.to} value={chosen.period.to} onCommit={commit('to')} error={chosen.toError} />
      {chosen.reset === null ? null : (
        <Button small onPress={chosen.reset}>
          {text.wholeYear}
        </Button>
      )}
      {answer === undefined ? null : (
        <p className="report-notes">
          <span>
            {text.compared(
              calendarYear(answer.previous) ?? formatPeriod(answer.previous.from, answer.previous.to),
            )}
          </span>
          {answer.report.reference < answer.report.to && answer.report.reference >= answer.report.from ? (
            <span>{text.unfinished(formatDateWithoutWeekday(answer.report.reference))}</span>
          ) : null}
          {answer.report.participation.unrecorded === 0 ? null : (
            <span>{text.unrecorded(answer.report.participation.unrecorded)}</span>
          )}
        </p>
      )}
    </div>
  )
}
