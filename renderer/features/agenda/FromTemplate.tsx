import ListOrdered from 'lucide-react/icons/list-ordered'
import Plus from 'lucide-react/icons/plus'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import { agendaText } from '../../text/agenda.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showToast, showUndoToast } from '../../ui/toasts.ts'

function useTemplate(done: string) {
  return useWrite('agenda.applyTemplate', {
    onSuccess: () => void showUndoToast(done),
    onError: (error) => showToast(errorSentence(error)),
  })
}

export function EmptyAgenda({ meetingId }: { meetingId: string }) {
  const apply = useTemplate(text.templateLaid)
  return (
    <EmptyState
      icon={ListOrdered}
      title={agendaText.emptyTitle}
      act={
        <Button icon={Plus} onPress={() => apply.mutate({ meetingId })}>
          {text.fromTemplate}
        </Button>
      }
    >
      {agendaText.emptyWords}
    </EmptyState>
  )
}

export function MissingApprovals({ status }: { status: AgendaStatus }) {
  const { meetingId, missingApprovals } = status
  const apply = useTemplate(text.approvalsAdded)
  const many = missingApprovals.length
  if (many === 0) return null
  return (
    <div className="ag-banners">
      <Banner
        acts={
          <Button small icon={Plus} onPress={() => apply.mutate({ meetingId })}>
            {text.addApprovals(many)}
          </Button>
        }
      >
        {text.missingApprovals(many)}
      </Banner>
    </div>
  )
}
