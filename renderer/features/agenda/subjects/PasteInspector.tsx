import { useState } from 'react'
import { newId } from '../../../api/new-id.ts'
import { useWrite } from '../../../api/use-write.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { MAX_PASTED, usePasted } from './use-pasted.ts'

export function PasteInspector(props: { onTaken: (id: string) => void; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [id] = useState(newId)
  const take = useWrite('subjects.takeText', usePasted(props.onTaken))
  const reason =
    words.trim() === '' ? text.pasteEmpty : words.length > MAX_PASTED ? text.pasteTooLong : undefined
  return (
    <Inspector title={text.pasteTitle} onClose={props.onClose}>
      <TextArea
        label={text.pasteLabel}
        help={text.pasteHelp}
        prose={false}
        rows={14}
        value={words}
        autoFocus
        onCommit={setWords}
      />
      {take.error === null ? null : <ErrorBanner error={take.error} />}
      <div>
        <Button look="primary" unavailable={reason} onPress={() => take.mutate({ id, text: words })}>
          {text.pasteAct}
        </Button>
      </div>
    </Inspector>
  )
}
