// Here because the window and the command line both say them.
import type { ParcelFault } from '../domain/data/parcel.ts'

export const faultWords: Readonly<Record<ParcelFault['what'], string>> = {
  changed: 'son contenu a changé',
  missing: 'ce fichier manque',
  extra: 'ce fichier n’en fait pas partie',
  unreadable: 'le fichier est incomplet ou illisible',
  unsafe: 'ce nom ou ce lien n’est pas accepté',
  contradicts: 'le manifeste se contredit à son sujet',
}
