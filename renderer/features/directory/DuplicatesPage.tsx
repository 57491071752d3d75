import BookUser from 'lucide-react/icons/book-user'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { directoryText } from '../../text/directory.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DuplicatePair } from './DuplicatePair.tsx'

const text = directoryText.pairs

/** Shown at once; the others follow as these are settled. */
const SHOWN = 30

export function DuplicatesPage(_: { focusId: string | null }) {
  const directory = useQuery('directory.list', {})
  const pairs = useQuery('directory.duplicates', {})
  const persons = new Map(directory.data?.persons.map((person) => [person.id, person]))
  const shown = (pairs.data ?? []).flatMap(({ a, b, certainty }) => {
    const [one, other] = [persons.get(a), persons.get(b)]
    return one === undefined || other === undefined ? [] : [{ one, other, certainty }]
  })
  useStatusLine([])
  const error = directory.error ?? pairs.error
  return (
    <>
      <Head
        title={text.title}
        facts={
          <>
            {shown.length === 0 ? null : <span>{text.facts(shown.length)}</span>}
            <a href={href('directory')}>{text.back}</a>
          </>
        }
      />
      <section className="pane grow scroll" aria-label={text.title}>
        {error !== null ? (
          <div className="pad">
            <ErrorBanner error={error} />
          </div>
        ) : directory.data === undefined || pairs.data === undefined ? (
          <Skeleton lines={8} />
        ) : shown.length === 0 ? (
          <EmptyState icon={BookUser} title={text.none}>
            {text.noneHint}
          </EmptyState>
        ) : (
          <div className="directory-pairs">
            <p className="mute">{text.how}</p>
            {shown.slice(0, SHOWN).map((pair) => (
              <DuplicatePair key={`${pair.one.id} ${pair.other.id}`} {...pair} view={directory.data} />
            ))}
            {shown.length <= SHOWN ? null : <p className="mute">{text.more(shown.length - SHOWN)}</p>}
          </div>
        )}
      </section>
    </>
  )
}
