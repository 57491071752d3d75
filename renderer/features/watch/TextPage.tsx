import CalendarPlus from 'lucide-react/icons/calendar-plus'
import ScrollText from 'lucide-react/icons/scroll-text'
import type { Output } from '../../../electron/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { StatusBadge } from '../../parts/StatusBadge.tsx'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { placeText } from '../../text/place.ts'
import { lifeText as text } from '../../text/text-life.ts'
import { watchNatureText, watchText } from '../../text/watch.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { Consultations } from './Consultations.tsx'
import { Deadlines } from './Deadlines.tsx'
import { DeliveredSource } from './DeliveredSource.tsx'
import { EntryIntoForce } from './EntryIntoForce.tsx'
import { LifeThread } from './LifeThread.tsx'
import { Matching, OtherMatch } from './Matching.tsx'
import { Passages } from './Passages.tsx'
import { Rubrics } from './Rubrics.tsx'
import { TextFields } from './TextFields.tsx'
import { TextLinks } from './TextLinks.tsx'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import { type PatchText, useTextPatch } from './use-text-patch.ts'

export function TextPage({ focusId }: { focusId: string | null }) {
  const life = useQuery('watch.life', { id: focusId ?? '' }, { enabled: focusId !== null })
  if (focusId === null)
    return (
      <>
        <Head title={placeText.watchText} />
        <section className="pane grow" aria-label={placeText.watchText}>
          <EmptyState
            icon={ScrollText}
            title={text.noneChosen}
            act={<a href={href('watch')}>{placeText.watch}</a>}
          >
            {text.noneChosenHint}
          </EmptyState>
        </section>
      </>
    )
  if (life.data === undefined)
    return (
      <>
        <Head title={placeText.watchText} facts={<a href={href('watch')}>{text.back}</a>} />
        <section className="pane grow" aria-label={placeText.watchText}>
          {life.error === null ? (
            <Skeleton lines={8} />
          ) : (
            <div className="pad">
              <ErrorBanner error={life.error} onRetry={() => void life.refetch()} />
            </div>
          )}
        </section>
      </>
    )
  return <Sheet key={life.data.item.id} life={life.data} />
}

function Sheet({ life: stored }: { life: Output<'watch.life'> }) {
  const { patch, error, retry, row: item } = useTextPatch(stored.item)
  const life = { ...stored, item }
  const [next] = useUpcoming()
  const putOnAgenda = usePutOnAgenda()
  const failure = error ?? putOnAgenda.error
  useStatusLine([placeText.watchText])
  return (
    <>
      <Head
        title={item.title}
        beside={<StatusBadge status={item.status} />}
        facts={
          <>
            <a href={href('watch', {}, item.id)}>{text.back}</a>
            <span>{watchNatureText[item.nature]}</span>
            {item.nor === '' ? null : <span>{`${watchText.fields.nor} ${item.nor}`}</span>}
            {item.ministry === '' ? null : <span>{item.ministry}</span>}
          </>
        }
        acts={
          next === undefined ? undefined : (
            <Button look="primary" icon={CalendarPlus} onPress={() => putOnAgenda.put(item.id, next)}>
              {watchPasteText.putOn(next.words)}
            </Button>
          )
        }
      />
      <div className="cols">
        <section className="pane grow" aria-label={placeText.watchText}>
          <div className="scroll">
            <div className="text-life">
              <div className="whole stack">
                {failure === null ? null : (
                  <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} />
                )}
                <Matching life={life} />
                <EntryIntoForce item={item} patch={patch} />
              </div>
              <div className="text-life-side">
                <LifeThread life={life} />
              </div>
              <div className="text-life-main">
                <Effects life={life} patch={patch} />
                <Passages life={life} />
                <Consultations life={life} />
                <TextLinks life={life} />
                <OtherMatch item={item} />
              </div>
            </div>
          </div>
        </section>
        <Inspector title={text.fields}>
          <TextFields row={item} patch={patch} />
          <TextField
            label={watchText.fields.audience}
            prose
            value={item.audience}
            maxLength={500}
            onCommit={(audience) => patch({ audience })}
          />
          <TextField
            label={watchText.fields.sourceUrl}
            type="url"
            value={item.sourceUrl}
            maxLength={2000}
            onCommit={(sourceUrl) => patch({ sourceUrl })}
          />
          <Rubrics item={item} patch={patch} />
          <DeliveredSource watchItemId={item.id} />
        </Inspector>
      </div>
    </>
  )
}

function Effects({ life, patch }: { life: Output<'watch.life'>; patch: PatchText }) {
  const words = text.effects
  return (
    <section className="stack" aria-label={words.title}>
      <h2 className="h2">{words.title}</h2>
      <TextArea
        label={words.consequences}
        rows={4}
        value={life.item.consequences}
        onCommit={(consequences) => patch({ consequences })}
      />
      <Deadlines life={life} />
    </section>
  )
}
