import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import type { AttendanceStatus, Attendee } from '../../electron/domain/attendance/attendance.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { WatchItem } from '../../electron/domain/watch/watch.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import {
  action,
  attendee,
  bullets,
  decision,
  emptyFile,
  id,
  item,
  paragraph,
  rich,
  section,
  table,
  text,
} from './documents-builders.ts'

const people: readonly (readonly [string, string, string, string, string, AttendanceStatus])[] = [
  ['Claire', 'Vasseur', 'Direction des échanges', 'État', 'directrice, présidente de séance', 'surPlace'],
  ['Mathieu', 'Orsel', 'Mission des échanges numériques', 'État', 'chargé de mission', 'surPlace'],
  [
    'Hélène',
    'Marchetti',
    'Direction générale de l’exemple (DGX)',
    'État',
    'cheffe du bureau des passerelles',
    'surPlace',
  ],
  [
    'Yanis',
    'Belkacem',
    'Agence du numérique fictif (ANX)',
    'État',
    'responsable de l’identité des agents',
    'visio',
  ],
  ['Lætitia', 'Œuvrard', 'Service des archives d’exemple', 'État', 'conservatrice', 'excuse'],
  ['Grégoire', 'Malaval', 'Départements exemple', 'Associations d’élus', 'conseiller numérique', 'surPlace'],
  [
    'Noémie',
    'Castelain',
    'Association des communes de démonstration',
    'Associations d’élus',
    'responsable du pôle numérique',
    'visio',
  ],
  [
    'Paul-Étienne',
    'de La Forge',
    'Intercommunalités de démonstration',
    'Associations d’élus',
    'délégué général adjoint',
    'represente',
  ],
  ['Aïssatou', 'Ndiaye', 'Régions imaginaires', 'Associations d’élus', 'cheffe de projet', 'audio'],
  ['Simon', 'Kerbrat', 'Club des directeurs de l’informatique', 'Experts', 'membre associé', 'absent'],
  ['Lucie', 'Haÿs', 'Groupement des éditeurs fictifs', 'Experts', 'secrétaire générale', 'visio'],
]

function attendees(): Attendee[] {
  return people.map(([givenName, familyName, organisation, college, role, status], position) =>
    attendee(position, {
      givenName,
      familyName,
      organisation,
      college,
      role,
      status,
      representedBy: status === 'represente' ? 'Noémie Castelain' : '',
    }),
  )
}

/** Two pages: three items, one decision, one action. */
export function shortMeeting(): FileToPrint {
  const file = emptyFile()
  return {
    ...file,
    attendees: attendees().slice(0, 7),
    items: [
      item(1, {
        title: 'Approbation du compte rendu de la séance n° 9 du 8 octobre 2026',
        nature: 'approbation',
        durationMinutes: 5,
      }),
      item(2, {
        title: 'Passerelle d’échange sécurisée : calendrier de déploiement',
        nature: 'concertation',
        presenter: 'Hélène Marchetti',
        organisation: 'DGX',
        durationMinutes: 40,
        note: 'NOTE-INTERNE-SECRETE',
      }),
      item(3, { title: 'Questions diverses' }),
    ],
    sections: [
      section(1, { outcome: 'approuve', outcomeSentence: 'Le compte rendu est approuvé sans observation.' }),
      section(2, {
        presentation: rich(
          paragraph(
            "La DGX rappelle l'objet du projet : un point d'échange unique, sécurisé et traçable, pour les documents transmis par les collectivités aux services de l'État. Douze collectivités pilotes l'utilisent depuis septembre.",
          ),
        ),
        exchanges: rich(
          paragraph(
            'L’Association des communes de démonstration demande que le raccordement reste ',
            text('facultatif pour les communes de moins de 3 500 habitants', 'bold'),
            ' et qu’elles puissent passer par leur intercommunalité. Départements exemple souhaite que les coûts de raccordement soient connus avant l’été. La DGX précise que l’étude d’impact sera communiquée en février.',
          ),
        ),
        outcome: 'prisActe',
        outcomeSentence: 'L’instance prend acte du calendrier présenté.',
      }),
      section(3),
    ],
    decisions: [
      decision(1, 2, 'L’INP prend acte du calendrier et demande une étape d’évaluation après six mois.'),
    ],
    actions: [
      action(1, 2, {
        text: 'Communiquer l’étude d’impact financière aux associations d’élus.',
        owner: 'Hélène Marchetti',
        organisation: 'DGX',
        dueDate: '2027-02-26',
      }),
    ],
  }
}

const subjects = [
  'Identité numérique des agents : premiers retours des expérimentations',
  'Passerelle d’échange sécurisée entre collectivités et services de l’État',
  'Annuaire partagé des services publics locaux',
  'Conservation des documents numériques reçus par les guichets',
  'Accessibilité des téléservices locaux : trajectoire à trois ans',
  'Dématérialisation des actes budgétaires : bilan de la première vague',
]
const voices = [
  'La DGX',
  'L’ANX',
  'Départements exemple',
  'Régions imaginaires',
  'L’Association des communes de démonstration',
]
const verbs = ['rappelle', 'indique', 'précise', 'souligne', 'demande', 'propose', 'observe']
const objects = [
  'que le calendrier doit laisser le temps aux éditeurs d’adapter leurs logiciels, faute de quoi les petites collectivités seraient les premières à en pâtir',
  'que douze collectivités pilotes, dont quatre de moins de 3 500 habitants, utilisent le service depuis le mois de septembre et que leurs retours sont globalement positifs',
  'que la prise en charge des coûts de raccordement soit connue avant la préparation des budgets primitifs ; un ordre de grandeur de 2 500 € par commune est avancé',
  'qu’une documentation commune, rédigée avec les associations d’élus, accompagne chaque étape et soit relue par des agents de terrain',
  'que le niveau de garantie attendu « substantiel » ne s’appliquera qu’aux téléservices qui traitent de données sensibles',
  'que les délais de réponse du support, aujourd’hui de six jours en moyenne, soient ramenés à deux jours ouvrés d’ici à la fin du premier trimestre',
  'que l’étude d’impact distinguera les dépenses d’investissement et les charges récurrentes, y compris le temps des agents',
]

/** Prose of a given number of sentences, different for each start. */
export function prose(start: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, index) => {
    const at = start * 5 + index
    return `${voices[at % voices.length]} ${verbs[(at * 3) % verbs.length]} ${objects[(at * 2) % objects.length]}.`
  }).join(' ')
}

/** About a dozen pages: nested items, lists, quote, tables, thirty notes, texts followed. */
export function longMeeting(): FileToPrint {
  const file = emptyFile()
  const items: AgendaItem[] = [
    item(1, { title: 'Accueil des participants', kind: 'welcome', durationMinutes: 5 }),
    item(2, {
      title: 'Approbation du compte rendu de la séance n° 9 du 8 octobre 2026',
      nature: 'approbation',
      durationMinutes: 5,
    }),
    item(3, { title: 'Suivi des décisions et actions', nature: 'information', durationMinutes: 10 }),
    item(4, { title: 'Projets présentés à l’instance', durationMinutes: 90 }),
    ...subjects.map((title, index) =>
      item(10 + index, {
        title,
        parentId: id(104),
        nature: index % 2 === 0 ? 'concertation' : 'information',
        presenter: people[2 + (index % 3)]?.slice(0, 2).join(' ') ?? '',
        organisation: index % 2 === 0 ? 'DGX' : 'ANX',
        durationMinutes: 20,
        requester: index === 2 ? 'Régions imaginaires' : '',
      }),
    ),
    item(30, { title: 'Pause', kind: 'break', durationMinutes: 10 }),
    item(31, {
      title: 'Veille réglementaire',
      nature: 'information',
      durationMinutes: 20,
      fixedStart: '17:15',
    }),
    item(32, { title: 'Questions diverses', durationMinutes: 5 }),
  ]
  const sections = [
    section(2, { outcome: 'approuve', outcomeSentence: 'Le compte rendu est approuvé sans observation.' }),
    section(3, {
      presentation: rich(
        paragraph('Le secrétariat présente l’avancement des actions ouvertes.'),
        table(
          ['Action', 'Responsable', 'Avancement', 'Part'],
          ['Publier la documentation commune du raccordement', 'DGX', 'Terminée le 3 novembre', '100 %'],
          [
            'Recenser les éditeurs concernés par la deuxième vague',
            'Groupement des éditeurs fictifs',
            'En cours',
            '60 %',
          ],
          [
            'Réunir le groupe de travail sur la conservation',
            'Service des archives d’exemple',
            'Reportée à décembre',
            '0 %',
          ],
        ),
      ),
    }),
    ...subjects.map((_, index) =>
      section(10 + index, {
        presentation: rich(
          paragraph(prose(index, 4)),
          paragraph(prose(index + 11, 3)),
          ...(index % 2 === 0
            ? [
                paragraph('Trois conditions sont posées :'),
                bullets(
                  'un calendrier publié six mois avant chaque échéance ;',
                  [
                    paragraph('un accompagnement proportionné à la taille de la collectivité :'),
                    bullets(
                      'une aide de premier niveau par l’intercommunalité ;',
                      'un appui national pour les cas complexes ;',
                    ),
                  ],
                  'une évaluation partagée au bout d’un an.',
                ),
              ]
            : []),
        ),
        exchanges: rich(
          paragraph(prose(index + 3, 5)),
          ...(index === 1
            ? [
                {
                  type: 'blockquote' as const,
                  content: [
                    paragraph(
                      'Le raccordement reste à l’initiative de la collectivité, qui peut le déléguer à tout moment.',
                    ),
                  ],
                },
              ]
            : []),
          paragraph(
            text('Les associations d’élus', 'bold'),
            ' insistent sur ce point. ',
            prose(index + 7, 3),
            ' La documentation est en ligne sur ',
            {
              type: 'text',
              text: 'le site de démonstration',
              marks: [{ type: 'link', attrs: { href: 'https://exemple.fr/documentation' } }],
            },
            '.',
          ),
        ),
        outcome:
          (
            [
              'avisFavorable',
              'prisActe',
              'avisAvecReserves',
              'reporte',
              'decision',
              'absenceDeConsensus',
            ] as const
          )[index] ?? null,
        outcomeSentence: '',
      }),
    ),
    section(31, {
      presentation: rich(
        paragraph(
          'Le secrétariat présente les textes parus depuis la dernière séance et ceux en préparation.',
        ),
      ),
    }),
    section(32, { exchanges: rich(paragraph('Aucune question n’est soulevée.')) }),
  ]
  const decisions = subjects.map((_, index) =>
    decision(
      index + 1,
      10 + index,
      index % 2 === 0
        ? 'L’INP prend acte du calendrier et demande une étape d’évaluation après six mois, dont les critères seront arrêtés avec les associations d’élus.'
        : 'L’INP retient le principe d’un accompagnement par les intercommunalités volontaires.',
    ),
  )
  const actions = Array.from({ length: 14 }, (_, index) =>
    action(index + 1, 10 + (index % subjects.length), {
      text: [
        'Communiquer l’étude d’impact financière aux associations d’élus.',
        'Transmettre la liste des collectivités volontaires pour la deuxième vague d’expérimentation.',
        'Proposer une rédaction commune du guide de raccordement, y compris pour les syndicats mixtes.',
      ][index % 3] as string,
      owner: people[(index * 2) % people.length]?.slice(0, 2).join(' ') ?? '',
      organisation: index % 3 === 0 ? 'DGX' : '',
      dueDate: index === 5 ? null : `2027-0${1 + (index % 6)}-${String(1 + index * 2).padStart(2, '0')}`,
    }),
  )
  return {
    ...file,
    attendees: attendees(),
    items,
    sections,
    decisions,
    actions,
    watchLinks: watchItems().map((watchItem) => ({ itemId: id(131), watchItem, deadlines: [] })),
    minutes: file.minutes && {
      ...file.minutes,
      opening: rich(paragraph('La présidente remercie les participants et rappelle l’ordre du jour.')),
      closing: rich(
        paragraph('La présidente remercie les intervenants pour la qualité de leurs présentations.'),
      ),
    },
  }
}

function watchItems(): WatchItem[] {
  const base: WatchItem = {
    ...blankText,
    id: id(600),
    version: 1,
    nature: 'decret',
    title: 'relatif au plan de conservation des documents numériques',
    number: '2026-0000',
    nor: 'XXXX0000000X',
    ministry: '',
    status: 'published',
    followUp: 'toPresent',
    publishedOn: '2026-11-03',
    inForceOn: '2026-11-04',
    appliesOn: '2026-12-01',
    audience: 'Communes et groupements',
    consequences: '',
    sourceUrl: '',
  }
  return [
    base,
    {
      ...base,
      id: id(601),
      nature: 'arrete',
      title: 'Arrêté fixant le modèle de déclaration d’accessibilité',
      number: '',
      nor: '',
      publishedOn: '2026-11-05',
      appliesOn: '2027-03-31',
      audience: 'Collectivités de plus de 10 000 habitants',
    },
    {
      ...base,
      id: id(602),
      nature: 'ordonnance',
      title: 'Ordonnance relative aux registres locaux',
      number: '',
      nor: '',
      status: 'consultation',
      publishedOn: null,
      inForceOn: null,
      appliesOn: null,
      audience: '',
    },
  ]
}
