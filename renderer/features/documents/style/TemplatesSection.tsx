import FileDown from 'lucide-react/icons/file-down'
import FileText from 'lucide-react/icons/file-text'
import { useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import { templateFaults } from '../../../../electron/contract/template-sentences.ts'
import type { DocumentStyle } from '../../../../electron/domain/documents/document-style.ts'
import {
  isFillable,
  SampleTemplate,
  type TemplateFields,
  TemplateKind,
} from '../../../../electron/domain/documents/word-template.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { SavedToast } from '../SaveDocument.tsx'

/** Word files of the administration's own, which exports fill. */
export function TemplatesSection() {
  const style = useQuery('documentStyle.get', {})
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', { onSuccess: (file) => setSaved(file ?? saved) })
  return (
    <section className="stack" aria-label={text.templates}>
      <h2 className="h2">{text.templates}</h2>
      <p className="mute">{text.templatesLead}</p>
      {style.error === null ? null : <ErrorBanner error={style.error} onRetry={() => void style.refetch()} />}
      {style.data === undefined ? (
        style.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <ul className="stack">
          {TemplateKind.options.map((kind) => (
            <TemplateLine key={kind} kind={kind} style={style.data} />
          ))}
        </ul>
      )}
      <div className="row wrap">
        {SampleTemplate.options.map((sample) => (
          <Button
            key={sample}
            small
            look="ghost"
            icon={FileDown}
            onPress={() => save.mutate({ kind: 'sampleTemplate', sample })}
          >
            {text.samples[sample]}
          </Button>
        ))}
      </div>
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.sampleSaved(saved.fileName)}
        </SavedToast>
      )}
    </section>
  )
}

/** The last file that was chosen, and why it is not taken. */
type Refusal = { fileName: string; sentences: readonly string[] }
const refusalOf = (fileName: string, fields: TemplateFields): Refusal | null =>
  isFillable(fields) ? null : { fileName, sentences: templateFaults(fields) }

function TemplateLine({ kind, style }: { kind: TemplateKind; style: DocumentStyle }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const set = useWrite('documentStyle.setTemplate', {
    onSuccess: ({ fields }, { file }) => {
      setRefusal(refusalOf(file.fileName, fields))
      if (isFillable(fields)) showUndoToast(text.templateSet(file.fileName))
    },
    onError: (error, { file }) => setRefusal({ fileName: file.fileName, sentences: [errorSentence(error)] }),
  })
  const own = kind === 'minutes' ? style.minutesTemplate : style.agendaTemplate
  const remove = useWrite('documentStyle.removeTemplate', {
    onSuccess: () => showUndoToast(text.templateRemoved(own)),
  })
  const choose = async (file: File) => {
    setRefusal(null)
    set.mutate({ kind, file: { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } })
  }
  const name = text.templateKinds[kind]
  return (
    <li className="stack">
      <div className="row wrap">
        <h3 className="h3">{name}</h3>
        <span className={own === '' ? 'mute' : ''}>{own === '' ? text.noTemplate : own}</span>
        <FileButton
          icon={FileText}
          label={text.chooseTemplateFor(name)}
          accept=".docx"
          busy={set.isPending ? text.readingTemplate : undefined}
          onFiles={([file]) => (file === undefined ? undefined : void choose(file))}
        >
          {text.chooseTemplate}
        </FileButton>
        {own === '' ? null : (
          <Button
            writes
            small
            look="ghost"
            label={text.removeTemplateFor(name)}
            onPress={() => remove.mutate({ kind, version: style.version })}
          >
            {text.removeTemplate}
          </Button>
        )}
      </div>
      {refusal === null ? null : (
        <Banner tone="bad">
          {text.templateRefused(refusal.fileName)} {refusal.sentences.join(' ')}
        </Banner>
      )}
    </li>
  )
}
