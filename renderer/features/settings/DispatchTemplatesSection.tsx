import FilePenLine from 'lucide-react/icons/file-pen-line'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useRef, useState } from 'react'
import type { DispatchKind, DispatchTemplate } from '../../../electron/domain/dispatch/dispatch.ts'
import { fieldsOf, unknownFields } from '../../../electron/domain/text/template-fields.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchKindText } from '../../text/dispatch.ts'
import { dispatchSettingsText as text } from '../../text/dispatch-settings.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'

export function DispatchTemplatesSection() {
  const templates = useQuery('dispatch.templates', {})
  const [kind, setKind] = useState<DispatchKind>('convocation')
  const template = templates.data?.find((one) => one.kind === kind)
  return (
    <section className="stack dispatch-template" aria-label={text.templates}>
      <h2 className="h2">{text.templates}</h2>
      <p className="mute">{text.templatesLead}</p>
      {templates.error === null ? null : (
        <ErrorBanner error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {templates.data === undefined || template === undefined ? (
        templates.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <div className="form-grid">
            <Select
              label={text.kind}
              value={kind}
              choices={templates.data.map((one) => ({
                value: one.kind,
                label: dispatchKindText[one.kind],
              }))}
              onCommit={setKind}
            />
          </div>
          <TemplateForm key={kind} template={template} />
        </>
      )}
    </section>
  )
}

type Refused = { subject: readonly string[] | 'empty'; body: readonly string[] }

function TemplateForm({ template: stored }: { template: DispatchTemplate }) {
  const { kind } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: template,
  } = usePatch(
    'dispatch.updateTemplate',
    { kind, version: stored.version },
    stored,
    (all) => all.find((one) => one.kind === kind)?.version,
  )
  const reset = useWrite('dispatch.resetTemplate', {
    onSuccess: () => showUndoToast(text.resetDone(dispatchKindText[kind])),
  })
  const [refused, setRefused] = useState<Refused>({ subject: [], body: [] })
  /** The field that was typed in last, where a name is put in. */
  const last = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  const insert = (name: string) => {
    const field = last.current ?? document.querySelector<HTMLTextAreaElement>('.dispatch-template textarea')
    if (field === null) return
    field.focus()
    field.setRangeText(`{${name}}`, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      {reset.error === null ? null : <ErrorBanner error={reset.error} />}
      <fieldset
        className="stack"
        aria-label={dispatchKindText[kind]}
        onFocus={({ target }) => {
          if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
            last.current = target
        }}
      >
        <TextField
          label={text.subject}
          prose
          value={template.subject}
          error={
            refused.subject === 'empty'
              ? text.subjectNeeded
              : refused.subject.length > 0
                ? text.unknownField(refused.subject)
                : undefined
          }
          onCommit={(subject) => {
            const unknown = unknownFields(kind, subject)
            const isEmpty = subject.trim() === ''
            setRefused((before) => ({ ...before, subject: isEmpty ? 'empty' : unknown }))
            if (unknown.length === 0 && !isEmpty) patch({ subject })
          }}
        />
        <TextArea
          label={text.body}
          value={template.body}
          rows={14}
          error={refused.body.length > 0 ? text.unknownField(refused.body) : undefined}
          onCommit={(body) => {
            const unknown = unknownFields(kind, body)
            setRefused((before) => ({ ...before, body: unknown }))
            if (unknown.length === 0) patch({ body })
          }}
        />
      </fieldset>
      <fieldset className="dispatch-fields" aria-label={text.fieldsOfKind}>
        {fieldsOf(kind).map((name) => (
          <Button key={name} small writes label={text.insertField(name)} onPress={() => insert(name)}>
            {`{${name}}`}
          </Button>
        ))}
      </fieldset>
      <div className="row row-3 wrap">
        {template.version === 0 ? (
          <span className="mute">{text.shipped}</span>
        ) : (
          <>
            <Badge icon={FilePenLine} tone="info">
              {text.changed}
            </Badge>
            <Button
              small
              icon={RotateCcw}
              writes
              onPress={() => {
                setRefused({ subject: [], body: [] })
                reset.mutate({ kind })
              }}
            >
              {text.reset}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
