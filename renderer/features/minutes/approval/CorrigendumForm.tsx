import Stamp from 'lucide-react/icons/stamp'
import { useEffect, useRef, useState } from 'react'
import { inAgendaOrder, itemNumbers } from '../../../../electron/domain/agenda/agenda.ts'
import { areSaid } from '../../../../electron/domain/minutes/said-words.ts'
import type { CorrigendumFields } from '../../../../electron/domain/minutes/version.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { corrigendumText as text } from '../../../text/approval.ts'
import { titled } from '../../../text/common.ts'
import { sayGivenUp } from '../../../ui/Banner.tsx'
import { Before } from '../../../ui/Before.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { useKept } from '../../../ui/kept.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { today } from './life-state.ts'

/** The choice that stands for the minutes as a whole. */
const WHOLE = ''

/** What is typed in the form is kept under it. */
export const corrigendumKey = (meetingId: string): string => `corrigendum:${meetingId}`

export function CorrigendumForm(props: {
  meetingId: string
  approvedOn: string
  /** The corrigendum that was made; null when given up. */
  onDone: (id: string | null) => void
}) {
  const { meetingId, approvedOn } = props
  // Chosen once: sent twice, it is made once.
  const [id] = useState(newId)
  const [blank] = useState<CorrigendumFields>(() => ({
    ...{ itemId: null, place: '', beforeText: '', afterText: '', reason: '' },
    decidedOn: today(),
  }))
  const [fields, setFields, forget] = useKept(
    corrigendumKey(meetingId),
    blank,
    ({ place, beforeText, afterText, reason }) => [place, beforeText, afterText, reason],
  )
  const put = (patch: Partial<CorrigendumFields>) => setFields((before) => ({ ...before, ...patch }))
  const items = useQuery('agenda.list', { meetingId }).data?.items ?? []
  const numbers = itemNumbers(items)
  const add = useWrite('approval.addCorrigendum', {
    onSuccess: ({ corrigenda }) => {
      forget()
      showToast(text.made(corrigenda.find((one) => one.id === id)?.number ?? corrigenda.length))
      props.onDone(id)
    },
  })
  const { data: said = null } = useQuery('minutes.get', { meetingId })
  const [isAsked, setAsked] = useState(false)
  const isUnsaid =
    fields.beforeText.trim() !== '' && said !== null && !areSaid(fields.beforeText, said, fields.itemId)
  const form = useRef<HTMLElement>(null)
  useEffect(() => {
    // It opens below what is seen, and the button that opened it is gone.
    form.current?.scrollIntoView?.({ block: 'nearest' })
    form.current?.querySelector<HTMLElement>('select')?.focus()
  }, [])
  const isLate = fields.decidedOn > today()
  const wrongDate =
    fields.decidedOn < approvedOn ? text.dateEarly(approvedOn) : isLate ? text.dateLate : undefined
  const isSame = fields.beforeText.trim() === fields.afterText.trim()
  const refusal = fields.place.trim() === '' ? text.placeNeeded : isSame ? text.needed : wrongDate
  return (
    <section ref={form} className="stack" aria-label={text.form}>
      <h3 className="h3">{text.form}</h3>
      <Select
        label={text.item}
        value={fields.itemId ?? WHOLE}
        choices={[
          { value: WHOLE, label: text.whole },
          ...inAgendaOrder(items).map((item) => ({
            value: item.id,
            label: `${numbers.get(item.id) ?? ''} ${titled(item.title)}`.trim(),
          })),
        ]}
        onCommit={(value) => put({ itemId: value === WHOLE ? null : value })}
      />
      <TextField
        label={text.place}
        help={text.placeHelp}
        value={fields.place}
        onCommit={(place) => put({ place })}
      />
      <TextArea
        label={text.before}
        rows={2}
        value={fields.beforeText}
        onCommit={(beforeText) => put({ beforeText })}
      />
      <TextArea
        label={text.after}
        rows={2}
        value={fields.afterText}
        onCommit={(afterText) => put({ afterText })}
      />
      <TextArea label={text.reason} rows={2} value={fields.reason} onCommit={(reason) => put({ reason })} />
      <DateField
        label={text.date}
        keptAs={`${corrigendumKey(meetingId)}:date`}
        value={fields.decidedOn}
        needed
        error={wrongDate}
        onCommit={(decidedOn) => decidedOn !== null && put({ decidedOn })}
      />
      {isAsked ? (
        <Before
          title={text.sealing.title}
          lines={[
            ...(isUnsaid ? [{ tone: 'warn' as const, words: text.sealing.notSaid }] : []),
            { tone: 'ok', words: text.sealing.forGood },
          ]}
          act={text.sealing.act}
          busy={add.isPending ? text.making : undefined}
          error={add.error}
          onAct={() => add.mutate({ id, meetingId, fields })}
          onClose={() => setAsked(false)}
        />
      ) : null}
      <div className="row wrap">
        <Button icon={Stamp} unavailable={refusal} onPress={() => setAsked(true)}>
          {text.make}
        </Button>
        <Button
          look="ghost"
          onPress={() => {
            sayGivenUp(forget())
            props.onDone(null)
          }}
        >
          {text.cancel}
        </Button>
      </div>
    </section>
  )
}
