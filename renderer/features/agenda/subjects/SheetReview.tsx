import type { SheetDraft } from '../../../../electron/contract/subjects.ts'
import { itemNatureWords } from '../../../../electron/domain/agenda/agenda-words.ts'
import {
  type SheetField,
  type SheetPart,
  sheetParts,
  sheetQuestions,
} from '../../../../electron/domain/attendance/sheet.ts'
import { projectStageWords } from '../../../../electron/domain/projects/project-words.ts'
import { formatDuration } from '../../../../electron/domain/text/french.ts'
import { newId } from '../../../api/new-id.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { sheetText as text } from '../../../text/subjects.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'

/** `into`: the subject that it may complete. */
export function SheetReview(props: {
  draft: SheetDraft
  into: { id: string; title: string } | null
  onTaken: (id: string) => void
  onClose: () => void
}) {
  const { draft, into } = props
  const take = useWrite('subjects.takeSheet', {
    onSuccess: ({ subject }) => {
      props.onTaken(subject.id)
      showUndoToast(text.taken)
    },
  })
  const answers = wordsOf(draft)
  return (
    <Inspector title={text.title(draft.fileName)} onClose={props.onClose}>
      <p className="text-15">{text.lead}</p>
      {take.error === null ? null : <ErrorBanner error={take.error} />}
      {draft.missing.length === 0 ? null : <Banner tone="warn">{text.missing(draft.missing.length)}</Banner>}
      <Part part="subject" answers={answers} />
      <Part part="project" answers={answers} />
      <div className="row wrap">
        {into === null ? null : (
          <Button look="primary" onPress={() => take.mutate({ id: into.id, draft })}>
            {text.complete(into.title.length > 40 ? `${into.title.slice(0, 40)}…` : into.title)}
          </Button>
        )}
        <Button
          writes
          look={into === null ? 'primary' : 'plain'}
          onPress={() => take.mutate({ id: newId(), draft })}
        >
          {text.create}
        </Button>
      </div>
      {into === null ? null : <p className="mute text-15">{text.keeps}</p>}
    </Inspector>
  )
}

function Part({ part, answers }: { part: SheetPart; answers: Readonly<Record<SheetField, string>> }) {
  return (
    <section>
      <h3 className="h3">{sheetParts[part]}</h3>
      <dl className="sheet-answers">
        {sheetQuestions
          .filter((question) => question.part === part)
          .map(({ field, label }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd className={answers[field] === '' ? 'mute' : ''}>{answers[field] || text.unanswered}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function wordsOf({ subject, project }: SheetDraft): Record<SheetField, string> {
  return {
    title: subject.title,
    requester: subject.requester,
    organisation: subject.organisation,
    nature: subject.nature === null ? '' : itemNatureWords[subject.nature],
    duration: subject.durationMinutes === null ? '' : formatDuration(subject.durationMinutes),
    projectTitle: project.title,
    projectOwner: project.projectOwner,
    projectOrganisation: project.organisation,
    stage: project.stage === null ? '' : projectStageWords[project.stage],
    purpose: project.purpose,
    localImpact: project.localImpact,
    regulatorySide: project.regulatorySide,
    askedOfBody: project.askedOfBody,
  }
}
