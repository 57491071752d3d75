import BookUser from 'lucide-react/icons/book-user'
import FileInput from 'lucide-react/icons/file-input'
import Plus from 'lucide-react/icons/plus'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../acts/act.ts'
import { listActs, openActs } from '../../acts/list-acts.ts'
import type { ApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { windowActs } from '../../app/window-acts.ts'
import { useListedOnly } from '../../parts/grid/beside.ts'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { directoryText as text } from '../../text/directory.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextField } from '../../ui/TextField.tsx'
import { type DirectoryKind, kindOf } from './directory-order.ts'
import { gridSections } from './directory-sections.tsx'
import { EntryGrid } from './EntryGrid.tsx'
import { type EntryActs, EntryInspector, versionOf } from './EntryInspector.tsx'
import { entryActs } from './entry-acts.ts'
import { OrganisationInspector } from './OrganisationInspector.tsx'
import { PersonInspector } from './PersonInspector.tsx'
import { qualitiesOn } from './quality.ts'
import { useDirectoryOrder } from './use-directory-order.ts'

const kinds: readonly DirectoryKind[] = ['persons', 'organisations', 'colleges']
const nothing: DirectoryView = { colleges: [], organisations: [], persons: [], mandates: [], formerNames: [] }
const { previous, next } = listActs.acts
const { open } = openActs.acts
const { up, down, remove } = entryActs.acts
const hints = keyHints([previous, next, open, up, down, remove, windowActs.acts.find])

export function DirectoryPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('directory.list', {})
  const view = list.data ?? nothing
  const [kind, setKind] = useState<DirectoryKind>('persons')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(focusId)
  const found = focusId === null || list.data === undefined ? null : kindOf(list.data, focusId)
  useEffect(() => {
    if (focusId === null || found === null) return
    setKind(found)
    setWords('')
    setChosen(focusId)
  }, [focusId, found])
  const add = useDirectoryAdd(kind, (id) => {
    setWords('')
    setChosen(id)
  })
  const order = useDirectoryOrder(kind)
  const remove = useDirectoryRemove(kind, () => setChosen(null))
  // Fields take longer to draw than a row: an arrow held down does not wait for them.
  const shown = useDeferredValue(chosen)
  const today = civilDate(new Date())
  const sections = useMemo(() => gridSections(view, kind, today, words), [view, kind, today, words])
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections])
  useListedOnly(rows, words.trim() === '' ? null : words, new Set(chosen === null ? [] : [chosen]), ([id]) =>
    setChosen(id ?? null),
  )
  const facts = useFacts(view, today)
  useStatusLine([], hints)
  const error = list.error ?? add.error ?? order.error
  return (
    <>
      <Head
        title={text.title}
        facts={
          <>
            <span>{facts}</span>
            <DuplicatesLink />
          </>
        }
        acts={
          <>
            <Button icon={FileInput} onPress={() => navigate(href('directoryImport'))}>
              {text.import}
            </Button>
            <Button look="primary" icon={Plus} onPress={add.add}>
              {text.add[kind]}
            </Button>
          </>
        }
      />
      <ListAndPane>
        <section className="pane grow" aria-label={text.kinds[kind]}>
          <div className="toolbar">
            <Segments
              label={text.which}
              value={kind}
              choices={kinds.map((value) => ({
                value,
                label: text.kinds[value],
                count: view[value].length,
              }))}
              onChange={(next) => {
                setKind(next)
                setChosen(null)
              }}
            />
            <FilterField label={text.filter} value={words} onChange={setWords} />
          </div>
          <div className="scroll" key={kind}>
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
                act={<Button onPress={add.add}>{text.add[kind]}</Button>}
              >
                {text.emptyHint[kind]}
              </EmptyState>
            ) : sections.length === 0 ? (
              <p className="pad mute" role="status">
                {text.noMatch}
              </p>
            ) : (
              <EntryGrid
                kind={kind}
                sections={sections}
                chosen={chosen}
                onChoose={setChosen}
                onRemove={(id) => remove.remove(view, id)}
                order={words.trim() === '' ? order : null}
              />
            )}
          </div>
        </section>
        <ChosenEntry
          view={view}
          kind={kind}
          id={shown}
          acts={{
            onClose: () => setChosen(null),
            onRemove: () => {
              if (shown !== null) remove.remove(view, shown)
            },
            removeError: remove.errorOf(shown),
            onStep: (step) => {
              if (shown !== null) order.step(shown, step)
            },
          }}
        />
      </ListAndPane>
    </>
  )
}

function useFacts(view: DirectoryView, today: string): string {
  return useMemo(() => {
    const qualities = [...qualitiesOn(view, today).values()]
    const members = qualities.filter((quality) => quality === 'titulaire').length
    return text.members(members, qualities.length - members)
  }, [view, today])
}

function DuplicatesLink() {
  const pairs = useQuery('directory.duplicates', {})
  const many = pairs.data?.length ?? 0
  return many === 0 ? null : <a href={href('directoryDuplicates')}>{text.duplicatesOf(many)}</a>
}

function ChosenEntry(props: {
  view: DirectoryView
  kind: DirectoryKind
  id: string | null
  acts: EntryActs
}) {
  const { view, kind, id, acts } = props
  const find = <T extends { id: string }>(rows: readonly T[]) => rows.find((row) => row.id === id)
  if (kind === 'persons') {
    const person = find(view.persons)
    return person === undefined ? null : (
      <PersonInspector key={person.id} person={person} view={view} acts={acts} />
    )
  }
  if (kind === 'organisations') {
    const organisation = find(view.organisations)
    return organisation === undefined ? null : (
      <OrganisationInspector key={organisation.id} organisation={organisation} view={view} acts={acts} />
    )
  }
  const college = find(view.colleges)
  return college === undefined ? null : <CollegeInspector key={college.id} college={college} acts={acts} />
}

function useDirectoryAdd(
  kind: DirectoryKind,
  onAdded: (id: string) => void,
): { add: () => void; error: ApiError | null } {
  const chooseAdded = { onSuccess: (_: unknown, input: { id: string }) => onAdded(input.id) }
  const person = useWrite('directory.addPerson', chooseAdded)
  const organisation = useWrite('directory.addOrganisation', chooseAdded)
  const college = useWrite('directory.addCollege', chooseAdded)
  const add = () => {
    const id = newId()
    const fresh = text.fresh[kind]
    if (kind === 'persons') person.mutate({ id, fields: { familyName: fresh } })
    else if (kind === 'organisations') organisation.mutate({ id, fields: { name: fresh } })
    else college.mutate({ id, fields: { name: fresh } })
  }
  return { add, error: person.error ?? organisation.error ?? college.error }
}

function useDirectoryRemove(
  kind: DirectoryKind,
  onRemoved: () => void,
): { remove: (view: DirectoryView, id: string) => void; errorOf: (id: string | null) => ApiError | null } {
  /** Whom or what the last of them was about. */
  const removed = useRef('')
  const done = {
    onSuccess: () => {
      onRemoved()
      showUndoToast(text.removed[kind](removed.current))
    },
  }
  const writes = {
    persons: useWrite('directory.removePerson', done),
    organisations: useWrite('directory.removeOrganisation', done),
    colleges: useWrite('directory.removeCollege', done),
  }
  const write = writes[kind]
  return {
    remove: (view, id) => {
      const entry = view[kind].find((one) => one.id === id)
      if (entry === undefined) return
      removed.current = 'familyName' in entry ? fullName(entry) : entry.name
      write.mutate({ id, version: entry.version })
    },
    errorOf: (id) => (write.variables?.id === id ? write.error : null),
  }
}

function CollegeInspector(props: { college: DirectoryView['colleges'][number]; acts: EntryActs }) {
  const stored = props.college
  const target = { id: stored.id, version: stored.version }
  const saver = usePatch('directory.updateCollege', target, stored, (after) =>
    versionOf(after.colleges, stored.id),
  )
  const college = saver.row
  return (
    <EntryInspector kind="colleges" id={college.id} title={college.name} acts={props.acts} saver={saver}>
      <TextField
        label={text.fields.name}
        value={college.name}
        fresh={{ id: college.id, name: text.fresh.colleges }}
        needed
        onCommit={(name) => saver.patch({ name })}
      />
    </EntryInspector>
  )
}
