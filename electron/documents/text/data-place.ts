import { formatMoment, quoted } from '../../domain/text/french.ts'

export const movedNoteText = {
  note: 'Les données de Séances INP qui étaient dans ce dossier ont été déplacées dans celui que nomme « to ». L’application l’ouvre à la place de celui-ci. Ne pas modifier ni supprimer.',
  left: (now: Date, machine: string, aside: string) => {
    const day = formatMoment(now)
    return `Séances INP – données déplacées

Depuis le ${day}, les données de ce dossier sont sur l’ordinateur ${quoted(machine)}, dans le dossier que nomme
« donnees-deplacees.json ». Chaque fichier y a été copié et comparé avec celui d’ici.

Ce qui était là est gardé tel quel : la base dans ${quoted(aside)}, les pièces dans « pieces », les sauvegardes dans
« sauvegardes ». Rien de ce qui est écrit depuis n’arrive plus dans ce dossier.
`
  },
} as const
