import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import type { ListAct, ListWarning } from '../../electron/domain/watch/list.ts'

const texts = (n: number) => plural(n, 'texte', 'textes')

export const listActText: Readonly<Record<ListAct, string>> = {
  new: 'Nouveau',
  changes: 'Complété ou modifié',
  same: 'Inchangé',
}

export const listWarningText: Readonly<Record<ListWarning, string>> = {
  nor: 'NOR mal formé, gardé tel qu’il est écrit\u00a0: à vérifier',
  jorfText: 'identifiant Légifrance mal formé, gardé tel qu’il est écrit\u00a0: à vérifier',
  eli: 'adresse ELI impossible, gardée telle qu’elle est écrite\u00a0: à vérifier',
  celex: 'numéro CELEX mal formé, gardé tel qu’il est écrit\u00a0: à vérifier',
}

export const watchListText = {
  menu: 'Lire ou exporter',
  export: 'Exporter la liste…',
  exporting: 'Export de la liste…',
  exported: (name: string) => `Liste exportée\u00a0: ${name}`,
  import: 'Lire un tableau…',
  reading: 'Lecture du tableau…',
  taking: 'Reprise des textes…',
  progress: (words: string, percent: number) => `${words} ${percent}\u00a0%`,
  title: 'Examen du tableau',
  facts: (lines: number, same: number, refused: number) =>
    [
      plural(lines, 'ligne lue', 'lignes lues'),
      ...(same === 0 ? [] : [plural(same, 'texte déjà tel quel', 'textes déjà tels quels')]),
      ...(refused === 0 ? [] : [plural(refused, 'ligne refusée', 'lignes refusées')]),
    ].join(' · '),
  unknown: (heads: readonly string[]) =>
    `Colonnes non reconnues, laissées de côté\u00a0: ${heads.map(quoted).join(', ')}.`,
  truncated:
    'Le fichier est plus long que ce qui se lit en une fois (20\u202f000 lignes). Partager la suite dans un autre fichier.',
  noHeads: 'Aucune colonne de texte suivi',
  noHeadsHint:
    'La première ligne doit nommer les colonnes\u00a0: Titre, NOR, Publié le… L’export de la liste montre toutes celles qui se lisent.',
  nothing: 'Rien à changer dans la veille',
  nothingHint: 'Tous les textes de ce tableau sont déjà suivis, avec ce qu’il en dit.',
  take: (n: number) => `Reprendre ${texts(n)}`,
  drop: 'Abandonner',
  all: 'Tout cocher',
  none: 'Tout décocher',
  noneChosen: 'Cocher au moins un texte.',
  more: (n: number) => `Afficher la suite (${texts(n)})`,
  line: (n: number) => `ligne ${n}`,
  of: 'Texte suivi concerné\u00a0:',
  changes: (fields: readonly string[]) => `Change\u00a0: ${fields.join(', ')}.`,
  moved: (deadline: string, to: string, from: string | null) =>
    `Déplace une échéance${deadline === '' ? '' : ` (${deadline})`} au ${to}${from === null ? ', qui était à fixer' : `, au lieu du ${from}`}.`,
  answered: (who: string, changes: readonly string[]) =>
    `Modifie une consultation (${who})\u00a0: ${changes.join(', ')}.`,
  dayChanged: (head: string, to: string, from: string | null) =>
    `${head.toLowerCase()} ${to}${from === null ? '' : ` au lieu du ${from}`}`,
  wordsChanged: (head: string, to: string, from: string) =>
    `${head.toLowerCase()} ${quoted(to)}${from === '' ? '' : ` au lieu de ${quoted(from)}`}`,
  adds: (deadlines: number, consultations: number, links: number) =>
    `Ajoute\u00a0: ${[
      ...(deadlines === 0 ? [] : [plural(deadlines, 'échéance', 'échéances')]),
      ...(consultations === 0 ? [] : [plural(consultations, 'consultation', 'consultations')]),
      ...(links === 0 ? [] : [plural(links, 'lien', 'liens')]),
    ].join(', ')}.`,
  draft:
    'Un projet suivi porte le même identifiant. S’il s’agit de sa publication, laisser cette ligne et coller la référence du texte dans la veille\u202f; sinon, cocher.',
  refused: (n: number) => plural(n, 'ligne ne peut pas être reprise', 'lignes ne peuvent pas être reprises'),
  refusedAll: (n: number) => `Afficher les ${plural(n, 'ligne refusée', 'lignes refusées')}`,
  refusedFew: (n: number) =>
    n === 1 ? 'N’afficher que la première' : `N’afficher que les ${plural(n, 'première', 'premières')}`,
  refusedMore: (n: number) => `et ${plural(n, 'autre ligne', 'autres lignes')}`,
  taken: (added: number, changed: number) =>
    [
      ...(added === 0 ? [] : [plural(added, 'texte ajouté', 'textes ajoutés')]),
      ...(changed === 0 ? [] : [plural(changed, 'texte modifié', 'textes modifiés')]),
    ].join(', ') || 'Rien n’a été repris',
}
