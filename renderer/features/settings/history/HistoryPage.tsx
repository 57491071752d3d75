import Undo2 from 'lucide-react/icons/undo-2'
import { useQuery } from '../../../api/use-query.ts'
import { undoLast } from '../../../app/undo.ts'
import { historyText as text } from '../../../text/history.ts'
import { Button } from '../../../ui/Button.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { HistoryTable } from './HistoryTable.tsx'

export function HistoryPage(_: { focusId: string | null }) {
  const state = useQuery('history.state', {})
  return (
    <>
      <SectionHead
        title={text.title}
        acts={
          state.data?.undo == null ? null : (
            <Button icon={Undo2} onPress={() => void undoLast()}>
              {text.undoLast}
            </Button>
          )
        }
      />
      <HistoryTable meetingId={null} />
    </>
  )
}
