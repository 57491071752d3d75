import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/index.ts'
import type { DraftItem, ReadFile } from '../../electron/domain/agenda/draft.ts'
import type { DraftMatches } from '../../electron/domain/minutes/proposal.ts'
import type { Person } from '../../electron/domain/people/directory.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { ImportReviewPage } from '../../renderer/features/imports/ImportReviewPage.tsx'
import { FakeCore, MEETING_ID, meeting, show } from './agenda-fake-core.tsx'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const source = (block: number, excerpt: string) => ({ block, excerpt, confidence: 0.95 })
const item = (block: number, number: string, title: string): DraftItem => ({
  number,
  title,
  kind: 'item',
  nature: null,
  fixedStart: null,
  durationMinutes: null,
  presenter: null,
  organisation: null,
  requester: null,
  note: null,
  children: [],
  source: source(block, title),
})
const person = (n: number, givenName: string, familyName: string): Person => ({
  id: id(n),
  version: 1,
  civility: '',
  givenName,
  familyName,
  jobTitle: '',
  organisationId: null,
  email: '',
  phone: '',
  copyEmails: '',
  otherNames: '',
  protocolOrder: n,
})

const file: ReadFile = {
  fileName: 'cr.docx',
  format: 'docx',
  sizeBytes: 20_000,
  blocks: Array.from({ length: 9 }, (_, block) => ({ type: 'paragraph', text: `Ligne ${block}` })),
  draft: {
    kind: 'minutes',
    meeting: {
      number: null,
      title: 'Groupe de travail',
      date: '2026-04-16',
      startTime: null,
      endTime: null,
      place: null,
      videoLink: null,
      phone: null,
    },
    meetingSources: {},
    items: [item(5, '1', 'Annuaire'), item(6, '2', 'Archives')],
    participants: [
      {
        familyName: 'Marchetti',
        givenName: 'Hélène',
        organisation: 'DGX',
        role: null,
        attendance: 'present',
        source: source(1, 'Hélène Marchetti'),
      },
      {
        familyName: 'Petit',
        givenName: 'J.',
        organisation: 'ANX',
        role: null,
        attendance: 'visio',
        source: source(2, 'J. Petit'),
      },
      {
        familyName: 'Ostermann',
        givenName: 'Fanny',
        organisation: 'MDD',
        role: null,
        attendance: 'excuse',
        source: source(3, 'Fanny Ostermann'),
      },
    ],
    decisions: [
      {
        number: null,
        itemNumber: '1',
        text: 'La maquette est retenue',
        outcome: null,
        source: source(7, 'Décision : la maquette est retenue'),
      },
    ],
    actions: [
      {
        number: 'A3',
        itemNumber: null,
        text: 'Diffuser la note',
        owner: 'DGX',
        organisation: null,
        dueDate: '--06-15',
        source: source(8, 'Diffuser la note, 15 juin'),
      },
      {
        number: null,
        itemNumber: '2',
        text: 'Fanny fera le planning',
        owner: 'Fanny',
        organisation: null,
        dueDate: null,
        source: { ...source(6, 'Fanny fera le planning.'), confidence: 0.4 },
      },
    ],
    nextMeeting: { date: '2026-06-11', startTime: '09:30', place: null },
    followUp: [],
    warnings: [],
  },
}

const isNew = { standing: 'new' as const, personId: null, isSure: false, candidates: [] }
const noBody = { standing: 'new' as const, organisationId: null, candidates: [] }
const matches: DraftMatches = {
  participants: [
    {
      match: { standing: 'matched', personId: id(1), isSure: true, candidates: [id(1)] },
      organisation: noBody,
      listed: null,
    },
    {
      match: { standing: 'like', personId: null, isSure: false, candidates: [id(2), id(3)] },
      organisation: noBody,
      listed: null,
    },
    { match: isNew, organisation: noBody, listed: null },
  ],
  owners: [
    { person: isNew, organisation: { standing: 'matched', organisationId: id(9), candidates: [id(9)] } },
    { person: isNew, organisation: noBody },
  ],
  knownDecisions: [false],
  knownActions: [false, false],
}

let core: FakeCore
async function open(other: ConstructorParameters<typeof FakeCore>[1] = {}) {
  core = new FakeCore([], {
    'imports.read': () => file,
    'imports.keepFile': () => ({ sha256: '0'.repeat(64) }),
    'imports.match': () => matches,
    'directory.list': () => ({
      colleges: [],
      organisations: [],
      persons: [person(1, 'Hélène', 'Marchetti'), person(2, 'Jean', 'Petit'), person(3, 'Julie', 'Petit')],
      mandates: [],
      formerNames: [],
    }),
    'imports.apply': () => ({
      meetingId: MEETING_ID,
      items: [],
      links: [],
      guests: [],
      provenance: [],
      followUpId: null,
      settled: [],
    }),
    ...other,
  })
  setImportStart({ type: 'file', file: { fileName: file.fileName, bytes: new Uint8Array([1]) } })
  show(core, <ImportReviewPage focusId={null} />)
  await screen.findByRole('heading', { name: 'Relire avant de reprendre' })
  return userEvent.setup()
}
const section = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) })
const rowOf = (name: string) => {
  const row = screen.getByRole('checkbox', { name: `Prendre «\u00a0${name}\u00a0»` }).closest('tr')
  if (row === null) throw new Error(`no row ${name}`)
  return row
}
const sent = () =>
  core.calls.findLast(({ method }) => method === 'imports.apply')?.input as Input<'imports.apply'>

beforeEach(() => window.history.replaceState(null, '', '/'))
afterEach(cleanup)

describe('the review of minutes', () => {
  it('shows its parts with their counts, those to check first, and asks who is meant', async () => {
    const user = await open()
    expect(section('Participants').textContent).toBe('Participants3')
    await user.click(section('Participants'))
    const grid = await screen.findByRole('grid', { name: 'Participants' })
    await waitFor(() => expect(within(grid).getAllByRole('row')[1]?.textContent).toContain('Petit'))
    expect(rowOf('J. Petit').textContent).toContain('Qui est-ce')
    await user.click(screen.getByRole('button', { name: 'C’est Julie Petit' }))
    expect(rowOf('J. Petit').textContent).toContain('Julie Petit')
    expect(rowOf('Hélène Marchetti').textContent).toContain('Sûre')
  })

  it('sends what the file tells under a point that was merged with the one above', async () => {
    const told = { type: 'paragraph' as const, text: 'Le tri des cartons continue.' }
    const user = await open({ 'imports.read': () => ({ ...file, blocks: [...file.blocks, told] }) })
    await user.click(screen.getByText('Archives', { selector: '.agenda-title' }))
    await user.click(screen.getByRole('button', { name: 'Fusionner avec le précédent' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(sent()?.minutes?.texts).toEqual([
        { lines: [{ text: told.text, isListed: false }], place: { type: 'taken', index: 0 } },
      ]),
    )
  })

  it('sends what was answered: people, a moved decision, a completed date, a new person only when ticked', async () => {
    const user = await open()
    await user.click(section('Participants'))
    await user.click(await screen.findByRole('button', { name: 'C’est Julie Petit' }))
    await user.click(screen.getByRole('checkbox', { name: 'Ajouter Fanny Ostermann à l’annuaire' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mandat de Fanny Ostermann' }), 'Titulaire')
    await user.click(screen.getByRole('checkbox', { name: 'Ajouter l’organisme «\u00a0MDD\u00a0»' }))
    await user.click(screen.getByRole('checkbox', { name: 'Prendre «\u00a0Hélène Marchetti\u00a0»' }))
    await user.click(section('Décisions'))
    await user.click(within(rowOf('La maquette est retenue')).getByRole('button', { name: 'Corriger' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sous le point' }), '2. Archives')
    await user.click(screen.getByRole('button', { name: 'Terminé' }))
    expect(rowOf('La maquette est retenue').textContent).toContain('2. Archives')
    await user.click(section('Actions'))
    expect(rowOf('Diffuser la note').textContent).toContain('DGX')
    await user.click(within(rowOf('Diffuser la note')).getByRole('button', { name: 'Corriger' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sous le point' }), '1. Annuaire')
    await user.click(screen.getByRole('button', { name: 'Terminé' }))
    await user.click(screen.getByRole('button', { name: /^Reprendre le compte rendu/ }))
    await waitFor(() => expect(sent()).toBeDefined())
    const { minutes } = sent()
    expect(
      minutes?.participants.map(({ familyName, personId, status }) => [familyName, personId, status]),
    ).toEqual([
      ['Petit', id(3), 'visio'],
      ['Ostermann', minutes?.newPersons[0]?.id, 'excuse'],
    ])
    expect(minutes?.newPersons).toMatchObject([{ familyName: 'Ostermann', mandate: 'titulaire' }])
    expect(minutes?.newPersons[0]?.organisationId).toBe(minutes?.newOrganisations[0]?.id)
    expect(minutes?.newOrganisations).toMatchObject([{ name: 'MDD' }])
    expect(minutes?.decisions).toEqual([
      { number: null, text: 'La maquette est retenue', place: { type: 'taken', index: 1 } },
    ])
    expect(minutes?.actions).toEqual([
      {
        number: 'A3',
        text: 'Diffuser la note',
        owner: '',
        ownerId: null,
        organisation: 'DGX',
        // The file does not say the year: nothing is filled in.
        dueDate: null,
        place: { type: 'taken', index: 0 },
      },
    ])
    expect(minutes?.nextMeeting).toEqual({ date: '2026-06-11', time: '09:30', place: '' })
    expect(minutes?.openedAt).toBeNull()
  })

  it('leaves what a sentence only tells aside until somebody takes it', async () => {
    const user = await open()
    await user.click(section('Actions'))
    expect(rowOf('Fanny fera le planning').textContent).toContain('Laissé de côté')
    await user.click(screen.getByRole('checkbox', { name: 'Prendre «\u00a0Fanny fera le planning\u00a0»' }))
    await user.click(screen.getByRole('button', { name: /^Reprendre le compte rendu/ }))
    await waitFor(() => expect(sent()).toBeDefined())
    expect(sent().minutes?.actions.map(({ text }) => text)).toEqual([
      'Diffuser la note',
      'Fanny fera le planning',
    ])
  })

  it('says of a sealed meeting, before anything is read, that nothing is taken, and what helps', async () => {
    const held = {
      ...meeting,
      ...{ date: '2026-04-16', state: 'held' as const, minutesState: 'approved' as const },
      ...{ itemCount: 0, decisionCount: 0, actionCount: 0, attendeeCount: 0, seats: null },
    }
    const user = await open({
      'meetings.list': () => [held],
      'imports.compare': () => ({
        meeting: { ...meeting, date: held.date },
        agenda: [],
        matches: [],
        names: [],
      }),
    })
    expect(
      await screen.findByText(/approuvé et scellé : aucun fichier n’y change plus rien. Choisir/),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Ouvrir son compte rendu' }).getAttribute('href')).toBe(
      `#/seances/${MEETING_ID}/compte-rendu`,
    )
    expect(screen.queryByRole('checkbox', { name: /^Déplacer la séance/ })).toBeNull()
    const take = screen.getByRole('button', { name: /^Reprendre le compte rendu/ })
    expect(take.getAttribute('aria-disabled')).toBe('true')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(core.asked('imports.apply')).toEqual([])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reprendre dans' }), 'Une nouvelle séance')
    await waitFor(() => expect(take.getAttribute('aria-disabled')).toBeNull())
    expect(screen.queryByText(/Choisir une autre séance/)).toBeNull()
  })

  it('by keyboard: F8 goes through what is to check, Space leaves a row, Ctrl Enter imports', async () => {
    const user = await open()
    await user.keyboard('{F8}')
    const grid = await screen.findByRole('grid', { name: 'Participants' })
    await waitFor(() => expect(within(grid).getAllByRole('row')[1]?.textContent).toContain('Petit'))
    rowOf('J. Petit').focus()
    await user.keyboard(' ')
    expect(rowOf('J. Petit').textContent).toContain('Laissé de côté')
    await user.keyboard('{F8}')
    await screen.findByRole('grid', { name: 'Actions' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(sent()?.minutes?.participants).toHaveLength(2))
    // Under no item unless somebody says which.
    expect(sent().minutes?.actions[0]?.place).toEqual({ type: 'none' })
  })
})
