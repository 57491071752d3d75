import type { SavedRow } from '../api/outbox/window.ts'
import { fieldText as text } from '../text/field.ts'
import { Banner } from '../ui/Banner.tsx'
import { BothValues } from '../ui/BothValues.tsx'
import { Button } from '../ui/Button.tsx'

export function ConflictBanner<F extends object>({ saved }: { saved: SavedRow<F> }) {
  if (saved.conflicts.length === 0) return null
  return (
    <Banner tone="warn">
      <p>{text.conflict}</p>
      <BothValues conflicts={saved.conflicts} />
      <div className="row wrap">
        <Button small onPress={() => saved.resolve('mine')}>
          {text.keepMine.version}
        </Button>
        <Button small onPress={() => saved.resolve('theirs')}>
          {text.takeTheirs.version}
        </Button>
      </div>
    </Banner>
  )
}
