// Source pane: a file of the list as it reads, and the items that were understood of it.
import { useQuery } from '../../api/use-query.ts'
import { takeoverText as text } from '../../text/takeover.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SourcePage } from '../imports/SourcePage.tsx'

const noLines: readonly never[] = []
const never = () => false
const nothing = () => undefined

export function SourcePane({ id, onClose }: { id: string; onClose: () => void }) {
  const file = useQuery('takeover.file', { id })
  return (
    <section className="pane grow takeover-source" aria-label={text.source}>
      <div className="pane-h">
        <h2 className="grow cut" title={file.data?.fileName}>
          {file.data?.fileName ?? text.source}
        </h2>
        <Button small look="ghost" onPress={onClose}>
          {text.closeSource}
        </Button>
      </div>
      {file.error === null ? null : <ErrorBanner error={file.error} />}
      {file.data === undefined ? (
        file.error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <SourcePage
          blocks={file.data.blocks}
          lines={noLines}
          isToCheck={never}
          chosen={null}
          onChoose={nothing}
        />
      )}
    </section>
  )
}
