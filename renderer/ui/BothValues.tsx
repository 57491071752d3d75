import type { Conflict } from '../api/api-error.ts'
import { fieldText as text } from '../text/field.ts'
import { valueWords } from '../text/value-words.ts'

/** Of each field that two people changed, what is typed here and what is stored. */
export function BothValues({ conflicts }: { conflicts: readonly Conflict[] }) {
  return conflicts.map(({ field, mine, theirs }) => {
    const [here, there] = [valueWords(mine), valueWords(theirs)]
    if (here === null || there === null) return null
    return (
      <dl key={field} className="conflict">
        <dt>{text.conflictMine}</dt>
        <dd>{here}</dd>
        <dt>{text.conflictTheirs}</dt>
        <dd>{there}</dd>
      </dl>
    )
  })
}
