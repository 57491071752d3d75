import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { useKeepView } from './use-keep-view.ts'

const text = dispatchText.documents
const NONE = ''

export function AddDocument({ view }: { view: DispatchView }) {
  const { id, meetingId } = view.dispatch
  const keep = useKeepView()
  const attachments = useQuery('attachments.list', { meetingId })
  const add = useWrite('dispatch.addAttachment', { onSuccess: keep })
  const addAll = useWrite('dispatch.addAttachments', { onSuccess: keep })
  const joined = new Set(view.documents.map((document) => document.attachmentId))
  const offered = (attachments.data ?? []).filter(
    (one) => one.circulation !== 'secretariat' && !joined.has(one.id),
  )
  const error = add.error ?? addAll.error
  if (attachments.data === undefined || (attachments.data.length === 0 && error === null)) return null
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      {offered.length === 0 ? (
        <p className="mute small">{text.noneLeft}</p>
      ) : (
        <div className="dp-add-document">
          <Select
            label={text.add}
            value={NONE}
            choices={[
              { value: NONE, label: text.choose },
              ...offered.map((one) => ({ value: one.id, label: one.title || one.fileName })),
            ]}
            onCommit={(attachmentId) => {
              if (attachmentId !== NONE) add.mutate({ dispatchId: id, attachmentId })
            }}
          />
          <Button onPress={() => addAll.mutate({ dispatchId: id })}>{text.addAll}</Button>
        </div>
      )}
    </>
  )
}
