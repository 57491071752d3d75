// The day that the law gives a text which sets none, proposed with its reason and never filled in by itself.
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { usualEntryIntoForce } from '../../../electron/domain/watch/text-stages.ts'
import { lifeText } from '../../text/text-life.ts'
import { Button } from '../../ui/Button.tsx'
import type { PatchText } from './use-text-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

const text = lifeText.force

export function EntryIntoForce({ item, patch }: { item: WatchRow; patch: PatchText }) {
  const day = usualEntryIntoForce(item)
  if (day === null) return null
  const words = formatDateWithoutWeekday(day)
  return (
    <section className="text-ask" aria-label={text.region}>
      <p>{text.proposal(words)}</p>
      <div className="row wrap">
        <Button small onPress={() => patch({ inForceOn: day, inForceRule: 'dayAfter' })}>
          {text.keep(words)}
        </Button>
        <Button small look="ghost" onPress={() => patch({ inForceRule: 'dependent' })}>
          {text.depends}
        </Button>
      </div>
    </section>
  )
}
