import { itemNatureWords } from '../../../electron/domain/agenda/agenda-words.ts'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import { stanceWords } from '../../../electron/domain/session/stance-words.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { minutesStateBadge } from '../../text/minutes.ts'
import { projectText } from '../../text/project.ts'
import { projectSheetText } from '../../text/project-sheet.ts'
import type { ProjectView } from './sheet.ts'

type Passage = ProjectView['passages'][number]
const text = projectSheetText.passages

export function ProjectPassages({ view: { passages } }: { view: ProjectView }) {
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      {passages.length === 0 ? <p className="mute text-15">{text.none}</p> : null}
      {passages.map((passage) => (
        <PassageCard key={passage.itemId} passage={passage} />
      ))}
    </section>
  )
}

function PassageCard({ passage }: { passage: Passage }) {
  const { meetingId, meetingDate, meetingNumber, itemId, itemTitle, nature, positions, decisions } = passage
  const meeting = projectText.meeting(meetingNumber, formatShortDate(meetingDate, true))
  const day = meetingNumber === null ? '' : formatShortDate(meetingDate, true)
  return (
    <article className="card project-passage" aria-label={meeting}>
      <h3>
        <a href={href('agenda', { meetingId }, itemId)}>{[meeting, day].filter(Boolean).join(', ')}</a>
      </h3>
      <p>{nature === null ? itemTitle : `${itemTitle} (${itemNatureWords[nature].toLowerCase()})`}</p>
      <p>
        <b>{stateWords(passage)}</b>
        {passage.outcomeSentence.trim() === '' ? null : <span>{`\u00a0: ${passage.outcomeSentence}`}</span>}
      </p>
      {passage.minutesState === null ? null : (
        <p className="mute small">
          <a href={href('minutes', { meetingId })}>
            {text.inMinutes(minutesStateBadge[passage.minutesState].toLowerCase())}
          </a>
        </p>
      )}
      {positions.length === 0 ? null : <Positions positions={positions} />}
      {decisions.length === 0 ? null : (
        <>
          <h4 className="label">{text.decisions}</h4>
          <ul className="plain">
            {decisions.map(({ id, number, text: words }) => (
              <li key={id}>
                <b>{number}</b> {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

function stateWords({ meetingState, state, outcome }: Passage): string {
  if (outcome !== null) return outcomeWords[outcome]
  if (meetingState === 'cancelled') return text.cancelled
  return state === 'ahead' ? text.ahead : text.noOutcome
}

/** One line for each organisation, in the order they were noted; no sum, no ranking. */
function Positions({ positions }: { positions: Passage['positions'] }) {
  const columns = text.positionColumns
  return (
    <div className="project-table">
      <table className="table" aria-label={text.positions}>
        <thead>
          <tr>
            <th scope="col">{columns.organisation}</th>
            <th scope="col">{columns.stance}</th>
            <th scope="col">{columns.words}</th>
          </tr>
        </thead>
        <tbody>
          {positions.map(({ id, organisation, stance, words }) => (
            <tr key={id}>
              <th scope="row">{organisation}</th>
              <td>{stanceWords[stance]}</td>
              <td>{words || commonText.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
