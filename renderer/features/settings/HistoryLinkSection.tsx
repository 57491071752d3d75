import { href } from '../../app/paths.ts'
import { placeText } from '../../text/place.ts'
import { settingsText as text } from '../../text/settings.ts'

export function HistoryLinkSection() {
  return (
    <section className="stack" aria-label={text.history}>
      <h2 className="h2">{text.history}</h2>
      <p className="mute">{text.historyLead}</p>
      <div className="row">
        <a className="button plain" href={href('history')}>
          {placeText.history}
        </a>
        <a className="button plain" href={href('bin')}>
          {placeText.bin}
        </a>
      </div>
    </section>
  )
}
