import Eye from 'lucide-react/icons/eye'
import FilePlus from 'lucide-react/icons/file-plus'
import { useState } from 'react'
import type { ApprovalView } from '../../../../electron/contract/approval.ts'
import { approvalText, corrigendumText as text } from '../../../text/approval.ts'
import { Button } from '../../../ui/Button.tsx'
import { isKept } from '../../../ui/kept.ts'
import { CorrigendumForm, corrigendumKey } from './CorrigendumForm.tsx'

export function Corrigenda(props: {
  meetingId: string
  view: ApprovalView
  /** The one whose paper is shown; null = none. */
  shownId: string | null
  onShow: (id: string | null) => void
}) {
  const { view, shownId, onShow } = props
  const { approval, corrigenda } = view
  const [isAdding, setAdding] = useState(() => isKept(corrigendumKey(props.meetingId)))
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h3">{text.title}</h2>
      <p className="mute">{approval === null ? approvalText.takenOverCorrigendum : text.lead}</p>
      {corrigenda.length === 0 ? (
        approval === null ? null : (
          <p>{text.none}</p>
        )
      ) : (
        <ul className="list">
          {corrigenda.map(({ id, number, place, beforeText, afterText, decidedOn }) => (
            <li key={id} className="version-version">
              <b>{text.number(number)}</b>
              <div className="mute">{text.decided(decidedOn)}</div>
              {place === '' ? null : <div>{place}</div>}
              <div className="cut-two-lines">
                {[
                  beforeText === '' ? '' : text.insteadOf(beforeText),
                  afterText === '' ? '' : text.read(afterText),
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </div>
              <div className="row">
                <Button
                  small
                  icon={Eye}
                  pressed={id === shownId}
                  onPress={() => onShow(id === shownId ? null : id)}
                >
                  {text.show(number)}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {approval === null ? null : isAdding ? (
        <CorrigendumForm
          meetingId={props.meetingId}
          approvedOn={approval.approvedOn}
          onDone={(id) => {
            setAdding(false)
            if (id !== null) onShow(id)
          }}
        />
      ) : (
        <div className="row">
          <Button small icon={FilePlus} onPress={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      )}
    </section>
  )
}
