import Download from 'lucide-react/icons/download'
import FileText from 'lucide-react/icons/file-text'
import Paperclip from 'lucide-react/icons/paperclip'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import type { SubjectView } from '../../../../electron/contract/subjects.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../../electron/domain/documents/attachment.ts'
import { isRefusedFile } from '../../../../electron/domain/documents/opening.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { ApiError, errorSentence } from '../../../api/api-error.ts'
import { dragOut } from '../../../api/drag-out.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { saidByCaller, useAct, useWrite } from '../../../api/use-write.ts'
import { attachmentsText } from '../../../text/attachments.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { DropArea, FileName } from '../../documents/index.ts'

export function SubjectFiles({ view }: { view: SubjectView }) {
  const { subject, files } = view
  const [failures, setFailures] = useState<readonly string[]>([])
  const [adding, setAdding] = useState(false)
  const add = useWrite('subjects.addFile', saidByCaller)
  const open = useAct('subjects.openFile', { onError: (error) => setFailures([errorSentence(error)]) })
  const drag = useAct('subjects.dragFile', { onError: (error) => setFailures([errorSentence(error)]) })
  const exportCopy = useAct('subjects.exportFile', {
    onSuccess: (exported) => {
      if (exported !== null) showToast(attachmentsText.exported(exported.fileName))
    },
    onError: (error) => setFailures([errorSentence(error)]),
  })
  const remove = useWrite('subjects.removeFile', { onError: (error) => setFailures([errorSentence(error)]) })
  const addAll = async (chosen: readonly File[]) => {
    setFailures([])
    setAdding(true)
    for (const file of chosen) {
      try {
        await add.mutateAsync({ subjectId: subject.id, file: await readable(file) })
      } catch (error) {
        setFailures((before) => [...before, `${text.fileNotAdded(file.name)} ${errorSentence(error)}`])
      }
    }
    setAdding(false)
  }
  return (
    <DropArea label={text.pieces} className="field" onFiles={(chosen) => void addAll(chosen)}>
      <span className="label">{text.pieces}</span>
      {failures.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {files.length === 0 ? null : (
        <ul className="attendance-list">
          {files.map((file) => (
            <li key={file.id} className="attendance-row" {...dragOut(() => drag.mutate({ id: file.id }))}>
              <Icon of={FileText} size={16} />
              <FileName
                fileName={file.fileName}
                onOpen={() => open.mutate({ id: file.id })}
                onExport={() => exportCopy.mutate({ id: file.id })}
              />
              <span className="mute nowrap">{formatSize(file.sizeBytes)}</span>
              <Button
                small
                look="ghost"
                icon={Download}
                label={attachmentsText.exportCopyOf(file.fileName)}
                onPress={() => exportCopy.mutate({ id: file.id })}
              />
              <Button
                writes
                small
                look="ghost"
                icon={X}
                label={text.removeFile(file.fileName)}
                onPress={() =>
                  remove.mutate(
                    { id: file.id, version: file.version },
                    { onSuccess: () => showUndoToast(text.fileRemoved(file.fileName)) },
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <div className="row wrap">
        <FileButton
          icon={Paperclip}
          multiple
          busy={adding ? text.addingFile : undefined}
          onFiles={(chosen) => void addAll(chosen)}
        >
          {text.addFile}
        </FileButton>
        <span className="mute attendance-hint">{text.dropFile}</span>
      </div>
      {subject.itemId === null ? null : <p className="mute attendance-hint">{text.filesStay}</p>}
    </DropArea>
  )
}

/** Refused before its bytes are read. */
async function readable(file: File): Promise<{ fileName: string; bytes: Uint8Array }> {
  if (isRefusedFile(file.name)) throw new ApiError('file-refused')
  if (file.size > MAX_ATTACHMENT_BYTES)
    throw new ApiError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
  if (file.size === 0) throw new ApiError('file-empty')
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
