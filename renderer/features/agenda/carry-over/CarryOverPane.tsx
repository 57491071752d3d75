import History from 'lucide-react/icons/history'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { CarryOverView } from '../../../../electron/contract/carry-over.ts'
import type { CarryProposal } from '../../../../electron/domain/agenda/carry-over.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { DismissForm } from './DismissForm.tsx'
import { Elsewhere, SetAsideList } from './OtherLines.tsx'
import { ProposalRow } from './ProposalRow.tsx'
import { type CarryOver, keyOf, useCarryOver } from './use-carry-over.ts'

type Group = keyof typeof text.groups
const groups: readonly Group[] = ['item', 'project', 'watch', 'old']

export function CarryOverPane({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const carryOver = useCarryOver(meeting.id)
  const { view, error, retry } = carryOver
  return (
    <Inspector title={text.pane} onClose={onClose}>
      <div className="stack carry">
        {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
        {view === undefined ? (
          error === null ? (
            <Skeleton lines={6} />
          ) : null
        ) : (
          <Lines view={view} carryOver={carryOver} date={meeting.date} />
        )}
      </div>
    </Inspector>
  )
}

function Lines({ view, carryOver, date }: { view: CarryOverView; carryOver: CarryOver; date: string }) {
  const { proposals, isOpen, more, elsewhere, dismissed } = view
  return (
    <>
      {!isOpen ? (
        <p className="quiet">{text.closed}</p>
      ) : proposals.length === 0 ? (
        <EmptyState icon={History} title={text.emptyTitle}>
          {text.emptyWords}
        </EmptyState>
      ) : (
        <>
          <p className="mute">{text.lead}</p>
          <Acts proposals={proposals} carryOver={carryOver} />
          {groups.map((group) => (
            <ProposalGroup
              key={group}
              group={group}
              proposals={proposals.filter((one) => groupOf(one) === group)}
              more={group === 'project' || group === 'watch' ? more[group] : 0}
              carryOver={carryOver}
              date={date}
            />
          ))}
        </>
      )}
      <Elsewhere elsewhere={elsewhere} />
      <SetAsideList dismissed={dismissed} onTakeBack={carryOver.takeBack} />
    </>
  )
}

function groupOf({ source, isOld }: CarryProposal): Group {
  return isOld ? 'old' : source.kind
}

function Acts({ proposals, carryOver }: { proposals: readonly CarryProposal[]; carryOver: CarryOver }) {
  const [isAsking, setAsking] = useState(false)
  const ticked = proposals.filter(carryOver.isTicked).map(({ source }) => source)
  const unavailable = ticked.length === 0 ? text.nothingTicked : undefined
  return (
    <>
      <div className="row wrap">
        <Button
          look="primary"
          icon={Plus}
          unavailable={unavailable}
          busy={carryOver.isTaking ? text.taking : undefined}
          onPress={() => carryOver.take(ticked)}
        >
          {text.take(ticked.length)}
        </Button>
        <Button
          look="ghost"
          unavailable={unavailable}
          expanded={isAsking}
          onPress={() => setAsking(!isAsking)}
        >
          {text.dismissAsking}
        </Button>
      </div>
      {isAsking && ticked.length > 0 ? (
        <DismissForm
          many={ticked.length}
          onDismiss={(why) => carryOver.dismiss(ticked, why, () => setAsking(false))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

function ProposalGroup(props: {
  group: Group
  proposals: readonly CarryProposal[]
  more: number
  carryOver: CarryOver
  date: string
}) {
  const { group, proposals, more, carryOver, date } = props
  if (proposals.length === 0) return null
  return (
    <section aria-label={text.groups[group]}>
      <h3 className="h3">
        {text.groups[group]} <span className="mute">{proposals.length}</span>
      </h3>
      <ul className="carry-list">
        {proposals.map((proposal) => (
          <ProposalRow
            key={keyOf(proposal.source)}
            proposal={proposal}
            date={date}
            isTicked={carryOver.isTicked(proposal)}
            onTick={(ticked) => carryOver.tick(proposal.source, ticked)}
          />
        ))}
      </ul>
      {more === 0 || (group !== 'project' && group !== 'watch') ? null : (
        <p className="mute t-15">{text.more(more, group)}</p>
      )}
    </section>
  )
}
