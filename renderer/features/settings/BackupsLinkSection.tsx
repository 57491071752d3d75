import { href } from '../../app/paths.ts'
import { backupsText as text } from '../../text/backups.ts'
import { keptFilesText } from '../../text/kept-files.ts'

export function BackupsLinkSection() {
  return (
    <section className="stack" aria-label={text.section}>
      <h2 className="h2">{text.section}</h2>
      <p className="mute">{text.sectionLead}</p>
      <div className="row">
        <a className="btn plain" href={href('backups')}>
          {text.openPage}
        </a>
        <a className="btn plain" href={href('keptFiles')}>
          {keptFilesText.openPage}
        </a>
      </div>
    </section>
  )
}
