import { useContext } from 'react'
import type { DecisionRow, Named } from '../../../electron/contract/follow-up.ts'
import { actionStateWords, decisionStandingWords } from '../../../electron/domain/minutes/follow-up-words.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatDateWithoutWeekday, formatNarrowDate } from '../../../electron/domain/text/french.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { bindActs } from '../../acts/act.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { followUpText as text } from '../../text/follow-up.ts'
import { meetingText } from '../../text/meeting.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Inspector } from '../../ui/Inspector.tsx'
import { FollowUpThread } from './FollowUpThread.tsx'
import { decisionActs } from './follow-up-acts.ts'
import { decisionLooks } from './look.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { ReplaceForm } from './ReplaceForm.tsx'
import type { DecisionActs } from './use-decision-acts.ts'

export function DecisionInspector(props: {
  id: string
  known: DecisionRow | undefined
  acts: DecisionActs
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
            <Badge {...decisionLooks[row.now.standing]}>{decisionStandingWords[row.now.standing]}</Badge>
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
                {meetingText.title(row.origin.number, formatNarrowDate(row.origin.date))}
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
                      <span className="mute">{actionStateWords[action.state]}</span>
                    </span>
                  ))}
                </dd>
              </>
            )}
          </dl>
          <Acts row={row} acts={props.acts} />
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

function Acts({ row, acts }: { row: DecisionRow; acts: DecisionActs }) {
  const { asked, ask, set, isPending } = acts
  const own = bindActs(decisionActs, { row, ask, bringBack: acts.bringBack }, useContext(EditingOff))
  const error = acts.errorOf(row)
  const giveUp = () => ask(null)
  return (
    <section className="register-acts" aria-label={text.acts.region}>
      {error === null ? null : (
        <Banner tone="bad">
          {error.code === 'invalid-input' ? text.form.cannotReplace : errorSentence(error)}
        </Banner>
      )}
      {asked === 'replace' ? (
        <ReplaceForm
          row={row}
          isPending={isPending}
          onSend={(id, reason, forget) => set(row, 'replaced', id, reason, forget)}
          onGiveUp={giveUp}
        />
      ) : asked === 'void' ? (
        <ReasonForm
          of={row.decision.id}
          label={text.form.whyVoid}
          act={text.form.void}
          isPending={isPending}
          onSend={(reason, forget) => set(row, 'void', null, reason, forget)}
          onGiveUp={giveUp}
        />
      ) : (
        <div className="row wrap">
          {Object.values(own)
            .filter(({ isOffered }) => isOffered)
            .map((act) => (
              <ActButton key={act.id} act={act} />
            ))}
        </div>
      )}
    </section>
  )
}
