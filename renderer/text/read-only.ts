import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

/** Where nothing can be written: of the frame, over every screen. */
export const readOnlyText = {
  openPage: 'Passer la main…',
  consulting: 'Ouverture…',
  shownCopy: (date: string, time: string, age: string) => `Copie du ${date}, ${time}, ${age}`,
  shownLead: 'Copie ouverte en lecture seule. Les données de ce poste ne changent pas.',
  shownRefresh: 'Actualiser la copie',
  shownLeave: 'Quitter la copie',
  readOnly: 'Lecture seule',
  readOnlyGiven: (folder: string) =>
    `Lecture seule : la main a été déposée dans le dossier ${quoted(folder)}.`,
  readOnlyMoving: 'Lecture seule : une passation est à terminer.',
  readOnlyLost: (name: string | null) =>
    name === null
      ? 'Lecture seule : ce poste ne sait plus s’il a la main.'
      : `Lecture seule : le poste ${quoted(name)} a pris la main.`,
  age: (minutes: number) => {
    if (minutes < -5) return 'à une heure à venir (les horloges diffèrent)'
    if (minutes < 1) return 'à l’instant'
    if (minutes < 60) return `il y a ${plural(Math.floor(minutes), 'minute', 'minutes')}`
    if (minutes < 48 * 60) return `il y a ${plural(Math.floor(minutes / 60), 'heure', 'heures')}`
    return `il y a ${plural(Math.floor(minutes / 1440), 'jour', 'jours')}`
  },
  teamCopy: 'Le serveur de l’équipe ne répond pas : la copie de ce poste se lit, sans se modifier.',
  teamReader:
    'Ce compte lit la base de l’équipe sans la modifier. Le rôle « secrétariat » se demande à l’administration.',
}
