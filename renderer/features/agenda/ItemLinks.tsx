import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import X from 'lucide-react/icons/x'
import { useMemo, useRef, useState } from 'react'
import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { Hearing } from '../../../electron/domain/projects/project.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { useWorkspace } from './workspace.ts'

type LinkTarget = { kind: 'project' | 'watch'; targetId: string; title: string }

/** Most projects and most texts proposed at once. */
const MOST = 8

/** `known` are the ids already linked, not proposed again. */
function LinkPicker(props: { known: readonly string[]; onPick: (target: LinkTarget) => void }) {
  const [words, setWords] = useState('')
  const projects = useQuery('projects.list', {})
  const texts = useQuery(
    'watch.list',
    { words: words.trim(), offset: 0, limit: MOST + props.known.length },
    { keepPrevious: true },
  )
  const proposals = useMemo(() => {
    const wanted = fold(words.trim())
    const all: LinkTarget[] = [
      ...(projects.data ?? [])
        .filter((project) => fold(project.title).includes(wanted))
        .slice(0, MOST)
        .map(({ id, title }): LinkTarget => ({ kind: 'project', targetId: id, title })),
      ...(texts.data?.rows ?? []).map(
        ({ id, title }): LinkTarget => ({ kind: 'watch', targetId: id, title }),
      ),
    ]
    return all
      .filter((one) => !props.known.includes(one.targetId))

      .map((one) => ({
        ...one,
        id: one.targetId,
        label: one.title,
        detail: one.kind === 'project' ? agendaText.inspector.project : agendaText.inspector.watch,
      }))
  }, [projects.data, texts.data, words, props.known])
  return (
    <Picker
      label={agendaText.inspector.link}
      words={words}
      proposals={proposals}
      onWords={setWords}
      onPick={({ kind, targetId, title }) => props.onPick({ kind, targetId, title })}
    />
  )
}

type LinkView = AgendaView['links'][number]

export function ItemLinks({ item }: { item: AgendaItem }) {
  const { agenda, link } = useWorkspace()
  const links = agenda.links.filter((one) => one.itemId === item.id)
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  return (
    <section className="field" aria-label={agendaText.inspector.links} ref={section} tabIndex={-1}>
      <span className="label">{agendaText.inspector.links}</span>
      {links.length === 0 ? null : (
        <ul className="attendance-list">
          {links.map((one) => (
            <LinkRow key={`${one.kind}-${one.targetId}`} item={item} of={one} />
          ))}
        </ul>
      )}
      <LinkPicker
        known={links.map((one) => one.targetId)}
        onPick={(target) => link({ type: 'link', id: item.id, ...target })}
      />
    </section>
  )
}

function LinkRow({ item, of: target }: { item: AgendaItem; of: LinkView }) {
  const { link } = useWorkspace()
  const { kind, targetId, title } = target
  const isProject = kind === 'project'
  return (
    <li>
      <div className="attendance-row">
        <Icon of={isProject ? Presentation : ScrollText} size={16} />
        <span className="cut grow" title={title}>
          {title}
        </span>
        <span className="mute nowrap">
          {isProject ? agendaText.inspector.project : agendaText.inspector.watch}
        </span>
        <Button
          small
          look="ghost"
          icon={X}
          label={agendaText.inspector.unlink(title)}
          onPress={() => link({ type: 'unlink', id: item.id, kind, targetId, title })}
        />
      </div>
      {isProject ? (
        <ProjectHearings id={targetId} meetingId={item.meetingId} />
      ) : (
        <WatchHearings id={targetId} meetingId={item.meetingId} />
      )}
    </li>
  )
}

function ProjectHearings({ id, meetingId }: { id: string; meetingId: string }) {
  const sheet = useQuery('projects.get', { id })
  return <Hearings hearings={sheet.data?.project.hearings ?? []} meetingId={meetingId} />
}

function WatchHearings({ id, meetingId }: { id: string; meetingId: string }) {
  const text = useQuery('watch.get', { id })
  return <Hearings hearings={text.data?.hearings ?? []} meetingId={meetingId} />
}

function Hearings({ hearings, meetingId }: { hearings: readonly Hearing[]; meetingId: string }) {
  const before = hearings.filter((one) => one.meetingId !== meetingId && one.state === 'heard')
  if (before.length === 0) return null
  return (
    <ul className="hearings" aria-label={agendaText.inspector.hearings}>
      {before.map((one) => (
        <li key={`${one.meetingId}-${one.itemId}`}>
          {agendaText.inspector.hearing(formatShortDate(one.meetingDate, true), one.itemTitle)}
        </li>
      ))}
    </ul>
  )
}
