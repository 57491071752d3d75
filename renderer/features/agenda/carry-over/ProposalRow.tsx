import type { CarryProposal } from '../../../../electron/domain/agenda/carry-over.ts'
import { meetingOf, provenanceWords } from '../../../../electron/domain/agenda/provenance-words.ts'
import { formatDuration } from '../../../../electron/domain/text/french.ts'
import { natureText } from '../../../text/agenda.ts'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { CheckBox } from '../../../ui/Select.tsx'
import { useMeetingWord } from './use-meeting-word.ts'

export function ProposalRow(props: {
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
    nature === null ? '' : natureText[nature],
    durationMinutes === null ? '' : formatDuration(durationMinutes),
    files.length === 0 ? '' : text.files(files.length),
  ].filter((words) => words !== '')
  return (
    <li>
      <CheckBox label={title || text.untitled} checked={isTicked} onCommit={onTick} />
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
export function Why({ proposal, date }: { proposal: CarryProposal; date: string }) {
  const word = useMeetingWord()
  const { origin, reason, times } = proposal
  if (origin === null) return text.why(reason, '')
  if (times === 0) return text.why(reason, meetingOf(origin, date, word))
  const from = provenanceWords({ origin, times }, date, word)
  return reason === 'postponed' || reason === 'meetingCancelled'
    ? text.provenance(from)
    : text.why(reason, from)
}
