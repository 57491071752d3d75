import { href } from '../../../app/paths.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'

export function StyleLinkSection() {
  return (
    <section className="stack" aria-label={text.settings}>
      <h2 className="h2">{text.settings}</h2>
      <p className="mute">{text.settingsLead}</p>
      <div className="row">
        <a className="button plain" href={href('documentStyle')}>
          {text.openPage}
        </a>
      </div>
    </section>
  )
}
