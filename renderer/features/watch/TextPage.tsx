import CalendarPlus from 'lucide-react/icons/calendar-plus'
import ScrollText from 'lucide-react/icons/scroll-text'
import type { Output } from '../../../electron/contract/index.ts'
import { formatDateWithoutWeekday as dayWords } from '../../../electron/domain/text/french.ts'
import { watchNatureWords } from '../../../electron/domain/watch/watch-words.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { StatusBadge } from '../../parts/StatusBadge.tsx'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { warningText } from '../../text/deliveries.ts'
import { whenWords } from '../../text/instant-words.ts'
import { placeText } from '../../text/place.ts'
import { lifeText, lifeText as text } from '../../text/text-life.ts'
import { watchText } from '../../text/watch.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { Consultations } from './Consultations.tsx'
import { Deadlines } from './Deadlines.tsx'
import { EntryIntoForce } from './EntryIntoForce.tsx'
import { LifeThread } from './LifeThread.tsx'
import { Matching, OtherMatch } from './Matching.tsx'
import { Passages } from './Passages.tsx'
import { TextFields } from './TextFields.tsx'
import { TextLinks } from './TextLinks.tsx'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import { type PatchText, useTextPatch } from './use-text-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

const identityText = lifeText.identity

function Rubrics({ item, patch }: { item: WatchRow; patch: PatchText }) {
  return (
    <section className="stack" aria-label={identityText.more}>
      <h3 className="label">{identityText.more}</h3>
      <TextArea
        label={lifeText.effects.purpose}
        rows={3}
        value={item.purpose}
        onCommit={(purpose) => patch({ purpose })}
      />
      <TextArea
        label={identityText.inForceWords}
        rows={2}
        value={item.inForceWords}
        onCommit={(inForceWords) => patch({ inForceWords })}
      />
      <TextArea
        label={identityText.notice}
        rows={3}
        value={item.notice}
        onCommit={(notice) => patch({ notice })}
      />
      <TextArea
        label={identityText.legalReferences}
        rows={2}
        value={item.legalReferences}
        onCommit={(legalReferences) => patch({ legalReferences })}
      />
      <DateField
        label={identityText.checkedOn}
        keptAs={`watch:${item.id}:checkedOn`}
        value={item.checkedOn}
        onCommit={(checkedOn) => patch({ checkedOn })}
      />
    </section>
  )
}

const sourceText = lifeText.source

/** Nothing for a text that no delivery held. */
function DeliveredSource({ watchItemId }: { watchItemId: string }) {
  const read = useQuery('deliveries.source', { watchItemId })
  if (read.error !== null) return <ErrorBanner error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return null
  const { deliveryId, deliveryName, deliveredAt, stamp, rubric, text: said } = read.data
  const facts = [
    rubric === '' ? '' : sourceText.rubric(rubric),
    said.keywords.length === 0 ? '' : sourceText.keywords(said.keywords),
    said.application === '' ? '' : sourceText.application(said.application),
    said.modifiedOn === null ? '' : sourceText.modifiedOn(dayWords(said.modifiedOn)),
  ].filter((words) => words !== '')
  return (
    <section className="stack" aria-label={sourceText.title}>
      <h3 className="label">{sourceText.title}</h3>
      <p>
        {sourceText.delivery} <a href={href('deliveries', {}, deliveryId)}>{deliveryName}</a>
        {stamp === '' ? '' : sourceText.of(dayOf(stamp))}
        {sourceText.examined(whenWords(deliveredAt))}
      </p>
      {facts.map((words) => (
        <p key={words} className="mute">
          {words}
        </p>
      ))}
      {said.warnings.length === 0 ? null : (
        <p className="watch-problem">
          {sourceText.warnings(said.warnings.map((warning) => warningText[warning]).join(', '))}
        </p>
      )}
    </section>
  )
}

/** "20990819-003012" → "19 août 2099". */
function dayOf(stamp: string): string {
  return dayWords(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`)
}

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
  const { patch, error, retry, giveUp, row: item } = useTextPatch(stored.item)
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
            <span>{watchNatureWords[item.nature]}</span>
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
                  <ErrorBanner
                    error={failure}
                    onRetry={error === null ? undefined : retry}
                    onGiveUp={giveUp}
                  />
                )}
                <Matching life={life} />
                <EntryIntoForce life={life} patch={patch} />
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
        <Inspector title={text.fields} acts={<HistoryLink of={item.id} />}>
          <TextFields row={item} patch={patch}>
            <TextField
              label={watchText.fields.audience}
              prose
              value={item.audience}
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
          </TextFields>
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
