import Download from 'lucide-react/icons/download'
import Replace from 'lucide-react/icons/replace'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { dragOut } from '../../../api/drag-out.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { FileName } from './FileName.tsx'
import type { Acts } from './use-attachments.ts'

export function DocumentDetails({ attachment, acts }: { attachment: ListedAttachment; acts: Acts }) {
  const { id, version, itemId, projectId } = attachment
  const { patch, error, retry, giveUp, row } = usePatch(
    'attachments.update',
    { id, version },
    attachment,
    (list) => list.find((one) => one.id === id)?.version,
  )
  const versions = useQuery('attachments.versions', { id })
  return (
    <div className="doc-details">
      <div className="doc-fields of-file">
        <TextField
          label={text.title}
          prose
          help={projectId === null ? text.titleHelp : text.titleHelpOfProject}
          value={row.title}
          onCommit={(next) => patch({ title: next })}
        />
        <div className="field">
          <span className="label">{text.versions}</span>
          <ul className="doc-versions">
            {(versions.data ?? [attachment]).map((one) => (
              <li key={one.id} {...dragOut(() => acts.drag(one.id))}>
                <span className="ref">{text.version(one.versionNumber)}</span>
                <FileName
                  fileName={one.fileName}
                  said={`${one.fileName}, ${text.version(one.versionNumber)}`}
                  onOpen={() => acts.open(one.id)}
                  onExport={() => acts.exportCopy(one.id)}
                />
                <span className="mute nowrap">
                  {one.replacedBy === null ? text.current : text.received(civilDate(new Date(one.addedAt)))}
                  {' · '}
                  {formatSize(one.sizeBytes)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <Button icon={Replace} small onPress={() => acts.choose({ itemId, replaces: attachment })}>
          {text.replaceBy}
        </Button>
        <Button icon={Download} small onPress={() => acts.exportCopy(id)}>
          {text.exportCopy}
        </Button>
      </div>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      {versions.error === null ? null : <ErrorBanner error={versions.error} />}
    </div>
  )
}
