import { useMemo } from 'react'
import type { SessionVocabulary } from '../../../../electron/contract/session.ts'
import type { SessionLine } from '../../../../electron/domain/session/session.ts'
import { unknownSpeakers } from '../../../../electron/domain/session/transcript.ts'
import { clockTime } from '../../../../electron/domain/time/civil-date.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox, type ComboChoice } from '../../../ui/ComboBox.tsx'
import { useKept } from '../../../ui/kept.ts'
import { TimeField } from '../../../ui/ParsedField.tsx'

/** When the recording began, and who those are that nobody knows. */
export function TranscriptFields(props: {
  notebookId: string
  lines: readonly SessionLine[]
  /** The first whose hour is known. */
  first: SessionLine | undefined
  speakers: SessionVocabulary['speakers']
}) {
  const { notebookId: id, lines, first, speakers } = props
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const setBeginning = useWrite('notebooks.setBeginning', say)
  const setSpeaker = useWrite('notebooks.setSpeaker', {
    ...say,
    onSuccess: (_, { said, as }) => showUndoToast(text.isNow(said, as.speaker)),
  })
  const choices = useMemo(
    () =>
      speakers.map(({ label, organisation }, at) => ({
        id: String(at),
        label,
        ...(organisation === label ? {} : { detail: organisation }),
      })),
    [speakers],
  )
  return (
    <>
      {first === undefined ? null : (
        <TimeField
          label={text.beginning}
          help={text.beginningHelp}
          value={clockTime(first.at)}
          needed
          onCommit={(clock) => clock !== null && setBeginning.mutate({ id, at: atClock(first.at, clock) })}
        />
      )}
      {[...unknownSpeakers(lines, speakers)].map(([said, passages]) => (
        <Speaker
          key={said}
          keptAs={`speaker:${id}:${said}`}
          label={text.whoIs(said, passages)}
          choices={choices}
          onName={(name, choice) => {
            const chosen = choice === null ? undefined : speakers[Number(choice)]
            const { organisation = '', personId = null, organisationId = null } = chosen ?? {}
            setSpeaker.mutate({ id, said, as: { speaker: name, organisation, personId, organisationId } })
          }}
        />
      ))}
    </>
  )
}

/** Somebody of the list at once; a name that is not in it may be one that is still looked for. */
function Speaker(props: {
  keptAs: string
  label: string
  choices: readonly ComboChoice[]
  onName: (name: string, choice: string | null) => void
}) {
  const [typed, setTyped] = useKept(props.keptAs, '')
  return (
    <>
      <ComboBox
        label={props.label}
        value={typed}
        choices={props.choices}
        onCommit={(name, choice) => {
          setTyped(choice === null ? name.trim() : '')
          if (choice !== null) props.onName(name.trim(), choice)
        }}
      />
      {typed === '' ? null : (
        <Button small writes onPress={() => props.onName(typed, null)}>
          {text.nameThem(typed)}
        </Button>
      )}
    </>
  )
}

/** That hour of the same day, on this desk's clock; seconds as they were. */
function atClock(instant: string, clock: string): string {
  const at = new Date(instant)
  at.setHours(Number(clock.slice(0, 2)), Number(clock.slice(3)))
  return at.toISOString()
}
