import CalendarPlus from 'lucide-react/icons/calendar-plus'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { MAX_PASTED } from '../../../electron/contract/watch.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { watchPasteText as text } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { showUndoToast } from '../../ui/toasts.ts'
import { PastedTextRow } from './PastedTextRow.tsx'
import { changed, draftOf, isTaken, type PastedChoice, takenTexts } from './pasted-choice.ts'

export function PastedPane(props: {
  words: string
  onWords: (words: string) => void
  onFollowed: (id: string) => void
  onClose: () => void
}) {
  const [choice, setChoice] = useState<PastedChoice>(new Map())
  const isLong = props.words.length > MAX_PASTED
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
    void showUndoToast(words)
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
        value={props.words}
        autoFocus={props.words === ''}
        onCommit={(words) => {
          setChoice(new Map())
          props.onWords(words)
        }}
      />
      {[read.error, follow.error, putOnAgenda.error].map((error) =>
        error === null ? null : <ErrorBanner key={error.code} error={error} />,
      )}
      {props.words.trim() === '' ? null : read.data === undefined ? (
        read.error === null ? (
          <Skeleton lines={4} />
        ) : null
      ) : (
        <>
          <p className="t-15" role="status">
            {text.found(rows.length)}
          </p>
          {read.data.problems.map(({ kind, words }) => (
            <p key={`${kind} ${words}`} className="t-15 watch-problem">
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
