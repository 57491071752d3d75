import ArrowLeft from 'lucide-react/icons/arrow-left'
import Equal from 'lucide-react/icons/equal'
import { useState } from 'react'
import type { ListedVersion } from '../../../../electron/contract/minutes-versions.ts'
import type { MinutesDifference } from '../../../../electron/domain/minutes/differences.ts'
import { useQuery } from '../../../api/use-query.ts'
import { titled } from '../../../text/common.ts'
import { minutesVersionsText as text } from '../../../text/minutes-versions.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { ShortChange } from './ShortChange.tsx'
import { whenWords } from './when.ts'

/** The choice that stands for the minutes as they are. */
const PRESENT = 'present'

export function Comparison(props: {
  meetingId: string
  versions: readonly ListedVersion[]
  /** The version that was chosen in the list. */
  first: string
  onBack: () => void
  onClose: () => void
}) {
  const { meetingId, versions } = props
  const [before, setBefore] = useState(props.first)
  const [after, setAfter] = useState(PRESENT)
  const differences = useQuery(
    'minutesVersions.compare',
    { meetingId, before, after: after === PRESENT ? null : after },
    { keepPrevious: true },
  )
  const choices = versions.map(({ id, number, madeAt }) => ({
    value: id,
    label: `${text.number(number)}, ${whenWords(madeAt)}`,
  }))
  return (
    <Inspector
      title={text.comparing}
      acts={<Button small look="ghost" icon={ArrowLeft} label={text.back} onPress={props.onBack} />}
      onClose={props.onClose}
    >
      <div className="stack">
        <Select label={text.before} value={before} choices={choices} onCommit={setBefore} />
        <Select
          label={text.after}
          value={after}
          choices={[{ value: PRESENT, label: text.present }, ...choices]}
          onCommit={setAfter}
        />
        {differences.error === null ? null : (
          <ErrorBanner error={differences.error} onRetry={() => void differences.refetch()} />
        )}
        {differences.data === undefined ? (
          differences.error === null ? (
            <Skeleton lines={6} />
          ) : null
        ) : (
          <Differences differences={differences.data} />
        )}
      </div>
    </Inspector>
  )
}

function Differences({ differences }: { differences: readonly MinutesDifference[] }) {
  if (differences.length === 0)
    return (
      <EmptyState icon={Equal} title={text.same}>
        {text.sameHint}
      </EmptyState>
    )
  return (
    <>
      <p className="mute" role="status">
        {text.differences(differences.length)}
      </p>
      {grouped(differences).map(({ key, title, rows }) => (
        <section key={key} aria-label={title}>
          <h3 className="h3">{title}</h3>
          <dl className="version-differences">
            {rows.map((row) => (
              <div key={`${row.field} ${row.id}`}>
                <dt>{fieldWords(row)}</dt>
                <dd>
                  <ShortChange before={row.before} after={row.after} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

type Group = { key: string; title: string; rows: MinutesDifference[] }

/** In the order of the paper, what is about one item together. */
function grouped(differences: readonly MinutesDifference[]): Group[] {
  const groups: Group[] = []
  for (const row of differences) {
    const title = row.itemId === null ? text.whole : text.place(row.number, titled(row.title))
    const last = groups.at(-1)
    if (last !== undefined && last.rows[0]?.itemId === row.itemId) last.rows.push(row)
    else groups.push({ key: `${row.field} ${row.id}`, title, rows: [row] })
  }
  return groups
}

/** "Décision", and whether it came or went as a whole. */
function fieldWords({ field, before, after }: MinutesDifference): string {
  const name = text.fields[field]
  if (before === '') return `${name} (${text.wasNot.toLowerCase()})`
  return after === '' ? `${name} (${text.isNoMore.toLowerCase()})` : name
}
