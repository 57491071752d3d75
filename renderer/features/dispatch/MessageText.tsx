import type { Dispatch } from '../../../electron/domain/dispatch/dispatch.ts'
import { usePatch } from '../../api/use-patch.ts'
import { dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { useKeepView } from './use-keep-view.ts'

export function MessageText({ dispatch: stored }: { dispatch: Dispatch }) {
  const keep = useKeepView()
  const {
    patch,
    error,
    retry,
    row: dispatch,
  } = usePatch('dispatch.update', { id: stored.id, version: stored.version }, stored, (view) => {
    keep(view)
    return view.dispatch.version
  })
  return (
    <section className="dp-section" aria-label={text.sections.message}>
      <h3 className="h3">{text.sections.message}</h3>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      <TextField
        label={text.subject}
        prose
        value={dispatch.subject}
        maxLength={500}
        onCommit={(subject) => patch({ subject })}
      />
      <TextArea label={text.body} value={dispatch.body} rows={16} onCommit={(body) => patch({ body })} />
    </section>
  )
}
