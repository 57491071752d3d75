import { AnyRichText, plainText } from '../../../electron/domain/text/rich-text.ts'
import type { SavedRow } from '../../api/outbox/window.ts'
import { minutesText } from '../../text/minutes.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export function ConflictBanner<F extends object>({ saved }: { saved: SavedRow<F> }) {
  if (saved.conflicts.length === 0) return null
  return (
    <Banner tone="warn">
      <p>{minutesText.conflict}</p>
      {saved.conflicts.map((conflict) => (
        <dl key={conflict.field} className="conflict">
          <dt>{minutesText.conflictMine}</dt>
          <dd>{words(conflict.mine)}</dd>
          <dt>{minutesText.conflictTheirs}</dt>
          <dd>{words(conflict.theirs)}</dd>
        </dl>
      ))}
      <div className="row wrap">
        <Button small onPress={() => saved.resolve('mine')}>
          {minutesText.keepMine}
        </Button>
        <Button small onPress={() => saved.resolve('theirs')}>
          {minutesText.takeTheirs}
        </Button>
      </div>
    </Banner>
  )
}

function words(value: unknown): string {
  const rich = AnyRichText.safeParse(value)
  const text = rich.success ? plainText(rich.data) : String(value ?? '')
  return text === '' ? minutesText.conflictEmpty : text
}
