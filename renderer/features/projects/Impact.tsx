import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import {
  AudienceKind,
  audienceTotals,
  type ProjectAudience,
} from '../../../electron/domain/projects/project.ts'
import { audienceKindWords } from '../../../electron/domain/projects/project-words.ts'
import { count } from '../../../electron/domain/text/plural.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { projectSheetText as text } from '../../text/project-sheet.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import type { PatchProject, ProjectView } from './sheet.ts'

const words = text.audiences
const kinds = AudienceKind.options.map((value) => ({ value, label: audienceKindWords[value] }))
/** In the order of the impact sheet. */
const headings = [
  'localImpact',
  'costs',
  'savings',
  'staffing',
  'leadTime',
  'concertation',
  'alternatives',
  'support',
] as const

export function Impact({ view, patch }: { view: ProjectView; patch: PatchProject }) {
  const { project } = view
  return (
    <section className="stack" aria-label={text.impact}>
      <h2 className="h2">{text.impact}</h2>
      <p className="mute text-15">{text.impactHint}</p>
      <Audiences view={view} />
      <div className="project-pairs">
        {headings.map((field) => (
          <TextArea
            key={field}
            label={text.fields[field]}
            rows={2}
            value={project[field]}
            onCommit={(value) => patch({ [field]: value })}
          />
        ))}
      </div>
    </section>
  )
}

function Audiences({ view }: { view: ProjectView }) {
  const [opened, setOpened] = useState<string | null>(null)
  const add = useWrite('projects.addAudience', { onSuccess: (_, { id }) => setOpened(id) })
  const { audiences } = view
  const totals = audienceTotals(audiences)
  return (
    <section className="stack" aria-label={words.title}>
      <h3 className="label">{words.title}</h3>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      {audiences.length === 0 ? (
        <p className="mute text-15">{words.none}</p>
      ) : (
        <div className="project-table">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.kind}</th>
                <th scope="col" className="numeric">
                  {words.headcount}
                </th>
                <th scope="col" className="numeric">
                  {words.yearlyCost}
                </th>
                <th scope="col" className="numeric">
                  {words.yearlySaving}
                </th>
                <th scope="col" className="numeric">
                  {words.net}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {audiences.map((audience) => (
                <AudienceLine
                  key={audience.id}
                  audience={audience}
                  isOpen={opened === audience.id}
                  onToggle={() => setOpened(opened === audience.id ? null : audience.id)}
                />
              ))}
            </tbody>
            {audiences.length < 2 ? null : (
              <tfoot>
                <tr>
                  <th scope="row">{words.total}</th>
                  <Amounts of={totals} />
                  <td />
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
      <div className="row">
        <Button
          small
          icon={Plus}
          onPress={() =>
            add.mutate({
              id: newId(),
              projectId: view.project.id,
              fields: { kind: 'commune', label: '', headcount: null, yearlyCost: null, yearlySaving: null },
            })
          }
        >
          {words.add}
        </Button>
      </div>
    </section>
  )
}

type Sums = Pick<ProjectAudience, 'headcount' | 'yearlyCost' | 'yearlySaving'>

function Amounts({ of: { headcount, yearlyCost, yearlySaving } }: { of: Sums }) {
  const amount = (value: number | null) => (value === null ? words.unknown : count(value))
  return (
    <>
      <td className="numeric">{headcount === null ? commonText.none : count(headcount)}</td>
      <td className="numeric">{amount(yearlyCost)}</td>
      <td className="numeric">{amount(yearlySaving)}</td>
      <td className="numeric">{netWords(yearlyCost, yearlySaving)}</td>
    </>
  )
}

/** Its cost less its savings; only of what was given a figure on both sides. */
function netWords(cost: number | null, saving: number | null): string {
  if (cost === null || saving === null) return words.unknown
  return `${saving > cost ? '−' : ''}${count(Math.abs(cost - saving))}`
}

function AudienceLine(props: { audience: ProjectAudience; isOpen: boolean; onToggle: () => void }) {
  const { audience: stored, isOpen, onToggle } = props
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: audience,
  } = usePatch(
    'projects.updateAudience',
    { id, version },
    stored,
    (after) => after.audiences.find((one) => one.id === id)?.version,
  )
  const { kind, label } = audience
  const remove = useWrite('projects.removeAudience', {
    onSuccess: () => showUndoToast(words.removed),
  })
  const failure = error ?? remove.error
  const name = label === '' ? audienceKindWords[kind] : `${audienceKindWords[kind]}, ${label}`
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <Amounts of={audience} />
        <td className="numeric">
          <Button
            small
            look="ghost"
            icon={Pencil}
            label={isOpen ? commonText.close : words.edit(name)}
            expanded={isOpen}
            onPress={onToggle}
          />
        </td>
      </tr>
      {isOpen || failure !== null ? (
        <tr>
          <td colSpan={6}>
            {failure === null ? null : (
              <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
            )}
            {isOpen ? (
              <div className="text-line-edit">
                <div className="project-pairs">
                  <Select
                    label={words.kind}
                    value={kind}
                    choices={kinds}
                    onCommit={(next) => patch({ kind: next })}
                  />
                  <TextField
                    label={words.label}
                    help={words.labelHelp}
                    prose
                    value={label}
                    onCommit={(next) => patch({ label: next })}
                  />
                </div>
                <div className="project-thirds">
                  <NumberField
                    label={words.headcount}
                    min={0}
                    max={1_000_000}
                    value={audience.headcount}
                    onCommit={(headcount) => patch({ headcount })}
                  />
                  <NumberField
                    label={words.yearlyCost}
                    min={0}
                    max={1_000_000_000_000}
                    value={audience.yearlyCost}
                    onCommit={(yearlyCost) => patch({ yearlyCost })}
                  />
                  <NumberField
                    label={words.yearlySaving}
                    min={0}
                    max={1_000_000_000_000}
                    value={audience.yearlySaving}
                    onCommit={(yearlySaving) => patch({ yearlySaving })}
                  />
                </div>
                <div className="row">
                  <Button small look="danger" icon={Trash2} onPress={() => remove.mutate({ id, version })}>
                    {words.remove}
                  </Button>
                  <Button small onPress={onToggle}>
                    {commonText.close}
                  </Button>
                </div>
              </div>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  )
}
