import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import ChartColumn from 'lucide-react/icons/chart-column'
import FileDown from 'lucide-react/icons/file-down'
import Sheet from 'lucide-react/icons/sheet'
import { useState } from 'react'
import type { DocumentSubject, SavedDocument } from '../../../electron/contract/documents.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { type Drawing, dotPath, type Shape } from '../../../electron/domain/documents/drawing.ts'
import { drawingOf } from '../../../electron/domain/report/chart.ts'
import { type ChartId, chartOf } from '../../../electron/domain/report/charts.ts'
import { definitions, type FigureId, reportWords } from '../../../electron/domain/report/words.ts'
import type { YearlyReport } from '../../../electron/domain/report/yearly-report.ts'
import { formatDateWithoutWeekday, formatPeriod } from '../../../electron/domain/text/french.ts'
import { civilDate, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import {
  calendarYear,
  nextPeriod,
  previousPeriod,
  yearOf,
} from '../../../electron/domain/time/report-period.ts'
import type { Period } from '../../../electron/domain/watch/period.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { bindActs, keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { href } from '../../app/paths.ts'
import { PlaceTabs } from '../../parts/PlaceTabs.tsx'
import { documentText } from '../../text/documents.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { SavedToast, usePrintedDocument } from '../documents/index.ts'
import { KeyNumbers } from './KeyNumbers.tsx'
import { placed } from './placed.ts'
import { ReportTables } from './ReportTables.tsx'
import { chartActs, reportActs } from './report-acts.ts'

const FIRST = '1900-01-01'
const LAST = '2999-12-31'
const LONGEST = 36_525

type ChosenReportPeriod = {
  /** As typed. */
  readonly period: Period
  readonly year: string | null
  readonly fromError: string | undefined
  readonly toError: string | undefined
  readonly move: (step: 1 | -1) => void
  readonly change: (part: Partial<Period>) => void
  readonly reset: (() => void) | null
}

/** @param asked a year, of whoever looked for the report of it */
function useReportPeriod(asked: string | null): ChosenReportPeriod {
  const thisYear = yearOf(civilDate(new Date()))
  const isYear = asked !== null && /^(?:19|20)\d\d$/.test(asked)
  const [period, setPeriod] = useState<Period>(isYear ? yearOf(`${asked}-01-01`) : thisYear)
  const fromError = period.from < FIRST ? text.tooOld : undefined
  const toError =
    period.to < period.from
      ? text.reversed
      : daysBetween(period.from, period.to) > LONGEST
        ? text.tooLong
        : undefined
  return {
    period,
    year: calendarYear(period),
    fromError,
    toError,
    move: (step) => {
      if (fromError !== undefined || toError !== undefined) return
      const next = step === 1 ? nextPeriod(period) : previousPeriod(period)
      if (next.from >= FIRST && next.to <= LAST) setPeriod(next)
    },
    change: (part) => setPeriod({ ...period, ...part }),
    reset: period.from === thisYear.from && period.to === thisYear.to ? null : () => setPeriod(thisYear),
  }
}

const { previous, next, export: save } = reportActs.acts
const hints = keyHints([previous, next, save, frameActs.acts.help])
const groups: readonly (readonly ChartId[])[] = [
  ['decisions', 'participation'],
  ['axes', 'owners'],
  ['delays', 'texts'],
]

type Saved = { document: SavedDocument; words: string; subject?: DocumentSubject }

export function YearlyReportPage({ focusId }: { focusId: string | null }) {
  return <ReportOf key={focusId} asked={focusId} />
}

function ReportOf({ asked }: { asked: string | null }) {
  const chosen = useReportPeriod(asked)
  const { period, year } = chosen
  const isGood = chosen.fromError === undefined && chosen.toError === undefined
  const answer = useQuery('yearlyReport.get', period, { enabled: isGood, keepPrevious: true })
  const [asTables, setAsTables] = useState(false)
  const [defined, setDefined] = useState<FigureId | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const subject = { kind: 'yearlyReport', ...period } as const
  usePrintedDocument(subject)
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
  const acts = useActs(reportActs, {
    move: chosen.move,
    asTables,
    tables: () => setAsTables(!asTables),
    exportPdf,
  })
  useStatusLine([isGood ? text.status : (chosen.fromError ?? chosen.toError ?? '')], hints)
  const define = (id: FigureId) => setDefined(defined === id ? null : id)
  const report = answer.data?.report
  return (
    <>
      <Head
        title={reportWords.title(year)}
        beside={<Steps chosen={chosen} />}
        tabs={<PlaceTabs of="meetings" current="yearlyReport" />}
        facts={<span>{isGood ? text.facts(report?.held ?? 0) : ''}</span>}
        acts={
          <>
            <ActButton act={acts.tables} {...(asTables ? { icon: ChartColumn } : {})} />
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
          <PeriodBar chosen={chosen} answer={isGood ? answer.data : undefined} />
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
                  <a className="button" href={href('meetings')}>
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
        steps
        label={year === null ? text.previousPeriod : text.previousYear}
        onPress={() => move(-1)}
      />
      <Button
        small
        icon={ArrowRight}
        steps
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
        keptAs="report:from"
        value={chosen.period.from}
        needed
        onCommit={commit('from')}
        error={chosen.fromError}
      />
      <DateField
        label={text.to}
        keptAs="report:to"
        value={chosen.period.to}
        needed
        onCommit={commit('to')}
        error={chosen.toError}
      />
      {chosen.reset === null ? null : (
        <Button small onPress={chosen.reset}>
          {text.wholeYear}
        </Button>
      )}
      {answer === undefined ? null : (
        <p className="report-notes">
          <span>
            {text.compared(
              calendarYear(answer.previous) ??
                text.thePeriod(formatPeriod(answer.previous.from, answer.previous.to)),
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

function ChartFigure({
  report,
  id,
  onSaved,
}: {
  report: YearlyReport
  id: ChartId
  onSaved: (saved: SavedDocument) => void
}) {
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const copy = useAct('yearlyReport.copyChart', {
    ...say,
    onSuccess: (_, { format }) => showToast(format === 'png' ? text.copiedPicture : text.copiedDrawing),
  })
  const save = useAct('documents.save', {
    ...say,
    onSuccess: (saved) => {
      if (saved !== null) onSaved(saved)
    },
  })
  const chart = chartOf(report, id)
  if (chart === null) return null
  const period = { from: report.from, to: report.to }
  const acts = bindActs(
    chartActs,
    {
      copyAs: (format) => copy.mutate({ ...period, chart: id, format }),
      save: () => save.mutate({ kind: 'reportChart', period, chart: id }),
    },
    null,
  )
  return (
    <figure className={`report-chart ${chart.kind === 'bars' ? 'narrow' : ''}`}>
      <figcaption className="row">
        <h2 className="h3 grow">{chart.title}</h2>
        <ActMenu label={text.chartActs(chart.title)} acts={Object.values(acts)} />
      </figcaption>
      <DrawnChart drawing={drawingOf(chart)} told={`${chart.title}. ${chart.told}`} />
    </figure>
  )
}

function DefinitionPane({ id, onClose }: { id: FigureId; onClose: () => void }) {
  const definition = definitions[id]
  return (
    <Inspector title={text.definition(definition.name)} onClose={onClose} isRead>
      <dl className="report-definition pad">
        {(['counts', 'over', 'when', 'without'] as const)
          .filter((part) => definition[part] !== '')
          .map((part) => (
            <div key={part}>
              <dt>{text[part]}</dt>
              <dd>{definition[part]}</dd>
            </div>
          ))}
      </dl>
    </Inspector>
  )
}

function DrawnChart({ drawing, told }: { drawing: Drawing; told: string }) {
  return (
    <svg className="drawn" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={told}>
      {placed(drawing.shapes).map(({ one, place }) => (
        <Drawn key={place} shape={one} />
      ))}
    </svg>
  )
}

function Drawn({ shape }: { shape: Shape }) {
  const tone = `drawn-${shape.tone}`
  switch (shape.type) {
    case 'rect':
      return (
        <rect
          className={`${tone} ${shape.hollow ? 'drawn-hollow' : 'drawn-full'}`}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
        />
      )
    case 'line':
      return (
        <line className={`${tone} drawn-stroke`} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />
      )
    case 'path':
      return <path className={`${tone} drawn-path`} d={shape.d} strokeDasharray={shape.dash || undefined} />
    case 'dot':
      return shape.look === 'round' ? (
        <circle className={`${tone} drawn-full`} cx={shape.x} cy={shape.y} r={4} />
      ) : (
        <path className={`${tone} drawn-full`} d={dotPath(shape)} />
      )
    case 'text':
      return (
        <text
          className={`${tone} drawn-full`}
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          fontSize={shape.size}
          fontWeight={shape.bold ? 600 : 400}
        >
          {shape.words}
        </text>
      )
  }
}
