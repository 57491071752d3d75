import CalendarPlus from 'lucide-react/icons/calendar-plus'
import CloudDownload from 'lucide-react/icons/cloud-download'
import ListPlus from 'lucide-react/icons/list-plus'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { Input, Output } from '../../../electron/contract/index.ts'
import { PASTED_LENGTH } from '../../../electron/domain/limits.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import type { PastedText } from '../../../electron/domain/watch/pasted-text.ts'
import { watchStatusWords } from '../../../electron/domain/watch/watch-words.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { legifranceText } from '../../text/legifrance.ts'
import { lifeText } from '../../text/text-life.ts'
import { watchText } from '../../text/watch.ts'
import { watchPasteText as text } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { DraftChoice } from './DraftChoice.tsx'
import { type LegifranceAsked, referenceOf } from './use-legifrance.ts'

type PastedRow = Output<'watch.readPasted'>['rows'][number]

/** By the rank of a text: whether it is taken, and the draft that it publishes; what nobody touched is as proposed. */
type PastedChoice = ReadonlyMap<number, { taken?: boolean; publishes?: string | null }>

const nothingChosen: PastedChoice = new Map()

/** A draft this like the text is proposed as chosen: it is seen, and one press takes it back. */
const SURE = 0.6

/** A text that is followed already is not taken again unless somebody says so. */
function isTaken(row: PastedRow, rank: number, choice: PastedChoice): boolean {
  return row.known === null && (choice.get(rank)?.taken ?? true)
}

/** The draft that a text is the publication of; null for a text of its own. */
function draftOf(row: PastedRow, rank: number, choice: PastedChoice): PastedRow['drafts'][number] | null {
  const chosen = choice.get(rank)?.publishes
  const [best] = row.drafts
  const id = chosen === undefined ? (best !== undefined && best.score >= SURE ? best.id : null) : chosen
  return row.drafts.find((draft) => draft.id === id) ?? null
}

/** The same choice with one text's changed. */
function changed(
  choice: PastedChoice,
  rank: number,
  change: { taken?: boolean; publishes?: string | null },
): PastedChoice {
  return new Map(choice).set(rank, { ...choice.get(rank), ...change })
}

/** Sent to follow the chosen texts. */
function takenTexts(rows: readonly PastedRow[], choice: PastedChoice): Input<'watch.addPasted'>['texts'] {
  return rows.flatMap((row, rank) => {
    if (!isTaken(row, rank, choice)) return []
    const draft = draftOf(row, rank, choice)
    const publishes = draft === null ? null : { id: draft.id, version: draft.version }
    return [{ id: newId(), text: row.text, publishes }]
  })
}

export function PastedPane(props: {
  words: string
  onWords: (words: string) => void
  legifrance: LegifranceAsked | null
  onFollowed: (id: string) => void
  onClose: () => void
}) {
  const [chosen, setChosen] = useState({ of: props.words, choice: nothingChosen })
  // By rank: it is of these words alone.
  const choice = chosen.of === props.words ? chosen.choice : nothingChosen
  const setChoice = (next: PastedChoice) => setChosen({ of: props.words, choice: next })
  const { legifrance } = props
  const isLong = props.words.length > PASTED_LENGTH
  const read = useQuery('watch.readPasted', { words: isLong ? '' : props.words }, { keepPrevious: true })
  const follow = useWrite('watch.addPasted')
  const putOnAgenda = useWrite('watch.putOnAgenda')
  const [next] = useUpcoming()
  const rows = read.data?.rows ?? []
  const taken = rows.filter((row, rank) => isTaken(row, rank, choice)).length
  const reason = taken === 0 ? text.nothingTaken : undefined
  const done = async (followed: Output<'watch.addPasted'>, meeting: typeof next | null) => {
    if (meeting)
      for (const { id } of followed)
        await putOnAgenda.mutateAsync({ id, itemId: newId(), meetingId: meeting.id })
    const words = meeting ? text.followedOn(followed.length, meeting.words) : text.followed(followed.length)
    showUndoToast(words)
    const [first] = followed
    if (first === undefined) props.onClose()
    else props.onFollowed(first.id)
  }
  const take = (meeting: typeof next | null) =>
    follow.mutate(
      { texts: takenTexts(rows, choice) },
      // A text that could not be put on the agenda is said by its own banner; the texts are followed all the same.
      { onSuccess: (followed) => void done(followed, meeting).catch(() => undefined) },
    )
  return (
    <Inspector title={text.title} onClose={props.onClose}>
      <TextArea
        label={text.words}
        help={isLong ? text.tooLong : text.help}
        prose={false}
        rows={props.words === '' ? 10 : 4}
        maxLength={null}
        value={props.words}
        autoFocus={props.words === ''}
        onCommit={props.onWords}
      />
      {[read.error, follow.error, putOnAgenda.error, legifrance?.error ?? null].map((error) =>
        error === null ? null : <ErrorBanner key={error.code} error={error} />,
      )}
      {props.words.trim() === '' ? null : read.data === undefined ? (
        read.error === null ? (
          <Skeleton lines={4} />
        ) : null
      ) : (
        <>
          <p className="text-15" role="status">
            {text.found(rows.length)}
          </p>
          {read.data.problems.map(({ kind, words }) => (
            <p key={`${kind} ${words}`} className="text-15 watch-problem">
              {text.problems[kind](words)}
            </p>
          ))}
          <ul className="watch-pasted">
            {[...rows.entries()].map(([rank, row]) => (
              <PastedTextRow
                // The words decide the rows: the same rank is the same text until they change.
                key={rank}
                row={row}
                isTaken={isTaken(row, rank, choice)}
                draft={draftOf(row, rank, choice)}
                legifrance={legifrance}
                onTake={(isNowTaken) => setChoice(changed(choice, rank, { taken: isNowTaken }))}
                onDraft={(publishes) => setChoice(changed(choice, rank, { publishes }))}
              />
            ))}
          </ul>
          {rows.length === 0 ? null : (
            <div className="row wrap watch-pasted-acts">
              {next === undefined ? null : (
                <Button icon={CalendarPlus} unavailable={reason} onPress={() => take(next)}>
                  {text.followOn(next.words)}
                </Button>
              )}
              <Button look="primary" icon={Plus} unavailable={reason} onPress={() => take(null)}>
                {text.follow(taken)}
              </Button>
            </div>
          )}
        </>
      )}
    </Inspector>
  )
}

function PastedTextRow(props: {
  legifrance: LegifranceAsked | null
  row: PastedRow
  isTaken: boolean
  draft: PastedRow['drafts'][number] | null
  onTake: (isTaken: boolean) => void
  onDraft: (id: string | null) => void
}) {
  const { row } = props
  const reference = referenceOf(row.text)
  return (
    <li className="watch-pasted-text">
      {row.known === null ? (
        <CheckBox label={row.title} checked={props.isTaken} onCommit={props.onTake} />
      ) : (
        <>
          <p>
            {text.known} <a href={href('watch', {}, row.known.id)}>{row.known.title}</a>
            {`, ${watchStatusWords[row.known.status].toLowerCase()}`}
          </p>
          {Object.keys(row.known.lacks).length === 0 ? null : <Complete known={row.known} />}
        </>
      )}
      <dl className="facts-list">
        {factsOf(row.text).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {props.legifrance === null || reference === null || row.text.title !== null ? null : (
        <Button
          small
          icon={CloudDownload}
          busy={props.legifrance.isAsking ? legifranceText.asking : undefined}
          onPress={() => props.legifrance?.ask(reference)}
        >
          {legifranceText.ask}
        </Button>
      )}
      {row.drafts.length === 0 || !props.isTaken ? null : (
        <DraftChoice drafts={row.drafts} chosen={props.draft?.id ?? null} onChoose={props.onDraft} />
      )}
    </li>
  )
}

/** What is written of a text that is followed is kept; what it lacks is written by one press. */
function Complete({ known }: { known: NonNullable<PastedRow['known']> }) {
  const write = useWrite('watch.update', { onSuccess: () => showUndoToast(text.completed(known.title)) })
  return (
    <>
      {write.error === null ? null : <ErrorBanner error={write.error} />}
      <Button
        small
        writes
        icon={ListPlus}
        onPress={() => write.mutate({ id: known.id, version: known.version, patch: known.lacks })}
      >
        {text.complete}
      </Button>
    </>
  )
}

/** The fields read, under their names; the title says nature, number and signature already. */
function factsOf(read: PastedText): [string, string][] {
  const { fields } = watchText
  const date = (value: string | null) => (value === null ? null : formatShortDate(value, true))
  const issue = read.joNumber === null ? null : text.issue(read.joNumber, read.joTextNumber)
  const facts: [string, string | null][] = [
    [fields.nor, read.nor],
    [text.fields.jorfText, read.jorfText],
    [text.fields.celex, read.celex],
    [text.fields.eli, read.eli],
    [fields.publishedOn, date(read.publishedOn)],
    [text.fields.issue, issue],
    [fields.inForceOn, date(read.inForceOn)],
    [fields.ministry, read.ministry],
    [fields.sourceUrl, read.sourceUrl === read.eli ? null : read.sourceUrl],
    ...(read.notice === null ? [] : noticeFacts(read.notice)),
  ]
  return facts.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [[label, value] as [string, string]],
  )
}

/** Its application, which few notices tell apart, is kept with the references. */
function noticeFacts(read: NonNullable<PastedText['notice']>): [string, string][] {
  const { effects, identity } = lifeText
  return [
    [watchText.fields.audience, read.audience],
    [effects.purpose, read.purpose],
    [identity.inForceWords, read.entryWords],
    [identity.notice, read.notice],
    [identity.legalReferences, [read.references, read.application].filter(Boolean).join(' ')],
  ]
}
