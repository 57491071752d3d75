// Watch inspector: the fields of one followed text, saved as they are typed, and its hearings.
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { WatchFollowUp, WatchNature, WatchStatus } from '../../../electron/domain/watch.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { watchText as text, watchFollowUpText, watchNatureText, watchStatusText } from '../../text/watch.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { showUndoToast } from '../../ui/toasts.ts'
import { Hearings } from '../projects/Hearings.tsx'
import { useUpcoming } from '../subjects/use-upcoming.ts'
import { usePutOnAgenda } from './use-put-on-agenda.ts'
import type { WatchRow } from './watch-columns.tsx'

const natures = WatchNature.options.map((value) => ({ value, label: watchNatureText[value] }))
const statuses = WatchStatus.options.map((value) => ({ value, label: watchStatusText[value] }))
const followUps = WatchFollowUp.options.map((value) => ({ value, label: watchFollowUpText[value] }))

export function WatchInspector({ row, onClose }: { row: WatchRow; onClose: () => void }) {
  const target = { id: row.id, version: row.version }
  const { patch, error, retry } = usePatch('watch.update', target, (after) => after.version)
  const remove = useWrite('watch.remove', {
    onSuccess: () => {
      onClose()
      void showUndoToast(text.removed)
    },
  })
  const fields = text.fields
  const [next] = useUpcoming()
  const putOnAgenda = usePutOnAgenda()
  return (
    <Inspector
      title={row.title}
      onClose={onClose}
      acts={
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={commonText.remove}
          onPress={() => remove.mutate(target)}
        />
      }
    >
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      {remove.error === null ? null : <ErrorBanner error={remove.error} />}
      {putOnAgenda.error === null ? null : <ErrorBanner error={putOnAgenda.error} />}
      <TextArea
        label={fields.title}
        rows={3}
        value={row.title}
        maxLength={500}
        onCommit={(title) => {
          if (title.trim() !== '') patch({ title: title.trim() })
        }}
      />
      <Select
        label={fields.nature}
        value={row.nature}
        choices={natures}
        onCommit={(nature) => patch({ nature })}
      />
      <Select
        label={fields.status}
        value={row.status}
        choices={statuses}
        onCommit={(status) => patch({ status })}
      />
      <Select
        label={fields.followUp}
        value={row.followUp}
        choices={followUps}
        onCommit={(followUp) => patch({ followUp })}
      />
      <TextField
        label={fields.number}
        value={row.number}
        maxLength={60}
        onCommit={(number) => patch({ number })}
      />
      <TextField
        label={fields.nor}
        help={fields.norHelp}
        value={row.nor}
        maxLength={30}
        onCommit={(nor) => patch({ nor })}
      />
      <TextField
        label={fields.ministry}
        value={row.ministry}
        maxLength={500}
        onCommit={(ministry) => patch({ ministry })}
      />
      <DateField
        label={watchPasteText.fields.signedOn}
        value={row.signedOn}
        onCommit={(signedOn) => patch({ signedOn })}
      />
      <DateField
        label={fields.publishedOn}
        value={row.publishedOn}
        onCommit={(publishedOn) => patch({ publishedOn })}
      />
      <DateField
        label={fields.inForceOn}
        value={row.inForceOn}
        onCommit={(inForceOn) => patch({ inForceOn })}
      />
      <DateField
        label={fields.appliesOn}
        value={row.appliesOn}
        onCommit={(appliesOn) => patch({ appliesOn })}
      />
      <TextField
        label={fields.audience}
        prose
        value={row.audience}
        maxLength={500}
        onCommit={(audience) => patch({ audience })}
      />
      <TextArea
        label={fields.consequences}
        rows={6}
        value={row.consequences}
        onCommit={(consequences) => patch({ consequences })}
      />
      <TextField
        label={fields.sourceUrl}
        type="url"
        value={row.sourceUrl}
        maxLength={2000}
        onCommit={(sourceUrl) => patch({ sourceUrl })}
      />
      {next === undefined ? null : (
        <Button icon={CalendarPlus} onPress={() => putOnAgenda.put(row.id, next)}>
          {watchPasteText.putOn(next.words)}
        </Button>
      )}
      <Hearings hearings={row.hearings} />
    </Inspector>
  )
}
