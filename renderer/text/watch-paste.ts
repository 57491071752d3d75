import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import type { MatchReason } from '../../electron/domain/watch/match.ts'
import type { PastedProblem } from '../../electron/domain/watch/pasted-text.ts'

const reasons: Readonly<Record<MatchReason, string>> = {
  nor: 'même NOR',
  title: 'mots du titre en commun',
  project: 'projet présenté avec lui',
  nature: 'même nature',
  ministry: 'même ministère',
  year: 'même année',
}

export const watchPasteText = {
  act: 'Coller…',
  field: 'Coller une référence, un extrait',
  title: 'Textes collés',
  words: 'Références, adresses ou sommaire collés',
  help: 'Une citation, une adresse de Légifrance ou d’EUR-Lex, un NOR, l’en-tête copié d’une page, le courriel du sommaire du jour.',
  tooLong: 'Ces mots sont trop longs pour être lus d’un coup\u00a0: coller une partie après l’autre.',
  found: (texts: number) =>
    texts === 0
      ? 'Aucun texte reconnu. Coller une citation, un NOR ou une adresse.'
      : plural(texts, 'texte reconnu', 'textes reconnus'),
  problems: {
    nor: (words) =>
      `${quoted(words)} n’est pas un NOR\u00a0: quatre lettres, sept chiffres, une lettre. Vérifier à la source.`,
    jorfText: (words) =>
      `${quoted(words)} n’est pas un identifiant de Légifrance\u00a0: JORFTEXT est suivi de douze chiffres.`,
    eli: (words) => `L’adresse ${quoted(words)} ne désigne aucun texte\u00a0: vérifier sa date et sa fin.`,
    joIssue: (words) =>
      `${quoted(words)} est l’adresse d’un numéro entier du Journal officiel\u00a0: coller son sommaire ou l’adresse d’un texte.`,
    date: (words) => `La date de ${quoted(words)} n’existe pas\u00a0: elle est laissée vide.`,
    unread: (words) => `${quoted(words)} n’a pas été lu.`,
  } satisfies Record<PastedProblem['kind'], (words: string) => string>,
  known: 'Déjà suivi\u00a0:',
  isKnown: (title: string) => `Texte déjà suivi\u00a0: ${quoted(title)}`,
  complete: 'Compléter la fiche',
  completed: (title: string) => `${quoted(title)} complété`,
  isDraft: 'Ce texte est-il l’un des projets suivis\u202f?',
  ownText: 'Non, un texte de plus',
  elsewhere: '(choisi pour un autre texte)',
  because: (why: readonly MatchReason[]) => `(${why.map((reason) => reasons[reason]).join(', ')})`,
  issue: (number: string, rank: number | null) =>
    rank === null ? `JORF n°\u00a0${number}` : `JORF n°\u00a0${number}, texte n°\u00a0${rank}`,
  fields: {
    jorfText: 'Légifrance',
    celex: 'CELEX',
    eli: 'ELI',
    issue: 'Journal officiel',
    signedOn: 'Signé le',
  },
  nothingTaken: 'Aucun texte n’est coché.',
  follow: (texts: number) => (texts === 1 ? 'Suivre ce texte' : `Suivre ${plural(texts, 'texte', 'textes')}`),
  followOn: (meeting: string) => `Suivre et inscrire à la ${meeting}`,
  followed: (texts: number) => plural(texts, 'texte suivi', 'textes suivis'),
  followedOn: (texts: number, meeting: string) =>
    `${plural(texts, 'texte inscrit', 'textes inscrits')} à la ${meeting}`,
  pasteKey: 'coller une référence ou une adresse',
  put: 'Inscrire à l’ordre du jour de la prochaine séance',
  putKey: 'inscrire à une séance',
  putOn: (meeting: string) => `Inscrire à la ${meeting}`,
  onAgenda: (meeting: string) => `Texte inscrit à la ${meeting}`,
}
