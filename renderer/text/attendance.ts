// Words of the attendance: how somebody was there, the keys that say it, the counts.
import type { AttendanceStatus } from '../../electron/domain/attendance.ts'
import { plural } from './plural.ts'

export const attendanceStatusText: Readonly<Record<AttendanceStatus, string>> = {
  surPlace: 'Sur place',
  visio: 'Visio',
  audio: 'Téléphone',
  present: 'Présence sans précision',
  excuse: 'Absence excusée',
  absent: 'Absence',
  represente: 'Représentation',
}

export const attendanceText = {
  title: 'Présents',
  notSaid: 'Non renseigné',
  status: (who: string) => `Présence : ${who}`,
  representedBy: (who: string) => `Personne qui représente ${who}`,
  noCollege: 'Autres participants',
  addMembers: 'Ajouter les membres de l’annuaire',
  adding: 'Ajout…',
  fromReplies: 'Reprendre les réponses',
  filling: 'Reprise…',
  nothingToFill: 'Les réponses n’ajoutent rien à ces présences',
  filled: 'Présences remplies d’après les réponses',
  addGuest: 'Ajouter une personne',
  guestName: 'Nom de la personne',
  guestHelp: 'Prénom Nom, organisme. Entrée ajoute.',
  remove: (who: string) => `Retirer ${who}`,
  removed: (who: string) => `${who} : retrait de la liste`,
  empty: 'Personne n’est inscrit',
  emptyHint:
    'Les membres de l’annuaire apparaîtront ici par collège ; une personne invitée s’ajoute en tapant son nom.',
  keys: 'Sur une ligne : S sur place, V visio, T téléphone, E absence excusée, A absence, R représentation.',
  present: (present: number, all: number) =>
    `${plural(present, 'personne présente', 'personnes présentes')} sur ${all}`,
  counts: {
    surPlace: (count: number) => `${count} sur place`,
    distance: (count: number) => `${count} à distance`,
    excuse: (count: number) => plural(count, 'absence excusée', 'absences excusées'),
    represente: (count: number) => plural(count, 'représentation', 'représentations'),
    unsaid: (count: number) => plural(count, 'présence à renseigner', 'présences à renseigner'),
  },
}
