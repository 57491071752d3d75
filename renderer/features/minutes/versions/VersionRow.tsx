import Eye from 'lucide-react/icons/eye'
import GitCompare from 'lucide-react/icons/git-compare-arrows'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import type { ListedVersion } from '../../../../electron/contract/minutes-versions.ts'
import { minutesVersionsText as text } from '../../../text/minutes-versions.ts'
import { Button } from '../../../ui/Button.tsx'
import { whenWords } from './when.ts'

export function VersionRow(props: {
  version: ListedVersion
  isApproved: boolean
  isRestoring: boolean
  onShow: () => void
  onCompare: () => void
  onRestore: () => void
}) {
  const { version } = props
  const { number, reason, madeAt, madeBy, note, pdfSha256, pdfPages } = version
  return (
    <li className="version-version">
      <div>
        <b>{text.number(number)}</b>
        {`, ${reason === 'restored' && note !== '' ? text.beforeRestore(note) : text.reasons[reason]}`}
      </div>
      <div className="mute">{text.made(whenWords(madeAt), madeBy)}</div>
      {note === '' || reason === 'restored' ? null : <div className="version-note">{note}</div>}
      <div className="mute">
        {pdfSha256 === null ? (
          text.wordsOnly
        ) : (
          <>
            {pdfPages === null ? null : `${text.pages(pdfPages)}, `}
            <span title={pdfSha256}>{text.hash(pdfSha256.slice(0, 8))}</span>
          </>
        )}
      </div>
      <div className="row wrap">
        {pdfSha256 === null || pdfPages === null ? null : (
          <Button small icon={Eye} label={text.showNumber(number)} onPress={props.onShow}>
            {text.show}
          </Button>
        )}
        <Button small icon={GitCompare} label={text.compareNumber(number)} onPress={props.onCompare}>
          {text.compare}
        </Button>
        {props.isApproved ? null : (
          <Button
            small
            look="ghost"
            icon={RotateCcw}
            label={text.restoreNumber(number)}
            busy={props.isRestoring ? text.restoring : undefined}
            onPress={props.onRestore}
          >
            {text.restore}
          </Button>
        )}
      </div>
    </li>
  )
}
