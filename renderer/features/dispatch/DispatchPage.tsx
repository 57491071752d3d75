import FilePenLine from 'lucide-react/icons/file-pen-line'
import { useMemo, useRef, useState } from 'react'
import { type AgendaItem, itemNumbers } from '../../../electron/domain/agenda/agenda.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { commonText } from '../../text/common.ts'
import { dispatchKindText, kindHintText, prepareText, dispatchText as text } from '../../text/dispatch.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DraftPane } from './DraftPane.tsx'
import { KindList } from './KindList.tsx'
import {
  type MonthFacts,
  monthOrder,
  nextKind,
  type Refusal,
  refusalOf,
  sinceConvocation,
  standingOf,
} from './month.ts'
import type { Choice } from './month-lines.ts'
import { PersonalPane } from './PersonalPane.tsx'
import { dispatchActs } from './page-acts.ts'
import { SentPane } from './SentPane.tsx'
import { SinceBanners } from './SinceBanners.tsx'
import { type Prepare, usePrepare } from './use-prepare.ts'

/** `focusId`: a message, or the name of a kind, to show first. */
export function DispatchPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const { month, error, retry } = useMonth(meetingId)
  if (month !== null) return <DispatchDesk key={`${meetingId} ${focusId}`} month={month} focusId={focusId} />
  return error === null ? (
    <Skeleton lines={8} />
  ) : (
    <div className="pad">
      <ErrorBanner error={error} onRetry={retry} />
    </div>
  )
}

function DispatchDesk({ month, focusId }: { month: Month; focusId: string | null }) {
  const { meeting, facts } = month
  const next = useMemo(() => nextKind(facts), [facts])
  const since = useMemo(() => sinceConvocation(facts), [facts])
  const [chosen, setChosen] = useState<Choice | null>(() => firstChoice(facts, focusId))
  const choice = chosen ?? (next === null ? null : { kind: next, dispatchId: null })
  const pane = useRef<HTMLElement>(null)
  useFocusKept(pane)
  const prepare = usePrepare(meeting.id, setChosen)
  const folders = useAct('memberFolders.write', {
    onSuccess: (written) => {
      if (written !== null) showToast(text.memberFoldersWritten(written.fileNames.length))
    },
  })
  const acts = useActs(dispatchActs, {
    isWriting: folders.isPending,
    writeMemberFolders: () => folders.mutate({ meetingId: meeting.id }),
  })
  useMoreActs(Object.values(acts))
  const sentCount = facts.rows.filter((row) => row.state === 'sent').length
  useStatusLine([text.status(facts.rows.length - sentCount, sentCount)])
  const nextStanding = next === null ? null : standingOf(next, facts)
  // One primary button on the page: that of the head, unless the pane shows a draft or the same act.
  const isNextShown = choice?.kind === next && choice?.dispatchId === null
  const hasDraftShown = choice !== null && shownOf(choice, facts).type === 'draft'
  return (
    <>
      <HeadActs>
        {nextStanding === null || nextStanding.drafts.length > 0 || isNextShown ? null : (
          <Button
            look={hasDraftShown ? 'plain' : 'primary'}
            busy={prepare.isPending ? text.preparing : undefined}
            onPress={() => prepare.start(nextStanding.kind)}
          >
            {prepareText[nextStanding.kind]}
          </Button>
        )}
      </HeadActs>
      <SinceBanners meetingId={meeting.id} since={since} prepare={prepare} />
      <SharedFolderBanner />
      <ListAndPane>
        <KindList
          facts={facts}
          next={next}
          choice={choice}
          onChoose={setChosen}
          onOpen={() => pane.current?.focus()}
        />
        <section ref={pane} className="pane grow" aria-label={text.pane} tabIndex={-1}>
          {choice === null ? null : (
            <ChosenPane
              key={`${choice.kind} ${choice.dispatchId}`}
              month={month}
              choice={choice}
              isNext={choice.kind === next}
              prepare={prepare}
              onChoose={setChosen}
            />
          )}
        </section>
      </ListAndPane>
    </>
  )
}

type Shown =
  | { readonly type: 'prepare' | 'list' }
  | { readonly type: 'draft' | 'sent'; readonly id: string; readonly addressee: string }

/** A choice shows the only draft of its kind at once, several as a list, none as what could be prepared. */
function shownOf({ kind, dispatchId }: Choice, facts: MonthFacts): Shown {
  const { drafts, sent } = standingOf(kind, facts)
  const wasSent = sent.find((row) => row.id === dispatchId)
  if (wasSent !== undefined) return { type: 'sent', id: wasSent.id, addressee: wasSent.addressee }
  const draft = drafts.find((row) => row.id === dispatchId) ?? (drafts.length === 1 ? drafts[0] : undefined)
  if (draft !== undefined) return { type: 'draft', id: draft.id, addressee: draft.addressee }
  return { type: drafts.length === 0 ? 'prepare' : 'list' }
}

function ChosenPane(props: {
  month: Month
  choice: Choice
  isNext: boolean
  prepare: ReturnType<typeof usePrepare>
  onChoose: (choice: Choice) => void
}) {
  const { month, choice, onChoose } = props
  const { kind } = choice
  const { drafts, sent } = standingOf(kind, month.facts)
  const shown = shownOf(choice, month.facts)
  const backToKind = () => onChoose({ kind, dispatchId: null })
  switch (shown.type) {
    case 'sent':
      return <SentPane key={shown.id} dispatchId={shown.id} />
    case 'draft':
      return (
        <DraftPane
          key={shown.id}
          dispatchId={shown.id}
          meetingState={month.meeting.state}
          addressee={shown.addressee}
          onBack={drafts.length > 1 ? backToKind : undefined}
          onSent={(view) =>
            drafts.length > 1 ? backToKind() : onChoose({ kind, dispatchId: view.dispatch.id })
          }
          onRemoved={backToKind}
        />
      )
    case 'list':
      return (
        <PersonalPane
          kind={kind}
          drafts={drafts}
          itemTitles={month.itemTitles}
          onOpen={(dispatchId) => onChoose({ kind, dispatchId })}
        />
      )
    case 'prepare':
      return (
        <PreparePane
          kind={kind}
          refusal={refusalOf(kind, month.facts)}
          wasSent={sent.length > 0}
          isPrimary={props.isNext}
          prepare={props.prepare}
        />
      )
  }
}

/** Documents that could not be written yet. */
function SharedFolderBanner() {
  const folder = useQuery('dispatch.sharedFolder', {})
  const retry = useAct('dispatch.retrySharedFolder', { onSuccess: () => void folder.refetch() })
  const queued = folder.data?.queuedCount ?? 0
  if (queued === 0) return null
  return (
    <div className="dispatch-since">
      <Banner
        tone="warn"
        acts={
          <Button
            small
            busy={retry.isPending ? text.openingFolder : undefined}
            onPress={() => retry.mutate({})}
          >
            {commonText.retry}
          </Button>
        }
      >
        {text.queued(queued)}
      </Banner>
    </div>
  )
}

function firstChoice(facts: MonthFacts, focusId: string | null): Choice | null {
  const row = facts.rows.find((one) => one.id === focusId)
  if (row !== undefined) return { kind: row.kind, dispatchId: row.id }
  const kind = monthOrder.flatMap((group) => group.kinds).find((one) => one === focusId)
  if (kind !== undefined) return { kind, dispatchId: null }
  const newest = facts.rows[0]
  if (nextKind(facts) !== null || newest === undefined) return null
  return { kind: newest.kind, dispatchId: newest.id }
}

function PreparePane(props: {
  kind: DispatchKind
  refusal: Refusal | null
  wasSent: boolean
  isPrimary: boolean
  prepare: Prepare
}) {
  const { kind, prepare } = props
  return (
    <div className="scroll dispatch-draft">
      {prepare.error === null ? null : <ErrorBanner error={prepare.error} />}
      {prepare.foundNobody ? <Banner tone="warn">{text.noOne}</Banner> : null}
      <EmptyState
        icon={FilePenLine}
        title={dispatchKindText[kind]}
        act={
          <Button
            look={props.isPrimary ? 'primary' : 'plain'}
            unavailable={props.refusal === null ? undefined : text.refusals[props.refusal]}
            busy={prepare.isPending ? text.preparing : undefined}
            onPress={() => prepare.start(kind)}
          >
            {props.wasSent ? text.again : prepareText[kind]}
          </Button>
        }
      >
        {kindHintText[kind]}
        {props.refusal === null ? null : (
          <span className="dispatch-refusal">{text.refusals[props.refusal]}</span>
        )}
      </EmptyState>
    </div>
  )
}

type Month = {
  readonly meeting: Meeting
  readonly facts: MonthFacts
  /** The item of a message about one item only; item id → "3.2 Annuaire partagé". */
  readonly itemTitles: ReadonlyMap<string, string>
}

/** `month` is null while the meeting or its messages are read. The list's failure is the page's; others leave hints out. */
function useMonth(meetingId: string): {
  month: Month | null
  error: unknown
  retry: () => void
} {
  const file = useQuery('meetings.get', { id: meetingId })
  const list = useQuery('dispatch.list', { meetingId })
  const tasks = useQuery('backPlanning.tasks', { meetingId })
  const untold = useQuery('dispatch.untold', { meetingId })
  const moves = useQuery('meetings.moves', { id: meetingId })
  const status = useQuery('agenda.status', { meetingId })
  const agenda = useQuery('agenda.list', { meetingId })
  const home = useQuery('home.get', {})
  const today = home.data?.today ?? civilDate(new Date())
  const month = useMemo((): Month | null => {
    if (file.data === undefined || list.data === undefined) return null
    const { meeting, minutes } = file.data
    return {
      meeting,
      facts: {
        meeting,
        minutesState: minutes?.state ?? null,
        rows: list.data,
        tasks: tasks.data ?? [],
        moves: moves.data ?? [],
        agenda: status.data ?? null,
        untold: untold.data ?? [],
        guestCount: agenda.data?.guests.length ?? 0,
        today,
      },
      itemTitles: titlesOf(agenda.data?.items ?? []),
    }
  }, [file.data, list.data, tasks.data, moves.data, status.data, untold.data, agenda.data, today])
  return { month, error: list.error, retry: () => void list.refetch() }
}

function titlesOf(items: readonly AgendaItem[]): Map<string, string> {
  const numbers = itemNumbers(items)
  return new Map(items.map(({ id, title }) => [id, `${numbers.get(id) ?? ''} ${title}`.trim()]))
}
