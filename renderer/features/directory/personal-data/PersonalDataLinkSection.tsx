import { href } from '../../../app/paths.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'

export function PersonalDataLinkSection() {
  return (
    <section className="stack" aria-label={text.settings}>
      <h2 className="h2">{text.settings}</h2>
      <p className="mute">{text.settingsLead}</p>
      <div className="row">
        <a className="button plain" href={href('personalData')}>
          {text.openPage}
        </a>
      </div>
    </section>
  )
}
