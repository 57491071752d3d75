import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { itemNumbers } from '../../../electron/domain/agenda/agenda.ts'
import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { listedMeeting } from '../../../electron/domain/meetings/meeting-name.ts'
import type { PrintedActionFields } from '../../../electron/domain/minutes/action.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { followUpText, newActionText as text } from '../../text/follow-up.ts'
import { ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { together, useKept } from '../../ui/kept.ts'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { organisationName, ownerChoices } from '../minutes/index.ts'

/** The act in the head of the register, and the dialog it opens. */
export function NewAction() {
  const [isOpen, setOpen] = useState(false)
  const meetings = useQuery('meetings.list', { year: null }).data
  const open = (meetings ?? []).filter(takesActions)
  return (
    <>
      <Button
        icon={Plus}
        unavailable={meetings !== undefined && open.length === 0 ? text.noMinutes : undefined}
        label={text.act}
        onPress={() => setOpen(true)}
      />
      {isOpen && open.length > 0 ? <NewActionDialog meetings={open} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Its minutes are begun, and not approved. */
const takesActions = ({ minutesState }: MeetingRow) => minutesState !== null && minutesState !== 'approved'

const blank: PrintedActionFields = { text: '', owner: '', ownerId: null, organisation: '', dueDate: null }

function NewActionDialog({ meetings, onClose }: { meetings: readonly MeetingRow[]; onClose: () => void }) {
  const { data: directory } = useQuery('directory.list', {})
  // Newest first: what was agreed since belongs to the last one held.
  const [place, setPlace, forgetPlace] = useKept('new-action:place', {
    meetingId: meetings[0]?.id ?? '',
    picked: null as string | null,
  })
  const meeting = meetings.find(({ id }) => id === place.meetingId) ?? meetings[0]
  const meetingId = meeting?.id ?? ''
  const agenda = useQuery('agenda.list', { meetingId }).data
  const items = (agenda?.items ?? []).filter(({ kind }) => kind === 'item')
  const picked = items.find(({ id }) => id === place.picked)?.id
  const itemId = picked ?? agenda?.followUpId ?? items.at(-1)?.id
  const [fields, setFields, forgetFields] = useKept('new-action', blank, (typed) => [
    typed.text,
    typed.owner,
    typed.organisation,
  ])
  const forget = () => together(forgetPlace(), forgetFields())
  const change = (patch: Partial<PrintedActionFields>) => setFields((before) => ({ ...before, ...patch }))
  const add = useWrite('minutes.addAction', {
    onSuccess: ({ id, rank }) => {
      forget()
      onClose()
      if (meeting !== undefined) showUndoToast(text.added(printedNumber('A', meeting, rank)))
      navigate(href('followUp', {}, id))
    },
  })
  const missing =
    fields.text.trim() === '' ? text.wordsNeeded : itemId === undefined ? text.itemNeeded : undefined
  const submit = () => {
    if (missing !== undefined || itemId === undefined || add.isPending) return
    const words = { text: fields.text.trim(), owner: fields.owner.trim() }
    add.mutate({ id: newId(), itemId, fields: { ...fields, ...words } })
  }
  const numbers = itemNumbers(agenda?.items ?? [])
  return (
    <Dialog
      title={text.act}
      onClose={onClose}
      onSubmit={submit}
      acts={
        <>
          <Button
            onPress={() => {
              sayGivenUp(forget())
              onClose()
            }}
          >
            {commonText.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={add.isPending ? text.adding : undefined}
            unavailable={missing}
          >
            {text.add}
          </Button>
        </>
      }
    >
      <p>{text.lead}</p>
      <TextArea
        label={followUpText.form.text}
        rows={2}
        value={fields.text}
        onCommit={(words) => change({ text: words })}
        autoFocus
      />
      <div className="field">
        <div className="two">
          <ComboBox
            label={followUpText.form.owner}
            value={fields.owner}
            choices={ownerChoices(directory)}
            onCommit={(owner, ownerId) =>
              change({
                owner,
                ownerId,
                organisation: ownerId === null ? fields.organisation : organisationName(directory, ownerId),
              })
            }
          />
          <TextField
            label={followUpText.form.organisation}
            value={fields.organisation}
            onCommit={(organisation) => change({ organisation })}
          />
        </div>
      </div>
      <DateField
        label={followUpText.columns.due}
        keptAs="new-action:due"
        value={fields.dueDate}
        onCommit={(dueDate) => change({ dueDate })}
      />
      <Select
        label={text.meeting}
        value={meetingId}
        choices={meetings.map(({ id, number, date }) => ({
          value: id,
          label: listedMeeting(number, formatShortDate(date, true)),
        }))}
        onCommit={(id) => setPlace({ meetingId: id, picked: null })}
      />
      <Select
        label={text.item}
        help={text.itemHelp}
        value={itemId ?? ''}
        choices={items.map(({ id, title }) => ({
          value: id,
          label: [numbers.get(id) ?? '', title].filter((part) => part !== '').join(' '),
        }))}
        onCommit={(id) => setPlace({ meetingId, picked: id })}
      />
      {add.error === null ? null : <ErrorBanner error={add.error} />}
    </Dialog>
  )
}
