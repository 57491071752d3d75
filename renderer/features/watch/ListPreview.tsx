import Check from 'lucide-react/icons/check'
import FileQuestion from 'lucide-react/icons/file-question-mark'
import { useEffect, useState } from 'react'
import type { WatchListPreview } from '../../../electron/contract/watch-list.ts'
import { refusedLineSentence } from '../../../electron/contract/watch-list-sentences.ts'
import type { ListRow } from '../../../electron/domain/watch/list.ts'
import { onEvent } from '../../api/client.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { watchListText as text } from '../../text/watch-list.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useOutcome } from '../../ui/kept.ts'
import { ListPreviewRow } from './ListPreviewRow.tsx'

const MORE = 100
const FIRST_REFUSED = 5

type Choice = {
  /** Those that were read so far. */
  readonly rows: readonly ListRow[]
  readonly except: readonly number[]
}

export function ListPreview(props: { preview: WatchListPreview; isTaking: boolean; onClose: () => void }) {
  const { token, changes } = props.preview
  const [chosenRows, setChosen] = useOutcome<Choice>(`watch-list-choice:${token}`, props.isTaking)
  const choice = chosenRows ?? { rows: props.preview.rows, except: doubtful(props.preview.rows) }
  const { rows } = choice
  const except = new Set(choice.except)
  const more = useAct('watchList.rows', {
    onSuccess: (next) =>
      setChosen({ rows: [...rows, ...next], except: [...choice.except, ...doubtful(next)] }),
  })
  const take = useWrite('watchList.take', {
    onSuccess: ({ added, changed }) => {
      setChosen(null)
      props.onClose()
      showUndoToast(text.taken(added, changed))
    },
  })
  const drop = useAct('watchList.drop', { onSuccess: props.onClose })
  const error = take.error ?? more.error ?? drop.error
  const tick = (line: number, isTaken: boolean) => {
    const rest = choice.except.filter((one) => one !== line)
    setChosen({ rows, except: isTaken ? rest : [...rest, line] })
  }
  const chosen = changes - except.size
  return (
    <section className="pane grow" aria-label={text.title}>
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
          {error === null ? null : <ErrorBanner error={error} />}
          {props.isTaking ? <TakeProgress /> : null}
          <ReadFacts preview={props.preview} />
          {changes === 0 ? (
            <RefusedLines preview={props.preview} />
          ) : (
            <>
              <div className="row wrap">
                <Button
                  look="primary"
                  icon={Check}
                  unavailable={props.isTaking ? text.taking : chosen === 0 ? text.noneChosen : undefined}
                  onPress={() => take.mutate({ token, except: [...except] })}
                >
                  {text.take(chosen)}
                </Button>
                {rows.length < 2 ? null : (
                  <Button
                    onPress={() =>
                      setChosen({ rows, except: except.size > 0 ? [] : rows.map(({ line }) => line) })
                    }
                  >
                    {except.size > 0 ? text.all : text.none}
                  </Button>
                )}
              </div>
              <RefusedLines preview={props.preview} />
              <ul className="watch-pasted">
                {rows.map((row) => (
                  <ListPreviewRow
                    key={row.line}
                    row={row}
                    isTaken={!except.has(row.line)}
                    onTake={(isTaken) => tick(row.line, isTaken)}
                  />
                ))}
              </ul>
            </>
          )}
          {rows.length >= changes ? null : (
            <Button
              busy={more.isPending ? text.reading : undefined}
              onPress={() => more.mutate({ token, offset: rows.length, limit: MORE })}
            >
              {text.more(changes - rows.length)}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

/** Lines that a followed draft may be: somebody decides first. */
function doubtful(rows: readonly ListRow[]): number[] {
  return rows.flatMap(({ line, draft }) => (draft === null ? [] : [line]))
}

/** Lines read of the file, and those that could not be. */
function ReadFacts({ preview }: { preview: WatchListPreview }) {
  const { lines, same, changes, refusedCount, unknownColumns } = preview
  const isOther = lines === 0 && refusedCount === 0
  return (
    <>
      {preview.truncated ? <Banner tone="warn">{text.truncated}</Banner> : null}
      {isOther ? (
        <EmptyState icon={FileQuestion} title={text.noHeads}>
          {text.noHeadsHint}
        </EmptyState>
      ) : (
        <p className="mute">{text.facts(lines, same, refusedCount)}</p>
      )}
      {unknownColumns.length === 0 ? null : <p className="watch-problem">{text.unknown(unknownColumns)}</p>}
      {changes > 0 || isOther || same === 0 ? null : (
        <EmptyState icon={Check} title={text.nothing}>
          {text.nothingHint}
        </EmptyState>
      )}
    </>
  )
}

/** Lines that cannot be taken and why: the first of them, so that the others stay in reach; all of them on demand. */
function RefusedLines({ preview: { refused, refusedCount } }: { preview: WatchListPreview }) {
  const [isWhole, setIsWhole] = useState(false)
  if (refusedCount === 0) return null
  const shown = isWhole ? refused : refused.slice(0, FIRST_REFUSED)
  return (
    <section aria-label={text.refused(refusedCount)} className="stack">
      <h3>{text.refused(refusedCount)}</h3>
      <ul className="watch-list-refused">
        {shown.map((line) => (
          <li key={line.line}>
            {refusedLineSentence(line)}{' '}
            {line.title === '' ? null : <span className="mute">{line.title}</span>}
          </li>
        ))}
        {isWhole && refusedCount > refused.length ? (
          <li>{text.refusedMore(refusedCount - refused.length)}</li>
        ) : null}
      </ul>
      {refused.length <= FIRST_REFUSED ? null : (
        <div>
          <Button small onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? text.refusedFew(FIRST_REFUSED) : text.refusedAll(refusedCount)}
          </Button>
        </div>
      )}
    </section>
  )
}

function TakeProgress() {
  const [percent, setPercent] = useState(0)
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'progress' && event.method === 'watchList.take')
          setPercent(event.total === 0 ? 0 : Math.floor((100 * event.done) / event.total))
      }),
    [],
  )
  return <Banner>{text.progress(text.taking, percent)}</Banner>
}
