import type {
  BackupCondition,
  BackupFile,
  BackupLook,
  BackupPlace,
  Compared,
  ComparedKind,
} from '../../electron/contract/backups.ts'
import type { KeptRule } from '../../electron/domain/data/backup.ts'
import { enumerated, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Reason = BackupFile['reason']

/** One and many of each kind of rows. */
const kinds: Readonly<Record<ComparedKind, readonly [one: string, many: string]>> = {
  meeting: ['séance', 'séances'],
  agendaItem: ['point', 'points'],
  section: ['texte de compte rendu', 'textes de compte rendu'],
  decision: ['décision', 'décisions'],
  action: ['action', 'actions'],
  attachment: ['pièce', 'pièces'],
  subject: ['sujet', 'sujets'],
  project: ['projet', 'projets'],
  watchItem: ['texte suivi', 'textes suivis'],
  person: ['personne', 'personnes'],
  approval: ['compte rendu approuvé', 'comptes rendus approuvés'],
  corrigendum: ['rectificatif', 'rectificatifs'],
}

const isSealed = ({ kind }: Compared) => kind === 'approval' || kind === 'corrigendum'

const counted = (kind: ComparedKind, value: number) => plural(value, ...kinds[kind])

/** "3 séances, 2 points et 12 décisions"; empty when there is nothing. */
function listed(compared: readonly Compared[], of: (one: Compared) => number): string {
  return enumerated(compared.filter((one) => of(one) > 0).map((one) => counted(one.kind, of(one))))
}

export const backupsText = {
  sectionLead:
    'Une sauvegarde vérifiée se fait d’elle-même toutes les 15 minutes quand quelque chose a changé.',
  lead: 'Une sauvegarde vérifiée se fait toutes les 15 minutes quand quelque chose a changé, à la fermeture, avant une mise à jour et avant une restauration.',
  facts: (all: number, newest: string | null) =>
    newest === null ? '' : `${plural(all, 'sauvegarde', 'sauvegardes')}, la dernière : ${newest}`,
  make: 'Sauvegarder maintenant',
  making: 'Sauvegarde…',
  made: 'Sauvegarde vérifiée faite',
  restoreOther: 'Reprendre des données existantes…',
  none: 'Aucune sauvegarde pour l’instant',
  noneHint: 'La première se fait d’elle-même dans les 15 minutes qui suivent un changement.',
  list: 'Sauvegardes, de la plus récente à la plus ancienne',
  columns: { when: 'Date', reason: 'Motif', place: 'Où', size: 'Taille', condition: 'État' },
  reasons: {
    regular: 'automatique',
    close: 'à la fermeture',
    manual: 'à la demande',
    'before-migration': 'avant une mise à jour',
    'before-restore': 'avant une restauration',
    'hand-over': 'à la passation',
  } satisfies Record<Reason, string>,
  places: { desk: 'ce poste', copies: 'second dossier' } satisfies Record<BackupPlace, string>,
  placeOf: (place: BackupPlace, isEncrypted: boolean) =>
    isEncrypted ? `${backupsText.places[place]}, chiffrée` : backupsText.places[place],
  encrypted: 'Chiffrée',
  conditions: {
    sound: 'Vérifiée',
    incomplete: 'Incomplète',
    altered: 'Textes altérés',
    damaged: 'Endommagée',
    unchecked: 'À vérifier',
  } satisfies Record<BackupCondition, string>,
  conditionWords: (
    condition: BackupCondition,
    when: string,
    missing: number,
    isEncrypted: boolean,
  ): string => {
    switch (condition) {
      case 'sound':
        if (isEncrypted) return `Ses octets sont ceux qui ont été écrits (${when}).`
        return `Relue en entier et trouvée intacte (${when}).`
      case 'incomplete':
        return `Les données sont intactes, mais ${plural(missing, 'pièce manque ou est endommagée', 'pièces manquent ou sont endommagées')} (vérifié ${when}).`
      case 'altered':
        return `La sauvegarde est celle qui a été faite, mais des textes des données n’étaient déjà plus tels qu’ils avaient été enregistrés (vérifié ${when}). Pour ceux-là, une sauvegarde plus ancienne fait foi.`
      case 'damaged':
        return `Cette sauvegarde est endommagée (vérifié ${when}) : elle ne peut plus être restaurée. En choisir une autre ; les autres n’en dépendent pas.`
      case 'unchecked':
        return 'Pas encore relue par ce poste. Elle le sera d’elle-même, ou tout de suite avec « Vérifier ».'
    }
  },
  unreachable: (folder: string) =>
    `Le second dossier ${quoted(folder)} n’est pas accessible : ses copies ne sont pas montrées. Les sauvegardes de ce poste sont là.`,
  choose: 'Choisir une sauvegarde',
  chooseHint: 'Choisir une ligne montre ce que la sauvegarde contient, sans rien changer aux données.',
  inside: (when: string) => `Sauvegarde du ${when}`,
  body: 'Instance',
  lastChange: 'Dernière modification',
  noChange: 'aucune',
  changeOf: (what: string, when: string, who: string) => `${what}, ${when}, par ${who}`,
  /** What nothing else takes back; empty when a backup has all of it. */
  sealedSince(compared: readonly Compared[]): string {
    const those = compared.filter(isSealed)
    const sealed = listed(those, ({ onlyNow }) => onlyNow)
    const them = those.reduce((sum, { onlyNow }) => sum + onlyNow, 0) > 1 ? 'les' : 'le'
    return sealed === ''
      ? ''
      : `Scellé depuis, et absent de cette sauvegarde\u00a0: ${sealed}. La restaurer ${them} retire des données.`
  },
  /** The sentences that compare a backup with the present data. */
  differences: ({ compared, changesSince }: Pick<BackupLook, 'compared' | 'changesSince'>): string[] => {
    const [more, gone, changed] = [
      listed(
        compared.filter((one) => !isSealed(one)),
        ({ onlyNow }) => onlyNow,
      ),
      listed(compared, ({ onlyInside }) => onlyInside),
      listed(compared, (one) => one.changed),
    ]
    const sentences = [
      backupsText.sealedSince(compared),
      more === '' ? '' : `${more} de plus aujourd’hui.`,
      changed === '' ? '' : `Modifiés depuis : ${changed}.`,
      gone === '' ? '' : `Dans la sauvegarde, mais plus aujourd’hui : ${gone}.`,
    ].filter((sentence) => sentence !== '')
    if (changesSince === null)
      return [
        ...sentences,
        'Cette sauvegarde vient d’une autre suite de modifications que les données d’aujourd’hui.',
      ]
    if (sentences.length > 0)
      return [
        ...sentences,
        `En tout, ${plural(changesSince, 'modification', 'modifications')} depuis cette sauvegarde.`,
      ]
    return [
      changesSince === 0
        ? 'Les données d’aujourd’hui sont les mêmes.'
        : `${plural(changesSince, 'modification', 'modifications')} depuis cette sauvegarde, sans différence de contenu visible ici.`,
    ]
  },
  since: 'Par rapport à aujourd’hui',
  contains: 'Contenu',
  counts: (compared: readonly Compared[]) => listed(compared, ({ inside }) => inside),
  empty: 'Aucune donnée.',
  meetings: (all: number) => `Séances (${all})`,
  notPresent: 'absente aujourd’hui',
  moreMeetings: (more: number) => `et ${plural(more, 'autre séance', 'autres séances')}.`,
  verify: 'Vérifier',
  verifying: 'Vérification…',
  verified: (condition: BackupCondition) =>
    `Sauvegarde relue : ${backupsText.conditions[condition].toLowerCase()}`,
  restore: 'Restaurer…',
  restoreTitle: 'Restaurer cette sauvegarde ?',
  restoreLead: (when: string) =>
    `Les données reviendront à leur état du ${when}. Celles d’aujourd’hui sont d’abord gardées dans une sauvegarde vérifiée : il sera possible d’y revenir en une fois.`,
  restoreConfirm: 'Restaurer la sauvegarde',
  restoring: 'Restauration…',
  progress: (done: number, total: number) =>
    `Restauration : ${done} sur ${plural(total, 'pièce lue', 'pièces lues')}`,
  restored: (meetings: number, missing: number) =>
    `Sauvegarde restaurée : ${plural(meetings, 'séance', 'séances')}${
      missing === 0
        ? ''
        : `. ${plural(missing, 'pièce n’a pas été retrouvée', 'pièces n’ont pas été retrouvées')}, ni dans la sauvegarde ni sur ce poste`
    }`,
  undo: 'Revenir aux données d’avant la restauration',
  undone: 'Données d’avant la restauration revenues',
  lastRestore: (at: string, of: string) =>
    `Le ${at}, les données ont été remises dans leur état du ${of}. Ce qui était là avant est gardé.`,
  rule: 'Ce qui est gardé',
  ruleFields: { recent: 'Dernières sauvegardes', days: 'Jours', months: 'Mois' },
  ruleHelp: {
    recent: 'Les plus récentes, de 3 à 20.',
    days: 'La dernière de chaque jour, pour 7 à 90 jours où l’on a travaillé.',
    months: 'La dernière de chaque mois, pour 3 à 60 mois.',
  },
  ruleWords: ({ recent, days, months }: KeptRule) =>
    `Sont gardées les ${plural(recent, 'dernière sauvegarde', 'dernières sauvegardes')}, la dernière de chacun des ${plural(days, 'dernier jour travaillé', 'derniers jours travaillés')} et la dernière de chacun des ${plural(months, 'dernier mois', 'derniers mois')} ; et les 5 dernières de chaque sorte parmi celles faites à la demande, avant une mise à jour ou avant une restauration. Soit ${recent + days + months + 15} au plus, ici comme dans le second dossier. Une ancienne ne part qu’une fois la nouvelle vérifiée ; une pièce n’est retirée que lorsque plus aucune sauvegarde gardée n’en parle.`,
  copies: 'Second dossier',
  copiesNone: 'Aucun dossier choisi. Un dossier du réseau convient : il protège d’un ordinateur perdu.',
  copiesIn: (folder: string) => `Copies vérifiées dans le dossier ${quoted(folder)}.`,
  lastCopy: (when: string) => `Dernière copie : ${when}.`,
  noCopyYet: 'Aucune copie n’a encore été faite.',
  chooseFolder: 'Choisir un dossier…',
  changeFolder: 'Changer de dossier…',
}
