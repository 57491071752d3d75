// Asides section: desks that wrote while this one had the hand: compare what they wrote, choose, merge.
import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { useWrite } from '../../api/use-write.ts'
import { handOverText as text } from '../../text/hand-over.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { instantWords } from '../settings/instant-words.ts'
import { Differences } from './Differences.tsx'

type Aside = Output<'handOver.look'>['asides'][number]

export function AsidesSection({ asides }: { asides: readonly Aside[] }) {
  if (asides.length === 0) return null
  return (
    <section className="stack" aria-label={text.asides}>
      <h2 className="h2">{text.asides}</h2>
      <p className="mute">{text.asidesLead}</p>
      {asides.map((aside) => (
        <OneAside key={`${aside.machineId} ${aside.since}`} aside={aside} />
      ))}
    </section>
  )
}

function OneAside({ aside }: { aside: Aside }) {
  const { machineId } = aside
  const [compared, setCompared] = useState<Output<'handOver.compare'> | null>(null)
  const compare = useWrite('handOver.compare', { onSuccess: setCompared })
  const merge = useWrite('handOver.merge', { onSuccess: ({ taken }) => showToast(text.merged(taken)) })
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
