import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { useQuery } from '../../api/use-query.ts'
import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { together, useKept } from '../../ui/kept.ts'
import { TextField } from '../../ui/TextField.tsx'
import { organisationName, ownerChoices } from '../minutes/index.ts'
import type { ActionActs, Owner } from './use-action-acts.ts'

export function ReassignForm(props: { rows: readonly ActionRow[]; acts: ActionActs; onGiveUp: () => void }) {
  const { rows, acts } = props
  const [first] = rows
  const { data: directory } = useQuery('directory.list', {})
  const form = `reassign:${rows.map(({ action }) => action.id).join()}`
  const [owner, setOwner, forgetOwner] = useKept<Owner>(
    form,
    rows.length === 1 && first !== undefined
      ? { owner: first.now.owner, ownerId: first.now.ownerId, organisation: first.now.organisation }
      : { owner: '', ownerId: null, organisation: '' },
    (typed) => [typed.owner, typed.organisation],
  )
  const [reason, setReason, forgetReason] = useKept(`${form}:why`, '')
  const isApproved = rows.some(({ origin }) => origin.isApproved)
  return (
    <form
      className="register-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        props.onGiveUp()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        acts.reassign(rows, owner, reason.trim(), () => {
          forgetOwner()
          forgetReason()
        })
      }}
    >
      <ComboBox
        label={text.form.owner}
        value={owner.owner}
        choices={ownerChoices(directory)}
        autoFocus
        onCommit={(name, ownerId) =>
          setOwner({
            owner: name,
            ownerId,
            organisation: ownerId === null ? owner.organisation : organisationName(directory, ownerId),
          })
        }
      />
      <TextField
        label={text.form.organisation}
        value={owner.organisation}
        onCommit={(organisation) => setOwner((before) => ({ ...before, organisation }))}
      />
      <TextField label={text.form.whyOptional} prose value={reason} onCommit={setReason} />
      <p className="mute text-15">{isApproved ? text.form.ownerHelp : text.form.notApproved}</p>
      <div className="row">
        <Button type="submit" look="primary" busy={acts.isPending ? text.form.reassign : undefined}>
          {text.form.reassign}
        </Button>
        <Button
          onPress={() => {
            sayGivenUp(together(forgetOwner(), forgetReason()))
            props.onGiveUp()
          }}
        >
          {commonText.cancel}
        </Button>
      </div>
    </form>
  )
}
