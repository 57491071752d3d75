import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import ArchiveRestore from 'lucide-react/icons/archive-restore'
import FileArchive from 'lucide-react/icons/file-archive'
import FolderSearch from 'lucide-react/icons/folder-search'
import { useEffect, useState } from 'react'
import type { Method, Output } from '../../../../electron/contract/index.ts'
import { errorCode } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct, useUnderWay, useWrite } from '../../../api/use-write.ts'
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
  const client = useQueryClient()
  const [before] = useState(remembered.get(client) ?? firstLook)
  const [filter, setFilter] = useState(before.filter)
  const [sort, setSort] = useState(before.sort)
  const [chosen, setChosen] = useState(before.chosen)
  const [fileId, setFileId] = useState(before.fileId)
  const [shownPeople, setShownPeople] = useState(before.people)
  const [answers, setAnswers] = useState(before.answers)
  useEffect(() => {
    remembered.set(client, { filter, sort, chosen, fileId, people: shownPeople, answers })
  }, [client, filter, sort, chosen, fileId, shownPeople, answers])
  const people = useQuery('oldFiles.people', {}).data
  const told = (read: Output<'oldFiles.choose'>) => {
    if (read !== null) showToast(text.read(read.files, read.refused))
  }
  const choose = useAct('oldFiles.choose', { onSuccess: told })
  const resume = useAct('oldFiles.resume', { onSuccess: told })
  const [isEmptying, setIsEmptying] = useState(false)
  const drop = useAct('oldFiles.drop', {
    onSuccess: () => showToast(text.dropped),
  })
  const take = useWrite('oldFiles.take', {
    onSuccess: ({ taken, left }) => {
      setFileId(null)
      setShownPeople(null)
      if (taken.length > 0) void showUndoToast(text.taken(taken.length))
      if (left.length > 0) showToast(text.left(left.length))
    },
  })
  const takePeople = useWrite('oldFiles.takePeople', {
    onSuccess: ({ isStopped, ...taken }) => {
      // Whom nothing was said of is still there, asked for once.
      setShownPeople('later')
      const { taken: words, stopped, nothingTaken } = oldFilesPeopleText
      if (Object.values(taken).every((many) => many === 0)) showToast(nothingTaken)
      else void showUndoToast(isStopped ? stopped(taken) : words(taken))
    },
  })
  const groups = list.data?.groups ?? []
  const source = list.data?.source ?? null
  const sure = groups.filter(({ state }) => state === 'sure')
  const shown = inOrder(
    groups.filter(({ state }) => filter === 'all' || state === filter),
    sort,
  )
  const group = shown.find(({ id }) => id === chosen)
  /** Those that are judged one by one follow one another, as they stand on the screen. */
  const next = nextOf(shown, chosen)
  const goOn = () => {
    setChosen(next)
  }
  const shownFile = group?.files.find(({ id }) => id === fileId)
  const files = groups.reduce((total, one) => total + one.files.length, 0)
  const facts = groups.length === 0 ? text.nothingRead : text.facts(groups.length, files)
  useStatusLine([facts])
  // A work goes on while another screen is looked at.
  const isReading = useUnderWay('oldFiles.choose', 'oldFiles.resume')
  const isTaking = useUnderWay('oldFiles.take')
  const isTakingPeople = useUnderWay('oldFiles.takePeople')
  const busy = isReading
    ? text.reading
    : isTaking
      ? text.taking
      : isTakingPeople
        ? oldFilesPeopleText.taking
        : undefined
  const error = choose.error ?? resume.error ?? take.error ?? takePeople.error ?? drop.error
  const failure = error !== null && errorCode(error) === 'cancelled' ? null : error
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
      {failure === null ? null : <ErrorBanner error={failure} />}
      {list.error === null ? null : <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />}
      {isReading ? <OldFilesProgress method="oldFiles.choose" words={text.reading} /> : null}
      {isTaking ? <OldFilesProgress method="oldFiles.take" words={text.taking} /> : null}
      {isTakingPeople ? (
        <OldFilesProgress method="oldFiles.takePeople" words={oldFilesPeopleText.taking} />
      ) : null}
      {people === undefined ||
      people.persons.length === 0 ||
      shownPeople !== null ||
      busy !== undefined ? null : (
        <Banner
          acts={
            <>
              <Button small onPress={() => setShownPeople('later')}>
                {oldFilesPeopleText.later}
              </Button>
              <Button small look="primary" onPress={() => setShownPeople('shown')}>
                {oldFilesPeopleText.look}
              </Button>
            </>
          }
        >
          {oldFilesPeopleText.found(people.persons.length)}
        </Banner>
      )}
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
      {isEmptying ? <EmptyListDialog files={files} onClose={() => setIsEmptying(false)} /> : null}
      {list.data === undefined ? (
        <Skeleton lines={8} />
      ) : shownPeople === 'shown' && people !== undefined ? (
        <div className="cols">
          <PeoplePane
            people={people}
            answers={answers}
            onAnswers={setAnswers}
            unavailable={busy}
            onTake={(sent) => takePeople.mutate(sent)}
            onClose={() => setShownPeople('later')}
          />
        </div>
      ) : groups.length === 0 ? (
        <div className="scroll">
          <EmptyState
            icon={ArchiveRestore}
            title={isReading ? text.readingTitle : text.empty}
            {...(isReading ? {} : { act: <div className="row wrap">{chooseActs}</div> })}
          >
            {isReading ? text.readingHint : text.emptyHint}
          </EmptyState>
        </div>
      ) : (
        <div className="cols">
          {shownFile === undefined ? (
            <GroupsPane
              groups={groups}
              shown={shown}
              order={{ sort, onSort: (by) => setSort(nextSort(sort, by)) }}
              filter={filter}
              onFilter={(next) => {
                setFilter(next)
              }}
              chosen={chosen}
              onChoose={(id) => {
                setChosen(id)
                setFileId(null)
              }}
            >
              {shownPeople === 'later' && people !== undefined && people.persons.length > 0 ? (
                <Button small onPress={() => setShownPeople('shown')}>
                  {oldFilesPeopleText.lookAt(people.persons.length)}
                </Button>
              ) : null}
              <Button small look="ghost" unavailable={busy} onPress={() => setIsEmptying(true)}>
                {text.dropAll}
              </Button>
            </GroupsPane>
          ) : (
            <SourcePane key={`file ${shownFile.id}`} id={shownFile.id} onClose={() => setFileId(null)} />
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
              onShow={setFileId}
              onClose={() => setChosen(null)}
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
      )}
    </>
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
      words={(done, total) => text.progress(words, done, total)}
      stop={text.stop}
      onStop={() => stop.mutate({})}
      atOnce="banner"
    />
  )
}
