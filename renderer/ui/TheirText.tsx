import { fieldText as text } from '../text/field.ts'
import { twoVersionsText } from '../text/two-versions.ts'
import { Button } from './Button.tsx'
import type { Draft } from './use-draft.ts'

/** Both texts, or values, of a field that somebody else changed while it was typed in; neither goes before one is chosen. */
export function TheirText({ draft, of = 'text' }: { draft: Draft; of?: 'text' | 'value' }) {
  const { theirs } = draft
  if (theirs === null) return null
  return (
    <section className="their-text" aria-label={text.theirs[of]}>
      <p>{text.changedMeanwhile[of]}</p>
      <p className="strong">{theirs === '' ? text.emptied : theirs}</p>
      <div className="row wrap">
        <Button small onPress={() => draft.keep('mine')}>
          {twoVersionsText.keepMine[of]}
        </Button>
        <Button small onPress={() => draft.keep('theirs')}>
          {twoVersionsText.takeTheirs[of]}
        </Button>
      </div>
    </section>
  )
}
