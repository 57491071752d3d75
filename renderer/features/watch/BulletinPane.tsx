import { Suspense } from 'react'
import { watchText } from '../../text/watch.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DocumentPreview } from '../documents/index.ts'
import type { Bulletin } from './use-bulletin.ts'

const text = watchText.bulletin

export function BulletinPane({ bulletin, onClose }: { bulletin: Bulletin; onClose: () => void }) {
  const { period, subject } = bulletin
  const { from, to } = period
  const missing = (date: string | null) => (date === null ? text.missing : undefined)
  const reversed = from !== null && to !== null && from > to ? text.reversed : undefined
  return (
    <Inspector title={text.title} onClose={onClose}>
      <div className="bulletin-period">
        <Select
          label={text.period}
          value={bulletin.preset}
          choices={bulletin.presets.map((value) => ({ value, label: text.periods[value] }))}
          onCommit={bulletin.choose}
        />
        <DateField
          label={text.from}
          value={from}
          error={missing(from)}
          onCommit={(date) => bulletin.setDates({ from: date })}
        />
        <DateField
          label={text.to}
          value={to}
          error={missing(to) ?? reversed}
          onCommit={(date) => bulletin.setDates({ to: date })}
        />
      </div>
      {subject === undefined ? (
        <Skeleton lines={8} />
      ) : subject === null ? (
        <p className="pad mute">{text.waiting}</p>
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <DocumentPreview subject={subject} />
        </Suspense>
      )}
    </Inspector>
  )
}
