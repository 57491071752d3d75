import { numbered } from '../../domain/meetings/meeting-name.ts'
import type { ArchivedKind, RetentionFields } from '../../domain/minutes/retention.ts'
import type { ApprovalMode } from '../../domain/minutes/version.ts'

/** Said of an archive and of a transfer alike. */
const remade = [
  'Le relevé de décisions et la liste de présence sont remis en page lors de la constitution ; le compte rendu, les rectificatifs, les ordres du jour et les annexes sont les octets conservés.',
  'Le relevé de décisions porte les positions exprimées, même quand le compte rendu ne les imprime pas.',
]

export const meetingArchiveText = {
  title: (meeting: string) => `Archive : ${meeting}`,
  lead: 'Documents d’une séance dont le compte rendu est approuvé et scellé, réunis pour le service d’archives.',
  facts: {
    body: 'Instance',
    meeting: 'Séance',
    subject: 'Objet',
    producer: 'Service producteur',
    chair: 'Présidence',
    approvedOn: 'Compte rendu approuvé le',
    mode: 'Mode d’approbation',
    sealedAt: 'Scellé le',
    hash: 'Empreinte SHA-256 du compte rendu scellé',
    madeAt: 'Archive constituée le',
  },
  modes: {
    meeting: 'par une séance ultérieure',
    written: 'par consultation écrite',
    tacit: 'par accord tacite',
  } satisfies Record<ApprovalMode, string>,
  files: 'Pièces de l’archive',
  columns: { file: 'Fichier', kind: 'Nature', date: 'Date', size: 'Taille', hash: 'Empreinte SHA-256' },
  kinds: {
    minutes: 'Compte rendu',
    agenda: 'Ordre du jour',
    annex: 'Annexe',
    attendance: 'Liste de présence',
  } satisfies Record<ArchivedKind, string>,
  corrigendum: (number: number) => `Rectificatif ${numbered(number)}`,
  signedCopy: 'Exemplaire signé du compte rendu',
  record: 'Relevé de décisions et d’actions',
  data: 'Données du compte rendu scellé (JSON)',
  agendaVersion: (number: number) => `Ordre du jour, version ${number}`,
  retention: 'Règles de conservation',
  retentionLead:
    'Telles que le secrétariat les a notées. Une case vide signifie qu’aucune règle n’a été arrêtée avec le service d’archives.',
  retentionColumns: {
    kind: 'Documents',
    dua: 'Durée d’utilité administrative',
    fate: 'Sort final',
    communicable: 'Communicable après',
    reference: 'Référence',
  },
  years: (years: number) => (years < 2 ? `${years} an` : `${years} ans`),
  atOnce: 'sans délai',
  fates: {
    keep: 'Conservation',
    sort: 'Tri',
    destroy: 'Destruction',
  } satisfies Record<NonNullable<RetentionFields['finalFate']>, string>,
  verify: 'Vérifier cette archive',
  verifyLines: [
    'Avec un outil courant, dans ce dossier : « sha256sum -c SHA256SUMS ».',
    'Avec Séances INP : « inp archive verify », ou le bouton « Vérifier une archive » du compte rendu scellé.',
    'Ces empreintes montrent qu’un fichier a changé ; elles ne prouvent ni qui l’a écrit ni quand. Noter ailleurs l’empreinte du compte rendu scellé permet de le contrôler sans se fier à ce dossier.',
  ],
  limits: 'Ce que cette archive n’est pas',
  limitsLines: [
    'Ce n’est pas un transfert SEDA : la description suit le Dublin Core simple (description.xml), et les règles de conservation sont un fichier JSON propre à l’application (conservation.json).',
    'Elle n’est ni signée ni horodatée par un tiers.',
    ...remade,
    'Les notes et les documents réservés au secrétariat n’y figurent pas.',
  ],
  transferComment: 'Transfert d’une séance dont le compte rendu est approuvé, préparé par Séances INP.',
  transferIs: 'Ce que ce transfert est, et n’est pas',
  transferLines: [
    'Un paquet au standard d’échange SEDA 2.3 : sa description est manifest.xml, avec la taille et l’empreinte SHA-256 de chaque fichier de ce dossier.',
    'Ce n’est ni un accusé de réception ni une prise en charge : seule la réponse du service d’archives en est une.',
    'Il ne suit aucun profil d’archivage particulier ; les services, l’accord et les règles y portent les identifiants que le secrétariat a saisis, et rien quand il n’en a pas saisi.',
    'Il n’est ni signé ni horodaté par un tiers.',
    ...remade,
    'Les notes et les documents réservés au secrétariat n’y figurent pas.',
  ],
  toSort: (kinds: readonly string[]) =>
    `Le tri convenu (${kinds.join(', ')}) n’existe pas dans ce standard : « Keep » y est inscrit, le service d’archives trie avant toute élimination.`,
  leftOutRule: (kinds: readonly string[]) =>
    `La règle de sort final saisie (${kinds.join(', ')}) n’est pas dans le manifeste\u00a0: ce standard la veut avec un sort final, et aucun n’est noté.`,
  unnamedRule: (kinds: readonly string[]) =>
    `Le sort final noté (${kinds.join(', ')}) est dans le manifeste sans règle ni durée, faute d’identifiant\u00a0: la date où il s’applique reste à fixer avec le service d’archives.`,
  sheet: 'Fiche de l’archive',
  approvalEvent: 'Approbation',
  approvedBy: (mode: string) => `Compte rendu approuvé ${mode}`,
  attendance: 'Liste de présence',
  attendanceLead: 'Noms et qualités tels qu’ils figurent dans le compte rendu scellé.',
  attendanceColumns: {
    name: 'Nom',
    organisation: 'Organisme',
    college: 'Collège',
    role: 'Qualité',
    status: 'Présence',
    representedBy: 'Représentation par',
  },
  home: 'Archive',
  type: 'Text',
  language: 'fr',
} as const
