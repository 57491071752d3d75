import type { KeptRule } from '../../../electron/domain/data/backup.ts'
import { useWrite } from '../../api/use-write.ts'
import { backupsText as text } from '../../text/backups.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'

const bounds: Readonly<Record<keyof KeptRule, readonly [min: number, max: number]>> = {
  recent: [3, 20],
  days: [7, 90],
  months: [3, 60],
}

export function KeptSection({ rule }: { rule: KeptRule }) {
  const set = useWrite('backups.setRule')
  return (
    <section className="stack" aria-label={text.rule}>
      <h2 className="h2">{text.rule}</h2>
      <p className="mute">{text.ruleWords(rule)}</p>
      {set.error === null ? null : <ErrorBanner error={set.error} />}
      <div className="form-grid">
        {(['recent', 'days', 'months'] as const).map((field) => (
          <NumberField
            key={field}
            label={text.ruleFields[field]}
            help={text.ruleHelp[field]}
            value={rule[field]}
            min={bounds[field][0]}
            max={bounds[field][1]}
            onCommit={(value) => {
              if (value !== null) set.mutate({ ...rule, [field]: value })
            }}
          />
        ))}
      </div>
    </section>
  )
}
