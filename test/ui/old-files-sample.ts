import type { ReadFile } from '../../electron/domain/agenda/draft.ts'
import type { OldFileRole, OldFilesGroup } from '../../electron/domain/old-files/old-files.ts'
import { id } from './sample.ts'

const counts = { items: 2, participants: 1, decisions: 1, actions: 1 }

const oldFile = (n: number, path: string, more: Partial<OldFileRole> = {}): OldFileRole => ({
  id: id(n),
  path,
  sizeBytes: 12_000,
  kind: 'minutes',
  format: 'docx',
  role: 'main',
  counts,
  isContested: false,
  ...more,
})

const group = (n: number, change: Partial<OldFilesGroup> = {}): OldFilesGroup => ({
  id: id(n),
  state: 'sure',
  code: null,
  files: [oldFile(n, `archives/CR ${n}.docx`)],
  date: `2025-0${n}-13`,
  unrealDate: null,
  number: n,
  title: `Séance ancienne ${n}`,
  startTime: '14:00',
  seriesId: null,
  counts,
  confidence: 0.9,
  reasons: [],
  notes: [],
  meetingId: null,
  ...change,
})

/** Two minutes of one meeting that contradict each other. */
export const contested: OldFilesGroup = group(6, {
  state: 'doubtful',
  reasons: ['versions-disagree'],
  files: [
    oldFile(6, 'archives/CR 6 (copie).docx', { isContested: true }),
    oldFile(7, 'archives/CR 6.docx', { role: 'older', isContested: true }),
  ],
})

export const groups: readonly OldFilesGroup[] = [
  group(1),
  group(2),
  group(3, { state: 'doubtful', reasons: ['name-disagrees', 'date-unreal'], unrealDate: '30 février 2025' }),
  group(4, { state: 'doubtful', date: null, number: null, reasons: ['no-date'] }),
  group(5, {
    state: 'refused',
    code: 'file-protected',
    title: '',
    date: null,
    number: null,
    files: [oldFile(5, 'archives/protégé.docx', { format: null })],
  }),
]

const source = (block: number, excerpt: string, confidence = 0.95) => ({ block, excerpt, confidence })
const item = {
  kind: 'item',
  nature: null,
  fixedStart: null,
  presenter: null,
  organisation: null,
  requester: null,
  note: null,
} as const

export const read: ReadFile = {
  fileName: 'CR 3.docx',
  format: 'docx',
  sizeBytes: 12_000,
  blocks: [
    { type: 'heading', level: 1, text: 'Compte rendu du jeudi 13 mars 2025' },
    { type: 'listItem', level: 0, marker: '1.', text: 'Annuaire partagé (20 min)' },
    { type: 'listItem', level: 1, marker: 'a.', text: 'Reprise des fiches' },
    { type: 'paragraph', text: 'Présents : Mme Dubreuil (Association de démonstration)' },
    { type: 'paragraph', text: 'Décision : le calendrier est retenu.' },
    { type: 'paragraph', text: 'Action : envoyer la note, M. Lartigue, 15 avril' },
  ],
  draft: {
    kind: 'minutes',
    meeting: {
      ...{ number: 3, title: 'Séance ancienne 3', date: '2025-03-13', startTime: '14:00' },
      ...{ endTime: null, place: null, videoLink: null, phone: null },
    },
    meetingSources: { date: source(0, 'Compte rendu du jeudi 13 mars 2025', 0.5) },
    items: [
      {
        ...item,
        number: '1',
        title: 'Annuaire partagé',
        durationMinutes: 20,
        children: [
          {
            ...item,
            ...{ number: null, title: 'Reprise des fiches', durationMinutes: null, children: [] },
            source: source(2, 'Reprise des fiches', 0.4),
          },
        ],
        source: source(1, 'Annuaire partagé (20 min)'),
      },
    ],
    participants: [
      {
        ...{ familyName: 'Dubreuil', givenName: null, role: null, attendance: 'surPlace' },
        organisation: 'Association de démonstration',
        source: source(3, 'Mme Dubreuil'),
      },
    ],
    decisions: [
      {
        ...{ number: null, itemNumber: '1', text: 'Le calendrier est retenu.', outcome: null },
        source: source(4, 'Décision : le calendrier est retenu.'),
      },
    ],
    actions: [
      {
        ...{ number: null, itemNumber: null, text: 'Envoyer la note', owner: 'M. Lartigue' },
        ...{ organisation: null, dueDate: '--04-15' },
        source: source(5, 'Action : envoyer la note'),
      },
    ],
    nextMeeting: null,
    followUp: [],
    warnings: [],
  },
}
