import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { DraftItem, ReadFile } from '../../electron/domain/agenda/draft.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { ImportReviewPage } from '../../renderer/features/imports/ImportReviewPage.tsx'
import { FakeCore, MEETING_ID, show } from './agenda-fake-core.tsx'

export function draftItem(block: number, title: string, more: Partial<DraftItem> = {}): DraftItem {
  return {
    number: null,
    title,
    kind: 'item',
    nature: null,
    fixedStart: null,
    durationMinutes: 10,
    presenter: null,
    organisation: null,
    requester: null,
    note: null,
    children: [],
    source: { block, excerpt: title, confidence: 0.95 },
    ...more,
  }
}

export function readFile(items: DraftItem[], date: string | null = '--02-06'): ReadFile {
  return {
    fileName: 'odj.docx',
    format: 'docx',
    sizeBytes: 38_000,
    blocks: [
      { type: 'heading', level: 1, text: 'Ordre du jour' },
      ...items.map((item) => ({ type: 'row' as const, table: 0, cells: ['10 mn', item.title] })),
      { type: 'listItem', level: 0, marker: '-', text: 'Fin' },
    ],
    draft: {
      kind: 'agenda',
      meeting: {
        number: null,
        title: 'Groupe de travail',
        date,
        startTime: '09:30',
        endTime: '12:30',
        place: 'salle 1',
        videoLink: null,
        phone: null,
      },
      meetingSources: {},
      items,
      participants: [],
      decisions: [],
      actions: [],
      nextMeeting: null,
      followUp: [],
      warnings: [{ code: 'year-missing', message: 'La date ne dit pas l’année.' }],
    },
  }
}

export const threeItems = () => [
  draftItem(1, 'Accueil des participants', { kind: 'welcome' }),
  draftItem(2, 'Retour sur les', { source: { block: 2, excerpt: 'Retour sur les', confidence: 0.4 } }),
  draftItem(3, 'travaux', { children: [draftItem(3, 'Premier volet')] }),
]

export async function openReview(
  file: ReadFile,
  handlers: ConstructorParameters<typeof FakeCore>[1] = {},
  focusId: string | null = null,
) {
  const applied = {
    meetingId: MEETING_ID,
    items: [],
    links: [],
    guests: [],
    provenance: [],
    followUpId: null,
    settled: [],
  }
  const core = new FakeCore([], {
    'imports.read': () => file,
    'imports.keepFile': () => ({ sha256: '0'.repeat(64) }),
    'imports.apply': () => applied,
    'imports.compare': () => ({ meeting: null, agenda: [], matches: [], names: [] }),
    ...handlers,
  })
  setImportStart({ type: 'file', file: { fileName: file.fileName, bytes: new Uint8Array([1]) } })
  show(core, <ImportReviewPage focusId={focusId} />)
  await screen.findByRole('heading', { name: 'Relire avant de reprendre' })
  return { core, user: userEvent.setup() }
}
