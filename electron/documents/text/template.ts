// Sentences of the standing agenda items.
import { formatDateWithoutWeekday } from '../../domain/french.ts'

export const sentences = {
  approval: (meeting: { number: number | null; date: string }) =>
    meeting.number === null
      ? `Approbation du compte rendu de la séance du ${formatDateWithoutWeekday(meeting.date)}`
      : `Approbation du compte rendu de la séance n°\u00a0${meeting.number} du ${formatDateWithoutWeekday(meeting.date)}`,
  followUp: 'Suivi des décisions et actions',
  otherBusiness: 'Questions diverses',
}
