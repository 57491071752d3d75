import { Suspense } from 'react'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { everyText } from '../../../electron/contract/watch.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { type Preset, watchText } from '../../text/watch.ts'
import { Banner } from '../../ui/Banner.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { noWords, useKept } from '../../ui/kept.ts'
import { CheckBox, Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DocumentPreview } from '../documents/index.ts'
import { type ChosenPeriod, lastMeetingDay, periodOf } from './periods.ts'

const bulletinText = watchText.bulletin
const MOST_NAMED = 3

export function BulletinPane({ bulletin, onClose }: { bulletin: Bulletin; onClose: () => void }) {
  const { period, subject } = bulletin
  const { from, to } = period
  const missing = (date: string | null) => (date === null ? bulletinText.missing : undefined)
  const undated = useUndated()
  const reversed = from !== null && to !== null && from > to ? bulletinText.reversed : undefined
  return (
    <Inspector title={bulletinText.title} onClose={onClose}>
      <div className="bulletin-period">
        <Select
          label={bulletinText.period}
          value={bulletin.preset}
          choices={bulletin.presets.map((value) => ({ value, label: bulletinText.periods[value] }))}
          onCommit={bulletin.choose}
        />
        <DateField
          label={bulletinText.from}
          keptAs="bulletin:from"
          value={from}
          error={missing(from)}
          onCommit={(date) => bulletin.setDates({ from: date })}
        />
        <DateField
          label={bulletinText.to}
          keptAs="bulletin:to"
          value={to}
          error={missing(to) ?? reversed}
          onCommit={(date) => bulletin.setDates({ to: date })}
        />
        <CheckBox label={bulletinText.whole} checked={bulletin.isWhole} onCommit={bulletin.setWhole} />
        {undated === null ? null : <Banner tone="warn">{undated}</Banner>}
      </div>
      {subject === undefined ? (
        <Skeleton lines={8} />
      ) : subject === null ? (
        <p className="pad mute">{bulletinText.waiting}</p>
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <DocumentPreview subject={subject} />
        </Suspense>
      )}
    </Inspector>
  )
}

/** Texts that came out on a day that nobody has written down, the first by their titles: no period knows them. */
function useUndated(): string | null {
  const filter = { ...everyText, undated: true as const }
  const { data } = useQuery('watch.list', { words: '', filter, offset: 0, limit: MOST_NAMED })
  if (data === undefined || data.total === 0) return null
  return bulletinText.undated(
    data.rows.map(({ title }) => title),
    data.total,
  )
}

type Bulletin = {
  readonly preset: Preset
  /** Those that have dates: without a past meeting, none is the last. */
  readonly presets: readonly Preset[]
  readonly period: ChosenPeriod
  /** Null while a date misses or the period ends before it begins; undefined while the meetings are being read. */
  readonly subject: Extract<DocumentSubject, { kind: 'watchBulletin' }> | null | undefined
  readonly isWhole: boolean
  setWhole(isWhole: boolean): void
  choose(preset: Preset): void
  setDates(dates: Partial<ChosenPeriod>): void
}

/** @param isOpen nothing is read while the bulletin is not looked at. */
export function useBulletin(isOpen: boolean): Bulletin {
  const [{ chosen, isWhole, free }, say] = useKept(
    'bulletin',
    { chosen: 'sinceLast' as Preset, isWhole: false, free: { from: null, to: null } as ChosenPeriod },
    noWords,
  )
  const meetings = useQuery('meetings.list', { year: null }, { enabled: isOpen })
  const today = civilDate(new Date())
  const last = lastMeetingDay(meetings.data ?? [], today)
  const preset = chosen === 'sinceLast' && last === null ? 'month' : chosen
  const period = preset === 'free' ? free : periodOf(preset, today, last ?? today)
  const { from, to } = period
  const isGood = from !== null && to !== null && from <= to
  return {
    preset,
    presets: [...(last === null ? [] : (['sinceLast'] as const)), 'month', 'lastMonth', 'quarter', 'free'],
    period,
    subject:
      meetings.data === undefined && meetings.error === null
        ? undefined
        : isGood
          ? { kind: 'watchBulletin', from, to, scope: isWhole ? 'whole' : 'news' }
          : null,
    isWhole,
    setWhole: (whole) => say((before) => ({ ...before, isWhole: whole })),
    choose: (next) =>
      say((before) => ({ ...before, chosen: next, free: next === 'free' ? period : before.free })),
    setDates: (dates) => say((before) => ({ ...before, chosen: 'free', free: { ...period, ...dates } })),
  }
}
