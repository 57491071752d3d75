import { href } from '../../../app/paths.ts'
import { handOverText as text } from '../../../text/hand-over.ts'

export function HandOverLinkSection() {
  return (
    <section className="stack" aria-label={text.settings}>
      <h2 className="h2">{text.settings}</h2>
      <p className="mute">{text.settingsLead}</p>
      <div className="row">
        <a className="button plain" href={href('handOver')}>
          {text.openPage}
        </a>
      </div>
    </section>
  )
}
