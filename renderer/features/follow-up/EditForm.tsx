import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { Banner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { noWords, together, useKept } from '../../ui/kept.ts'
import { TextArea } from '../../ui/TextField.tsx'
import type { ActionActs } from './use-action-acts.ts'

export function EditForm(props: { row: ActionRow; acts: ActionActs; onGiveUp: () => void }) {
  const { row, acts, onGiveUp } = props
  const { action, now, origin } = row
  const [words, setWords, forgetWords] = useKept(`action:${action.id}`, action.text)
  const [due, setDue, forgetDue] = useKept(`action:${action.id}:due`, action.dueDate, noWords)
  const [doneOn, setDoneOn, forgetDoneOn] = useKept(`action:${action.id}:done`, now.closedOn, noWords)
  const forget = () => together(forgetWords(), forgetDue(), forgetDoneOn())
  const update = useWrite('minutes.updateAction', {
    onSuccess: () => {
      forget()
      onGiveUp()
    },
  })
  const isDone = action.state === 'done'
  const send = () => {
    const { id, version } = action
    if (isDone && doneOn !== null && doneOn !== now.closedOn) acts.setState([row], 'done', '', doneOn)
    else if (!origin.isApproved && (words !== action.text || due !== action.dueDate))
      update.mutate({ id, version, patch: { text: words, dueDate: due } })
    else onGiveUp()
  }
  return (
    <form
      className="register-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onGiveUp()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {update.error === null ? null : <Banner tone="bad">{errorSentence(update.error)}</Banner>}
      {origin.isApproved ? (
        <p className="mute text-15">{text.form.approved}</p>
      ) : isDone ? null : (
        <>
          <TextArea label={text.form.text} value={words} onCommit={setWords} autoFocus />
          <DateField
            label={text.form.due}
            keptAs={`action:${action.id}:due:typed`}
            value={due}
            onCommit={setDue}
          />
          <p className="mute text-15">{text.form.notApproved}</p>
        </>
      )}
      {isDone ? (
        <DateField
          label={text.form.doneOn}
          keptAs={`action:${action.id}:done:typed`}
          value={doneOn}
          onCommit={setDoneOn}
          autoFocus
        />
      ) : null}
      <div className="row">
        {origin.isApproved && !isDone ? null : (
          <Button type="submit" look="primary" busy={update.isPending ? text.form.save : undefined}>
            {text.form.save}
          </Button>
        )}
        <Button
          onPress={() => {
            sayGivenUp(forget())
            onGiveUp()
          }}
        >
          {origin.isApproved && !isDone ? commonText.close : commonText.cancel}
        </Button>
      </div>
    </form>
  )
}
