import HistoryIcon from 'lucide-react/icons/history'
import Undo2 from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import type { HistoryLine } from '../../../../electron/contract/history.ts'
import type { Input } from '../../../../electron/contract/index.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import { wordRuns } from '../../../../electron/domain/text/word-changes.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../../api/use-query.ts'
import { undoLast } from '../../../app/undo.ts'
import { historyText as text } from '../../../text/history.ts'
import { historyPlace, historySentence, quoted } from '../../../text/history-words.ts'
import { dayWords } from '../../../text/instant-words.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { MarkedRuns } from '../../../ui/MarkedRuns.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { addressOf } from './address.ts'

/** Entries shown at first, and more each time that more are asked for; the oldest of all stay in the journal. */
export const FIRST = 60
const MOST = 500

export type Narrowed = Omit<Input<'history.list'>, 'limit'>

export function HistoryList({ narrowed }: { narrowed: Narrowed }) {
  const [limit, setLimit] = useState(FIRST)
  const list = useQuery('history.list', { ...narrowed, limit }, { keepPrevious: true })
  const next = useQuery('history.state', {}).data?.undo?.seq
  const lines = list.data ?? []
  useStatusLine([text.shown(lines.length)])
  if (list.error !== null)
    return (
      <div className="pad">
        <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
      </div>
    )
  if (list.data === undefined) return <Skeleton lines={8} />
  if (lines.length === 0)
    return (
      <EmptyState icon={HistoryIcon} title={text.empty}>
        {text.emptyHint}
      </EmptyState>
    )
  return (
    <div className="scroll history">
      {byDay(lines).map(([day, ofDay]) => (
        <section key={day} aria-label={dayWords(day)}>
          <h3 className="h3">{dayWords(day)}</h3>
          <ul className="history-lines">
            {ofDay.map((line) => (
              <Line key={line.seq} line={line} isNext={line.seq === next} />
            ))}
          </ul>
        </section>
      ))}
      {lines.length < limit || limit >= MOST ? null : (
        <Button look="ghost" onPress={() => setLimit(Math.min(MOST, limit * 2))}>
          {text.older}
        </Button>
      )}
    </div>
  )
}

function Line({ line, isNext }: { line: HistoryLine; isNext: boolean }) {
  const { lead, name, tail, change } = historySentence(line)
  const address = addressOf(line)
  const place = historyPlace(line)
  return (
    <li className={line.state === 'done' ? undefined : 'void'}>
      <time dateTime={line.at}>{timeOf(line.at)}</time>
      <div className="grow">
        <p>
          {lead}
          {name === '' ? null : ' '}
          {name === '' ? null : address === null ? quoted(name) : <a href={address}>{quoted(name)}</a>}
          {tail}
          {change === null ? null : <MarkedRuns runs={wordRuns(change.before, change.after)} />}
        </p>
        {place === '' ? null : <p className="mute text-15">{place}</p>}
      </div>
      {line.state === 'done' ? null : <Badge icon={Undo2}>{text.states[line.state]}</Badge>}
      {isNext ? (
        <Button small icon={Undo2} writes onPress={() => void undoLast()}>
          {text.undo}
        </Button>
      ) : null}
    </li>
  )
}

function byDay(lines: readonly HistoryLine[]): [string, HistoryLine[]][] {
  const days = new Map<string, HistoryLine[]>()
  for (const line of lines) {
    const day = civilDate(new Date(line.at))
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days]
}

function timeOf(at: string): string {
  const when = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)
}
