import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { OpinionNeed } from '../../../electron/domain/projects/project.ts'
import { watchNatureWords } from '../../../electron/domain/watch/watch-words.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { StatusBadge } from '../../parts/StatusBadge.tsx'
import { opinionNeedText, projectSheetText as text } from '../../text/project-sheet.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import type { ProjectRow } from './board-lanes.ts'
import type { PatchProject } from './sheet.ts'

type Props = { project: ProjectRow; patch: PatchProject }

const MOST = 8
const needs = OpinionNeed.options.map((value) => ({ value, label: opinionNeedText[value] }))

export function Presentation({ project, patch }: Props) {
  return (
    <section className="stack" aria-label={text.presentation}>
      <h2 className="h2">{text.presentation}</h2>
      <TextArea
        label={text.fields.purpose}
        rows={4}
        value={project.purpose}
        onCommit={(purpose) => patch({ purpose })}
      />
      <TextArea
        label={text.fields.askedOfBody}
        rows={3}
        value={project.askedOfBody}
        onCommit={(askedOfBody) => patch({ askedOfBody })}
      />
    </section>
  )
}

export function Regulatory({ project, patch }: Props) {
  return (
    <section className="stack" aria-label={text.regulatory}>
      <h2 className="h2">{text.regulatory}</h2>
      <TextArea
        label={text.fields.regulatorySide}
        rows={3}
        value={project.regulatorySide}
        onCommit={(regulatorySide) => patch({ regulatorySide })}
      />
      <div className="project-thirds">
        {(['cnenOpinion', 'cnilOpinion', 'conseilEtatOpinion'] as const).map((field) => (
          <Select
            key={field}
            label={text.fields[field]}
            value={project[field]}
            choices={needs}
            onCommit={(need) => patch({ [field]: need })}
          />
        ))}
      </div>
      <Texts project={project} />
    </section>
  )
}

function Texts({ project }: { project: ProjectRow }) {
  const [words, setWords] = useState('')
  const { texts } = project
  const known = texts.map(({ id }) => id)
  const found = useQuery(
    'watch.list',
    { words: words.trim(), offset: 0, limit: MOST + known.length },
    { keepPrevious: true },
  )
  const link = useWrite('projects.linkText')
  const unlink = useWrite('projects.unlinkText', {
    onSuccess: () => showUndoToast(text.texts.removed),
  })
  const failure = link.error ?? unlink.error
  return (
    <section className="stack" aria-label={text.texts.title}>
      <h3 className="label">{text.texts.title}</h3>
      {failure === null ? null : <ErrorBanner error={failure} />}
      {texts.length === 0 ? (
        <p className="mute text-15">{text.texts.none}</p>
      ) : (
        <ul className="list">
          {texts.map((one) => (
            <li key={one.id}>
              <div className="grow">
                <a href={href('watchText', {}, one.id)}>{one.shortTitle || one.title}</a>
                <div className="mute small">{watchNatureWords[one.nature]}</div>
              </div>
              <StatusBadge status={one.status} />
              <Button
                small
                look="ghost"
                icon={X}
                writes
                label={text.texts.remove(one.shortTitle || one.title)}
                onPress={() => unlink.mutate({ projectId: project.id, watchItemId: one.id })}
              />
            </li>
          ))}
        </ul>
      )}
      <Picker
        label={text.texts.add}
        words={words}
        proposals={(found.data?.rows ?? [])
          .filter(({ id }) => !known.includes(id))
          .map(({ id, title, nature }) => ({ id, label: title, detail: watchNatureWords[nature] }))}
        onWords={setWords}
        onPick={({ id }) => link.mutate({ projectId: project.id, watchItemId: id })}
      />
    </section>
  )
}
