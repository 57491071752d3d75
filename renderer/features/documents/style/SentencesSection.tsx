import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useState } from 'react'
import type { StandardSentence } from '../../../../electron/contract/document-style.ts'
import { unknownInSentence } from '../../../../electron/domain/text/standard-sentences.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea } from '../../../ui/TextField.tsx'

const groups = ['minutes', 'outcome', 'convocation'] as const

export function SentencesSection() {
  const sentences = useQuery('documentStyle.sentences', {})
  const all = sentences.data
  return (
    <section className="stack" aria-label={text.sentences}>
      <h2 className="h2">{text.sentences}</h2>
      <p className="mute">{text.sentencesLead}</p>
      {sentences.error === null ? null : (
        <ErrorBanner error={sentences.error} onRetry={() => void sentences.refetch()} />
      )}
      {all === undefined ? (
        sentences.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : (
        groups.map((group) => (
          <fieldset key={group} className="stack style-sentences" aria-label={text.sentenceGroups[group]}>
            <legend className="h3">{text.sentenceGroups[group]}</legend>
            {all
              .filter(({ key }) => key.startsWith(`${group}.`))
              .map((sentence) => (
                <SentenceField key={sentence.key} sentence={sentence} />
              ))}
          </fieldset>
        ))
      )}
    </section>
  )
}

function SentenceField({ sentence: stored }: { sentence: StandardSentence }) {
  const { key, version, fields } = stored
  const name = text.sentence(key)
  const {
    patch,
    error,
    retry,
    giveUp,
    row: sentence,
  } = usePatch(
    'documentStyle.updateSentence',
    { key, version },
    stored,
    (all) => all.find((one) => one.key === key)?.version,
  )
  const reset = useWrite('documentStyle.resetSentence', {
    onSuccess: () => showUndoToast(text.resetDone(name)),
  })
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const failure = error ?? reset.error
  return (
    <div className="style-sentence">
      {failure === null ? null : (
        <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
      )}
      <TextArea
        label={name}
        value={sentence.text}
        rows={2}
        maxLength={2000}
        help={fields.length === 0 ? undefined : text.sentenceFields(fields)}
        error={unknown.length === 0 ? undefined : text.unknownField(unknown)}
        onCommit={(typed) => {
          const wrong = unknownInSentence(key, typed)
          setUnknown(wrong)
          // Emptied while it is written anew: kept until there is something again.
          if (wrong.length === 0 && typed.trim() !== '') patch({ text: typed })
        }}
      />
      {version === 0 ? null : (
        <Button
          writes
          small
          look="ghost"
          icon={RotateCcw}
          onPress={() => {
            setUnknown([])
            reset.mutate({ key })
          }}
        >
          {text.reset}
        </Button>
      )}
    </div>
  )
}
