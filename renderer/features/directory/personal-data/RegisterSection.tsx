import FileDown from 'lucide-react/icons/file-down'
import { useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import type { Input, Output } from '../../../../electron/contract/index.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { whenWords } from '../../../text/instant-words.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/ParsedField.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { SavedToast } from '../../documents/index.ts'

type PersonalData = Output<'personalData.get'>
type Patch = (change: Input<'personalData.update'>['patch']) => void
const kinds = ['contactMonths', 'mailMonths', 'replyMonths', 'noteMonths'] as const

export function RegisterSection() {
  const data = useQuery('personalData.get', {})
  if (data.error !== null) return <ErrorBanner error={data.error} onRetry={() => void data.refetch()} />
  return data.data === undefined ? <Skeleton lines={8} /> : <Fields data={data.data} />
}

function Fields({ data: stored }: { data: PersonalData }) {
  const {
    patch,
    error,
    retry,
    giveUp,
    row: data,
  } = usePatch('personalData.update', { version: stored.version }, stored, (after) => after.version)
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <section className="stack" aria-label={text.retention}>
        <h2 className="h2">{text.retention}</h2>
        <p className="mute">{text.retentionLead}</p>
        <div className="form-grid">
          {kinds.map((kind) => (
            <NumberField
              needed
              key={kind}
              label={text.months[kind]}
              unit="mois"
              help={text.monthsHelp[kind]}
              value={data.retention[kind]}
              min={1}
              max={240}
              onCommit={(months) => {
                if (months !== null) patch({ [kind]: months })
              }}
            />
          ))}
        </div>
      </section>
      <section className="stack" aria-label={text.erasures}>
        <h2 className="h2">{text.erasures}</h2>
        <p className="mute">{data.erasures.length === 0 ? text.noErasure : text.erasuresLead}</p>
        {data.erasures.length === 0 ? null : (
          <ul className="list">
            {data.erasures.map((one) => (
              <li key={one.id}>
                <div className="grow">
                  {text.erased(one)}
                  <div className="mute text-15">{text.erasedBy(whenWords(one.at), one.doneBy)}</div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="stack" aria-label={text.register}>
        <h2 className="h2">{text.register}</h2>
        <p className="mute">{text.registerLead}</p>
        <SaveRegister />
        {data.register.map((heading) => (
          <Heading key={heading.heading} heading={heading} patch={patch} />
        ))}
      </section>
    </>
  )
}

function Heading({ heading, patch }: { heading: PersonalData['register'][number]; patch: Patch }) {
  const { heading: key, title, isOwn } = heading
  return (
    <div className="personal-heading">
      <TextArea
        label={title}
        rows={Math.min(
          12,
          Math.max(2, Math.ceil(heading.text.length / 90) + heading.text.split('\n').length - 1),
        )}
        value={heading.text}
        maxLength={10_000}
        help={isOwn ? text.own : heading.text === '' ? text.toComplete : text.proposed}
        onCommit={(words) => patch({ [key]: words })}
      />
      {isOwn ? (
        <Button small look="ghost" label={text.takeProposedOf(title)} onPress={() => patch({ [key]: null })}>
          {text.takeProposed}
        </Button>
      ) : null}
    </div>
  )
}

function SaveRegister() {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onError: (error) => showToast(errorSentence(error)),
    onSuccess: (document) => setSaved(document ?? saved),
  })
  return (
    <div className="row">
      <Button
        reads
        look="primary"
        icon={FileDown}
        busy={save.isPending ? text.saving : undefined}
        onPress={() => save.mutate({ kind: 'processingRegister' })}
      >
        {text.saveRegister}
      </Button>
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.savedRegister(saved.fileName)}
        </SavedToast>
      )}
    </div>
  )
}
