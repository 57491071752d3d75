import type { Output } from '../../../electron/contract/index.ts'
import { meetingDeskText } from '../../text/meeting-desk.ts'
import type { Choice } from '../../ui/Select.tsx'

/** Stands for no series in a list, whose values are texts. */
export const NONE = ''

export function seriesChoices(all: Output<'series.list'>): Choice<string>[] {
  return [
    ...all.map(({ id, name }) => ({ value: id, label: name })),
    { value: NONE, label: meetingDeskText.noSeries },
  ]
}
