import { formatNarrowDate } from '../../../../electron/domain/text/french.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { carryOverText } from '../../../text/carry-over.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'

const text = carryOverText.actions
/** The whole table is on paper. */
const MOST_SHOWN = 50

export function OpenActions({ meetingId }: { meetingId: string }) {
  const { data, error } = useQuery('carryOver.actions', { meetingId })
  if (error !== null) return <ErrorBanner error={error} />
  if (data === undefined) return null
  return (
    <section className="field" aria-label={text.title}>
      <span className="label">
        {text.title} <span className="mute">{data.length}</span>
      </span>
      {data.length === 0 ? (
        <p className="mute">{text.none}</p>
      ) : (
        <>
          <p className="help">{text.help}</p>
          <ul className="carry-list">
            {data.slice(0, MOST_SHOWN).map((action) => (
              <li key={action.id}>
                <div>
                  <a href={href('followUp', {}, action.id)}>{action.number}</a> {action.text}
                </div>
                <div className="mute">
                  {[action.owner, action.organisation].filter((words) => words !== '').join(', ')}
                </div>
                <div className={action.isLate ? 'bad' : 'mute'}>
                  {text.states[action.state]},{' '}
                  {action.dueDate === null ? text.noDue : text.due(formatNarrowDate(action.dueDate))}
                  {action.isLate ? `. ${text.late}` : ''}
                </div>
              </li>
            ))}
          </ul>
          {data.length > MOST_SHOWN ? <p className="mute">{text.others(data.length - MOST_SHOWN)}</p> : null}
        </>
      )}
    </section>
  )
}
