import { useOutbox } from '../api/outbox/window.ts'
import { keptText } from '../text/kept.ts'

/** What is not stored now, to be read and copied; of what has no words, that it is there. */
export function KeptTexts() {
  const outbox = useOutbox()
  const refused = new Set(outbox.refused())
  return (
    <ul className="kept-texts">
      {[...new Set(outbox.kept())].map((words) => (
        <li key={words}>
          {words}
          {refused.has(words) ? <span className="mute"> {keptText.refused}</span> : null}
        </li>
      ))}
      {outbox.isPartWordless ? <li className="mute">{keptText.wordless}</li> : null}
    </ul>
  )
}
