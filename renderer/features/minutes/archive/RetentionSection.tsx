import type { RetentionRule } from '../../../../electron/domain/minutes/retention.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { BodyPart } from '../../../parts/BodyPart.tsx'
import { archiveText as text } from '../../../text/archive.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { NumberField } from '../../../ui/ParsedField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextField } from '../../../ui/TextField.tsx'

export function RetentionSection() {
  const rules = useQuery('archive.rules', {})
  return (
    <section className="stack" aria-label={text.rules}>
      <h2 className="h2">{text.rules}</h2>
      <p className="mute">{text.rulesLead}</p>
      <p className="mute">{text.visa}</p>
      {rules.error === null ? null : <ErrorBanner error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data === undefined ? (
        rules.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        rules.data.map((rule) => <Rule key={rule.id} rule={rule} />)
      )}
      <BodyPart title={text.services} lead={text.servicesLead}>
        {(body, patch) =>
          agencies.map((agency) => (
            <TextField
              key={agency}
              label={text[agency]}
              value={body[agency]}
              onCommit={(words) => patch({ [agency]: words })}
            />
          ))
        }
      </BodyPart>
    </section>
  )
}

const agencies = ['archivesAgency', 'transferringAgency', 'originatingAgency', 'archivalAgreement'] as const

const fates = ['', 'keep', 'sort', 'destroy'] as const

function Rule({ rule: stored }: { rule: RetentionRule }) {
  const {
    patch,
    error,
    retry,
    giveUp,
    row: rule,
  } = usePatch(
    'archive.updateRule',
    { id: stored.id, version: stored.version },
    stored,
    (after) => after.version,
  )
  return (
    <fieldset className="stack">
      <legend className="h3">{text.kinds[rule.kind]}</legend>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <div className="form-grid">
        <NumberField
          label={text.dua}
          value={rule.duaYears}
          min={0}
          max={200}
          onCommit={(duaYears) => patch({ duaYears })}
        />
        <Select
          label={text.fate}
          value={rule.finalFate ?? ''}
          choices={fates.map((value) => ({
            value,
            label: value === '' ? text.fateUnset : text.fates[value],
          }))}
          onCommit={(value) => patch({ finalFate: value === '' ? null : value })}
        />
        <NumberField
          label={text.communicable}
          value={rule.communicableAfterYears}
          min={0}
          max={200}
          onCommit={(communicableAfterYears) => patch({ communicableAfterYears })}
        />
        <TextField
          label={text.reference}
          value={rule.reference}
          onCommit={(reference) => patch({ reference })}
        />
        <TextField
          label={text.appraisalRule}
          value={rule.appraisalRule}
          onCommit={(appraisalRule) => patch({ appraisalRule })}
        />
        <TextField
          label={text.accessRule}
          value={rule.accessRule}
          onCommit={(accessRule) => patch({ accessRule })}
        />
      </div>
    </fieldset>
  )
}
