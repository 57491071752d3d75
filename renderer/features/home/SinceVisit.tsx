import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { historySentence, quotedName } from '../../text/history-words.ts'
import { besideText as text } from '../../text/home-beside.ts'
import { whenWords } from '../../text/instant-words.ts'

const MOST = 5
/** A visit is noted once a minute: what one did last in it may have been stored that long after. */
const NOTED_MS = 60_000

/** What others wrote while nobody was here; nothing where nobody did. */
export function SinceVisit({ within }: { within: { from: string; to: string } }) {
  const ownFrom = new Date(Date.parse(within.from) + NOTED_MS).toISOString()
  const list = useQuery('history.list', {
    ...{ meetingId: null, limit: MOST + 1, state: 'done' },
    ...{ within, ownFrom },
  })
  const done = list.data ?? []
  if (done.length === 0) return null
  return (
    <section aria-label={text.since}>
      <div className="sec-head">
        <h2 className="h2">{text.since}</h2>
        <a href={href('history')}>{text.history}</a>
      </div>
      <p className="mute small">{text.lastHere(whenWords(within.from))}</p>
      <ul className="list">
        {done.slice(0, MOST).map((line) => {
          const { lead, name, tail } = historySentence(line)
          return (
            <li key={line.seq}>
              <a className="grow" href={href('history', {}, line.rows[0]?.id)}>
                {lead}
                {name === '' ? '' : ` ${quotedName(name)}`}
                {tail.replace(/(?<!\s)\s*:\s*$/u, '')}
              </a>
            </li>
          )
        })}
      </ul>
      {done.length > MOST ? <p className="mute small">{text.more}</p> : null}
    </section>
  )
}
