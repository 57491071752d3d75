import Plus from 'lucide-react/icons/plus'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Why } from './ProposalRow.tsx'
import { carryOverHref } from './place.ts'
import { asked, keyOf, useCarryOver } from './use-carry-over.ts'

/** The rest is beside the agenda. */
const MOST_SHOWN = 3

export function ToTakeUp({ meeting }: { meeting: Pick<Meeting, 'id' | 'date'> }) {
  const carryOver = useCarryOver(meeting.id)
  const proposals = asked(carryOver.view)
  if (proposals.length === 0 && carryOver.error === null) return null
  return (
    <section className="stack" aria-label={text.preparation}>
      <div className="sec-head">
        <h2 className="h2">{text.preparation}</h2>
        <span className="mute">{proposals.length}</span>
      </div>
      {carryOver.error === null ? null : <ErrorBanner error={carryOver.error} onRetry={carryOver.retry} />}
      <ul className="carry-list">
        {proposals.slice(0, MOST_SHOWN).map((proposal) => (
          <li key={keyOf(proposal.source)}>
            <div className="strong cut-two-lines" title={proposal.title}>
              {proposal.title || text.untitled}
            </div>
            <div className="mute">
              <Why proposal={proposal} date={meeting.date} />
            </div>
          </li>
        ))}
      </ul>
      {proposals.length > MOST_SHOWN ? (
        <p className="mute">{text.others(proposals.length - MOST_SHOWN)}</p>
      ) : null}
      <div className="row wrap">
        <Button
          icon={Plus}
          busy={carryOver.isTaking ? text.taking : undefined}
          onPress={() => carryOver.take(proposals.map(({ source }) => source))}
        >
          {text.takeAll(proposals.length)}
        </Button>
        <a className="button ghost" href={carryOverHref(meeting.id)}>
          {text.choose}
        </a>
      </div>
    </section>
  )
}
