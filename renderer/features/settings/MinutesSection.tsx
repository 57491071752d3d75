// Minutes section: how long members review, and how minutes are usually approved.
import type { Output } from '../../../electron/contract/index.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { minutesSettingsText as text } from '../../text/minutes-settings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

const modes = ['meeting', 'written', 'tacit'] as const

export function MinutesSection() {
  const body = useQuery('settings.body', {})
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      {body.error === null ? null : <ErrorBanner error={body.error} onRetry={() => void body.refetch()} />}
      {body.data === undefined ? body.error === null ? <Skeleton /> : null : <Rules body={body.data} />}
    </section>
  )
}

function Rules({ body }: { body: Output<'settings.body'> }) {
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
          label={text.reviewDays}
          help={text.reviewDaysHelp}
          value={body.reviewDays}
          min={1}
          max={120}
          onCommit={(reviewDays) => {
            if (reviewDays !== null) patch({ reviewDays })
          }}
        />
        <Select
          label={text.approvalMode}
          help={text.approvalModeHelp}
          value={body.approvalMode}
          choices={modes.map((value) => ({ value, label: text.modes[value] }))}
          onCommit={(approvalMode) => patch({ approvalMode })}
        />
      </div>
    </>
  )
}
