import { formatDateWithoutWeekday } from '../text/french.ts'

const NBSP = '\u00a0'

export const takenMinutesText = {
  /** Title of the item for what the file puts under none. */
  ownItem: 'Décisions et actions',
  history: `Suivi du document reçu${NBSP}:`,
  step: ({ step, date, by }: { step: string; date: string | null; by: string }) =>
    [step, date === null ? '' : saidDate(date), by].filter((words) => words !== '').join(', '),
}

/** `--MM-DD` as the file says it, without a year. */
function saidDate(date: string): string {
  if (!date.startsWith('-')) return formatDateWithoutWeekday(date)
  // Any leap year has every day.
  return formatDateWithoutWeekday(`2000${date.slice(1)}`).replace(/ 2000$/, '')
}
