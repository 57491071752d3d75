import Check from 'lucide-react/icons/check'
import type { DeliveryPreview } from '../../../../electron/contract/deliveries.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import type { PreviewRow as Row, WatchDelivery } from '../../../../electron/domain/watch/delivery.ts'
import { WatchFollowUp } from '../../../../electron/domain/watch/watch.ts'
import { watchFollowUpWords } from '../../../../electron/domain/watch/watch-words.ts'
import { errorCode } from '../../../api/api-error.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { deliveryActText, deliveriesText as text, warningText } from '../../../text/deliveries.ts'
import { changedField } from '../../../text/history-words.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useOutcome } from '../../../ui/kept.ts'
import { CheckBox, Select } from '../../../ui/Select.tsx'
import { DraftChoice } from '../DraftChoice.tsx'
import { DeliveryProgress } from './DeliveryProgress.tsx'
import { actWords, periodWords } from './delivery-words.ts'
import { ReadingDetails, ReadingWarnings } from './ReadingFacts.tsx'

const followUps = WatchFollowUp.options.map((value) => ({ value, label: watchFollowUpWords[value] }))
const MORE = 100
/** More new texts than a body can present: kept in mind, not proposed to its next meetings. */
const MANY = 100

type Choice = {
  /** Those that were read so far. */
  readonly rows: readonly Row[]
  readonly except: readonly string[]
  /** Drafts by the text that is said to publish each. */
  readonly drafts: Readonly<Record<string, string>>
  readonly followUp: WatchFollowUp
}

export function PreviewPane(props: {
  preview: DeliveryPreview
  isTaking: boolean
  onTaken: (delivery: WatchDelivery) => void
  onDrop: () => void
}) {
  const { token, reading, acts, changes, proposed, deleted } = props.preview
  const added = acts.new ?? 0
  const [chosen, setChosen] = useOutcome<Choice>(`delivery-choice:${token}`, props.isTaking)
  const choice: Choice = chosen ?? {
    rows: props.preview.rows,
    except: [],
    drafts: {},
    followUp: added > MANY ? 'closed' : 'toFollow',
  }
  const { rows, followUp } = choice
  const except = new Set(choice.except)
  const drafts = new Map(Object.entries(choice.drafts))
  const more = useAct('deliveries.rows', {
    onSuccess: (next) => setChosen({ ...choice, rows: [...rows, ...next] }),
  })
  const take = useWrite('deliveries.take', {
    onSuccess: (delivery) => {
      setChosen(null)
      props.onTaken(delivery)
    },
  })
  const drop = useAct('deliveries.drop', { onSuccess: props.onDrop })
  const choose = (jorfText: string, id: string | null) => {
    const { [jorfText]: _, ...others } = choice.drafts
    setChosen({ ...choice, drafts: id === null ? others : { ...others, [jorfText]: id } })
  }
  const tick = (id: string, isTaken: boolean) => {
    const { [id]: _, ...others } = choice.drafts
    const rest = choice.except.filter((one) => one !== id)
    // Its draft is free for another text.
    setChosen(isTaken ? { ...choice, except: rest } : { ...choice, except: [...rest, id], drafts: others })
  }
  const facts = [...actWords(acts), periodWords(reading)].filter((words) => words !== '')
  const error = take.error ?? more.error ?? drop.error
  return (
    <section className="pane grow" aria-label={text.preview}>
      <div className="pane-head">
        <h2 className="grow cut" title={props.preview.name}>
          {props.preview.name}
        </h2>
        <Button
          small
          look="ghost"
          unavailable={props.isTaking ? text.taking : undefined}
          onPress={() => drop.mutate({ token })}
        >
          {text.drop}
        </Button>
      </div>
      <div className="scroll">
        <div className="pad stack">
          {error === null || errorCode(error) === 'cancelled' ? null : <ErrorBanner error={error} />}
          {props.isTaking ? <DeliveryProgress method="deliveries.take" words={text.taking} /> : null}
          <ReadingWarnings reading={reading} />
          {deleted.length === 0 ? null : (
            <Banner tone="warn">
              <p>{text.deleted(deleted.length)}</p>
              <ul>
                {deleted.map(({ id, title }) => (
                  <li key={id}>
                    <a href={href('watchText', {}, id)}>{title}</a>
                  </li>
                ))}
              </ul>
            </Banner>
          )}
          <p>{text.previewFacts(reading.texts, reading.kept, '')}</p>
          <p className="mute">{facts.join(' · ')}</p>
          {added === 0 ? null : (
            <div className="delivery-follow">
              <Select
                label={text.followUp}
                help={added > MANY ? text.followUpMany : undefined}
                value={followUp}
                choices={followUps}
                onCommit={(next) => setChosen({ ...choice, followUp: next })}
              />
            </div>
          )}
          <div className="row wrap">
            <Button
              look="primary"
              icon={Check}
              unavailable={props.isTaking ? text.taking : undefined}
              onPress={() =>
                take.mutate({
                  token,
                  except: [...except],
                  drafts: [...drafts].map(([jorfText, id]) => ({ jorfText, id })),
                  followUp,
                })
              }
            >
              {text.take(changes - except.size)}
            </Button>
            {rows.length < 2 ? null : (
              <Button
                unavailable={props.isTaking ? text.taking : undefined}
                onPress={() =>
                  setChosen(
                    except.size > 0
                      ? { ...choice, except: [] }
                      : { ...choice, except: rows.map(({ jorfText }) => jorfText), drafts: {} },
                  )
                }
              >
                {except.size > 0 ? text.all : text.none}
              </Button>
            )}
          </div>
          {proposed === 0 ? null : (
            <Banner>
              {text.proposed(proposed)} {text.proposedHint}
            </Banner>
          )}
          {rows.length === 0 ? (
            <EmptyState icon={Check} title={text.nothing}>
              {text.nothingHint}
            </EmptyState>
          ) : (
            <ul className="watch-pasted">
              {rows.map((row) => (
                <PreviewRow
                  key={row.jorfText}
                  row={row}
                  isTaken={!except.has(row.jorfText)}
                  onTake={(isTaken) => tick(row.jorfText, isTaken)}
                  draft={drafts.get(row.jorfText) ?? null}
                  onDraft={(id) => choose(row.jorfText, id)}
                  isDraftTaken={(id) => [...drafts.values()].includes(id)}
                />
              ))}
            </ul>
          )}
          {rows.length >= changes ? null : (
            <Button
              busy={more.isPending ? text.reading : undefined}
              onPress={() => more.mutate({ token, offset: rows.length, limit: MORE })}
            >
              {text.more(changes - rows.length)}
            </Button>
          )}
          <ReadingDetails reading={reading} />
        </div>
      </div>
    </section>
  )
}

function PreviewRow(props: {
  row: Row
  isTaken: boolean
  onTake: (isTaken: boolean) => void
  draft: string | null
  onDraft: (id: string | null) => void
  isDraftTaken: (id: string) => boolean
}) {
  const { row } = props
  const facts = [
    row.nor,
    row.publishedOn === null ? '' : formatShortDate(row.publishedOn, true),
    row.ministry,
    row.rubric.split(' > ')[1] ?? '',
  ].filter((words) => words !== '')
  const changed = row.changed.map((one) => changedField('watch_item', one)).filter((words) => words !== '')
  return (
    <li className="watch-pasted-text">
      <CheckBox label={row.title} checked={props.isTaken} onCommit={props.onTake} />
      <div className="delivery-row-facts text-15">
        <p>
          <span className={row.act === 'new' ? 'badge info' : 'badge plum'}>{deliveryActText[row.act]}</span>{' '}
          <span className="mute">{facts.join(' · ')}</span>
        </p>
        {row.item === null ? null : (
          <p>
            {text.of} <a href={href('watch', {}, row.item.id)}>{row.item.title}</a>
          </p>
        )}
        {changed.length === 0 ? null : (
          <ul>
            {changed.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {row.purpose === '' ? null : <p>{row.purpose}</p>}
        {row.warnings.length === 0 ? null : (
          <p className="watch-problem">{row.warnings.map((warning) => warningText[warning]).join(', ')}</p>
        )}
      </div>
      {row.drafts.length === 0 || !props.isTaken ? null : (
        <DraftChoice
          drafts={row.drafts}
          chosen={props.draft}
          onChoose={props.onDraft}
          isTaken={props.isDraftTaken}
        />
      )}
    </li>
  )
}
