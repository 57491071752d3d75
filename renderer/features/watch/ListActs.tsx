import Table2 from 'lucide-react/icons/table-2'
import { useState } from 'react'
import type { SavedDocument } from '../../../electron/contract/documents.ts'
import type { WatchListPreview } from '../../../electron/contract/watch-list.ts'
import { ActMenu } from '../../acts/ActButton.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useAct } from '../../api/use-write.ts'
import { watchListText as text } from '../../text/watch-list.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { SavedToast } from '../documents/index.ts'
import { tableActs } from './watch-acts.ts'

export function ListActs(props: { words: string; onLooked: (preview: WatchListPreview) => void }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const onError = (error: unknown) => showToast(errorSentence(error))
  const save = useAct('documents.save', { onSuccess: setSaved, onError })
  const choose = useAct('watchList.choose', {
    onSuccess: (preview) => {
      if (preview !== null) props.onLooked(preview)
    },
    onError,
  })
  const busy = save.isPending ? text.exporting : choose.isPending ? text.reading : null
  const acts = useActs(tableActs, {
    save: () => save.mutate({ kind: 'watchList', words: props.words }),
    choose: () => choose.mutate({}),
  })
  return (
    <>
      {busy !== null ? (
        <Button icon={Table2} busy={busy}>
          {text.menu}
        </Button>
      ) : (
        <ActMenu words icon={Table2} label={text.menu} acts={Object.values(acts)} />
      )}
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.exported(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}
