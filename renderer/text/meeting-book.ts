import type {
  AnnexFate,
  AttachedReason,
  BookCirculation,
} from '../../electron/domain/documents/meeting-book.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const attachedWords = {
  signed: 'signée : jointe telle quelle, sa signature reste valable',
  protected: 'protégée : jointe telle quelle',
  form: 'formulaire : joint tel quel, ses champs restent utilisables',
  portfolio: 'porte-documents : joint tel quel',
  damaged: 'illisible : jointe telle quelle',
} satisfies Record<AttachedReason, string>

const zipWords = {
  format: 'pas un PDF : archive .zip, à côté',
  size: 'trop volumineuse : archive .zip, à côté',
}

export const bookText = {
  region: 'Dossier de séance',
  bar: 'Dossier de séance : un PDF avec l’ordre du jour et ses annexes, à remettre aux membres.',
  open: 'Composer le dossier de séance',
  back: 'Documents',
  contents: 'Contenu du dossier',
  circulation: 'Pour qui',
  circulations: { members: 'Membres', secretariat: 'Secrétariat' } satisfies Record<BookCirculation, string>,
  hints: {
    members: 'Sans les pièces réservées au secrétariat.',
    secretariat: 'Avec les pièces réservées au secrétariat : ne pas diffuser.',
  } satisfies Record<BookCirculation, string>,
  label: (number: number) => `A${number}`,
  annex: (number: number) => `Annexe ${number}`,
  tabled: 'remise en séance',
  badge: {
    merged: 'Intégrée',
    attached: 'Jointe au PDF',
    zip: 'Dans l’archive',
    missing: 'Manquante',
  } satisfies Record<AnnexFate['goes'], string>,
  detail(fate: AnnexFate): string {
    switch (fate.goes) {
      case 'merged':
        return `${plural(fate.pages, 'page', 'pages')}${fate.tagged ? '' : ', sans balises d’accessibilité'}`
      case 'attached':
        return attachedWords[fate.why]
      case 'zip':
        return zipWords[fate.why]
      case 'missing':
        return 'fichier introuvable ou altéré : le demander de nouveau'
    }
  },
  summary: (merged: number, pages: number, attached: number, zipped: number, missing: number) =>
    [
      merged === 0
        ? ''
        : `${plural(merged, 'annexe intégrée', 'annexes intégrées')} (${plural(pages, 'page', 'pages')})`,
      attached === 0 ? '' : plural(attached, 'jointe au PDF', 'jointes au PDF'),
      zipped === 0 ? '' : `${plural(zipped, 'dans l’archive', 'dans l’archive')}`,
      missing === 0 ? '' : plural(missing, 'manquante', 'manquantes'),
    ]
      .filter((words) => words !== '')
      .join(', '),
  empty: 'Aucune annexe : le dossier contient la couverture et l’ordre du jour.',
  examining: 'Examen des annexes…',
  examined: (done: number, total: number) => `Examen des annexes : ${done} sur ${total}`,
  stop: 'Arrêter',
  missingBanner: (missing: number) =>
    missing === 1
      ? 'Une pièce manque : son fichier est introuvable. Le dossier se fait sans elle et le dit ; la joindre de nouveau.'
      : `${plural(missing, 'pièce manque', 'pièces manquent')} : leurs fichiers sont introuvables. Le dossier se fait sans elles et le dit ; les joindre de nouveau.`,
} as const
