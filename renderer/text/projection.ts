import { formatShortDate, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const listed = (names: readonly string[]) => names.map(quoted).join(', ')

export const projectionText = {
  region: 'Dossier de projection',
  prepare: 'Préparer le dossier de projection…',
  update: 'Mettre à jour le dossier de projection',
  updateShort: 'Reconstruire',
  building: 'Construction…',
  open: 'Ouvrir le dossier',
  elsewhere: 'Choisir un autre emplacement…',
  withPdf: 'Présentations aussi en PDF',
  never: 'Dossier de projection : les fichiers en cours, dans l’ordre du jour, prêts à projeter.',
  isCurrent: (files: number, date: string, time: string) =>
    `À jour : ${plural(files, 'fichier', 'fichiers')}, ${formatShortDate(date)} à ${time}`,
  isOld: (date: string, time: string) =>
    `À mettre à jour : construit ${formatShortDate(date)} à ${time}, des documents ont changé depuis`,
  nothingToProject: 'Aucun document n’est à projeter : en joindre un qui ne soit pas réservé au secrétariat.',
  built: (files: number) => `Dossier de projection à jour : ${plural(files, 'fichier', 'fichiers')}`,
  converting: (fileName: string, done: number, total: number) =>
    `Conversion de ${quoted(fileName)} (${done + 1} sur ${total})`,
  stop: 'Arrêter',
  stopped: 'Conversion arrêtée : le dossier de projection est resté tel quel.',
  leftAlone: (names: readonly string[]) =>
    names.length === 1
      ? `Laissé en place dans le dossier, car ajouté ou modifié par quelqu’un : ${listed(names)}.`
      : `Laissés en place dans le dossier, car ajoutés ou modifiés par quelqu’un : ${listed(names)}.`,
  noProgram: (names: readonly string[]) =>
    `Aucun logiciel de ce poste (LibreOffice, PowerPoint) ne peut faire de PDF : ${listed(names)}. Le dossier est construit ; demander le PDF au porteur.`,
  notConverted: (names: readonly string[]) =>
    names.length === 1
      ? `Pas de PDF pour ${listed(names)}, que le logiciel de ce poste n’a pas pu convertir. Le dossier est construit ; demander le PDF au porteur.`
      : `Pas de PDF pour ${listed(names)}, que le logiciel de ce poste n’a pas pu convertir. Le dossier est construit ; demander les PDF aux porteurs.`,
  askForPdf: 'Préparer le message',
  preparing: 'Préparation…',
  /** Then awaited of the presenter. */
  pdfOf: (name: string) => `Version PDF de ${quoted(name)}`,
} as const
