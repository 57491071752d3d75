import CalendarPlus from 'lucide-react/icons/calendar-plus'
import FileText from 'lucide-react/icons/file-text'
import Presentation from 'lucide-react/icons/presentation'
import { Suspense, useState } from 'react'
import { projectStageWords } from '../../../electron/domain/projects/project-words.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { placeText } from '../../text/place.ts'
import { projectSheetText as text } from '../../text/project-sheet.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { part } from '../../ui/part.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DocumentPreview, SaveDocument } from '../documents/index.ts'
import { ownerOf } from './board-lanes.ts'
import { Contacts } from './Contacts.tsx'
import { Impact } from './Impact.tsx'
import { ProjectBadges } from './ProjectCard.tsx'
import { ProjectFields } from './ProjectFields.tsx'
import { ProjectFiles } from './ProjectFiles.tsx'
import { ProjectPassages } from './ProjectPassages.tsx'
import { Presentation as PresentationSection, Regulatory } from './ProjectWords.tsx'
import { Schedule } from './Schedule.tsx'
import { SlotPanel } from './SlotPanel.tsx'
import type { ProjectView } from './sheet.ts'

const InscribeDialog = part(() => import('./InscribeDialog.tsx').then((m) => m.InscribeDialog))

export function ProjectPage({ focusId }: { focusId: string | null }) {
  const view = useQuery('projects.get', { id: focusId ?? '' }, { enabled: focusId !== null })
  if (focusId === null)
    return (
      <>
        <Head title={placeText.projectSheet} />
        <section className="pane grow" aria-label={placeText.projectSheet}>
          <EmptyState
            icon={Presentation}
            title={text.noneChosen}
            act={<a href={href('projects')}>{placeText.projects}</a>}
          >
            {text.noneChosenHint}
          </EmptyState>
        </section>
      </>
    )
  if (view.data === undefined)
    return (
      <>
        <Head title={placeText.projectSheet} facts={<a href={href('projects')}>{text.back}</a>} />
        <section className="pane grow" aria-label={placeText.projectSheet}>
          {view.error === null ? (
            <Skeleton lines={8} />
          ) : (
            <div className="pad">
              <ErrorBanner error={view.error} onRetry={() => void view.refetch()} />
            </div>
          )}
        </section>
      </>
    )
  return <Sheet key={view.data.project.id} view={view.data} />
}

function Sheet({ view: stored }: { view: ProjectView }) {
  const { id, version } = stored.project
  const {
    patch,
    error,
    retry,
    giveUp,
    row: project,
  } = usePatch('projects.update', { id, version }, stored.project, (after) => after.version)
  const view = { ...stored, project }
  const [isReading, setIsReading] = useState(false)
  const [isInscribing, setIsInscribing] = useState(false)
  const owner = ownerOf(project)
  const paper = { kind: 'projectSheet' as const, projectId: id }
  useStatusLine([placeText.projectSheet])
  return (
    <>
      <Head
        title={project.title}
        beside={<ProjectBadges row={project} />}
        facts={
          <>
            <a href={href('projects', {}, id)}>{text.back}</a>
            <span>{projectStageWords[project.stage]}</span>
            {owner === '' ? null : <span>{owner}</span>}
          </>
        }
        acts={
          isReading ? (
            <SaveDocument subject={paper} />
          ) : (
            <>
              <Button reads icon={FileText} onPress={() => setIsReading(true)}>
                {text.pdf}
              </Button>
              {project.coming.length > 0 ? null : (
                <Button look="primary" icon={CalendarPlus} onPress={() => setIsInscribing(true)}>
                  {text.inscribe}
                </Button>
              )}
            </>
          )
        }
      />
      <div className={isReading ? 'cols previewing' : 'cols'}>
        <section className="pane grow" aria-label={placeText.projectSheet}>
          <div className="scroll">
            <div className="project-sheet">
              {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
              <SlotPanel view={view} />
              <PresentationSection project={project} patch={patch} />
              <ProjectPassages view={view} />
              <Impact view={view} patch={patch} />
              <Regulatory project={project} patch={patch} />
              <Schedule view={view} />
              <ProjectFiles view={view} />
            </div>
          </div>
        </section>
        {isReading ? (
          <Inspector title={text.sheet} onClose={() => setIsReading(false)}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <DocumentPreview subject={paper} />
            </Suspense>
          </Inspector>
        ) : (
          <Inspector title={text.identity} acts={<HistoryLink of={project.id} />}>
            <ProjectFields project={project} patch={patch} />
            <Contacts view={view} />
          </Inspector>
        )}
      </div>
      {isInscribing ? (
        <Suspense>
          <InscribeDialog row={project} onClose={() => setIsInscribing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
