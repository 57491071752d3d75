import { meetingName } from '../../electron/domain/meetings/meeting-name.ts'
import { formatDateWithoutWeekday } from '../../electron/domain/text/french.ts'

/** What is not stored, read on its own; apart from the frame, which does without until somebody asks. */
export const keptText = {
  kept: 'Pas encore enregistré',
  inForms:
    'Ce texte est dans un formulaire qui n’a pas été envoyé. Il y reste jusqu’à la fermeture de la fenêtre ; y revenir pour le terminer.',
  inSettings: (section: string) => `Réglages, ${section}`,
  ofMeeting: (screen: string, number: number | null, date: string) =>
    `${screen}, ${meetingName(number, formatDateWithoutWeekday(date))}`,
  undecided: 'Un choix est à faire sur l’écran où ce texte a été saisi.',
  refused: '(refusé)',
  wordless: 'Des changements sans texte : une coche, une place dans une liste, un texte vidé.',
  giveUp: (texts: number) => (texts === 1 ? 'Abandonner ce texte' : `Abandonner ces ${texts} textes`),
}
