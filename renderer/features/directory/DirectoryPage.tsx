// Directory page: persons, organisations and colleges in protocol order, with the chosen one edited beside the list.
import BookUser from 'lucide-react/icons/book-user'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { useQuery } from '../../api/use-query.ts'
import { directoryText as text } from '../../text/directory.ts'
import { shortcutsText } from '../../text/frame.ts'
import { meetingText } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DirectoryTable } from './DirectoryTable.tsx'
import { CollegeInspector, OrganisationInspector, PersonInspector } from './inspectors.tsx'
import { type DirectoryKind, useDirectoryAdd } from './use-directory-add.ts'

const kinds: readonly DirectoryKind[] = ['persons', 'organisations', 'colleges']
const nothing: DirectoryView = { colleges: [], organisations: [], persons: [] }

export function DirectoryPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('directory.list', {})
  const view = list.data ?? nothing
  const [kind, setKind] = useState<DirectoryKind>('persons')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(focusId)
  const add = useDirectoryAdd(kind, setChosen)
  useStatusLine(
    [text.facts(view.persons.length, view.organisations.length, view.colleges.length)],
    [
      { keys: ['↑', '↓'], label: meetingText.choose },
      { keys: [shortcutsText.keys.ctrl, 'F'], label: shortcutsText.filter },
    ],
  )
  const error = list.error ?? add.error
  return (
    <>
      <Head
        title={text.title}
        facts={
          <span>{text.facts(view.persons.length, view.organisations.length, view.colleges.length)}</span>
        }
        acts={
          <Button look="primary" icon={Plus} onPress={() => add.add(view)}>
            {text.add[kind]}
          </Button>
        }
      />
      <div className="cols">
        <section className="pane grow" aria-label={text.kinds[kind]}>
          <div className="toolbar">
            <Segments
              label={text.which}
              value={kind}
              choices={kinds.map((value) => ({ value, label: text.kinds[value] }))}
              onChange={(next) => {
                setKind(next)
                setChosen(null)
              }}
            />
            <FilterField label={text.filter} value={words} onChange={setWords} />
          </div>
          <div className="scroll">
            {error === null ? null : (
              <div className="pad">
                <ErrorBanner error={error} onRetry={() => void list.refetch()} />
              </div>
            )}
            {list.data === undefined ? (
              list.error === null ? (
                <Skeleton lines={8} />
              ) : null
            ) : view[kind].length === 0 ? (
              <EmptyState
                icon={BookUser}
                title={text.empty[kind]}
                act={<Button onPress={() => add.add(view)}>{text.add[kind]}</Button>}
              >
                {text.emptyHint[kind]}
              </EmptyState>
            ) : (
              <DirectoryTable view={view} kind={kind} words={words} chosen={chosen} onChoose={setChosen} />
            )}
          </div>
        </section>
        <Chosen view={view} kind={kind} id={chosen} onClose={() => setChosen(null)} />
      </div>
    </>
  )
}

function Chosen(props: { view: DirectoryView; kind: DirectoryKind; id: string | null; onClose: () => void }) {
  const { view, kind, id, onClose } = props
  const find = <T extends { id: string }>(rows: readonly T[]) => rows.find((row) => row.id === id)
  if (kind === 'persons') {
    const person = find(view.persons)
    return person === undefined ? null : (
      <PersonInspector key={person.id} person={person} view={view} onClose={onClose} />
    )
  }
  if (kind === 'organisations') {
    const organisation = find(view.organisations)
    return organisation === undefined ? null : (
      <OrganisationInspector
        key={organisation.id}
        organisation={organisation}
        view={view}
        onClose={onClose}
      />
    )
  }
  const college = find(view.colleges)
  return college === undefined ? null : (
    <CollegeInspector key={college.id} college={college} onClose={onClose} />
  )
}
