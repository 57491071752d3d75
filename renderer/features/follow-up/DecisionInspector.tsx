import CircleOff from 'lucide-react/icons/circle-off'
import Replace from 'lucide-react/icons/replace'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useState } from 'react'
import type { DecisionRow, Named } from '../../../electron/contract/follow-up.ts'
import type { DecisionState } from '../../../electron/domain/minutes/decision.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatDateWithoutWeekday, formatNarrowDate } from '../../../electron/domain/text/french.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { actionStateText, decisionStateText, followUpText as text } from '../../text/follow-up.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { FollowUpThread } from './FollowUpThread.tsx'
import { decisionLooks } from './look.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { ReplaceForm } from './ReplaceForm.tsx'

export function DecisionInspector(props: {
  id: string
  known: DecisionRow | undefined
  onClose: () => void
}) {
  const detail = useQuery('followUp.decision', { id: props.id }, { keepPrevious: true })
  const row = props.known ?? detail.data?.row
  const title = row === undefined ? text.decision : printedNumber('D', row.origin, row.decision.rank)
  const fields = text.fields
  return (
    <Inspector title={title} acts={<HistoryLink of={props.id} />} onClose={props.onClose}>
      {detail.error === null ? null : (
        <ErrorBanner error={detail.error} onRetry={() => void detail.refetch()} />
      )}
      {row === undefined ? null : (
        <>
          <p className="h2 register-text">{row.decision.text}</p>
          <div className="row wrap">
            <Badge icon={decisionLooks[row.now.state].icon} tone={decisionLooks[row.now.state].tone}>
              {decisionStateText[row.now.state]}
            </Badge>
          </div>
          <dl className="definitions text-15">
            {row.now.replacedBy === null ? null : (
              <>
                <dt>{fields.replacedBy}</dt>
                <dd>
                  <DecisionLink of={row.now.replacedBy} />
                </dd>
              </>
            )}
            {row.now.changedOn === null ? null : (
              <>
                <dt>{fields.since}</dt>
                <dd>{formatDateWithoutWeekday(row.now.changedOn)}</dd>
              </>
            )}
            {row.now.reason === '' ? null : (
              <>
                <dt>{fields.reason}</dt>
                <dd>{row.now.reason}</dd>
              </>
            )}
            {detail.data === undefined || detail.data.replaces.length === 0 ? null : (
              <>
                <dt>{fields.replaces}</dt>
                <dd>
                  {detail.data.replaces.map((one) => (
                    <DecisionLink key={one.id} of={one} />
                  ))}
                </dd>
              </>
            )}
            <dt>{fields.meeting}</dt>
            <dd>
              <a
                href={href('minutes', { meetingId: row.decision.meetingId }, row.decision.itemId)}
                title={text.openMinutes}
              >
                {text.meetingLink(row.origin.number, formatNarrowDate(row.origin.date))}
              </a>
              {row.origin.isNumbered ? null : <span className="mute"> {text.provisional}</span>}
            </dd>
            {row.origin.itemTitle === '' ? null : (
              <>
                <dt>{fields.item}</dt>
                <dd>
                  {[row.origin.itemNumber, row.origin.itemTitle].filter((words) => words !== '').join('. ')}
                </dd>
              </>
            )}
            {detail.data === undefined || detail.data.actions.length === 0 ? null : (
              <>
                <dt>{fields.actions}</dt>
                <dd>
                  {detail.data.actions.map((action) => (
                    <span key={action.id} className="register-link">
                      <a href={href('followUp', {}, action.id)} title={action.text}>
                        {printedNumber('A', action, action.rank)}
                      </a>{' '}
                      <span className="mute">{actionStateText[action.state]}</span>
                    </span>
                  ))}
                </dd>
              </>
            )}
          </dl>
          <Acts row={row} />
          {detail.data === undefined ? null : (
            <FollowUpThread events={detail.data.events} origin={row.origin} />
          )}
        </>
      )}
    </Inspector>
  )
}

function DecisionLink({ of }: { of: Named }) {
  return (
    <a className="register-link" title={of.text} href={href('followUpDecisions', {}, of.id)}>
      {printedNumber('D', of, of.rank)}
    </a>
  )
}

function Acts({ row }: { row: DecisionRow }) {
  const [asked, setAsked] = useState<'replace' | 'void' | null>(null)
  const write = useWrite('followUp.setDecisionState', {
    onSuccess: (_, { state }) => {
      setAsked(null)
      void showUndoToast(text.said.decision(state))
    },
  })
  const set = (state: DecisionState, replacedById: string | null, reason: string, done?: () => void) =>
    write.mutate(
      { id: row.decision.id, version: row.now.version, state, replacedById, reason },
      { onSuccess: () => done?.() },
    )
  const giveUp = () => setAsked(null)
  return (
    <section className="register-acts" aria-label={text.acts.region}>
      {write.error === null ? null : (
        <Banner tone="bad">
          {write.error.code === 'invalid-input' ? text.form.cannotReplace : errorSentence(write.error)}
        </Banner>
      )}
      {asked === 'replace' ? (
        <ReplaceForm
          row={row}
          isPending={write.isPending}
          onSend={(id, reason, forget) => set('replaced', id, reason, forget)}
          onGiveUp={giveUp}
        />
      ) : asked === 'void' ? (
        <ReasonForm
          of={row.decision.id}
          label={text.form.whyVoid}
          act={text.form.void}
          isPending={write.isPending}
          onSend={(reason, forget) => set('void', null, reason, forget)}
          onGiveUp={giveUp}
        />
      ) : row.now.state === 'inForce' ? (
        <div className="row wrap">
          <Button icon={Replace} onPress={() => setAsked('replace')}>
            {text.acts.replace}
          </Button>
          <Button icon={CircleOff} onPress={() => setAsked('void')}>
            {text.acts.void}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Button icon={RotateCcw} onPress={() => set('inForce', null, '')}>
            {text.acts.inForce}
          </Button>
        </div>
      )}
    </section>
  )
}
