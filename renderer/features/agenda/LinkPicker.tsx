import { useMemo, useState } from 'react'
import { fold } from '../../../electron/domain/text/fold.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { Picker } from '../../ui/Picker.tsx'

export type LinkTarget = { kind: 'project' | 'watch'; targetId: string; title: string }

/** Most projects and most texts proposed at once. */
const MOST = 8

/** `known` are the ids already linked, not proposed again. */
export function LinkPicker(props: { known: readonly string[]; onPick: (target: LinkTarget) => void }) {
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
