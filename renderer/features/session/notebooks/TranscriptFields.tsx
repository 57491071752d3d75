import { useMemo } from 'react'
import type { SessionVocabulary } from '../../../../electron/contract/session.ts'
import { type SessionLine, UNTIMED } from '../../../../electron/domain/session/session.ts'
import { unknownSpeakers } from '../../../../electron/domain/session/transcript.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { TimeField } from '../../../ui/ParsedField.tsx'
import { clockOf } from '../../../ui/use-now.ts'

/** When the recording began, and who those are that nobody knows. */
export function TranscriptFields(props: {
  notebookId: string
  lines: readonly SessionLine[]
  speakers: SessionVocabulary['speakers']
}) {
  const { notebookId: id, lines, speakers } = props
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const setBeginning = useWrite('notebooks.setBeginning', say)
  const setSpeaker = useWrite('notebooks.setSpeaker', say)
  const choices = useMemo(
    () =>
      speakers.map(({ label, organisation }, at) => ({
        id: String(at),
        label,
        ...(organisation === label ? {} : { detail: organisation }),
      })),
    [speakers],
  )
  const first = lines.find(({ at }) => at !== UNTIMED)
  return (
    <>
      {first === undefined ? null : (
        <TimeField
          label={text.beginning}
          help={text.beginningHelp}
          value={clockOf(first.at)}
          onCommit={(clock) => clock !== null && setBeginning.mutate({ id, at: atClock(first.at, clock) })}
        />
      )}
      {[...unknownSpeakers(lines, speakers)].map(([said, passages]) => (
        <ComboBox
          key={said}
          label={text.whoIs(said, passages)}
          value=""
          choices={choices}
          onCommit={(typed, choice) => {
            const chosen = choice === null ? undefined : speakers[Number(choice)]
            const name = typed.trim()
            if (name === '') return
            const { organisation = '', personId = null, organisationId = null } = chosen ?? {}
            setSpeaker.mutate({ id, said, as: { speaker: name, organisation, personId, organisationId } })
          }}
        />
      ))}
    </>
  )
}

/** That hour of the same day, on this desk's clock; seconds as they were. */
function atClock(instant: string, clock: string): string {
  const at = new Date(instant)
  at.setHours(Number(clock.slice(0, 2)), Number(clock.slice(3)))
  return at.toISOString()
}
