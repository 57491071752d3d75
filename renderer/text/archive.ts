import type { ArchivedKind, RetentionFields } from '../../electron/domain/minutes/retention.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const archiveText = {
  title: 'Archive de la séance',
  lead: 'Pour le service d’archives\u00a0: le compte rendu scellé, ses rectificatifs, les ordres du jour, les annexes, le relevé, la liste de présence et leur description, avec une empreinte pour chaque fichier.',
  exportFolder: 'Archiver en dossier…',
  exportZip: 'Archiver en .zip…',
  exportSeda: 'Verser aux archives (SEDA)…',
  transfer: 'Versement aux archives',
  transferLead:
    'Le paquet au standard SEDA 2.3 que le service d’archives prend en charge. Ces mots décrivent la séance\u202f; les services et les règles viennent de Réglages, «\u00a0Archivage\u00a0».',
  transferTitle: 'Intitulé',
  transferDescription: 'Présentation du contenu',
  keywords: 'Mots-clés, séparés par des virgules',
  writeTransfer: 'Exporter le versement…',
  transferUntitled: 'Un versement a un intitulé.',
  giveUp: 'Ne pas verser',
  exporting: 'Archivage…',
  exported: (name: string, files: number) =>
    `Archive écrite dans ${quoted(name)}\u00a0: ${plural(files, 'pièce', 'pièces')}.`,
  verifyFolder: 'Vérifier un dossier…',
  verifyZip: 'Vérifier un .zip…',
  verifying: 'Vérification…',
  sound: (name: string, files: number) =>
    `L’archive ${quoted(name)} est intacte\u00a0: ${plural(files, 'fichier vérifié', 'fichiers vérifiés')}.`,
  notSound: (name: string, count: number) =>
    `L’archive ${quoted(name)} n’est pas intacte\u00a0: ${plural(count, 'fichier', 'fichiers')} à revoir. La recopier depuis son emplacement d’origine, ou l’archiver de nouveau.`,

  rules: 'Archivage',
  rulesLead:
    'Règles de conservation inscrites dans l’archive de chaque séance scellée, telles qu’elles sont convenues avec le service d’archives. Rien n’est rempli d’avance\u00a0: aucun texte ne fixe ces durées pour l’instance.',
  visa: 'Aucune élimination ne se fait sans le visa du service d’archives (code du patrimoine, art. L. 212‑2, R. 212‑12 et R. 212‑13).',
  kinds: {
    minutes: 'Comptes rendus et relevés',
    agenda: 'Ordres du jour',
    annex: 'Annexes',
    attendance: 'Listes de présence',
  } satisfies Record<ArchivedKind, string>,
  dua: 'Utilité administrative (années)',
  fate: 'Sort final',
  fateUnset: 'Non convenu',
  fates: {
    keep: 'Conservation',
    sort: 'Tri',
    destroy: 'Destruction',
  } satisfies Record<NonNullable<RetentionFields['finalFate']>, string>,
  communicable: 'Communicable après (années)',
  reference: 'Référence',
  appraisalRule: 'Règle de sort final (identifiant SEDA)',
  accessRule: 'Règle d’accès (identifiant SEDA)',
  services: 'Services d’un versement',
  servicesLead:
    'Les identifiants que le service d’archives emploie dans ses versements (SEDA). Sans les deux premiers, rien ne peut être versé.',
  archivesAgency: 'Service d’archives',
  transferringAgency: 'Service versant',
  originatingAgency: 'Service producteur, s’il est autre',
  archivalAgreement: 'Accord de versement',
} as const
