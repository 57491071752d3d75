import Info from 'lucide-react/icons/info'
import { definitions, type FigureId, reportWords } from '../../../electron/domain/report/words.ts'
import { isWithoutMeeting, type YearlyReport } from '../../../electron/domain/report/yearly-report.ts'
import { calendarYear } from '../../../electron/domain/time/report-period.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'
import { Button } from '../../ui/Button.tsx'

type Ask = (id: FigureId) => void

export function KeyNumbers(props: {
  report: YearlyReport
  previous: YearlyReport
  defined: FigureId | null
  onDefine: Ask
}) {
  const { report, previous } = props
  const year = calendarYear(previous)
  const when = year === null ? text.before : text.inYear(year)
  const { participation: seen } = report
  const rate = (one: YearlyReport) => reportWords.share(one.participation.present, one.participation.members)
  const numbers: readonly (readonly [
    FigureId,
    value: string,
    words: string,
    beside: string,
    before: string,
  ])[] = [
    [
      'held',
      ...told(report.held, text.number.held),
      text.beside.held(report.cancelled, report.moved),
      told(previous.held, text.number.held).join('\u00a0'),
    ],
    [
      'hearings',
      ...told(report.hearings.total, text.number.hearings),
      text.beside.hearings(report.hearings.regulatory),
      told(previous.hearings.total, text.number.hearings).join('\u00a0'),
    ],
    [
      'followed',
      ...told(report.texts.followed, text.number.followed),
      text.beside.followed(report.texts.published, report.texts.deadlines),
      told(previous.texts.followed, text.number.followed).join('\u00a0'),
    ],
    [
      'decisions',
      ...told(report.decisions.total, text.number.decisions),
      text.beside.decisions(report.decisions.consensus),
      told(previous.decisions.total, text.number.decisions).join('\u00a0'),
    ],
    [
      'actions',
      ...told(report.actions.total, text.number.actions),
      text.beside.actions(report.actions.done, report.actions.late),
      told(previous.actions.total, text.number.actions).join('\u00a0'),
    ],
    [
      'participation',
      rate(report),
      text.number.participation,
      text.beside.participation(seen.present, seen.members),
      previous.participation.members === 0 ? '' : `${rate(previous)} ${text.number.participation}`,
    ],
  ]
  const isVoid = isWithoutMeeting(previous)
  const beforeWords = (id: FigureId, before: string) => {
    // Said once, beside the meetings: all others follow from it.
    if (isVoid && (id !== 'followed' || previous.texts.followed === 0))
      return id === 'held' ? text.noMeeting(when) : ''
    return before === '' ? text.unknown(when) : text.against(before, when)
  }
  return (
    <ul className="report-numbers" aria-label={text.numbers}>
      {numbers.map(([id, value, words, beside, before]) => (
        <li key={id}>
          <b>{value}</b>
          <span className="report-words">
            {words}
            <Button
              small
              look="ghost"
              icon={Info}
              label={text.definition(definitions[id].name)}
              expanded={props.defined === id}
              onPress={() => props.onDefine(id)}
            />
          </span>
          <small>{beside}</small>
          <Before words={beforeWords(id, before)} />
        </li>
      ))}
    </ul>
  )
}

function Before({ words }: { words: string }) {
  return words === '' ? null : <small>{words}</small>
}

const told = (value: number, words: (value: number) => string) =>
  [reportWords.count(value), words(value)] as const
