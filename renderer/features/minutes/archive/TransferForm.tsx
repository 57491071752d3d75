import type { Output } from '../../../../electron/contract/index.ts'
import { useQuery } from '../../../api/use-query.ts'
import { archiveText as text } from '../../../text/archive.ts'
import { ErrorBanner, sayGivenUp } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useKept } from '../../../ui/kept.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'

type Description = Output<'archive.describe'>

/** What is typed in the form is kept under it. */
export const transferKey = (meetingId: string): string => `transfer:${meetingId}`

/** How the meeting is described to the archives service: proposed, and changed here before it leaves. */
export function TransferForm(props: {
  meetingId: string
  /** `done` once it was written. */
  onWrite: (description: Description, done: () => void) => void
  onClose: () => void
}) {
  const proposed = useQuery('archive.describe', { meetingId: props.meetingId })
  return (
    <section className="stack" aria-label={text.transfer}>
      <h3 className="h3">{text.transfer}</h3>
      <p className="mute">{text.transferLead}</p>
      {proposed.error === null ? null : (
        <ErrorBanner error={proposed.error} onRetry={() => void proposed.refetch()} />
      )}
      {proposed.data === undefined ? (
        proposed.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <Fields proposed={proposed.data} {...props} />
      )}
    </section>
  )
}

function Fields(props: {
  meetingId: string
  proposed: Description
  onWrite: (description: Description, done: () => void) => void
  onClose: () => void
}) {
  const [described, setDescribed, forget] = useKept(
    transferKey(props.meetingId),
    props.proposed,
    ({ title, description, keywords }) => [title, description, keywords.join(', ')],
  )
  const put = (patch: Partial<Description>) => setDescribed((before) => ({ ...before, ...patch }))
  const isReady = described.title.trim() !== ''
  return (
    <>
      <TextField
        prose
        autoFocus
        label={text.transferTitle}
        value={described.title}
        onCommit={(title) => put({ title })}
      />
      <TextArea
        label={text.transferDescription}
        value={described.description}
        onCommit={(description) => put({ description })}
      />
      <TextField
        prose
        label={text.keywords}
        maxLength={null}
        value={described.keywords.join(', ')}
        onCommit={(words) => put({ keywords: keywordsOf(words) })}
      />
      <div className="row wrap">
        <Button
          small
          reads
          unavailable={isReady ? undefined : text.transferUntitled}
          onPress={() => props.onWrite(described, forget)}
        >
          {text.writeTransfer}
        </Button>
        <Button
          small
          look="ghost"
          onPress={() => {
            sayGivenUp(forget())
            props.onClose()
          }}
        >
          {text.giveUp}
        </Button>
      </div>
    </>
  )
}

const keywordsOf = (words: string) =>
  [...new Set(words.split(',').map((word) => word.trim()))].filter((word) => word !== '').slice(0, 50)
