import History from 'lucide-react/icons/history'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { Provenance } from '../../../../electron/domain/agenda/carry-over.ts'
import { provenanceWords } from '../../../../electron/domain/agenda/provenance-words.ts'
import { href } from '../../../app/paths.ts'
import { carryOverText, carryReasonText } from '../../../text/carry-over.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useMeetingWord } from './use-meeting-word.ts'

const text = carryOverText.inspector

type Props = {
  provenance: Provenance
  /** Of the meeting that took it up. */
  date: string
}

/** In the row: one short line among the facts of the item. */
export function ProvenanceMark({ provenance, date }: Props) {
  const word = useMeetingWord()
  const words = carryOverText.provenance(provenanceWords(provenance, date, word))
  return (
    <>
      <span>
        <Icon of={History} size={14} />
        {words}
      </span>
      {provenance.stale === null ? null : (
        <span title={text.stale[provenance.stale]}>
          <Badge icon={TriangleAlert} tone="warn">
            {text.staleMark}
          </Badge>
        </span>
      )}
    </>
  )
}

/** In the inspector: with the way to the meeting it comes from. */
export function ItemProvenance({ provenance, date, onRemove }: Props & { onRemove: () => void }) {
  const word = useMeetingWord()
  const { origin, reason, stale } = provenance
  const words = carryOverText.provenance(provenanceWords(provenance, date, word))
  const why =
    reason === 'postponed' || reason === 'meetingCancelled'
      ? ''
      : ` (${carryReasonText[reason].toLowerCase()})`
  return (
    <section className="field" aria-label={text.title}>
      <span className="label">{text.title}</span>
      <p>
        {words}
        {why}.{' '}
        <a href={href(origin.state === 'cancelled' ? 'agenda' : 'minutes', { meetingId: origin.meetingId })}>
          {text.openMeeting}
        </a>
      </p>
      {stale === null ? null : (
        <Banner
          tone="warn"
          acts={
            <Button small onPress={onRemove}>
              {text.remove}
            </Button>
          }
        >
          {text.stale[stale]}
        </Banner>
      )}
    </section>
  )
}
