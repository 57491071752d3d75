import { href } from '../../../app/paths.ts'
import { oldFilesText as text } from '../../../text/old-files.ts'

export function OldFilesLinkSection() {
  return (
    <section className="stack" aria-label={text.open}>
      <h2 className="h2">{text.open}</h2>
      <p className="mute">{text.firstLead}</p>
      <div className="row">
        <a className="button plain" href={href('oldFiles')}>
          {text.openPage}
        </a>
      </div>
    </section>
  )
}
