import ArrowLeft from 'lucide-react/icons/arrow-left'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import FileDown from 'lucide-react/icons/file-down'
import { useState } from 'react'
import type { SavedDocument } from '../../../electron/contract/documents.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { DueSpan } from '../../../electron/contract/watch.ts'
import { withCapital } from '../../../electron/domain/text/french.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { nothingChosen, theOne } from '../../parts/grid/selection.ts'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { commonText } from '../../text/common.ts'
import { dueText as text } from '../../text/watch-due.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { SavedToast } from '../documents/index.ts'
import { DuePicture } from './DuePicture.tsx'
import { dayWords, publicWords } from './life-stops.ts'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import { dueActs } from './watch-acts.ts'

type Due = Output<'watch.due'>['rows'][number] & { id: string }

const spans = DueSpan.options.map((value) => ({ value, label: text.spans[value] }))

export function DuePage(_: { focusId: string | null }) {
  const [span, setSpan] = useState<DueSpan>('90')
  const due = useQuery('watch.due', { span }, { keepPrevious: true })
  const rows: Due[] = (due.data?.rows ?? []).map((row) => ({
    ...row,
    id: row.deadlineId ?? `${row.watchItemId} ${row.what}`,
  }))
  const undated = due.data?.undated ?? 0
  const [selection, setSelection] = useState(nothingChosen)
  const chosen = rows.find(({ id }) => id === theOne(selection))
  const [next] = useUpcoming()
  const onAgenda = usePutOnAgenda()
  const acts = useActs(dueActs, {
    meeting: next?.words ?? null,
    put: chosen === undefined || next === undefined ? null : () => onAgenda.put(chosen.watchItemId, next),
  })
  useStatusLine([text.facts(rows.length)])
  return (
    <>
      <Head
        title={text.title}
        facts={
          <>
            <span>{text.facts(rows.length)}</span>
            {undated === 0 ? null : <span>{text.undated(undated)}</span>}
          </>
        }
        beside={
          <a className="button" href={href('watch')}>
            <Icon of={ArrowLeft} size={17} />
            {text.back}
          </a>
        }
        acts={<Export span={span} />}
      />
      <section className="pane grow" aria-label={text.title}>
        <div className="toolbar">
          <Segments label={text.span} value={span} choices={spans} onChange={setSpan} />
        </div>
        <div className="scroll">
          {onAgenda.error === null ? null : (
            <div className="pad">
              <ErrorBanner error={onAgenda.error} />
            </div>
          )}
          {due.error === null ? null : (
            <div className="pad">
              <ErrorBanner error={due.error} onRetry={() => void due.refetch()} />
            </div>
          )}
          {due.data === undefined ? (
            due.error === null ? (
              <Skeleton lines={8} />
            ) : null
          ) : rows.length === 0 ? (
            <EmptyState icon={CalendarClock} title={text.none}>
              {text.noneHint}
            </EmptyState>
          ) : (
            <>
              <DuePicture due={due.data} />
              <Grid
                list="due"
                label={text.title}
                columns={columns}
                rows={rows}
                onOpen={(row) => navigate(href('watchText', {}, row.watchItemId))}
                clickOpens
                selection={selection}
                onSelect={setSelection}
                acts={Object.values(acts)}
              />
            </>
          )}
        </div>
      </section>
    </>
  )
}

const columns: readonly GridColumn<Due>[] = [
  {
    id: 'date',
    label: text.columns.date,
    text: (row) => dayWords(row.date),
    rank: (row) => row.date,
    className: 'nowrap',
  },
  {
    id: 'text',
    label: text.columns.text,
    text: (row) => row.shortTitle || row.title,
    cell: (row) => (
      <span className="cut-two-lines" title={row.title}>
        {row.shortTitle || row.title}
      </span>
    ),
    rowHeader: true,
  },
  { id: 'what', label: text.columns.what, text: (row) => row.label || text.what[row.what] },
  {
    id: 'audience',
    label: text.columns.audience,
    text: (row) => withCapital(publicWords(row)) || commonText.none,
  },
]

function Export({ span }: { span: DueSpan }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onSuccess: setSaved,
    onError: (error) => showToast(errorSentence(error)),
  })
  return (
    <>
      <Button
        icon={FileDown}
        busy={save.isPending ? text.exporting : undefined}
        onPress={() => save.mutate({ kind: 'dueCalendar', span })}
      >
        {text.export}
      </Button>
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.exported(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}
