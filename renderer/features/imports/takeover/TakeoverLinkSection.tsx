import { href } from '../../../app/paths.ts'
import { takeoverText as text } from '../../../text/takeover.ts'

export function TakeoverLinkSection() {
  return (
    <section className="stack" aria-label={text.open}>
      <h2 className="h2">{text.open}</h2>
      <p className="mute">{text.firstLead}</p>
      <div className="row">
        <a className="button plain" href={href('takeover')}>
          {text.openPage}
        </a>
      </div>
    </section>
  )
}
