import Mails from 'lucide-react/icons/mails'
import { type ReactNode, type Ref, useRef } from 'react'
import {
  type AskedPerson,
  askedCount,
  awaited,
  isConvened,
  ReplyAnswer,
  type ReplyCounts,
  replyCounts,
} from '../../../../electron/domain/attendance/reply.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { isCalled } from '../../../../electron/domain/people/same-person.ts'
import { type RoomPaper, roomPaperText, repliesText as text } from '../../../text/replies.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { replyGroups } from './reply-groups.ts'
import type { MailReplies } from './use-mail-replies.ts'

const columns: readonly (keyof ReplyCounts)[] = [...ReplyAnswer.options, 'awaited']

function CountsTable({ asked }: { asked: readonly AskedPerson[] }) {
  const groups = replyGroups(asked, text)
  return (
    <table className="counts">
      <caption className="visually-hidden">{text.counts}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <Lines key={group.key} label={group.label} counts={replyCounts(group.people)} />
      ))}
      <Lines label={text.total} counts={replyCounts(asked)} isTotal />
    </table>
  )
}

function Head({ column }: { column: keyof ReplyCounts }) {
  if (column !== 'represented' && column !== 'awaited') return text.heads[column]
  return <abbr title={text.fullHeads[column]}>{text.heads[column]}</abbr>
}

/** The name above its figures: names of colleges are long, and five figures need their room. */
function Lines(props: { label: string; counts: ReplyCounts; isTotal?: boolean }) {
  const { label, counts } = props
  return (
    <tbody className={props.isTotal === true ? 'total' : ''}>
      <tr>
        <th scope="rowgroup" colSpan={columns.length}>
          {label}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <td key={column} className={counts[column] === 0 ? 'none' : ''}>
            {counts[column]}
          </td>
        ))}
      </tr>
    </tbody>
  )
}

const papers = Object.keys(roomPaperText) as RoomPaper[]

export function RepliesAside(props: {
  ref: Ref<HTMLElement>
  /** The seat that is chosen in the list. */
  seat: ReactNode
  asked: readonly AskedPerson[]
  /** Of one that has begun nothing says that they were convened. */
  meeting: Pick<Meeting, 'state' | 'chair'> | undefined
  mails: MailReplies
  paper: RoomPaper | null
  onPaper: (paper: RoomPaper | null) => void
}) {
  const { asked, meeting, mails, paper } = props
  // Who chairs has a card without an answer.
  const cardless = awaited(asked).filter(
    (one) => one.role !== 'guest' && !isCalled(meeting?.chair ?? '', one),
  ).length
  const convened = asked.filter(isConvened)
  const unreached = asked.filter((one) => !isConvened(one))
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <aside ref={props.ref} className="pane replies-aside" aria-label={text.beside}>
      <div className="scroll">
        {props.seat}
        <section aria-labelledby="replies-papers">
          <h2 className="h3" id="replies-papers">
            {text.papers}
          </h2>
          <div className="paper-choices">
            {papers.map((one) => (
              <Button
                key={one}
                pressed={one === paper}
                onPress={() => props.onPaper(one === paper ? null : one)}
              >
                {roomPaperText[one]}
              </Button>
            ))}
          </div>
          {paper === 'nameCards' && cardless > 0 ? (
            <p className="mute small">{text.cardless(cardless)}</p>
          ) : null}
        </section>
        <section aria-label={text.counts}>
          <CountsTable asked={asked} />
          {asked.length === 0 ? null : (
            <p className="mute small">
              {meeting?.state === 'planned'
                ? text.toAsk(asked.length, replyCounts(asked).awaited, askedCount(asked))
                : meeting?.state === 'convened'
                  ? text.asked(convened.length, replyCounts(convened).awaited, askedCount(convened))
                  : text.expected(asked.length)}
            </p>
          )}
          {meeting?.state === 'convened' && unreached.length > 0 ? (
            <Banner tone="warn">{text.unreached(unreached.map(fullName))}</Banner>
          ) : null}
        </section>
        <section aria-labelledby="replies-mails">
          <h2 className="h3" id="replies-mails">
            {text.byMail}
          </h2>
          <div className="drop-hint">
            <Icon of={Mails} size={22} />
            <span>{text.byMailHint}</span>
          </div>
          {mails.reading === null ? (
            <Button icon={Mails} writes onPress={() => chooser.current?.click()}>
              {text.choose}
            </Button>
          ) : (
            <div className="row row-3" role="status">
              <span className="mute">{text.reading(mails.reading.done, mails.reading.all)}</span>
              <Button small onPress={mails.stop}>
                {text.stop}
              </Button>
            </div>
          )}
          <input
            ref={chooser}
            type="file"
            multiple
            accept=".eml,.msg"
            hidden
            aria-label={text.choose}
            onChange={(event) => {
              mails.read([...(event.target.files ?? [])])
              // The same files may be chosen again.
              event.target.value = ''
            }}
          />
        </section>
      </div>
    </aside>
  )
}
