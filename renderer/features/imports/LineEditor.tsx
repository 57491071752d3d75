import Scissors from 'lucide-react/icons/scissors'
import { type Dispatch, useEffect, useRef, useState } from 'react'
import { kindChoices, NO_NATURE, natureChoices } from '../../parts/natures.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { DurationField, TimeField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ReviewAct } from './review.ts'
import type { Line, LineFields } from './review-line.ts'

const text = importsText.fields

export function LineEditor(props: { line: Line; act: Dispatch<ReviewAct>; onDone: () => void }) {
  const { line, act, onDone } = props
  const { fields, key } = line
  const correct = (patch: Partial<LineFields>) => act({ type: 'correct', key, patch })
  const box = useRef<HTMLFieldSetElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    const field = box.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])
  return (
    <fieldset
      ref={box}
      className="import-editor"
      aria-label={importsText.correct}
      onSelect={(event) => {
        const field = event.target
        if (field === box.current?.querySelector('input') && field instanceof HTMLInputElement) {
          setCaret(field.selectionStart)
        }
      }}
      onKeyDown={(event) => {
        // The field has already kept (Enter) or restored (Escape) its own text.
        if (event.ctrlKey || event.metaKey) return
        event.stopPropagation()
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          onDone()
        }
      }}
    >
      <TextField label={text.title} prose value={fields.title} onCommit={(title) => correct({ title })} />
      <div className="import-fields">
        <Select
          label={text.kind}
          value={fields.kind}
          choices={kindChoices}
          onCommit={(kind) => correct(kind === 'item' ? { kind } : { kind, nature: null })}
        />
        <Select
          label={text.nature}
          value={fields.nature ?? NO_NATURE}
          choices={natureChoices}
          onCommit={(nature) => correct({ nature: nature === NO_NATURE ? null : nature })}
        />
        <DurationField
          label={text.duration}
          value={fields.durationMinutes}
          onCommit={(durationMinutes) => correct({ durationMinutes })}
        />
        <TimeField
          label={text.fixedStart}
          value={fields.fixedStart}
          onCommit={(fixedStart) => correct({ fixedStart })}
        />
        <TextField
          label={text.presenter}
          value={fields.presenter ?? ''}
          onCommit={(presenter) => correct({ presenter: presenter || null })}
        />
        <TextField
          label={text.organisation}
          value={fields.organisation ?? ''}
          onCommit={(organisation) => correct({ organisation: organisation || null })}
        />
        <TextField
          label={text.requester}
          value={fields.requester ?? ''}
          onCommit={(requester) => correct({ requester: requester || null })}
        />
      </div>
      <div className="row wrap">
        <Button small look="primary" onPress={onDone}>
          {importsText.done}
        </Button>
        <Button
          small
          icon={Scissors}
          onPress={() => {
            if (caret === null) return
            act({ type: 'split', key, at: caret })
            onDone()
          }}
        >
          {importsText.split}
        </Button>
      </div>
    </fieldset>
  )
}
