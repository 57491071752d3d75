import { useState } from 'react'
import type { DecisionRow } from '../../../electron/contract/follow-up.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatNarrowDate } from '../../../electron/domain/text/french.ts'
import { useQuery } from '../../api/use-query.ts'
import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { together, useKept } from '../../ui/kept.ts'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { asDecided } from './filters.ts'

/** Proposals of the list: what is not among them is found by another word. */
const PROPOSED = 20

export function ReplaceForm(props: {
  row: DecisionRow
  isPending: boolean
  onSend: (replacedById: string, reason: string, forget: () => void) => void
  onGiveUp: () => void
}) {
  const { row } = props
  const [words, setWords] = useState('')
  const [fresh, setFresh, forgetFresh] = useKept<{ id: string; label: string } | null>(
    `replace:${row.decision.id}`,
    null,
  )
  const [reason, setReason, forgetReason] = useKept(`replace:${row.decision.id}:why`, '')
  const forget = () => together(forgetFresh(), forgetReason())
  const filter = { words, state: null, meetingId: null, seriesId: null }
  const found = useQuery(
    'followUp.decisions',
    { filter, sort: asDecided, offset: 0, limit: PROPOSED },
    { keepPrevious: true },
  )
  const proposals = (found.data?.rows ?? [])
    .filter(({ decision, now }) => decision.id !== row.decision.id && now.state === 'inForce')
    .filter(({ origin }) => origin.date >= row.origin.date)
    .map(({ decision, origin }) => ({
      id: decision.id,
      label: `${printedNumber('D', origin, decision.rank)} ${decision.text}`,
      detail: formatNarrowDate(origin.date),
    }))
  const missing = fresh === null ? text.form.needsDecision : undefined
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
        if (fresh === null) return
        props.onSend(fresh.id, reason.trim(), forget)
      }}
    >
      {fresh === null ? (
        <Picker
          label={text.form.replacedBy}
          words={words}
          proposals={proposals}
          onWords={setWords}
          onPick={({ id, label }) => setFresh({ id, label })}
        />
      ) : (
        <div className="field">
          <span className="label">{text.form.replacedBy}</span>
          <div className="row">
            <span className="cut-two-lines grow">{fresh.label}</span>
            <Button small onPress={() => setFresh(null)}>
              {text.form.other}
            </Button>
          </div>
        </div>
      )}
      <TextField label={text.form.whyOptional} prose value={reason} onCommit={setReason} />
      <div className="row">
        <Button
          type="submit"
          look="primary"
          unavailable={missing}
          busy={props.isPending ? text.form.replace : undefined}
        >
          {text.form.replace}
        </Button>
        <Button
          onPress={() => {
            sayGivenUp(forget())
            props.onGiveUp()
          }}
        >
          {commonText.cancel}
        </Button>
      </div>
    </form>
  )
}
