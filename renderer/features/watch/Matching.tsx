import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { unpublished } from '../../../electron/domain/watch/watch.ts'
import { watchStatusWords } from '../../../electron/domain/watch/watch-words.ts'
import type { ApiError } from '../../api/api-error.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { lifeText } from '../../text/text-life.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Picker } from '../../ui/Picker.tsx'

type Life = Output<'watch.life'>
type Row = Pick<Life['item'], 'id' | 'version' | 'title' | 'status'>

const text = lifeText.match
/** Followed texts proposed at once. */
const MOST = 8

/** Proposed by the data themselves; nothing where they propose nothing. */
export function Matching({ life }: { life: Life }) {
  const { item, matches } = life
  // One that is proposed anyway says its reason there.
  const namesakes = life.namesakes.filter(({ text: { id } }) => !matches.some((one) => one.id === id))
  const { join, error } = useMatch(item)
  const isDraft = unpublished.includes(item.status)
  if (matches.length + namesakes.length === 0) return null
  return (
    <section className="text-ask" aria-label={text.region}>
      {error === null ? null : <ErrorBanner error={error} />}
      {matches.length === 0 ? null : (
        <>
          <p className="strong">{isDraft ? text.published : text.drafts}</p>
          <ul className="list">
            {matches.map((proposal) => (
              <Other key={proposal.id} row={proposal} onJoin={join}>
                {watchPasteText.because(proposal.reasons)}
              </Other>
            ))}
          </ul>
        </>
      )}
      {namesakes.length === 0 ? null : (
        <>
          <ul className="list">
            {namesakes.map(({ key, text: other }) => (
              <Other key={other.id} row={other} lead={leadOf(key)} onJoin={join} />
            ))}
          </ul>
          <p className="mute text-15">{text.namesakeHint}</p>
        </>
      )}
    </section>
  )
}

function Other(props: { row: Row; lead?: string; onJoin: (row: Row) => void; children?: string }) {
  const { row, lead, onJoin, children } = props
  return (
    <li>
      <div className="grow">
        {lead === undefined ? null : <span className="watch-problem">{lead} </span>}
        <a href={href('watchText', {}, row.id)}>{row.title}</a>
        <span className="mute">
          {`, ${watchStatusWords[row.status].toLowerCase()}`} {children}
        </span>
      </div>
      <Button small onPress={() => onJoin(row)}>
        {text.act}
        <span className="visually-hidden">, {row.title}</span>
      </Button>
    </li>
  )
}

/** Any other followed text, by words of its title. */
export function OtherMatch({ item }: { item: Row }) {
  const [words, setWords] = useState('')
  const { join, error } = useMatch(item)
  const texts = useQuery(
    'watch.list',
    { words: words.trim(), offset: 0, limit: MOST },
    { keepPrevious: true },
  )
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      <Picker
        label={text.other}
        words={words}
        proposals={(texts.data?.rows ?? [])
          .filter((row) => row.id !== item.id)
          .map(({ id: rowId, version, title, status }) => ({
            id: rowId,
            version,
            title,
            status,
            label: title,
            detail: watchStatusWords[status],
          }))}
        onWords={setWords}
        onPick={join}
      />
    </>
  )
}

function useMatch(item: Row): { join: (other: Row) => void; error: ApiError | null } {
  const match = useWrite('watch.match', {
    onSuccess: (after) => {
      showUndoToast(text.done)
      if (after.item.id !== item.id) navigate(href('watchText', {}, after.item.id))
    },
  })
  return { join: (other) => match.mutate(rowsOf(item, other)), error: match.error }
}

/** The draft is kept, with its history; of two of a kind, the one on the screen. */
function rowsOf(
  item: Row,
  other: Row,
): { kept: Pick<Row, 'id' | 'version'>; joined: Pick<Row, 'id' | 'version'> } {
  const target = ({ id, version }: Row) => ({ id, version })
  const isOtherKept = unpublished.includes(other.status) && !unpublished.includes(item.status)
  return isOtherKept
    ? { kept: target(other), joined: target(item) }
    : { kept: target(item), joined: target(other) }
}

/** Which identifier two texts share. */
function leadOf(key: string): string {
  const kind = key.split(' ')[0] ?? ''
  const leads: Readonly<Record<string, string>> = text.namesake
  return leads[kind] ?? text.namesake.number
}
