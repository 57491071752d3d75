import Paperclip from 'lucide-react/icons/paperclip'
import { useCallback, useState } from 'react'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { projectText } from '../../text/project.ts'
import { projectSheetText } from '../../text/project-sheet.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { choicesFor, DocumentRow, DropArea, Question, useAsked, useAttachments } from '../documents/index.ts'
import type { ProjectView } from './sheet.ts'

const text = projectSheetText.documents
const ofProject = { itemId: null }

export function ProjectFiles({ view }: { view: ProjectView }) {
  const { all, awaited, acts, failures, isAdding, isLoading, error } = useAttachments({
    projectId: view.project.id,
  })
  const [openId, setOpenId] = useState<string | null>(null)
  const toggle = useCallback((id: string) => setOpenId((open) => (open === id ? null : id)), [])
  const asked = useAsked()
  const questions = all
    .filter(({ id }) => asked.includes(id))
    .map((one) => ({ one, choices: choicesFor(one, all, awaited) }))
    .filter(({ choices }) => choices.length > 0)
  return (
    <>
      <DropArea
        label={text.title}
        className="stack pj-files"
        onFiles={(files) => void acts.addFiles(files, ofProject)}
      >
        <div className="attendance-head">
          <h2 className="h2">{text.title}</h2>
          <span className="row wrap attendance-acts">
            <span className="mute attendance-hint">{attachmentsText.dropHere}</span>
            <Button
              small
              icon={Paperclip}
              busy={isAdding ? attachmentsText.attaching : undefined}
              onPress={() => acts.choose(ofProject)}
            >
              {text.add}
            </Button>
          </span>
        </div>
        {failures.map((sentence) => (
          <Banner key={sentence} tone="bad">
            {sentence}
          </Banner>
        ))}
        {error === null ? null : <ErrorBanner error={error} />}
        {all.length === 0 && isLoading ? <Skeleton lines={1} /> : null}
        {all.length === 0 && !isLoading && error === null ? (
          <p className="mute text-15">{text.none}</p>
        ) : (
          <ul className="doc-list">
            {all.map((one) => (
              <DocumentRow
                key={one.id}
                attachment={one}
                promise={undefined}
                isOpen={openId === one.id}
                onToggle={toggle}
                acts={acts}
              />
            ))}
          </ul>
        )}
        {questions.map(({ one, choices }, rank) => (
          <Question
            key={one.id}
            attachment={one}
            choices={choices}
            takesFocus={rank === 0}
            onAnswer={(choice) => acts.answer(one, choice)}
          />
        ))}
      </DropArea>
      <PassageDocuments view={view} />
    </>
  )
}

function PassageDocuments({ view: { documents } }: { view: ProjectView }) {
  if (documents.length === 0) return null
  return (
    <section className="stack" aria-label={text.ofPassages}>
      <h2 className="h2">{text.ofPassages}</h2>
      <ul className="list">
        {documents.map(({ id, title, fileName, meetingId, meetingNumber, meetingDate }) => (
          <li key={id}>
            <a className="grow" href={href('attachments', { meetingId }, id)}>
              {title || fileName}
            </a>
            <span className="mute">
              {projectText.meeting(meetingNumber, formatShortDate(meetingDate, true))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
