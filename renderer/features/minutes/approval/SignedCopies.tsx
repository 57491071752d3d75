import Download from 'lucide-react/icons/download'
import FileUp from 'lucide-react/icons/file-up'
import { useRef, useState } from 'react'
import type { ApprovalView } from '../../../../electron/contract/approval.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../../electron/domain/documents/attachment.ts'
import type { FileSignature } from '../../../../electron/domain/minutes/signed-copy.ts'
import { ApiError } from '../../../api/api-error.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { signedCopyText as text } from '../../../text/approval.ts'
import { attachmentsText } from '../../../text/attachments.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DropArea, FileName } from '../../documents/index.ts'
import { whenWords } from '../versions/when.ts'

export function SignedCopies({ meetingId, view }: { meetingId: string; view: ApprovalView }) {
  const chooser = useRef<HTMLInputElement>(null)
  /** Before its bytes are read. */
  const [refused, setRefused] = useState<ApiError | null>(null)
  const add = useWrite('approval.addSignedCopy', {
    onSuccess: ({ signedCopies }) => showUndoToast(text.added(signedCopies.at(-1)?.signatures.length ?? 1)),
  })
  const open = useAct('approval.openSignedCopy')
  const exportCopy = useAct('approval.exportSignedCopy', {
    onSuccess: (exported) =>
      exported === null ? undefined : showToast(attachmentsText.exported(exported.fileName)),
  })
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const isTooLarge = file.size > MAX_ATTACHMENT_BYTES
    setRefused(
      isTooLarge
        ? new ApiError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
        : null,
    )
    if (isTooLarge) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    add.mutate({ id: newId(), meetingId, file: { fileName: file.name, bytes } })
  }
  const error = refused ?? add.error ?? open.error ?? exportCopy.error
  const copies = view.signedCopies
  return (
    <DropArea label={text.title} className="stack" onFiles={([file]) => void take(file)}>
      <h2 className="h3">{text.title}</h2>
      <p className="mute">{copies.length === 0 ? text.lead : text.notTrusted}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {copies.length === 0 ? null : (
        <ul className="list">
          {copies.map(({ id, fileName, signatures, areAppendedRead, addedAt, addedBy }) => (
            <li key={id} className="version-version">
              <div className="row">
                <FileName
                  fileName={fileName}
                  onOpen={() => open.mutate({ id })}
                  onExport={() => exportCopy.mutate({ id })}
                />
                <Button
                  small
                  look="ghost"
                  icon={Download}
                  label={attachmentsText.exportCopyOf(fileName)}
                  onPress={() => exportCopy.mutate({ id })}
                />
              </div>
              {signatures.map((signature) => (
                <Signature key={`${signature.signer} ${signature.signedAt}`} signature={signature} />
              ))}
              {signatures.at(-1)?.state === 'followed' ? (
                <Banner tone="warn">{text.endUnsigned}</Banner>
              ) : null}
              {areAppendedRead ? null : <Banner tone="warn">{text.appendedUnread}</Banner>}
              <div className="mute">{text.addedBy(whenWords(addedAt), addedBy)}</div>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          small
          icon={FileUp}
          writes
          busy={add.isPending ? text.reading : undefined}
          onPress={() => chooser.current?.click()}
        >
          {text.add}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".pdf,application/pdf"
          hidden
          aria-label={text.add}
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file may be chosen again.
            event.target.value = ''
          }}
        />
      </div>
    </DropArea>
  )
}

function Signature({ signature }: { signature: FileSignature }) {
  const { signer, organisation, issuer, signedAt, reason, isTimestamp, state } = signature
  const name = [signer === '' ? text.unnamed : signer, organisation].filter((part) => part !== '').join(', ')
  const facts = [
    signedAt === null ? text.noTime : text.at(whenWords(signedAt)),
    ...(reason === '' ? [] : [reason]),
    ...(issuer === '' ? [] : [issuer === signer ? text.selfIssued : text.issuedBy(issuer)]),
  ]
  return (
    <>
      <b>{isTimestamp ? text.stampedBy(name) : name}</b>
      <div>{facts.join(' · ')}</div>
      {state === 'broken' ? (
        <Banner tone="bad">{text.states[state]}</Banner>
      ) : (
        <div className="mute">{text.states[state]}</div>
      )}
    </>
  )
}
