import { policies, policyKeys, type Settled } from '../../../electron/domain/managed/policies.ts'
import { useQuery } from '../../api/use-query.ts'
import { managedText as text } from '../../text/managed.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'

/** What the administration of this machine has settled, and what it said that means nothing. */
export function ManagedSection() {
  const { data, error } = useQuery('settings.managed', {}, { isFixed: true })
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {data === undefined ? null : (
        <>
          {data.faults.map(({ key, rule }) => (
            <Banner key={key} tone="warn">
              {text.faults[rule](key)}
            </Banner>
          ))}
          <p>{data.from === null ? text.none : text.from[data.from]}</p>
          <SettledList settled={data.settled} />
        </>
      )}
    </section>
  )
}

function SettledList({ settled }: { settled: Settled }) {
  const keys = policyKeys.filter((key) => settled[key] !== undefined)
  if (keys.length === 0) return null
  return (
    <dl className="stack" aria-label={text.title}>
      {keys.map((key) => (
        <div key={key}>
          <dt className="strong">{policies[key].title.fr}</dt>
          <dd>{wordsOf(key, settled)}</dd>
          <dd className="mute">{policies[key].explain.fr}</dd>
        </div>
      ))}
    </dl>
  )
}

function wordsOf(key: keyof Settled, settled: Settled): string {
  const value = settled[key]
  const policy = policies[key]
  if (typeof value === 'boolean') return value ? text.on : text.off
  if (Array.isArray(value)) return value.length === 0 ? text.noKind : value.join(', ')
  if (policy.type !== 'choice') return String(value)
  const chosen = Object.entries(policy.choices).find(([name]) => name === value)
  return chosen?.[1].fr ?? String(value)
}
