import NotebookPen from 'lucide-react/icons/notebook-pen'
import { plainText } from '../../../electron/domain/text/rich-text.ts'
import { useQuery } from '../../api/use-query.ts'
import { notesText as text } from '../../text/minutes-life.ts'
import { Button } from '../../ui/Button.tsx'
import type { PlanEntry } from './sections.ts'
import type { FromNotes } from './use-from-notes.ts'

export function WriteFromNotes(props: {
  entry: Extract<PlanEntry, { kind: 'item' }>
  meetingId: string
  fromNotes: FromNotes
}) {
  const { entry, fromNotes } = props
  const session = useQuery('session.get', { meetingId: props.meetingId })
  const { section } = entry
  const isEmpty = [section.presentation, section.exchanges].every((one) => plainText(one) === '')
  const hasNotes =
    session.data?.lines.some(({ itemId, state }) => itemId === entry.id && state === 'kept') === true
  if (!isEmpty || !hasNotes) return null
  return (
    <Button
      small
      writes
      icon={NotebookPen}
      busy={fromNotes.isPending ? text.writing : undefined}
      onPress={() => fromNotes.start(entry.id, false)}
    >
      {text.from}
    </Button>
  )
}
