import { useAct } from '../../../api/use-write.ts'
import { commonText } from '../../../text/common.ts'
import { takeoverText as text } from '../../../text/takeover.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

export function EmptyListDialog({ files, onClose }: { files: number; onClose: () => void }) {
  const drop = useAct('takeover.drop', { onSuccess: onClose })
  return (
    <Dialog
      alert
      title={text.emptyTitle}
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            look="danger"
            busy={drop.isPending ? text.emptying : undefined}
            onPress={() => drop.mutate({ ids: null })}
          >
            {text.dropAll}
          </Button>
        </>
      }
    >
      {drop.error === null ? null : <ErrorBanner error={drop.error} />}
      <p>{text.emptyLead(files)}</p>
    </Dialog>
  )
}
