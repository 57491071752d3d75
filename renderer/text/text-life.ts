import { listedMeeting } from '../../electron/domain/meetings/meeting-name.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import type { LinkKind, Opinion } from '../../electron/domain/watch/text-life.ts'
import type { LifeContradiction, StageKind } from '../../electron/domain/watch/text-stages.ts'
import type { InForceRule } from '../../electron/domain/watch/watch.ts'

export const opinionText: Readonly<Record<Opinion, string>> = {
  '': 'pas encore connu',
  favorable: 'favorable',
  reserved: 'favorable avec réserves',
  unfavorable: 'défavorable',
  tacit: 'réputé favorable, délai passé',
  none: 'rendu, sans sens particulier',
}

/** Effects of a text on another, and of another on it. */
export const linkKindText: Readonly<Record<LinkKind, { does: string; undergoes: string }>> = {
  transposes: { does: 'Transpose', undergoes: 'Transposé par' },
  modifies: { does: 'Modifie', undergoes: 'Modifié par' },
  repeals: { does: 'Abroge', undergoes: 'Abrogé par' },
  applies: { does: 'Pris pour l’application de', undergoes: 'Appliqué par' },
}

export const inForceRuleText: Readonly<Record<InForceRule, string>> = {
  '': 'Raison non précisée',
  dayAfter: 'Lendemain de la publication (Code civil, article 1er)',
  dated: 'Date fixée par un texte',
  dependent: 'Subordonnée à un autre texte',
}

export const stageText: Readonly<Record<StageKind, string>> = {
  announced: 'Annoncé',
  drafted: 'Avant-projet',
  heard: 'Présenté à l’instance',
  asked: 'Saisine',
  answered: 'Avis rendu',
  signed: 'Signature',
  published: 'Publication',
  inForce: 'Entrée en vigueur',
  applies: 'Application',
  deadline: 'Échéance',
  modified: 'Modification',
  repealed: 'Abrogation',
}

export const contradictionText: Readonly<Record<LifeContradiction, string>> = {
  publishedBeforeSigned: 'La publication précède la signature.',
  inForceBeforePublished: 'L’entrée en vigueur précède la publication.',
  appliesBeforeInForce: 'L’application précède l’entrée en vigueur.',
  repealedBeforePublished: 'L’abrogation précède la publication.',
}

export const lifeText = {
  back: 'Textes suivis',
  open: 'Ouvrir la fiche',
  openKey: 'ouvrir la fiche',
  noneChosen: 'Aucun texte choisi',
  noneChosenHint: 'Choisir un texte dans la veille pour lire sa fiche.',
  fields: 'Identification et dates',
  stages: {
    title: 'Vie du texte',
    none: 'Aucune date connue. Les dates saisies à droite prendront place ici.',
    today: 'Aujourd’hui',
    check: (sentence: string) => `${sentence} Vérifier les dates.`,
    issue: (number: string, rank: number | null) =>
      rank === null ? `JORF n°\u00a0${number}` : `JORF n°\u00a0${number}, texte n°\u00a0${rank}`,
    opened: 'Ouverture de la consultation publique',
    closed: 'Clôture de la consultation publique',
    asked: (authority: string) => `Saisine\u00a0: ${authority}`,
    answered: (authority: string, opinion: string) => `${authority}\u00a0: avis ${opinion}`,
    rendered: (authority: string) => `${authority}\u00a0: avis rendu`,
    notified: 'Notification à la Commission européenne',
    notificationEnd: 'Fin de la notification européenne',
  },
  force: {
    region: 'Entrée en vigueur proposée',
    proposal: (day: string) =>
      `Si le texte ne dit rien, il entre en vigueur le lendemain de sa publication (Code civil, article 1er)\u00a0: le ${day}. Cette règle ne vaut ni pour les actes individuels, ni pour les textes européens et les circulaires. À vérifier dans le texte\u00a0: il peut fixer une autre date, dépendre d’une mesure d’application ou, en cas d’urgence, entrer en vigueur dès sa publication.`,
    keep: (day: string) => `Retenir le ${day}`,
    depends: 'Il dépend d’un autre texte',
    said: (words: string) => `Le texte dit\u00a0: ${quoted(words)}. À vérifier avant de retenir une date.`,
    deadline: (day: string, words: string) => (words === '' ? day : `${day}\u00a0: ${words}`),
    keepDeadline: 'Retenir cette échéance',
    keepDeadlineOf: (words: string) => `Retenir cette échéance, ${words}`,
  },
  match: {
    region: 'Rapprochement',
    drafts: 'Ce texte est peut-être la publication d’un projet suivi.',
    published: 'Ce projet est peut-être paru sous l’un de ces textes.',
    act: 'Rapprocher',
    other: 'Rapprocher d’un autre texte suivi',
    done: 'Textes rapprochés en une seule fiche',
    namesake: {
      nor: 'Même NOR que',
      eli: 'Même ELI que',
      jorf: 'Même identifiant de Légifrance que',
      celex: 'Même numéro CELEX que',
      number: 'Même numéro que',
    },
    namesakeHint:
      'Un NOR est parfois réutilisé. S’il s’agit du même texte, rapprocher les deux fiches\u202f; sinon, vérifier l’identifiant à la source.',
  },
  beside: {
    noDate: 'Aucune date connue.',
    audience: 'Public',
    threshold: 'Seuil',
    everybody: 'tous',
    what: 'Ce qui est dû',
    before: 'À faire avant',
    presented: 'Présenté',
    asked: 'Avis demandés',
    meeting: (number: number | null, day: string) => listedMeeting(number, `le ${day}`),
  },
  effects: {
    title: 'Ce qui change et pour qui',
    consequences: 'Ce qui change pour les collectivités',
    purpose: 'Objet du texte',
    deadlines: 'Échéances par public',
    none: 'Aucune échéance par public.',
    add: 'Ajouter une échéance',
    fresh: 'Nouvelle échéance',
    noDate: 'date à fixer',
    date: 'Date',
    audience: 'Public concerné',
    audienceHelp: 'Communes, régions, établissements…',
    threshold: 'Seuil',
    thresholdHelp: 'Plus de 3\u202f500 habitants, entreprises moyennes…',
    label: 'Ce qui est dû',
    edit: (words: string) => `Modifier l’échéance\u00a0: ${words}`,
    remove: 'Retirer l’échéance',
    removed: 'Échéance retirée',
  },
  consultations: {
    title: 'Consultations',
    none: 'Aucune consultation notée.',
    add: 'Ajouter une consultation',
    authority: 'Organisme',
    name: 'Précision',
    askedOn: 'Saisi le',
    answeredOn: 'Avis rendu le',
    opensOn: 'Ouverte le',
    closesOn: 'Close le',
    opinion: 'Sens de l’avis',
    reference: 'Référence',
    due: (day: string) =>
      `Avis attendu d’ici au ${day} (six semaines, renouvelables une fois\u202f; CGCT, R.\u00a01213-27).`,
    edit: (words: string) => `Modifier la consultation\u00a0: ${words}`,
    remove: 'Retirer la consultation',
    removed: 'Consultation retirée',
    asked: (day: string) => `saisine le ${day}`,
    answered: (day: string) => `avis le ${day}`,
    opened: (day: string) => `ouverte le ${day}`,
    closed: (day: string) => `close le ${day}`,
  },
  links: {
    title: 'Liens avec d’autres textes',
    none: 'Aucun lien noté.',
    kind: 'Ce texte',
    citation: 'Texte suivi ou citation',
    citationHelp: 'Un NOR, une adresse ou une citation\u202f; un texte suivi est reconnu.',
    add: 'Ajouter ce lien',
    empty: 'Écrire une citation.',
    outside: 'hors veille',
    remove: (words: string) => `Retirer le lien\u00a0: ${words}`,
    removed: 'Lien retiré',
  },
  followUp: {
    title: 'Suivi par l’instance',
    state: (state: string) => `Ce texte est ${state}.`,
    passages: (count: number) => plural(count, 'passage en séance', 'passages en séance'),
    none: 'Jamais inscrit à un ordre du jour.',
    asDraft: (title: string) => `Sur le projet ${quoted(title)}`,
    asDraftUntitled: 'Avant sa publication',
    asText: 'Sur le texte publié',
    noPosition: 'Aucune position notée.',
    positions: 'Positions exprimées',
  },
  identity: {
    shortTitle: 'Titre court',
    draftTitle: 'Titre du projet',
    theme: 'Thème',
    announcedOn: 'Annoncé le',
    draftedOn: 'Avant-projet du',
    repealedOn: 'Abrogé le',
    inForceRule: 'Raison de l’entrée en vigueur',
    inForceWords: 'Entrée en vigueur selon le texte',
    notice: 'Notice',
    legalReferences: 'Références',
    checkedOn: 'Vérifié à la source le',
    more: 'Notice et vérification',
  },
  source: {
    title: 'Source au Journal officiel',
    delivery: 'Livraison',
    of: (day: string) => ` du ${day}`,
    examined: (when: string) => `, examinée ${when}.`,
    rubric: (words: string) => `Rubrique\u00a0: ${words}`,
    keywords: (words: readonly string[]) => `Mots-clés\u00a0: ${words.join(', ').toLowerCase()}`,
    application: (words: string) => `Application\u00a0: ${words}`,
    modifiedOn: (day: string) => `Fichier modifié le ${day}`,
    warnings: (words: string) => `À vérifier\u00a0: ${words}.`,
  },
}
