import { useEffect, useState } from 'react'
import { TEXT_LENGTH } from '../../../electron/domain/limits.ts'
import { Outcome, type SectionFields } from '../../../electron/domain/minutes/minutes.ts'
import { outcomeSentences } from '../../../electron/domain/minutes/outcome-sentences.ts'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import type { SavedRow } from '../../api/outbox/saved-row.ts'
import { useQuery } from '../../api/use-query.ts'
import { minutesText } from '../../text/minutes.ts'
import { Select } from '../../ui/Select.tsx'
import { SavedText } from './SavedText.tsx'

const choices = [
  { value: '', label: minutesText.noOutcome } as const,
  ...Outcome.options.map((outcome) => ({ value: outcome, label: outcomeWords[outcome] })),
]

export function OutcomeField({ saved }: { saved: SavedRow<SectionFields> }) {
  const [outcome, setOutcome] = useState(() => saved.row.value('outcome'))
  const [chosen, setChosen] = useState(0)
  useEffect(() => saved.row.onAdopt(() => setOutcome(saved.row.value('outcome'))), [saved.row])
  const sentences = useQuery('documentStyle.sentences', {})
  /** As the secretariat has it printed; as shipped until that is known. */
  const standard = (of: Outcome) =>
    sentences.data?.find(({ key }) => key === `outcome.${of}`)?.text ?? outcomeSentences[of]
  const choose = (next: Outcome | null) => {
    const sentence = saved.row.value('outcomeSentence').trim()
    const isStandard =
      sentence === '' ||
      Object.values(outcomeSentences).includes(sentence) ||
      Outcome.options.some((of) => standard(of) === sentence)
    saved.edit('outcome', () => next)
    // A sentence that somebody wrote stays.
    if (isStandard) saved.edit('outcomeSentence', () => (next === null ? '' : standard(next)))
    setOutcome(next)
    setChosen(chosen + 1)
  }
  return (
    <div className="outcome">
      <Select
        label={minutesText.outcome}
        value={outcome ?? ''}
        choices={choices}
        onCommit={(value) => choose(value === '' ? null : value)}
      />
      {outcome === null && saved.row.value('outcomeSentence') === '' ? null : (
        <SavedText
          key={chosen}
          saved={saved}
          field="outcomeSentence"
          label={minutesText.outcomeSentence}
          labelHidden
          maxLength={TEXT_LENGTH}
        />
      )}
    </div>
  )
}
