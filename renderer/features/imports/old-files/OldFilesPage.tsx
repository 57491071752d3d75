import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import ArchiveRestore from 'lucide-react/icons/archive-restore'
import FileArchive from 'lucide-react/icons/file-archive'
import FolderSearch from 'lucide-react/icons/folder-search'
import { type ReactNode, useEffect, useState } from 'react'
import type { Method, Output } from '../../../../electron/contract/index.ts'
import { errorCode } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { type GridSort, nextSort } from '../../../parts/grid/columns.ts'
import { commonText } from '../../../text/common.ts'
import { oldFilesText as text } from '../../../text/old-files.ts'
import { oldFilesPeopleText } from '../../../text/old-files-people.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { LongProgress } from '../../../ui/LongProgress.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { GroupInspector } from './GroupInspector.tsx'
import { type Filter, GroupsPane, nextOf } from './GroupsPane.tsx'
import { inOrder } from './OldFilesTable.tsx'
import { PeoplePane } from './PeoplePane.tsx'
import type { Answers } from './people-choices.ts'
import { SourcePane } from './SourcePane.tsx'

/** Where somebody was in the list: a look at another screen does not lose it. */
type Look = {
  filter: Filter
  sort: GridSort | null
  chosen: string | null
  fileId: string | null
  /** The people that the files name: looked at, or put off. */
  people: 'shown' | 'later' | null
  answers: Answers
}
const firstLook: Look = {
  filter: 'all',
  sort: null,
  chosen: null,
  fileId: null,
  people: null,
  answers: new Map(),
}
const remembered = new WeakMap<QueryClient, Look>()

export function OldFilesPage(_: { focusId: string | null }) {
  const list = useQuery('oldFiles.list', {})
  const [look, setLook] = useLook()
  const people = useQuery('oldFiles.people', {}).data
  const [isEmptying, setIsEmptying] = useState(false)
  const works = useWorks(setLook)
  const { choose, take, takePeople, busy } = works
  const groups = list.data?.groups ?? []
  const files = groups.reduce((total, one) => total + one.files.length, 0)
  const facts = groups.length === 0 ? text.nothingRead : text.facts(groups.length, files)
  useStatusLine([facts])
  const chooseActs = (
    <>
      <Button icon={FileArchive} unavailable={busy} onPress={() => choose.mutate({ form: 'zip' })}>
        {text.chooseZip}
      </Button>
      <Button
        icon={FolderSearch}
        look={groups.length === 0 ? 'primary' : 'plain'}
        unavailable={busy}
        onPress={() => choose.mutate({ form: 'folder' })}
      >
        {text.chooseFolder}
      </Button>
    </>
  )
  const sure = groups.filter(({ state }) => state === 'sure')
  return (
    <>
      <SectionHead
        title={text.open}
        {...(groups.length === 0 ? {} : { facts })}
        acts={
          groups.length === 0 ? null : (
            <>
              {chooseActs}
              {sure.length === 0 ? null : (
                <Button
                  look="primary"
                  icon={ArchiveRestore}
                  unavailable={busy}
                  onPress={() => take.mutate({ choices: sure.map(({ id }) => ({ id })), openActions: false })}
                >
                  {text.takeSure(sure.length)}
                </Button>
              )}
            </>
          )
        }
      />
      {works.failure === null ? null : <ErrorBanner error={works.failure} />}
      {list.error === null ? null : <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />}
      <Waiting
        source={list.data?.source ?? null}
        people={people}
        works={works}
        look={look}
        onLook={setLook}
      />
      {isEmptying ? <EmptyListDialog files={files} onClose={() => setIsEmptying(false)} /> : null}
      {list.data === undefined ? (
        <Skeleton lines={8} />
      ) : look.people === 'shown' && people !== undefined ? (
        <div className="cols">
          <PeoplePane
            people={people}
            answers={look.answers}
            onAnswers={(answers) => setLook({ answers })}
            unavailable={busy}
            onTake={(sent) => takePeople.mutate(sent)}
            onClose={() => setLook({ people: 'later' })}
          />
        </div>
      ) : groups.length === 0 ? (
        <div className="scroll">
          <EmptyState
            icon={ArchiveRestore}
            title={works.isReading ? text.readingTitle : text.empty}
            {...(works.isReading ? {} : { act: <div className="row wrap">{chooseActs}</div> })}
          >
            {works.isReading ? text.readingHint : text.emptyHint}
          </EmptyState>
        </div>
      ) : (
        <Groups groups={groups} works={works} look={look} onLook={setLook}>
          {look.people === 'later' && people !== undefined && people.persons.length > 0 ? (
            <Button small onPress={() => setLook({ people: 'shown' })}>
              {oldFilesPeopleText.lookAt(people.persons.length)}
            </Button>
          ) : null}
          <Button small look="ghost" unavailable={busy} onPress={() => setIsEmptying(true)}>
            {text.dropAll}
          </Button>
        </Groups>
      )}
    </>
  )
}

type OnLook = (change: Partial<Look>) => void

function useLook(): [Look, OnLook] {
  const client = useQueryClient()
  const [look, setLook] = useState(remembered.get(client) ?? firstLook)
  useEffect(() => {
    remembered.set(client, look)
  }, [client, look])
  return [look, (change) => setLook((now) => ({ ...now, ...change }))]
}

/** The works on the list, which go on while another screen is looked at. */
function useWorks(onLook: OnLook) {
  const told = (read: Output<'oldFiles.choose'>) => {
    if (read !== null) showToast(text.read(read.files, read.refused))
  }
  const choose = useAct('oldFiles.choose', { onSuccess: told })
  const resume = useAct('oldFiles.resume', { onSuccess: told })
  const drop = useAct('oldFiles.drop', {
    onSuccess: () => showToast(text.dropped),
  })
  const take = useWrite('oldFiles.take', {
    onSuccess: ({ taken, left }) => {
      onLook({ fileId: null, people: null })
      if (taken.length > 0) showUndoToast(text.taken(taken.length))
      if (left.length > 0) showToast(text.left(left.length))
    },
  })
  const takePeople = useWrite('oldFiles.takePeople', {
    onSuccess: ({ isStopped, ...taken }) => {
      // Whom nothing was said of is still there, asked for once.
      onLook({ people: 'later' })
      const { taken: words, stopped, nothingTaken } = oldFilesPeopleText
      if (Object.values(taken).every((many) => many === 0)) showToast(nothingTaken)
      else showUndoToast(isStopped ? stopped(taken) : words(taken))
    },
  })
  const isReading = useUnderWay('oldFiles.choose', 'oldFiles.resume')
  const isTaking = useUnderWay('oldFiles.take')
  const isTakingPeople = useUnderWay('oldFiles.takePeople')
  const error = choose.error ?? resume.error ?? take.error ?? takePeople.error ?? drop.error
  return {
    ...{ choose, resume, drop, take, takePeople },
    ...{ isReading, isTaking, isTakingPeople },
    /** What is being done; nothing else begins meanwhile. */
    busy: isReading
      ? text.reading
      : isTaking
        ? text.taking
        : isTakingPeople
          ? oldFilesPeopleText.taking
          : undefined,
    failure: error !== null && errorCode(error) === 'cancelled' ? null : error,
  }
}

type Works = ReturnType<typeof useWorks>

/** Works that are under way, and what waits for somebody. */
function Waiting(props: {
  source: Output<'oldFiles.list'>['source']
  people: Output<'oldFiles.people'> | undefined
  works: Works
  look: Look
  onLook: OnLook
}) {
  const { source, people, look, onLook } = props
  const { isReading, isTaking, isTakingPeople, resume, busy } = props.works
  const isAsked = people !== undefined && people.persons.length > 0 && look.people === null
  return (
    <>
      {isReading ? <OldFilesProgress method="oldFiles.choose" words={text.reading} /> : null}
      {isTaking ? <OldFilesProgress method="oldFiles.take" words={text.taking} /> : null}
      {isTakingPeople ? (
        <OldFilesProgress method="oldFiles.takePeople" words={oldFilesPeopleText.taking} />
      ) : null}
      {isAsked && busy === undefined ? (
        <Banner
          acts={
            <>
              <Button small onPress={() => onLook({ people: 'later' })}>
                {oldFilesPeopleText.later}
              </Button>
              <Button small look="primary" onPress={() => onLook({ people: 'shown' })}>
                {oldFilesPeopleText.look}
              </Button>
            </>
          }
        >
          {oldFilesPeopleText.found(people.persons.length)}
        </Banner>
      ) : null}
      {source === null || source.isRead || isReading ? null : (
        <Banner
          acts={
            <Button small onPress={() => resume.mutate({})}>
              {text.resume}
            </Button>
          }
        >
          {text.unfinished(source.name)}
        </Banner>
      )}
    </>
  )
}

function Groups(props: {
  groups: Output<'oldFiles.list'>['groups']
  works: Works
  look: Look
  onLook: OnLook
  /** Acts on the whole list. */
  children: ReactNode
}) {
  const { groups, look, onLook } = props
  const { take, drop, busy } = props.works
  const { filter, sort, chosen, fileId } = look
  const shown = inOrder(
    groups.filter(({ state }) => filter === 'all' || state === filter),
    sort,
  )
  const group = shown.find(({ id }) => id === chosen)
  const shownFile = group?.files.find(({ id }) => id === fileId)
  /** Those that are judged one by one follow one another, as they stand on the screen. */
  const next = nextOf(shown, chosen)
  const goOn = () => onLook({ chosen: next })
  return (
    <div className="cols">
      {shownFile === undefined ? (
        <GroupsPane
          groups={groups}
          shown={shown}
          order={{ sort, onSort: (by) => onLook({ sort: nextSort(sort, by) }) }}
          filter={filter}
          onFilter={(to) => onLook({ filter: to })}
          chosen={chosen}
          onChoose={(id) => onLook({ chosen: id, fileId: null })}
        >
          {props.children}
        </GroupsPane>
      ) : (
        <SourcePane key={`file ${shownFile.id}`} id={shownFile.id} onClose={() => onLook({ fileId: null })} />
      )}
      {group === undefined ? (
        <Inspector title={text.choose}>
          <p className="mute">{text.chooseHint}</p>
        </Inspector>
      ) : (
        <GroupInspector
          key={`group ${group.id}`}
          group={group}
          unavailable={busy}
          fileId={fileId}
          onShow={(id) => onLook({ fileId: id })}
          onClose={() => onLook({ chosen: null })}
          onTake={(choice, openActions, done) =>
            take.mutate(
              { choices: [choice], openActions },
              {
                onSuccess: () => {
                  done()
                  goOn()
                },
              },
            )
          }
          onDrop={() => drop.mutate({ ids: [group.id] }, { onSuccess: goOn })}
        />
      )}
    </div>
  )
}

function EmptyListDialog({ files, onClose }: { files: number; onClose: () => void }) {
  const drop = useAct('oldFiles.drop', { onSuccess: onClose })
  return (
    <Dialog
      alert
      title={text.emptyTitle}
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            look="danger"
            busy={drop.isPending ? text.emptying : undefined}
            onPress={() => drop.mutate({ ids: null })}
          >
            {text.dropAll}
          </Button>
        </>
      }
    >
      {drop.error === null ? null : <ErrorBanner error={drop.error} />}
      <p>{text.emptyLead(files)}</p>
    </Dialog>
  )
}

function OldFilesProgress({ method, words }: { method: Method; words: string }) {
  const stop = useAct('oldFiles.stop')
  return (
    <LongProgress
      method={method}
      beginning={words}
      words={(done, total, pages) => text.progress(words, done, total, pages)}
      stop={text.stop}
      onStop={() => stop.mutate({})}
      atOnce="banner"
    />
  )
}
