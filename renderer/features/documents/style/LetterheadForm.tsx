import Trash2 from 'lucide-react/icons/trash-2'
import { Suspense } from 'react'
import type { ListedLetterhead } from '../../../../electron/contract/document-style.ts'
import { errorCode } from '../../../api/api-error.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useWrite } from '../../../api/use-write.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { part } from '../../../ui/part.ts'
import { TextArea, TextField } from '../../../ui/TextField.tsx'

const DateField = part(() => import('../../../ui/DateField.tsx').then((m) => m.DateField))

/** Give it a `key` of the letterhead's id. */
export function LetterheadForm(props: { letterhead: ListedLetterhead; onRemoved: () => void }) {
  const stored = props.letterhead
  const { id, version, validFrom } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: letterhead,
  } = usePatch(
    'documentStyle.updateLetterhead',
    { id, version },
    stored,
    (all) => all.find((one) => one.id === id)?.version,
  )
  const fields = text.fields
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <div className="form-grid">
        {validFrom === null ? null : <Period letterhead={letterhead} onRemoved={props.onRemoved} />}
        <div className="whole">
          <TextField
            label={fields.issuer}
            value={letterhead.issuer}
            onCommit={(issuer) => patch({ issuer })}
          />
        </div>
        <TextArea
          label={fields.address}
          prose={false}
          help={fields.addressHelp}
          value={letterhead.address}
          rows={3}
          maxLength={2000}
          onCommit={(address) => patch({ address })}
        />
        <TextField
          label={fields.place}
          help={fields.placeHelp}
          value={letterhead.place}
          onCommit={(place) => patch({ place })}
        />
        <TextArea
          label={fields.signatoryTitle}
          value={letterhead.signatoryTitle}
          rows={2}
          maxLength={2000}
          onCommit={(signatoryTitle) => patch({ signatoryTitle })}
        />
        <TextField
          label={fields.signatoryName}
          help={fields.signatoryHelp}
          value={letterhead.signatoryName}
          onCommit={(signatoryName) => patch({ signatoryName })}
        />
      </div>
    </>
  )
}

/** From when on, and its removal: of every letterhead but the first. */
function Period({ letterhead, onRemoved }: { letterhead: ListedLetterhead; onRemoved: () => void }) {
  const { id, version, validFrom } = letterhead
  // Not with the other fields: a refused date must not be sent again with them.
  const move = useWrite('documentStyle.updateLetterhead')
  const remove = useWrite('documentStyle.removeLetterhead', {
    onSuccess: () => {
      onRemoved()
      showUndoToast(text.periodRemoved)
    },
  })
  const isTaken = move.error !== null && errorCode(move.error) === 'invalid-input'
  const failure = remove.error ?? (isTaken ? null : move.error)
  return (
    <div className="whole stack">
      {failure === null ? null : <ErrorBanner error={failure} />}
      <div className="row row-3 wrap style-period">
        <Suspense fallback={null}>
          <DateField
            label={text.fields.validFrom}
            keptAs={`letterhead:${id}:validFrom`}
            value={validFrom}
            needed
            error={isTaken ? text.dateTaken : undefined}
            onCommit={(date) =>
              date !== null && date !== validFrom && move.mutate({ id, version, patch: { validFrom: date } })
            }
          />
        </Suspense>
        <Button look="ghost" icon={Trash2} onPress={() => remove.mutate({ id, version })}>
          {text.removePeriod}
        </Button>
      </div>
    </div>
  )
}
