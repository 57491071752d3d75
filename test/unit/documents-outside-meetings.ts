import type { HeardItem } from '../../electron/documents/project-sheet/hearing.ts'
import type { ProjectFile } from '../../electron/documents/project-sheet/model.ts'
import type { BulletinItem } from '../../electron/documents/watch-bulletin/entry.ts'
import type { BulletinFile } from '../../electron/documents/watch-bulletin/model.ts'
import { isOpened } from '../../electron/domain/meetings/opened.ts'
import { blankProject } from '../../electron/domain/projects/project.ts'
import { partOf } from '../../electron/domain/watch/period.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import { action, decision, emptyFile, id } from './documents-builders.ts'

const { body, look } = emptyFile()
export const november = { from: '2026-11-01', to: '2026-11-30' }

export function watchItem(number: number, fields: Partial<BulletinItem> = {}): BulletinItem {
  return {
    ...blankText,
    id: id(8000 + number),
    version: 1,
    nature: 'decret',
    title: `relatif à l’exemple ${number}`,
    number: '',
    nor: '',
    ministry: '',
    status: 'published',
    followUp: 'toFollow',
    publishedOn: null,
    inForceOn: null,
    appliesOn: null,
    audience: '',
    consequences: '',
    sourceUrl: '',
    hearings: [],
    deadlines: [],
    ...fields,
  }
}

/** Only what the bulletin of that period speaks of, as the core reads it. */
export function bulletinFile(
  items: readonly BulletinItem[],
  period = november,
  scope: BulletinFile['scope'] = 'whole',
): BulletinFile {
  return { body, look, period, scope, items: items.filter((item) => partOf(item, period) !== null) }
}

const hearing = (date: string, number: number) => ({
  meetingId: id(number),
  meetingDate: date,
  meetingNumber: number,
  itemId: id(100 + number),
  itemTitle: 'Veille réglementaire',
  outcome: null,
  state: 'heard' as const,
})

/** A month of a real secretariat: a dozen texts in each state, with their dates and consequences. */
export function fullBulletin(): BulletinFile {
  return bulletinFile([
    watchItem(1, {
      number: '2026-9001',
      title: 'relatif au plan de conservation des documents numériques des collectivités',
      nor: 'ZZZZ2600001D',
      ministry: 'Ministère de l’exemple',
      status: 'inForce',
      followUp: 'toPresent',
      publishedOn: '2026-11-03',
      inForceOn: '2026-11-04',
      appliesOn: '2027-01-01',
      audience: 'Communes et groupements de plus de 3 500 habitants',
      consequences:
        "Chaque collectivité arrête un plan de conservation avant le 1er janvier 2027 et le transmet au service d'archives compétent.\nLes documents déjà numérisés n'ont pas à être repris.",
      sourceUrl: 'https://exemple.invalid/jorf/id/JORFTEXT000000000001',
      hearings: [hearing('2026-12-10', 11)],
    }),
    watchItem(2, {
      nature: 'arrete',
      title: 'Arrêté du 5 novembre 2026 fixant le modèle de déclaration d’accessibilité',
      nor: 'ZZZZ2600002A',
      ministry: 'Ministère de l’exemple',
      publishedOn: '2026-11-06',
      inForceOn: '2026-11-07',
      appliesOn: '2027-03-31',
      audience: 'Toutes les collectivités',
      consequences: 'Un modèle unique remplace les modèles locaux : les téléservices existants ont six mois.',
      sourceUrl: 'https://exemple.invalid/jorf/id/JORFTEXT000000000002',
      followUp: 'presented',
      hearings: [hearing('2026-11-12', 10)],
    }),
    watchItem(3, {
      nature: 'loi',
      number: '2026-9003',
      title: 'Loi de simplification des échanges d’exemple',
      nor: 'ZZZZ2600003L',
      publishedOn: '2026-11-21',
      inForceOn: '2027-01-01',
      appliesOn: '2027-01-01',
      audience: 'Collectivités et opérateurs',
      consequences: 'Les pièces déjà détenues par une administration ne sont plus demandées aux usagers.',
      sourceUrl: 'https://exemple.invalid/eli/loi/2026/11/20/2026-9003/jo/texte',
    }),
    watchItem(4, {
      title: 'Projet de décret relatif aux registres locaux',
      status: 'consultation',
      followUp: 'toPresent',
      ministry: 'Ministère de l’exemple',
      audience: 'Communes',
      appliesOn: '2027-09-01',
      consequences: 'Tenue dématérialisée des registres, avec un format commun.',
    }),
    watchItem(5, {
      nature: 'ordonnance',
      title: 'Ordonnance relative à l’identité numérique des agents',
      status: 'draft',
    }),
    watchItem(6, {
      nature: 'circulaire',
      title: 'Circulaire sur l’hébergement des données d’exemple',
      status: 'announced',
    }),
    watchItem(7, {
      number: '2026-8007',
      title: 'relatif à la facturation entre administrations',
      nor: 'ZZZZ2600007D',
      status: 'inForce',
      publishedOn: '2026-03-02',
      inForceOn: '2026-03-03',
      appliesOn: '2027-01-01',
      audience: 'Établissements publics locaux',
      consequences: 'Les factures de moins de 500 € entrent dans le champ.',
      sourceUrl: 'http://exemple.invalid/ancien',
      followUp: 'closed',
    }),
  ])
}

export function heard(number: number, fields: Partial<HeardItem> = {}): HeardItem {
  return {
    meeting: { id: id(number), date: `2026-${String(number).padStart(2, '0')}-12`, number, state: 'held' },
    item: { id: id(100 + number), title: 'Annuaire partagé : point d’étape', nature: 'concertation' },
    minutesState: 'approved',
    isHeard: fields.meeting === undefined || isOpened(fields.meeting.state),
    section: null,
    decisions: [],
    actions: [],
    putOffTo: new Map(),
    positions: [],
    ...fields,
  }
}

export function projectFile(fields: Partial<ProjectFile> = {}): ProjectFile {
  return {
    body,
    look,
    project: {
      ...blankProject,
      id: id(9000),
      version: 1,
      title: 'Annuaire partagé des services publics locaux',
      stage: 'experiment',
    },
    sortedBy: { programme: '', axis: '', recommendation: '' },
    steps: [],
    audiences: [],
    heard: [],
    watchItems: [],
    attachments: [],
    ...fields,
  }
}

/** A project that the body has heard twice, and will hear again. */
export function fullProject(): ProjectFile {
  const file = projectFile()
  return {
    ...file,
    project: {
      ...file.project,
      projectOwner: 'Hélène Marchetti',
      organisation: 'Direction générale de l’exemple (DGX)',
      purpose:
        "Offrir aux communes et aux services de l'État un annuaire unique des guichets et de leurs horaires, tenu par ceux qui les ouvrent.\nDouze collectivités pilotes l'alimentent depuis septembre ; l'ouverture générale est prévue au deuxième trimestre 2027.",
      localImpact:
        'Une saisie par an et par guichet, en un seul endroit. Coût de raccordement estimé à 2 500 € pour un éditeur, nul pour une commune.',
      regulatorySide: 'Un arrêté fixera le format d’échange ; le projet est en consultation.',
      askedOfBody: 'Un avis sur le calendrier d’ouverture et sur l’accompagnement des petites communes.',
    },
    heard: [
      heard(9, {
        item: { id: id(109), title: 'Annuaire partagé : présentation du projet', nature: 'information' },
        section: { outcome: 'prisActe', outcomeSentence: '' },
      }),
      heard(11, {
        minutesState: 'review',
        section: { outcome: 'avisAvecReserves', outcomeSentence: '' },
        decisions: [
          decision(3, 11, 'L’instance demande une étape d’évaluation six mois après l’ouverture générale.'),
        ],
        actions: [
          action(5, 11, {
            text: 'Communiquer l’étude d’impact aux associations d’élus.',
            owner: 'Hélène Marchetti',
            organisation: 'DGX',
            dueDate: '2026-12-04',
            state: 'inProgress',
          }),
        ],
        positions: [
          {
            organisation: 'Association des communes de démonstration',
            stance: 'reserves',
            words: 'Favorable si le raccordement reste facultatif sous 3 500 habitants.',
          },
          { organisation: 'Départements exemple', stance: 'favorable', words: '' },
        ],
      }),
      heard(12, {
        meeting: { id: id(12), date: '2026-12-10', number: null, state: 'planned' },
        item: { id: id(112), title: 'Annuaire partagé : calendrier d’ouverture', nature: 'avis' },
        minutesState: null,
      }),
    ],
    watchItems: [
      watchItem(10, {
        nature: 'arrete',
        title: 'Arrêté fixant le format d’échange des annuaires',
        status: 'consultation',
        sourceUrl: 'https://exemple.invalid/consultation',
      }),
      watchItem(11, {
        number: '2026-9001',
        title: 'relatif aux guichets',
        publishedOn: '2026-03-02',
        inForceOn: '2026-03-03',
        appliesOn: '2027-01-01',
      }),
    ],
    attachments: [
      {
        id: id(700),
        version: 1,
        meetingId: id(11),
        itemId: id(111),
        projectId: null,
        fileName: 'annuaire-v2.pptx',
        mediaType: '',
        sizeBytes: 12,
        sha256: '0'.repeat(64),
        addedAt: '2026-11-02T08:00:00.000Z',
        title: 'Présentation de l’annuaire partagé',
        tabled: false,
        circulation: 'members',
        replacedBy: null,
      },
      {
        id: id(701),
        version: 1,
        meetingId: null,
        itemId: null,
        projectId: id(600),
        fileName: 'etude.pdf',
        mediaType: '',
        sizeBytes: 12,
        sha256: '1'.repeat(64),
        addedAt: '2026-11-01T08:00:00.000Z',
        title: 'Étude d’impact de l’annuaire',
        tabled: false,
        circulation: 'members',
        replacedBy: null,
      },
    ],
  }
}
