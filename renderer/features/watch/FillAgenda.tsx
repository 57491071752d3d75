import CalendarPlus from 'lucide-react/icons/calendar-plus'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { ApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { showToast } from '../../api/toasts.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useUpcoming } from '../../parts/use-upcoming.ts'
import { agendaText } from '../../text/agenda.ts'
import { watchText } from '../../text/watch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

const text = watchText.bulletin

export function FillAgenda({ subject }: { subject: Extract<DocumentSubject, { kind: 'watchBulletin' }> }) {
  const [next] = useUpcoming()
  const fill = useWrite('watch.fillAgenda')
  const render = useAct('documents.render')
  const annex = useWrite('attachments.add')
  if (next === undefined) return null
  const { from, to } = subject
  const start = async () => {
    const { itemId, added } = await fill.mutateAsync({ from, to, meetingId: next.id, itemId: newId() })
    const { bytes, fileName } = await render.mutateAsync(subject)
    try {
      await annex.mutateAsync({ meetingId: next.id, itemId, file: { fileName, bytes } })
    } catch (failure) {
      // The same bulletin is annexed already.
      if (!(failure instanceof ApiError) || failure.code !== 'file-already-there') throw failure
    }
    showToast(text.filled(added, next.words), {
      label: agendaText.region,
      run: () => navigate(href('agenda', { meetingId: next.id }, itemId)),
    })
  }
  const isBusy = fill.isPending || render.isPending || annex.isPending
  const error =
    fill.error ?? render.error ?? (annex.error?.code === 'file-already-there' ? null : annex.error)
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      <Button
        icon={CalendarPlus}
        busy={isBusy ? text.filling : undefined}
        // A failure is said by its banner.
        onPress={() => void start().catch(() => undefined)}
      >
        {text.fill(next.words)}
      </Button>
    </>
  )
}
