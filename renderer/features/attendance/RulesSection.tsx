// Rules section: the optional rules of attendance, among the settings.
import type { Output } from '../../../electron/contract/index.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { attendanceText as text } from '../../text/attendance.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

export function RulesSection() {
  const body = useQuery('settings.body', {})
  return (
    <section className="stack" aria-label={text.rules}>
      <h2 className="h2">{text.rules}</h2>
      <p className="mute">{text.rulesLead}</p>
      {body.error === null ? null : <ErrorBanner error={body.error} onRetry={() => void body.refetch()} />}
      {body.data === undefined ? body.error === null ? <Skeleton /> : null : <RulesForm body={body.data} />}
    </section>
  )
}

function RulesForm({ body }: { body: Output<'settings.body'> }) {
  const { patch, error, retry } = usePatch(
    'settings.updateBody',
    { version: body.version },
    (after) => after.version,
  )
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      <div className="form-grid">
        <NumberField
          label={text.quorumPercent}
          value={body.quorumPercent}
          min={1}
          max={100}
          onCommit={(quorumPercent) => patch({ quorumPercent })}
        />
        <NumberField
          label={text.maxProxies}
          value={body.maxProxies}
          min={0}
          max={20}
          onCommit={(maxProxies) => patch({ maxProxies })}
        />
      </div>
    </>
  )
}
