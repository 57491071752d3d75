import { followUpItem } from '../../../electron/domain/agenda/template.ts'
import { dragOut } from '../../api/drag-out.ts'
import { useQuery } from '../../api/use-query.ts'
import { ApprovalLink } from '../../parts/ApprovalLink.tsx'
import { itemFaceText as text } from '../../text/session-pane.ts'
import { Banner } from '../../ui/Banner.tsx'
import { FileName, useAttachments } from '../documents/index.ts'
import { OpenActions } from './OpenActions.tsx'
import type { LiveItem, Session } from './use-session.ts'

/** What one needs to know of the item that is on. */
export function ItemFace(props: {
  session: Session
  /** Who asks to speak. */
  asked: readonly string[]
  /** Words on an open action, noted under the item that is on. */
  onComment: (raw: string) => void
  /** Nothing is left to be gone through: back to the line. */
  onSaid: () => void
}) {
  const { session, asked } = props
  const { meeting, current, items } = session
  const template = useQuery('agenda.template', {}).data ?? []
  const followUp = followUpItem(
    items.map(({ item }) => item),
    template,
  )
  return (
    <aside className="pane inspector" aria-label={text.title}>
      <div className="scroll inspector-body stack glance">
        {current === null ? null : (
          <>
            <ApprovalLink item={current.item} meeting={meeting} />
            {current.item.note === '' ? null : (
              <section aria-label={text.note}>
                <h3 className="h3">{text.note}</h3>
                <p className="note-words">{current.item.note}</p>
              </section>
            )}
            <Documents key={current.item.id} meetingId={meeting.id} live={current} />
            {current.item.id === followUp?.id ? (
              <OpenActions session={session} onComment={props.onComment} onSaid={props.onSaid} />
            ) : null}
          </>
        )}
        <section aria-label={text.asked}>
          <h3 className="h3">
            {text.asked} {asked.length === 0 ? null : <span className="mute">{asked.length}</span>}
          </h3>
          <p className={asked.length === 0 ? 'mute' : undefined}>
            {asked.length === 0 ? text.nobody : asked.join(', ')}
          </p>
        </section>
      </div>
    </aside>
  )
}

function Documents({ meetingId, live }: { meetingId: string; live: LiveItem }) {
  const { all, acts, failures } = useAttachments({ meetingId })
  const own = all.filter(({ itemId }) => itemId === live.item.id)
  return (
    <section aria-label={text.documents}>
      <h3 className="h3">
        {text.documents} {own.length === 0 ? null : <span className="mute">{own.length}</span>}
      </h3>
      {failures.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {own.length === 0 ? (
        <p className="mute">{text.noDocument}</p>
      ) : (
        <ul className="glance-list">
          {own.map(({ id, title, fileName }) => (
            <li key={id} {...dragOut(() => acts.drag(id))}>
              <FileName
                name={title === '' ? fileName : title}
                fileName={fileName}
                onOpen={() => acts.open(id)}
                onExport={() => acts.exportCopy(id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
