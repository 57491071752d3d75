import { quoted } from '../../electron/domain/text/french.ts'
import type { PassphraseStrength } from '../../electron/domain/text/passphrase.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const passphraseText = {
  passphrase: 'Phrase de passe',
  again: 'La même, une seconde fois',
  show: 'Afficher',
  hide: 'Masquer',
  showOf: (label: string) => `Afficher : ${label}`,
  hideOf: (label: string) => `Masquer : ${label}`,
  needed: 'Saisir d’abord la phrase de passe.',
  sheetHelp: 'Ou la clé écrite sur la fiche de secours (« AGE-SECRET-KEY-1… »).',
  progress: (done: number, total: number) =>
    `${done} sur ${plural(total, 'pièce déchiffrée', 'pièces déchiffrées')}`,
}

export const encryptionText = {
  title: 'Chiffrement des copies',
  off: 'Qui a accès au second dossier peut lire les copies. Une phrase de passe les rend illisibles sans elle ; les sauvegardes de ce poste, à côté des données, ne changent pas.',
  on: (when: string, keyName: string) =>
    `Les copies du second dossier sont chiffrées depuis le ${when}. Leur clé, verrouillée par la phrase de passe, est à côté d’elles (${quoted(keyName)}) : la laisser là. Elles sont au format ouvert « age » et s’ouvrent aussi sans cette application.`,
  waiting: (copies: number) =>
    `${plural(copies, 'copie est encore en clair', 'copies sont encore en clair')} dans le second dossier. La prochaine copie les chiffre ; « Sauvegarder maintenant » le fait tout de suite.`,
  damagedInClear: (names: readonly string[]) =>
    `${plural(names.length, 'copie abîmée est restée', 'copies abîmées sont restées')} en clair dans le second dossier, faute d’une sauvegarde saine à chiffrer à sa place : ${names.map(quoted).join(', ')}. Qui a accès au dossier peut en lire une partie. L’y supprimer si elle ne sert plus.`,
  turnOn: 'Chiffrer les copies…',
  away: 'Le second dossier n’est pas accessible\u00a0: ce qui est choisi ici y vaudra à partir de la prochaine copie.',
  change: 'Changer la phrase de passe…',
  sheet: 'Fiche de secours…',
  turnOff: 'Ne plus chiffrer…',

  onTitle: 'Chiffrer les copies du second dossier',
  onLead:
    'Les copies de ce dossier, aussi celles qui y sont déjà, ne s’ouvriront plus qu’avec cette phrase. Elle n’est demandée que pour les ouvrir : les copies continuent de se faire d’elles-mêmes.',
  lost: 'Une phrase de passe perdue, ce sont des copies perdues : personne ne peut la retrouver, ni l’application ni l’assistance informatique.',
  help: 'Quatre ou cinq mots sans rapport entre eux valent mieux qu’un mot compliqué.',
  strengths: {
    refused: 'Trop facile à deviner : allonger la phrase.',
    weak: 'Faible : quelqu’un qui le veut la trouverait. Ajouter un mot.',
    good: 'Bonne phrase de passe.',
    strong: 'Très bonne phrase de passe.',
  } satisfies Record<PassphraseStrength, string>,
  propose: 'Proposer une phrase',
  proposed: 'Phrase tirée au hasard : la recopier maintenant, elle ne sera plus montrée.',
  differs: 'Les deux saisies sont différentes.',
  noted: 'La phrase de passe est notée en lieu sûr, ailleurs que dans le second dossier.',
  notNoted: 'Noter la phrase de passe en lieu sûr, puis cocher la case.',
  onConfirm: 'Chiffrer les copies',
  encryption: 'Chiffrement…',
  progress: (done: number, total: number) =>
    `${done} sur ${plural(total, 'fichier chiffré', 'fichiers chiffrés')}`,
  stoppedLater: 'Annuler ici laisse la suite à la prochaine copie.',

  doneTitle: 'Les copies sont chiffrées',
  doneLead:
    'Reste une précaution : la fiche de secours. Elle contient la clé elle-même et ouvre les copies si la phrase de passe est oubliée. L’imprimer, la mettre sous clé, et ne pas la laisser à côté des copies.',
  saveSheet: 'Exporter la fiche de secours…',
  saving: 'Export…',
  sheetSaved: (name: string) =>
    `Fiche de secours exportée : ${quoted(name)}. L’imprimer, puis supprimer le fichier.`,
  finish: 'Terminer',
  withoutSheet: 'Terminer sans fiche',

  sheetTitle: 'Fiche de secours',
  sheetLead:
    'La fiche contient la clé elle-même : elle ouvre les copies sans la phrase de passe. L’imprimer, la mettre sous clé, puis supprimer le fichier.',

  changeTitle: 'Changer la phrase de passe',
  changeLead:
    'Toutes les copies chiffrées de ce dossier, aussi les anciennes, s’ouvriront avec la nouvelle phrase. Qui aurait gardé une copie de l’ancien fichier de clé peut encore l’ouvrir avec l’ancienne. La fiche de secours reste valable.',
  current: 'Phrase de passe actuelle',
  next: 'Nouvelle phrase de passe',
  changeConfirm: 'Changer la phrase',
  changing: 'Changement…',
  changed: 'Phrase de passe changée',

  offTitle: 'Ne plus chiffrer les copies ?',
  offLead:
    'Les prochaines copies pourront être lues par qui a accès au second dossier. Celles qui sont chiffrées y restent jusqu’à leur tour de partir, et s’ouvrent comme avant : garder la phrase de passe et la fiche de secours.',
  offConfirm: 'Ne plus chiffrer',
  turnedOff: 'Les prochaines copies ne seront plus chiffrées',

  isEncrypted: 'chiffrée',
  open: 'Ouvrir',
  opening: 'Ouverture…',
  openLead:
    'Cette copie est chiffrée. Sa phrase de passe montre ce qu’elle contient, sans rien changer aux données.',
  verifyLead:
    'Vérifier compare ses octets avec ceux qui ont été écrits ; une fois la copie ouverte, tout est déchiffré et relu, jusqu’à la dernière pièce.',
  openFirst: 'Ouvrir d’abord la copie avec sa phrase de passe.',
  openTitle: 'Copie chiffrée',
  fileLead: (name: string, when: string | null) =>
    when === null
      ? `${quoted(name)} est une copie chiffrée. Sa phrase de passe est nécessaire pour la reprendre.`
      : `${quoted(name)} : copie chiffrée du ${when}. Sa phrase de passe est nécessaire pour la reprendre.`,
  copyLead: (when: string) =>
    `La copie du ${when} est chiffrée : sa phrase de passe est nécessaire pour l’ouvrir.`,
  restoreThese: 'Reprendre ces données',
  takingOver: 'Reprise…',
  examine: 'Ouvrir et compter',
  look: 'Ouvrir et regarder',
}
