import ArrowLeft from 'lucide-react/icons/arrow-left'
import FileArchive from 'lucide-react/icons/file-archive'
import FileCheck from 'lucide-react/icons/file-check'
import FileX from 'lucide-react/icons/file-x'
import Paperclip from 'lucide-react/icons/paperclip'
import { useCallback, useEffect, useState } from 'react'
import type { PlacedAnnex } from '../../../../electron/contract/meeting-book.ts'
import { readKey } from '../../../../electron/contract/read-key.ts'
import type { AnnexFate, BookCirculation } from '../../../../electron/domain/documents/meeting-book.ts'
import { call, onEvent } from '../../../api/client.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { useMade } from '../../../api/use-made.ts'
import { useAct } from '../../../api/use-write.ts'
import { bookText as text } from '../../../text/meeting-book.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import type { IconShape } from '../../../ui/Icon.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { scrolls } from '../../../ui/scrolls.ts'
import { DocumentPreview } from '../DocumentPreview.tsx'
import { SaveDocument } from '../SaveDocument.tsx'

const looks: Readonly<Record<AnnexFate['goes'], { icon: IconShape; tone: Tone }>> = {
  merged: { icon: FileCheck, tone: 'ok' },
  attached: { icon: Paperclip, tone: 'info' },
  zip: { icon: FileArchive, tone: 'info' },
  missing: { icon: FileX, tone: 'bad' },
}

export function MeetingBook({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const [circulation, setCirculation] = useState<BookCirculation>('members')
  const subject = { kind: 'meetingBook', meetingId, circulation } as const
  const make = useCallback(async () => {
    await outbox.flush()
    return call('meetingBook.contents', { meetingId, circulation })
  }, [meetingId, circulation])
  const contents = useMade(readKey('meetingBook.contents', { meetingId, circulation }), make)
  const annexes = contents.value
  return (
    <div className="cols book">
      <section className="pane scroll book-contents" aria-label={text.contents} {...scrolls}>
        <div className="book-choice">
          <div className="row row-3 wrap">
            <Button icon={ArrowLeft} onPress={onClose}>
              {text.back}
            </Button>
            <SaveDocument key={circulation} subject={subject} />
          </div>
          <Segments
            label={text.circulation}
            value={circulation}
            choices={(['members', 'secretariat'] as const).map((value) => ({
              value,
              label: text.circulations[value],
            }))}
            onChange={setCirculation}
          />
          <p className="mute small">{text.hints[circulation]}</p>
        </div>
        {contents.phase === 'failed' ? (
          <ErrorBanner error={contents.error} onRetry={contents.retry} />
        ) : contents.phase === 'current' ? null : (
          <Examining />
        )}
        {annexes === null ? <Skeleton lines={6} /> : <Annexes annexes={annexes} />}
      </section>
      <DocumentPreview key={circulation} subject={subject} />
    </div>
  )
}

/** How far the examining is, and its end. */
function Examining() {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stop = useAct('meetingBook.stop')
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'progress' && event.method === 'meetingBook.contents') setProgress(event)
      }),
    [],
  )
  return (
    <div className="row row-3 book-examining" role="status">
      <span className="mute grow">
        {progress === null ? text.examining : text.examined(progress.done, progress.total)}
      </span>
      <Button small onPress={() => stop.mutate({})}>
        {text.stop}
      </Button>
    </div>
  )
}

function Annexes({ annexes }: { annexes: readonly PlacedAnnex[] }) {
  const count = (goes: AnnexFate['goes']) => annexes.filter(({ fate }) => fate.goes === goes).length
  const pages = annexes.reduce((sum, { fate }) => sum + (fate.goes === 'merged' ? fate.pages : 0), 0)
  const missing = count('missing')
  if (annexes.length === 0) return <p className="mute">{text.empty}</p>
  return (
    <>
      {missing === 0 ? null : <Banner tone="bad">{text.missingBanner(missing)}</Banner>}
      <p className="small">
        {text.summary(count('merged'), pages, count('attached'), count('zip'), missing)}
      </p>
      <ul className="book-list">
        {annexes.map((annex) => (
          <Annex key={annex.attachmentId} annex={annex} />
        ))}
      </ul>
    </>
  )
}

function Annex({ annex: { number, name, fate, tabled } }: { annex: PlacedAnnex }) {
  const { icon, tone } = looks[fate.goes]
  const detail = text.detail(fate)
  return (
    <li className="book-annex">
      <span className="book-label">
        <span aria-hidden="true">{text.label(number)}</span>
        <span className="visually-hidden">{text.annex(number)}</span>
      </span>
      <span className="book-name">
        <span className="book-title" title={name}>
          {name}
        </span>
        <span className="mute small">{tabled ? `${detail}, ${text.tabled}` : detail}</span>
      </span>
      <Badge icon={icon} tone={tone}>
        {text.badge[fate.goes]}
      </Badge>
    </li>
  )
}
