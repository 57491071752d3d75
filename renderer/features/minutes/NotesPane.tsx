import NotebookPen from 'lucide-react/icons/notebook-pen'
import { Fragment } from 'react'
import { type SessionLine, type Suspension, suspensions } from '../../../electron/domain/session/session.ts'
import { formatTimeRange } from '../../../electron/domain/text/french.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { useUnseen } from '../../app/team.ts'
import { titled } from '../../text/common.ts'
import { notesText as text } from '../../text/minutes-life.ts'
import { lineKindText } from '../../text/session.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { LineTime, LineWords, lineClass, lineIcon, NotebookDoor } from '../session/index.ts'
import type { PlanEntry } from './sections.ts'
import type { FromNotes } from './use-from-notes.ts'

export function NotesPane(props: {
  meetingId: string
  entries: readonly PlanEntry[]
  /** The item that is being written; null in the other sections. */
  itemId: string | null
  fromNotes: FromNotes
  /** To where the notes of no item stand. */
  onUnplaced: () => void
}) {
  const { meetingId, itemId, fromNotes } = props
  const unseen = useUnseen()
  const session = useQuery('session.get', { meetingId })
  const kept = session.data?.lines.filter(({ state }) => state === 'kept') ?? []
  const lines = kept.filter((line) => line.itemId === itemId)
  const pauses = suspensions(session.data?.spans ?? []).filter((pause) => pause.itemId === itemId)
  const unplaced = kept.filter((line) => line.itemId === null).length
  const place = useWrite('session.updateLine', { onError: (error) => showToast(errorSentence(error)) })
  const writing = fromNotes.isPending ? text.writing : undefined
  return (
    <Inspector title={text.pane} acts={<NotebookDoor meetingId={meetingId} />}>
      <div className="stack">
        {session.error === null ? null : (
          <ErrorBanner error={session.error} onRetry={() => void session.refetch()} />
        )}
        <LeftSections entries={props.entries} fromNotes={fromNotes} />
        {itemId === null || unplaced === 0 ? null : (
          <Banner>
            <p>{text.unplaced(unplaced)}</p>
            <Button small onPress={props.onUnplaced}>
              {text.toUnplaced}
            </Button>
          </Banner>
        )}
        {kept.length + pauses.length === 0 ? null : (
          <div className="row wrap">
            {itemId === null || lines.length + pauses.length === 0 ? null : (
              <Button
                small
                writes
                icon={NotebookPen}
                busy={writing}
                onPress={() => fromNotes.start(itemId, false)}
              >
                {text.from}
              </Button>
            )}
            <Button small writes look="ghost" busy={writing} onPress={() => fromNotes.start(null, false)}>
              {text.all}
            </Button>
          </div>
        )}
        {session.data === undefined ? (
          session.error === null ? (
            <Skeleton lines={4} />
          ) : null
        ) : lines.length + pauses.length === 0 ? (
          <EmptyState icon={NotebookPen} title={unseen ?? text.noNotes}>
            {unseen === null ? text.noNotesHint : null}
          </EmptyState>
        ) : (
          <section aria-label={text.count(lines.length)}>
            {itemId === null ? (
              <>
                <h3 className="h3">{text.withoutItem}</h3>
                <p className="mute small">{text.unplaced(lines.length)}</p>
              </>
            ) : null}
            <div className="note-log">
              {lines.map((line, index) => (
                <Fragment key={line.id}>
                  <Pauses
                    of={pauses.filter(({ at }) => at < line.at && at >= (lines[index - 1]?.at ?? ''))}
                  />
                  <Note line={line} author={authorOf(lines, index)} />
                  {itemId === null ? (
                    <ItemChoice
                      entries={props.entries}
                      onChoose={(chosen) =>
                        place.mutate({ id: line.id, version: line.version, patch: { itemId: chosen } })
                      }
                    />
                  ) : null}
                </Fragment>
              ))}
              <Pauses of={pauses.filter(({ at }) => at >= (lines.at(-1)?.at ?? ''))} />
            </div>
          </section>
        )}
      </div>
    </Inspector>
  )
}

/** Where a note belongs that was taken before the first item, or while the meeting was suspended. */
function ItemChoice(props: { entries: readonly PlanEntry[]; onChoose: (itemId: string) => void }) {
  const choices = props.entries.flatMap((entry) =>
    entry.kind === 'item'
      ? [{ value: entry.id, label: `${entry.number} ${titled(entry.item.title)}`.trim() }]
      : [],
  )
  return (
    <Select
      label={text.place}
      value=""
      choices={[{ value: '', label: text.choose }, ...choices]}
      onCommit={(chosen) => {
        if (chosen !== '') props.onChoose(chosen)
      }}
    />
  )
}

function Pauses({ of }: { of: readonly Suspension[] }) {
  return of.map(({ at, from, to }) => (
    <p key={at} className="mute small">
      {text.suspended(formatTimeRange(from, to))}
    </p>
  ))
}

/** Named where the hand changes. */
function authorOf(lines: readonly SessionLine[], index: number): string {
  const [line, previous] = [lines[index], lines[index - 1]]
  return line === undefined || line.author === previous?.author ? '' : line.author
}

function Note({ line, author }: { line: SessionLine; author: string }) {
  return (
    <div className={lineClass[line.kind]}>
      <LineTime line={line} />
      <Icon of={lineIcon[line.kind]} size={17} />
      <div>
        {line.kind === 'note' || line.kind === 'intervention' ? null : (
          <span className="visually-hidden">{lineKindText[line.kind]} </span>
        )}
        <LineWords line={line} />
        {author === '' ? null : <div className="meta">{text.sameAuthor(author)}</div>}
      </div>
    </div>
  )
}

/** Texts that were not written over, each with the act that does it nevertheless. */
function LeftSections({ entries, fromNotes }: { entries: readonly PlanEntry[]; fromNotes: FromNotes }) {
  const left = entries.filter(
    (entry): entry is Extract<PlanEntry, { kind: 'item' }> =>
      entry.kind === 'item' && fromNotes.leftItemIds.includes(entry.id),
  )
  if (left.length === 0) return null
  return (
    <Banner>
      <p>{text.left(left.length)}</p>
      <ul className="notes-left">
        {left.map(({ id, number, item }) => (
          <li key={id}>
            <span className="grow cut-two-lines" title={titled(item.title)}>
              {`${number} ${titled(item.title)}`.trim()}
            </span>
            <Button
              small
              writes
              label={text.rewrite(titled(item.title))}
              onPress={() => fromNotes.start(id, true)}
            >
              {text.again}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
