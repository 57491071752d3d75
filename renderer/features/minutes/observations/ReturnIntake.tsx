import ClipboardPaste from 'lucide-react/icons/clipboard-paste'
import FileInput from 'lucide-react/icons/file-input'
import { useState } from 'react'
import { PASTED_LENGTH } from '../../../../electron/domain/limits.ts'
import type { Circle, Observation } from '../../../../electron/domain/minutes/observation.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { observationsText } from '../../../text/observations.ts'
import { sayGivenUp } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useKept } from '../../../ui/kept.ts'
import type { Returned } from './use-returned.ts'

const text = observationsText.returned

export function ReturnIntake(props: {
  meetingId: string
  paper: Observation['paper']
  itemId: string | null
  circle: Circle
  returned: Returned
  /** Nothing came back yet: this is what there is to do. */
  isFirst: boolean
}) {
  const { meetingId, paper, itemId, circle, returned } = props
  const [isOpen, setOpen] = useState(false)
  const [pasted, setPasted, forget] = useKept(`returned:${meetingId}:${paper}`, '')
  const add = useWrite('observations.addText', {
    onSuccess: () => {
      forget()
      setOpen(false)
    },
    onError: (error) => showToast(errorSentence(error)),
  })
  const words = pasted.trim()
  return (
    <>
      <Button
        look={props.isFirst ? 'primary' : 'plain'}
        small={!props.isFirst}
        icon={FileInput}
        busy={returned.isReading ? text.reading : undefined}
        onPress={returned.choose}
      >
        {text.choose}
      </Button>
      <Button small={!props.isFirst} icon={ClipboardPaste} expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {text.paste}
      </Button>
      {!isOpen ? null : (
        <div className="returned-paste">
          <Field label={text.pasteLabel} help={text.pasteHelp}>
            {(ids) => (
              <textarea
                {...ids}
                className="input"
                rows={6}
                maxLength={PASTED_LENGTH}
                value={pasted}
                onChange={(event) => setPasted(event.target.value)}
              />
            )}
          </Field>
          <div className="row">
            <Button
              look="ghost"
              onPress={() => {
                sayGivenUp(forget())
                setOpen(false)
              }}
            >
              {text.giveUp}
            </Button>
            <Button
              look="primary"
              unavailable={words === '' ? text.pasteLabel : undefined}
              onPress={() => add.mutate({ id: newId(), meetingId, paper, circle, itemId, text: words })}
            >
              {text.pasteAdd}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
