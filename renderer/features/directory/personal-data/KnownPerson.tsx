import FileDown from 'lucide-react/icons/file-down'
import { useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { useTeam } from '../../../app/team.ts'
import { meetingText } from '../../../text/meeting.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { SavedToast } from '../../documents/index.ts'
import { AnonymiseDialog } from './AnonymiseDialog.tsx'
import { OlderCopies } from './OlderCopies.tsx'
import { useWhyNotErased } from './why-not.ts'

type Known = Output<'personalData.known'>
type Trace = Known['traces'][number]

/** Rows of one place that are shown; the file that is saved has them all. */
const SHOWN = 12
/** Those that may be of somebody else stand nowhere but here. */
const DOUBTFUL_SHOWN = 200

export function KnownPerson({ personId }: { personId: string }) {
  const isReader = useTeam()?.role === 'lecture'
  const known = useQuery('personalData.known', { personId }, { enabled: !isReader })
  // Whom it erases is not found any more, which is no failure.
  const isErasing = useUnderWay('personalData.anonymise')
  if (isReader) return <Banner tone="info">{text.readerKnows}</Banner>
  return (
    <section className="stack" aria-label={known.data?.name ?? text.reading}>
      <p>
        <a href={href('personalData')}>{text.back}</a>
      </p>
      {known.error === null || isErasing ? null : (
        <ErrorBanner error={known.error} onRetry={() => void known.refetch()} />
      )}
      {known.data !== undefined ? (
        <Everything known={known.data} />
      ) : known.error === null ? (
        <>
          <p className="mute" role="status">
            {text.reading}
          </p>
          <Skeleton lines={8} />
        </>
      ) : null}
    </section>
  )
}

function Everything({ known }: { known: Known }) {
  const [isAsked, setAsked] = useState(false)
  const unavailable = useWhyNotErased()
  const sure = known.traces.filter(({ by }) => by !== 'familyName')
  const doubtful = known.traces.filter(({ by }) => by === 'familyName')
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onError: (error) => showToast(errorSentence(error)),
    onSuccess: (document) => setSaved(document ?? saved),
  })
  return (
    <>
      <div className="personal-head">
        <div className="grow">
          <h2 className="h2">{known.name}</h2>
          <p className="mute">{text.knownFacts(sure.length, known.journalEntries)}</p>
        </div>
        <Button
          icon={FileDown}
          busy={save.isPending ? text.saving : undefined}
          onPress={() => save.mutate({ kind: 'knownPerson', personId: known.id })}
        >
          {text.save}
        </Button>
        <Button look="danger" unavailable={unavailable} onPress={() => setAsked(true)}>
          {text.anonymise}
        </Button>
      </div>
      {placesOf(sure).map(([place, traces]) => (
        <PlaceRows key={place} place={place} traces={traces} />
      ))}
      {doubtful.length === 0 ? null : (
        <section className="stack" aria-label={text.doubtful}>
          <div>
            <h3 className="h3">{text.doubtful}</h3>
            <p className="mute">{text.doubtfulLead(doubtful.length)}</p>
          </div>
          {placesOf(doubtful).map(([place, traces]) => (
            <PlaceRows key={place} place={place} traces={traces} isDoubtful />
          ))}
        </section>
      )}
      <OlderCopies copies={known.copies} />
      {isAsked ? <AnonymiseDialog known={known} onClose={() => setAsked(false)} /> : null}
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.saved(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}

function PlaceRows(props: { place: string; traces: readonly Trace[]; isDoubtful?: boolean }) {
  const { place, traces, isDoubtful = false } = props
  const shown = isDoubtful ? DOUBTFUL_SHOWN : SHOWN
  return (
    <section aria-label={place}>
      <div className="sec-head">
        <h3 className="strong">{place}</h3>
        <span className="mute">{traces.length}</span>
      </div>
      <ul className="list">
        {traces.slice(0, shown).map((trace) => (
          <li key={`${trace.table} ${trace.id}`}>
            <div className="grow">
              <div className="cut-two-lines">{trace.excerpt === '' ? text.linkOnly : trace.excerpt}</div>
              {trace.meeting === null ? null : (
                <div className="mute text-15">
                  {meetingText.title(trace.meeting.number, formatDateWithoutWeekday(trace.meeting.date))}
                </div>
              )}
              {text.by[trace.by] === '' ? null : <div className="warn text-15">{text.by[trace.by]}</div>}
            </div>
            <span className="mute text-15 personal-fate">{fateWords(trace)}</span>
          </li>
        ))}
      </ul>
      {traces.length <= shown ? null : (
        <p className="mute text-15">{(isDoubtful ? text.moreDoubtful : text.more)(traces.length - shown)}</p>
      )}
    </section>
  )
}

function fateWords({ by, fate, because }: Trace): string {
  if (because !== null) return text.fateBecause(fate, because)
  return by === 'familyName' ? text.leftUnlessAsked : text.fates[fate]
}

/** The person's own card first, then the places with most rows. */
function placesOf(traces: readonly Trace[]): [string, Trace[]][] {
  const places = new Map<string, Trace[]>()
  for (const trace of traces) places.set(trace.place, [...(places.get(trace.place) ?? []), trace])
  const isOwn = (rows: readonly Trace[]) => rows.some(({ by }) => by === 'own')
  return [...places].sort(([, a], [, b]) => Number(isOwn(b)) - Number(isOwn(a)) || b.length - a.length)
}
