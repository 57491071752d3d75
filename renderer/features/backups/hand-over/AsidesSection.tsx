import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import { showToast } from '../../../api/toasts.ts'
import { useAct } from '../../../api/use-write.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Differences, differenceWords, Version } from './Differences.tsx'

type Aside = Output<'handOver.look'>['asides'][number]
type LeftBehind = { name: string; rows: Output<'handOver.merge'>['left'] }

export function AsidesSection({ asides }: { asides: readonly Aside[] }) {
  const [left, setLeft] = useState<LeftBehind | null>(null)
  if (asides.length === 0 && left === null) return null
  return (
    <section className="stack" aria-label={text.asides}>
      <h2 className="h2">{text.asides}</h2>
      {left === null ? null : <Left {...left} onSeen={() => setLeft(null)} />}
      {asides.length === 0 ? null : <p className="mute">{text.asidesLead}</p>}
      {asides.map((aside) => (
        <OneAside
          key={`${aside.machineId} ${aside.since}`}
          aside={aside}
          onLeft={(rows) => setLeft(rows.length === 0 ? null : { name: aside.machineName, rows })}
        />
      ))}
    </section>
  )
}

/** Choices of the other desk that could not be taken: said until somebody has read it. */
function Left({ name, rows, onSeen }: LeftBehind & { onSeen: () => void }) {
  return (
    <Banner
      tone="warn"
      acts={
        <Button small onPress={onSeen}>
          {text.leftSeen}
        </Button>
      }
    >
      <p>{text.left(rows.length, name)}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <span className="strong">{differenceWords(row)}</span> · {row.title}{' '}
            <Version name={text.theirs(name)} value={row.theirs} of={row} quiet />
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function OneAside({ aside, onLeft }: { aside: Aside; onLeft: (rows: LeftBehind['rows']) => void }) {
  const { machineId } = aside
  const [compared, setCompared] = useState<Output<'handOver.compare'> | null>(null)
  const compare = useAct('handOver.compare', { onSuccess: setCompared })
  const merge = useAct('handOver.merge', {
    onSuccess: ({ taken, left }) => {
      onLeft(left)
      showToast(text.merged(taken))
    },
  })
  const error = compare.error ?? merge.error
  return (
    <div className="stack">
      <p>{text.aside(aside.machineName, aside.who, instantWords(aside.since))}</p>
      {error === null ? null : <ErrorBanner error={error} onRetry={() => compare.mutate({ machineId })} />}
      <div className="row">
        <Button
          busy={compare.isPending ? text.comparing : undefined}
          onPress={() => compare.mutate({ machineId })}
        >
          {compared === null ? text.compare : text.compareAgain}
        </Button>
      </div>
      {compared === null ? null : (
        <Differences
          compared={compared}
          isMerging={merge.isPending}
          onMerge={(choices) => merge.mutate({ machineId, choices })}
        />
      )}
    </div>
  )
}
