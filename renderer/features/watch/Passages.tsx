import type { Output } from '../../../electron/contract/index.ts'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import { stanceWords } from '../../../electron/domain/session/stance-words.ts'
import { watchFollowUpWords } from '../../../electron/domain/watch/watch-words.ts'
import { href } from '../../app/paths.ts'
import { hearingText } from '../../text/project.ts'
import { lifeText } from '../../text/text-life.ts'
import { hearingWords } from '../projects/index.ts'

type Life = Output<'watch.life'>
type Passage = Life['passages'][number]

const text = lifeText.followUp

export function Passages({ life }: { life: Life }) {
  const { publishedOn, draftTitle, followUp } = life.item
  const isBefore = ({ meetingDate }: Passage) => publishedOn !== null && meetingDate < publishedOn
  const before = life.passages.filter(isBefore)
  const after = life.passages.filter((passage) => !isBefore(passage))
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      <p>{text.state(watchFollowUpWords[followUp])}</p>
      {life.passages.length === 0 ? <p className="mute text-15">{text.none}</p> : null}
      <Group title={draftTitle === '' ? text.asDraftUntitled : text.asDraft(draftTitle)} passages={before} />
      <Group title={publishedOn === null ? text.passages(after.length) : text.asText} passages={after} />
    </section>
  )
}

function Group({ title, passages }: { title: string; passages: readonly Passage[] }) {
  if (passages.length === 0) return null
  return (
    <div>
      <h3 className="label">{title}</h3>
      <ul className="list">
        {passages.map((passage) => (
          <li key={passage.itemId}>
            <div className="grow">
              <a href={href('agenda', { meetingId: passage.meetingId }, passage.itemId)}>
                {passage.itemTitle}
              </a>
              <div className="mute small">
                {passage.outcome === null
                  ? hearingWords(passage)
                  : hearingText.ended(hearingWords(passage), outcomeWords[passage.outcome].toLowerCase())}
              </div>
              {passage.positions.length === 0 ? null : (
                <ul className="text-positions" aria-label={text.positions}>
                  {passage.positions.map(({ id, organisation, stance, words }) => (
                    <li key={id}>
                      <b>{organisation}</b>
                      {`\u00a0: ${stanceWords[stance].toLowerCase()}${words === '' ? '' : `. ${words}`}`}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
