import History from 'lucide-react/icons/history'
import Plus from 'lucide-react/icons/plus'
import Undo2 from 'lucide-react/icons/undo-2'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CarryOverView } from '../../../../electron/contract/carry-over.ts'
import { itemNatureWords } from '../../../../electron/domain/agenda/agenda-words.ts'
import type { CarryProposal, Dismissal } from '../../../../electron/domain/agenda/carry-over.ts'
import { meetingOf, provenanceWords } from '../../../../electron/domain/agenda/provenance-words.ts'
import { LINE_LENGTH } from '../../../../electron/domain/limits.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { formatDuration, formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { carryOverHref } from '../../../parts/carry-over-place.ts'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { titled } from '../../../text/common.ts'
import { ErrorBanner, sayGivenUp } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useKept } from '../../../ui/kept.ts'
import { CheckBox } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type CarryOver, keyOf, useCarryOver } from './use-carry-over.ts'
import { useMeetingWord } from './use-meeting-word.ts'

type Group = keyof typeof text.groups
const groups: readonly Group[] = ['item', 'project', 'watch', 'old']

export function CarryOverPane({
  meeting,
  first,
  onClose,
}: {
  meeting: Meeting
  /** What is missing before anything else. */
  first: ReactNode
  onClose: () => void
}) {
  const carryOver = useCarryOver(meeting.id)
  const { view, error, retry } = carryOver
  return (
    <Inspector title={text.pane} onClose={onClose}>
      <div className="stack carry">
        {first}
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
          meetingId={carryOver.meetingId}
          many={ticked.length}
          onDismiss={(why, forget) =>
            carryOver.dismiss(ticked, why, () => {
              forget()
              setAsking(false)
            })
          }
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
        <p className="mute text-15">{text.more(more, group)}</p>
      )}
    </section>
  )
}

function DismissForm(props: {
  meetingId: string
  many: number
  onDismiss: (why: string, forget: () => void) => void
  onClose: () => void
}) {
  const [why, setWhy, forget] = useKept(`carry-over:${props.meetingId}`, '')
  const send = () => props.onDismiss(why.trim(), forget)
  const field = useRef<HTMLInputElement>(null)
  // It opens by the very press that asks for it.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="stack carry-why"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field label={text.dismissWhy} help={text.dismissHelp}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            ref={field}
            maxLength={LINE_LENGTH}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrap">
        <Button small onPress={send}>
          {text.dismiss(props.many)}
        </Button>
        <Button
          small
          look="ghost"
          onPress={() => {
            sayGivenUp(forget())
            props.onClose()
          }}
        >
          {text.giveUp}
        </Button>
      </div>
    </form>
  )
}

function Elsewhere({ elsewhere }: { elsewhere: CarryOverView['elsewhere'] }) {
  if (elsewhere.length === 0) return null
  return (
    <ul className="quiet">
      {elsewhere.map(({ meetingId, date, count }) => (
        <li key={meetingId}>
          {text.elsewhere(count, formatShortDate(date, true))}{' '}
          <a href={carryOverHref(meetingId)}>{text.elsewhereGo}</a>
        </li>
      ))}
    </ul>
  )
}

function SetAsideList(props: {
  dismissed: readonly Dismissal[]
  onTakeBack: (target: { id: string; version: number }) => void
}) {
  const { dismissed, onTakeBack } = props
  if (dismissed.length === 0) return null
  return (
    <details className="carry-aside">
      <summary>{text.setAside(dismissed.length)}</summary>
      <ul className="carry-list">
        {dismissed.map(({ id, version, title, why, at }) => (
          <li key={id}>
            <div className="strong">{titled(title)}</div>
            <div className="mute">{text.setAsideOn(formatShortDate(civilDate(new Date(at)), true), why)}</div>
            <div>
              <Button
                small
                look="ghost"
                icon={Undo2}
                label={text.takeBackOf(titled(title))}
                onPress={() => onTakeBack({ id, version })}
              >
                {text.takeBack}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function ProposalRow(props: {
  proposal: CarryProposal
  /** Of the meeting that would take it up. */
  date: string
  isTicked: boolean
  onTick: (ticked: boolean) => void
}) {
  const { proposal, date, isTicked, onTick } = props
  const { title, links, files, presenter, organisation, nature, durationMinutes } = proposal
  const facts = [
    [presenter, organisation].filter((words) => words !== '').join(', '),
    nature === null ? '' : itemNatureWords[nature],
    durationMinutes === null ? '' : formatDuration(durationMinutes),
    files.length === 0 ? '' : text.files(files.length),
  ].filter((words) => words !== '')
  return (
    <li>
      <CheckBox label={titled(title)} checked={isTicked} onCommit={onTick} />
      <div className="carry-about">
        <div>
          <Why proposal={proposal} date={date} />
        </div>
        {facts.length === 0 ? null : <div title={files.join(', ')}>{facts.join(' · ')}</div>}
        {links.length === 0 ? null : (
          <div className="cut-two-lines" title={links.join(', ')}>
            {text.withLinks(links)}
          </div>
        )}
      </div>
    </li>
  )
}

/** "Reporté de la séance du 12 mai, 2e report"; of what is not put off, the reason first. */
function Why({ proposal, date }: { proposal: CarryProposal; date: string }) {
  const word = useMeetingWord()
  const { origin, reason, times } = proposal
  if (origin === null) return text.why(reason, '')
  if (times === 0) return text.why(reason, meetingOf(origin, date, word))
  const from = provenanceWords({ origin, times }, date, word)
  return reason === 'postponed' || reason === 'meetingCancelled'
    ? text.provenance(from)
    : text.why(reason, from)
}
