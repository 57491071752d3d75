import { z } from 'zod'
import { outcomeWords } from '../minutes/outcome-words.ts'
import { quoted } from '../text/french.ts'
import { count, plural } from '../text/plural.ts'
import type { WatchNature } from '../watch/watch.ts'

/** In the order in which they are told. */
export const FigureId = z.enum([
  'held',
  'cancelled',
  'moved',
  'hearings',
  'regulatory',
  'projects',
  'followed',
  'presented',
  'published',
  'deadlines',
  'participation',
  'decisions',
  'consensus',
  'opposed',
  'unsaid',
  'actions',
  'done',
  'late',
  'inTime',
])
export type FigureId = z.infer<typeof FigureId>

/** `counts`: the numerator; `over`: the denominator of a share, empty of a number; `when`: the date that counts. */
export type Definition = {
  readonly name: string
  readonly counts: string
  readonly over: string
  readonly when: string
  readonly without: string
}

const meetingDay = 'Le jour de la séance, dans la période.'
const reference =
  'La séance est dans la période\u202f; l’état est celui du dernier jour de la période, ou d’aujourd’hui si elle n’est pas finie.'

export const definitions: Readonly<Record<FigureId, Definition>> = {
  held: {
    name: 'Séances tenues',
    counts: 'Les séances à l’état «\u00a0tenue\u00a0», y compris celles qui ont été reprises de l’existant.',
    over: '',
    when: meetingDay,
    without: 'Les séances prévues, convoquées ou en cours, celles qui sont annulées ou à la corbeille.',
  },
  cancelled: {
    name: 'Séances annulées',
    counts: 'Les séances à l’état «\u00a0annulée\u00a0».',
    over: '',
    when: 'Le jour pour lequel la séance était prévue en dernier.',
    without: 'Les séances supprimées avant leur convocation.',
  },
  moved: {
    name: 'Séances déplacées',
    counts: 'Les séances dont le jour a changé au moins une fois\u202f; chacune compte une fois.',
    over: '',
    when: 'Le nouveau jour, dans la période.',
    without: 'Les changements d’heure le même jour, les séances à la corbeille.',
  },
  hearings: {
    name: 'Présentations de projets',
    counts:
      'Les passages de projets en séance\u202f: un projet lié à un ou plusieurs points d’une même séance compte une fois. Le porteur est celui de la fiche\u202f: un organisme ou une personne de l’annuaire compte une fois, quel que soit le nom écrit.',
    over: '',
    when: meetingDay,
    without: 'Les points reportés, retirés ou non traités, les séances qui ne sont pas tenues.',
  },
  regulatory: {
    name: 'dont à dimension réglementaire',
    counts:
      'Les présentations de projets dont la fiche décrit un volet réglementaire, est liée à un texte, ou demande l’avis d’une autorité.',
    over: '',
    when: 'Le jour de la séance\u202f; la fiche est lue telle qu’elle est aujourd’hui.',
    without: 'Ce qui est exclu des présentations de projets.',
  },
  projects: {
    name: 'Projets présentés',
    counts: 'Les projets présentés au moins une fois\u202f; chacun compte une fois.',
    over: '',
    when: meetingDay,
    without: 'Ce qui est exclu des présentations de projets.',
  },
  followed: {
    name: 'Textes suivis',
    counts:
      'Les textes de la veille que la période a touchés\u202f: présentés en séance, parus, ou ayant une échéance\u202f; chacun compte une fois.',
    over: '',
    when: 'Le jour de la séance, de la parution ou de l’échéance.',
    without: 'Les textes de la veille pour lesquels rien n’a eu lieu dans la période.',
  },
  presented: {
    name: 'Textes présentés',
    counts: 'Les textes liés à un point d’une séance tenue\u202f; chacun compte une fois.',
    over: '',
    when: meetingDay,
    without: 'Les points reportés, retirés ou non traités.',
  },
  published: {
    name: 'Textes parus',
    counts: 'Les textes de la veille parus dans la période.',
    over: '',
    when: 'La date de parution.',
    without: 'Les textes dont la date de parution n’est pas connue.',
  },
  deadlines: {
    name: 'Échéances de textes',
    counts:
      'Les entrées en vigueur, les mises en application et les échéances datées, passées ou à venir\u202f; en vigueur et applicable le même jour compte une fois.',
    over: '',
    when: 'Le jour de l’échéance.',
    without: 'Les échéances sans date, celles qui suivent l’abrogation du texte.',
  },
  participation: {
    name: 'Participation',
    counts:
      'Les sièges pourvus\u202f: leur membre est présent, sur place ou à distance, ou représenté, ou sa suppléance est là.',
    over: 'Les sièges de chaque séance tenue, un à chaque membre inscrit sur la liste des présences\u202f: ceux qui siègent dans un collège ou, dans une séance où personne n’y siège, tous les inscrits.',
    when: 'Le jour de chaque séance, dans la période\u202f; le collège est celui de la liste de ce jour. Un collège ou un organisme de l’annuaire compte une fois, sous son nom du dernier jour de la période, les autres noms rappelés à côté\u202f; un autre, sous le nom imprimé.',
    without: 'Les invités, les séances dont aucune présence n’a été relevée.',
  },
  decisions: {
    name: 'Décisions',
    counts: 'Les décisions des comptes rendus des séances tenues, même remplacées depuis.',
    over: '',
    when: meetingDay,
    without: 'Les décisions de séances qui ne sont pas tenues.',
  },
  consensus: {
    name: 'Décisions par consensus',
    counts:
      'Les décisions d’un point qui a été traité, dont l’issue n’est pas «\u00a0absence de consensus\u00a0», et où aucune position défavorable n’est notée.',
    over: 'Toutes les décisions de la période.',
    when: meetingDay,
    without:
      'Les décisions d’un point sans issue notée, reporté, retiré ou non traité ne comptent pas comme consensus.',
  },
  opposed: {
    name: 'Décisions sans consensus',
    counts:
      'Les décisions d’un point dont l’issue est «\u00a0absence de consensus\u00a0» ou sur lequel un organisme a pris une position défavorable.',
    over: '',
    when: meetingDay,
    without: 'Les réserves, qui ne sont pas une opposition.',
  },
  unsaid: {
    name: 'Décisions sans issue notée',
    counts:
      'Les décisions d’un point sans issue notée, reporté, retiré ou non traité, auxquelles aucun organisme ne s’est opposé.',
    over: '',
    when: meetingDay,
    without:
      'Les décisions par consensus et sans consensus\u202f: les trois ensemble font toutes les décisions.',
  },
  actions: {
    name: 'Actions engagées',
    counts: 'Les actions des comptes rendus des séances tenues.',
    over: '',
    when: meetingDay,
    without: 'Les actions engagées par une séance d’une autre période, même encore ouvertes.',
  },
  done: {
    name: 'Actions réalisées',
    counts: 'Les actions engagées qui sont réalisées.',
    over: 'Toutes les actions engagées de la période.',
    when: reference,
    without: 'Les actions abandonnées\u202f; ce qui est réalisé après la période est encore ouvert.',
  },
  late: {
    name: 'Actions en retard',
    counts: 'Les actions engagées, encore ouvertes, dont l’échéance est passée.',
    over: '',
    when: `${reference} L’échéance est celle qui valait ce jour-là.`,
    without: 'Les actions sans échéance, celles dont l’échéance est ce jour-là.',
  },
  inTime: {
    name: 'Réalisées avant l’échéance',
    counts: 'Les actions réalisées le jour de leur échéance ou avant.',
    over: 'Les actions réalisées dont l’échéance et la date de réalisation sont connues.',
    when: `${reference} L’échéance est celle qui valait ce jour-là.`,
    without: 'Les actions réalisées sans échéance ou sans date de réalisation, celles qui sont ouvertes.',
  },
}

export const reportWords = {
  title: (year: string | null) => (year === null ? 'Bilan' : `Bilan ${year}`),
  count,
  /** "78 %"; nothing to divide by: a dash. */
  share: (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((part * 100) / whole)}\u00a0%`),
  shareOf: (part: number, whole: number) =>
    whole === 0 ? '–' : `${Math.round((part * 100) / whole)}\u00a0% (${count(part)} sur ${count(whole)})`,
  decisions: 'décisions',
  actions: 'actions',
  noAxis: 'Sans axe',
  noOwner: 'Porteur non renseigné',
  otherOwners: (owners: number) => `Autres porteurs (${count(owners)})`,
  everybody: 'Membres sans collège',
  noOrganisation: 'Organisme non renseigné',
  cancelled: 'annulée',
  /** Names of the same thing earlier in the period, and since. */
  called: (name: string, formerly: readonly string[], since: string | null) => {
    const notes = [
      ...(formerly.length === 0 ? [] : [`auparavant ${formerly.map(quoted).join(', ')}`]),
      ...(since === null ? [] : [`aujourd’hui ${quoted(since)}`]),
    ]
    return notes.length === 0 ? name : `${name} (${notes.join(', ')})`
  },
  charts: {
    decisions: 'Décisions et actions par séance',
    axes: 'Présentations par axe',
    owners: 'Présentations par porteur',
    participation: 'Participation par collège',
    delays: 'Délai de réalisation des actions',
    texts: 'Textes suivis par nature',
  },
  tables: {
    figures: 'Chiffres clés',
    meetings: 'Séances',
    axes: 'Présentations par axe',
    owners: 'Présentations par porteur',
    natures: 'Textes suivis par nature',
    colleges: 'Participation par collège',
    organisations: 'Participation par organisme',
    outcomes: 'Décisions par issue du point',
    /** Also the name of a sheet, which has 31 letters at most. */
    delays: 'Délai de réalisation (actions)',
    definitions: 'Définitions',
  },
  columns: {
    figure: 'Chiffre',
    now: 'Période',
    before: 'Période précédente',
    date: 'Date',
    meeting: 'Séance',
    decisions: 'Décisions',
    actions: 'Actions',
    rate: 'Participation',
    axis: 'Axe',
    owner: 'Porteur',
    hearings: 'Présentations',
    projects: 'Projets',
    nature: 'Nature',
    followed: 'Suivis',
    presented: 'Présentés',
    published: 'Parus',
    deadlines: 'Échéances',
    college: 'Collège',
    organisation: 'Organisme',
    present: 'Sièges pourvus',
    members: 'Sièges',
    outcome: 'Issue',
    delay: 'Délai',
    counts: 'Ce qui est compté',
    over: 'Rapporté à',
    when: 'Date retenue',
    without: 'Exclu',
  },
  delays: {
    before: 'Avant l’échéance',
    within: 'Jusqu’à 15 jours après',
    after: 'Plus de 15 jours après',
    unknown: 'Réalisées, délai inconnu',
    dropped: 'Abandonnées',
    open: 'Encore ouvertes',
  },
  ofWhichLate: (late: number) => `dont ${count(late)} en retard`,
  natures: {
    loi: 'Lois',
    ordonnance: 'Ordonnances',
    decret: 'Décrets',
    arrete: 'Arrêtés',
    circulaire: 'Circulaires',
    avis: 'Avis',
    decision: 'Décisions',
    reglementUE: 'Règlements de l’Union européenne',
    directiveUE: 'Directives de l’Union européenne',
    referentiel: 'Référentiels',
    autre: 'Autres textes',
  } satisfies Record<WatchNature, string>,
  outcomes: outcomeWords,
  noOutcome: 'Issue non notée',
  told: (name: string, value: string) => `${name}\u00a0: ${value}`,
  toldColumns: (decisions: number, actions: number) =>
    `${plural(decisions, 'décision', 'décisions')} et ${plural(actions, 'action', 'actions')}\u202f; le tableau des séances donne chacune.`,
  inTable: 'Le tableau des séances donne chacune.',
} as const
