// Text of the blank notebook around the words that its reader knows again (which are in domain/session/notebook.ts).
import { notebookWords } from '../../domain/session/notebook.ts'

export const notebookText = {
  fileName: (meetingWord: string, number: number | null, date: string) =>
    number === null
      ? `${notebookWords.title} - ${date}`
      : `${notebookWords.title} - ${meetingWord} ${number} - ${date}`,
  meeting: (words: string, reference: string) =>
    `${notebookWords.meeting}\u00a0: ${words} (${notebookWords.reference}\u00a0: ${reference})`,
  name: `${notebookWords.name}\u00a0: `,
  planned: (words: string) => `[${notebookWords.planned}\u00a0: ${words}]`,
  hours: (start: string, end: string) => `${start} – ${end}`,
} as const
