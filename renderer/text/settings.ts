import type { Output } from '../../electron/contract/index.ts'
import { counts } from '../../electron/domain/text/plural.ts'
import type { DeskChoice, DeskChoiceValue } from '../api/desk-choices.ts'
import type { ThemeChoice } from '../app/theme.ts'

type ChoiceText<N extends DeskChoice> = {
  readonly label: string
  readonly help: string
  readonly choices: Readonly<Record<DeskChoiceValue<N>, string>>
}

const deskChoiceText: { readonly [N in DeskChoice]: ChoiceText<N> } = {
  rows: {
    label: 'Lignes',
    help: 'Hauteur des listes et des tableaux',
    choices: { confortable: 'Confortables', compacte: 'Compactes' },
  },
  sidebar: {
    label: 'Barre latérale',
    help: 'Selon la place\u00a0: repliée dans une séance quand la fenêtre est étroite',
    choices: { place: 'Selon la place', deployee: 'Dépliée', repliee: 'Repliée' },
  },
  keyHints: {
    label: 'Rappel des touches',
    help: 'À droite de la ligne d’état',
    choices: { montre: 'Montré', masque: 'Masqué' },
  },
  letters: {
    label: 'Touches d’une lettre',
    help: 'Dans les listes\u00a0: S, V, E, R des présences, I pour inscrire…',
    choices: { actives: 'Actives', coupees: 'Coupées' },
  },
  motion: {
    label: 'Mouvement',
    help: 'Volets et lignes déplacées',
    choices: { systeme: 'Comme le système', aucun: 'Aucun' },
  },
}

export const settingsText = {
  title: 'Réglages',
  search: 'Chercher un réglage',
  sections: 'Sections des réglages',
  back: 'Tous les réglages',
  nothingFound: 'Rien ne correspond. Essayer un autre mot, ou effacer la recherche.',
  groups: {
    desk: 'Ce poste',
    body: 'Instance',
    month: 'Le mois',
    data: 'Données',
    application: 'Application',
  },
  body: 'Nom et secrétariat',
  bodyLead: 'Ces mots s’impriment en tête des ordres du jour et des comptes rendus.',
  fields: {
    name: 'Nom de l’instance',
    acronym: 'Sigle',
    contact: 'Contact du secrétariat',
    meetingWord: 'Mot imprimé pour une séance',
  },
  dispatch: 'Envois et modèles',
  appearance: 'Apparence',
  appearanceLead: 'Ces choix restent sur ce poste. Ils s’appliquent tout de suite.',
  theme: 'Thème',
  themeHelp: 'Clair, sombre ou contraste élevé',
  textSize: 'Taille du texte',
  textSizeHelp: (larger: string, smaller: string) => `Aussi par ${larger} et ${smaller}`,
  larger: 'Texte plus grand',
  smaller: 'Texte plus petit',
  largest: 'Le texte est déjà le plus grand.',
  smallest: 'Le texte est déjà le plus petit.',
  usualSize: 'Revenir à 100 %',
  percent: (percent: number) => `${percent} %`,
  themes: {
    system: 'Comme le système',
    clair: 'Clair',
    sombre: 'Sombre',
    contraste: 'Contraste élevé',
  } satisfies Record<ThemeChoice, string>,
  deskChoices: deskChoiceText,
  historyLead: 'Chaque modification, avec qui l’a faite et quand',
  binLead: 'Séances supprimées depuis moins de 30 jours',
  sample: 'Données d’exemple',
  sampleLead:
    'Une année de séances inventées, pour essayer. Chaque document produit porte la mention « Données d’exemple ».',
  sampleOn: 'Les données d’exemple sont chargées.',
  sampleLoad: 'Charger l’exemple',
  sampleRemove: 'Retirer l’exemple…',
  sampleRemoveNow: 'Retirer l’exemple',
  sampleRemoving: 'Retrait de l’exemple…',
  sampleCounting: 'Lecture…',
  sampleBefore: 'Avant de retirer l’exemple',
  sampleGoes:
    'Toutes les séances, l’annuaire, les projets et les textes de l’exemple partent, avec ce qui y a été écrit. Les réglages restent.',
  sampleKept: 'Une sauvegarde vérifiée est faite d’abord\u202f; la restaurer remet tout.',
  /** What would go although it is no part of the sample; empty when there is nothing. */
  sampleAdded: (added: Output<'sample.added'>) => {
    const listed = counts(
      [added.meetings, 'séance', 'séances'],
      [added.persons, 'personne', 'personnes'],
      [added.organisations, 'organisme', 'organismes'],
      [added.colleges, 'collège', 'collèges'],
      [added.projects, 'projet', 'projets'],
      [added.texts, 'texte', 'textes'],
      [added.subjects, 'sujet', 'sujets'],
      [added.series, 'série', 'séries'],
      [added.deliveries, 'livraison', 'livraisons'],
      [added.oldFiles, 'ancien fichier', 'anciens fichiers'],
    )
    return listed === '' ? '' : `Ajouté à côté de l’exemple, à supprimer d’abord\u00a0: ${listed}.`
  },
  /** What left the application while it was tried; empty when nothing did. */
  sampleLeaves: ({ sent, produced }: Output<'sample.added'>) => {
    const listed = counts(
      [sent, 'message noté envoyé', 'messages notés envoyés'],
      [produced, 'document produit', 'documents produits'],
    )
    return listed === ''
      ? ''
      : `Leur trace part aussi\u00a0: ${listed}. Ce qui a été remis à quelqu’un reste chez lui.`
  },
  sampleRemoved: 'Exemple retiré, après une sauvegarde vérifiée',
  about: 'À propos',
  /** What people call the sections, besides their titles and the words that stand in them. */
  synonyms: {
    affichage: 'affichage écran couleur fond lisible zoom mode nuit animations barre latérale',
    orthographe: 'correcteur dictionnaire vocabulaire faute souligner langue',
    lecture: 'modèles appris reconnaissance import',
    instance: 'commission comité conseil signataire secrétaire adresse en-tête organisme',
    documentStyle:
      'modèle word maquette signataire signature cachet pied de page marges papier charte graphique',
    'ordre-du-jour': 'modèle points habituels récurrents type',
    retroplanning: 'étapes délais jalons échéancier calendrier préparation',
    presences: 'quorum majorité pouvoirs procuration mandat vote suppléants',
    'compte-rendu': 'relecture délai approbation tacite observations signataire rédaction',
    envois:
      'messagerie courriel mail smtp serveur mot de passe compte expéditeur signature modèle de convocation invitation lettre',
    backups:
      'copie clé usb disque externe chiffrer chiffrement mot de passe phrase de passe secrète restaurer sécurité',
    handOver: 'remplacement congés collègue relève suppléance autre poste',
    team: 'utilisateurs comptes postgresql partage plusieurs postes',
    profil: 'réglages exporter reprendre autre poste installation',
    archivage: 'durée d’utilité administrative dua conservation élimination seda versement sort final',
    personalData: 'rgpd cnil effacer effacement anonymiser supprimer une personne consentement droit d’accès',
    oldFiles: 'anciens comptes rendus séances existant historique dossiers reprise reprendre',
    history: 'journal modifications traces qui a changé',
    bin: 'supprimé récupérer restaurer poubelle',
    legifrance: 'piste clés jeton dila textes officiels connexion',
    exemple: 'démonstration essai formation fictif',
    imposes: 'verrouillés administrateur informatique imposés politique',
    'a-propos': 'version licence mises à jour nouveautés incidents aide contact éditeur',
  },
  versionAndLicence: 'Version et licence',
  version: (version: string) => `Séances INP, version ${version}`,
  engine: (electron: string) => `Electron ${electron}`,
  licence:
    'Logiciel libre sous licence EUPL-1.2. Polices Source Sans 3 et Source Serif 4 (licence OFL), icônes Lucide (licence ISC).',
  today: (time: string) => `aujourd’hui, ${time}`,
  yesterday: (time: string) => `hier, ${time}`,
}
