import Trash2 from 'lucide-react/icons/trash-2'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { commonText } from '../../text/common.ts'
import { lifeText } from '../../text/text-life.ts'
import { watchText as text } from '../../text/watch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { Hearings } from '../projects/index.ts'
import { TextFields } from './TextFields.tsx'
import { useTextPatch } from './use-text-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

export function WatchInspector(props: { row: WatchRow; onClose: () => void; onGone: () => void }) {
  const { patch, error, retry, giveUp, row } = useTextPatch(props.row)
  const target = { id: row.id, version: row.version }
  const remove = useWrite('watch.remove', {
    onSuccess: () => {
      props.onGone()
      showUndoToast(text.removed)
    },
  })
  const fields = text.fields
  return (
    <Inspector
      title={row.title}
      onClose={props.onClose}
      acts={
        <>
          <HistoryLink of={row.id} />
          <Button
            small
            look="ghost"
            icon={Trash2}
            label={commonText.remove}
            unavailable={row.hearings.length > 0 ? errorSentences['in-use'] : undefined}
            onPress={() => remove.mutate(target)}
          />
        </>
      }
    >
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      {remove.error === null ? null : <ErrorBanner error={remove.error} />}
      <a href={href('watchText', {}, row.id)}>{lifeText.open}</a>
      <TextFields row={row} patch={patch}>
        <TextField
          label={fields.audience}
          prose
          value={row.audience}
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
      </TextFields>
      <Hearings hearings={row.hearings} />
    </Inspector>
  )
}
