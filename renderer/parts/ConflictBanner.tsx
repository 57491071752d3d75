import type { SavedRow } from '../api/outbox/saved-row.ts'
import { fieldText as text } from '../text/field.ts'
import { twoVersionsText } from '../text/two-versions.ts'
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
          {twoVersionsText.keepMine.version}
        </Button>
        <Button small onPress={() => saved.resolve('theirs')}>
          {twoVersionsText.takeTheirs.version}
        </Button>
      </div>
    </Banner>
  )
}
