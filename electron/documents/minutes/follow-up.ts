// Follow-up: the small table that says where the document stands in its life cycle.
import { MinutesState } from '../../domain/minutes.ts'
import { type PlainTable, typed } from '../head.ts'
import { minutesText } from '../text/minutes.ts'

/** One row per step; validated and approved are reached states, the others are work in progress. */
export function followUpOf(
  state: MinutesState,
  secretary: string,
  chair: string,
): PlainTable & { heading: string } {
  const steps = MinutesState.options
  const reached = steps.indexOf(state)
  const isDone = (index: number) =>
    index < reached || (index === reached && (state === 'validated' || state === 'approved'))
  const by: Partial<Record<MinutesState, string>> = { drafting: secretary, validated: chair }
  const { step, state: stateColumn, by: byColumn } = minutesText.followUpColumns
  return {
    heading: minutesText.followUp,
    columns: [step, stateColumn, byColumn],
    rows: steps.map((name, index) => [
      minutesText.followUpSteps[name],
      isDone(index)
        ? minutesText.stepDone
        : index === reached
          ? minutesText.stepCurrent
          : minutesText.stepAhead,
      typed(by[name] ?? '') || minutesText.nothing,
    ]),
  }
}
