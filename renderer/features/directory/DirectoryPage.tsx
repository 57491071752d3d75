import BookUser from 'lucide-react/icons/book-user'
import FileInput from 'lucide-react/icons/file-input'
import Plus from 'lucide-react/icons/plus'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useQuery } from '../../api/use-query.ts'
import { frameActs } from '../../app/frame-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { directoryText as text } from '../../text/directory.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { ChosenEntry } from './ChosenEntry.tsx'
import { DirectoryGrid } from './DirectoryGrid.tsx'
import type { DirectoryKind } from './directory-order.ts'
import { columnsOf, gridSections } from './directory-sections.tsx'
import { entryActs } from './entry-acts.ts'
import { qualitiesOn } from './quality.ts'
import { useDirectoryAdd } from './use-directory-add.ts'
import { useDirectoryOrder } from './use-directory-order.ts'
import { useDirectoryRemove } from './use-directory-remove.ts'

const kinds: readonly DirectoryKind[] = ['persons', 'organisations', 'colleges']
const nothing: DirectoryView = { colleges: [], organisations: [], persons: [], mandates: [], formerNames: [] }
const { previous, next, open } = listActs.acts
const { up, down, remove } = entryActs.acts
const hints = keyHints([previous, next, open, up, down, remove, frameActs.acts.filter])

export function DirectoryPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('directory.list', {})
  const view = list.data ?? nothing
  const [kind, setKind] = useState<DirectoryKind>('persons')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(focusId)
  useEffect(() => {
    if (focusId === null) return
    setKind('persons')
    setWords('')
    setChosen(focusId)
  }, [focusId])
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
  const facts = useFacts(view, today)
  useStatusLine([facts], hints)
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
      <div className="cols">
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
              <p className="pad mute">{text.noMatch}</p>
            ) : (
              <DirectoryGrid
                label={text.kinds[kind]}
                className={`di-${kind}`}
                columns={columnsOf[kind]}
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
      </div>
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
