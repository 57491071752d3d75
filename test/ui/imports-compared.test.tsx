import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import type { Draft, DraftItem, ReadFile } from '../../electron/domain/agenda/draft.ts'
import { linesOf, matchesOf } from '../../electron/domain/agenda/reimport.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { ImportReviewPage } from '../../renderer/features/imports/ImportReviewPage.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, show } from './agenda-fake-core.tsx'

const PERSON = '01900000-0000-7000-8000-000000000901'

function said(title: string, durationMinutes: number | null, more: Partial<DraftItem> = {}): DraftItem {
  return {
    number: null,
    title,
    kind: 'item',
    nature: null,
    fixedStart: null,
    durationMinutes,
    presenter: null,
    organisation: null,
    requester: null,
    note: null,
    children: [],
    source: { block: 0, excerpt: title, confidence: 0.95 },
    ...more,
  }
}

/** Same, longer, retitled, new; the calendar is in the agenda only. */
const items = () => [
  said('Suivi des décisions et actions', 10),
  said('Passerelle d’échange sécurisée', 30),
  said('Annuaire partagé SPL', null, { presenter: 'T. Sarazin', durationRange: [25, 30] }),
  said('Conservation des registres', 20),
  said('Bilan des autorisations', 20),
]
const present = () => [
  agendaItem(1, 'Suivi des décisions et actions', { position: 0, durationMinutes: 10 }),
  agendaItem(2, 'Passerelle d’échange sécurisée', { position: 1, durationMinutes: 25 }),
  agendaItem(3, 'Annuaire partagé', { position: 2, durationMinutes: 25 }),
  agendaItem(4, 'Conservation des documents', { position: 3, durationMinutes: 20 }),
  agendaItem(5, 'Calendrier', { position: 4, durationMinutes: 10 }),
]

function fileOf(read: DraftItem[], more: Partial<Draft['meeting']> = {}): ReadFile {
  return {
    fileName: 'odj.docx',
    format: 'docx',
    sizeBytes: 38_000,
    blocks: [{ type: 'paragraph', text: 'Ordre du jour' }],
    draft: {
      kind: 'agenda',
      meeting: {
        number: null,
        title: null,
        date: '--12-10',
        startTime: '14:00',
        endTime: null,
        place: null,
        videoLink: null,
        phone: null,
        ...more,
      },
      meetingSources: {},
      items: read,
      participants: [],
      decisions: [],
      actions: [],
      nextMeeting: null,
      followUp: [],
      warnings: [],
    },
  }
}

async function open(file: ReadFile, agenda = present()) {
  const compared = (): Output<'imports.compare'> => ({
    meeting,
    agenda,
    matches: [...matchesOf(linesOf(file.draft.items), agenda)].map(([at, match]) => ({
      at,
      ...match,
      byHand: at === 1 ? ['durationMinutes' as const] : [],
    })),
    names: [
      {
        presenter: 'T. Sarazin',
        organisation: '',
        person: { id: PERSON, name: 'Thibault Sarrazin', detail: 'ANX', certainty: 'possible' },
        organisationEntry: null,
        newPersons: [],
        newOrganisation: null,
      },
    ],
  })
  const core = new FakeCore([], {
    'imports.read': () => file,
    'imports.keepFile': () => ({ sha256: '0'.repeat(64) }),
    'imports.compare': compared,
    'imports.apply': () => ({
      meetingId: MEETING_ID,
      items: [],
      links: [],
      guests: [],
      provenance: [],
      followUpId: null,
      settled: [],
    }),
  })
  setImportStart({ type: 'file', file: { fileName: file.fileName, bytes: new Uint8Array([1]) } })
  show(core, <ImportReviewPage focusId={MEETING_ID} />)
  await screen.findByRole('columnheader', { name: 'Par rapport à l’actuel' })
  return { core, user: userEvent.setup() }
}

const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)
const row = (title: string) => {
  const found = rows().find((one) => one.querySelector('.agenda-title')?.textContent === title)
  if (found === undefined) throw new Error(`No row ${title}`)
  return within(found)
}
const imports = () => screen.getByRole('button', { name: /Reprendre/ })
async function sent(core: FakeCore) {
  await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
  const [input] = core.asked('imports.apply')
  if (input?.target.type !== 'existing') throw new Error('Not into the meeting')
  return { ...input, target: input.target }
}

beforeEach(() => {
  window.location.hash = '#/import'
})
afterEach(cleanup)

describe('the review beside the present agenda', () => {
  it('says how each line stands, and shows only the differences', async () => {
    const { user } = await open(fileOf(items()))
    expect(row('Suivi des décisions et actions').getByText('Identique')).toBeTruthy()
    const changed = row('Passerelle d’échange sécurisée')
    expect(changed.getByText('Durée modifiée')).toBeTruthy()
    expect(changed.getByText('25 min').tagName).toBe('DEL')
    // Said of the present value, which it stands behind.
    expect(changed.getByText('(saisi à la main)').previousElementSibling?.tagName).toBe('DEL')
    expect(changed.getAllByText('30 min').map(({ tagName }) => tagName)).toEqual(['TD', 'INS'])
    expect(row('Bilan des autorisations').getByText('Nouveau')).toBeTruthy()
    expect(screen.getByText('(année prise dans la séance)')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Différences, 4' }))
    expect(rows()).toHaveLength(5)
    await user.click(row('Passerelle d’échange sécurisée').getByText('Durée'))
    expect(rows()).toHaveLength(4)
  })

  it('asks what it does not know, by key from one doubt to the next, and sends the answers', async () => {
    const { core, user } = await open(fileOf(items()))
    expect(screen.getByRole('button', { name: 'À vérifier, 2' })).toBeTruthy()
    rows()[0]?.focus()
    await user.keyboard('{F8}')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Annuaire partagé SPL'))
    const annuaire = row('Annuaire partagé SPL')
    await user.click(
      within(annuaire.getByRole('group', { name: /Durée/ })).getByRole('button', { name: /30.min/ }),
    )
    await user.click(annuaire.getByRole('button', { name: 'Thibault Sarrazin, ANX' }))
    await user.click(
      within(row('Conservation des registres').getByRole('group', { name: /Même sujet que/ })).getByRole(
        'button',
        {
          name: 'Non, ajouter',
        },
      ),
    )
    expect(screen.getByRole('button', { name: 'À vérifier, 0' })).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    const { target, linked } = await sent(core)
    expect(target.joined?.map(({ at, item, fields }) => [at, item.id, fields])).toEqual([
      [0, itemId(1), ['place']],
      [1, itemId(2), ['durationMinutes', 'place']],
      [2, itemId(3), ['title', 'durationMinutes', 'presenter', 'place']],
    ])
    expect(target.withdrawn).toEqual([])
    expect(linked).toEqual([{ at: 2, presenterId: PERSON, organisationId: null }])
  })

  it('keeps a present value, leaves a line, withdraws what the file no longer has', async () => {
    const { core, user } = await open(fileOf(items()))
    await user.click(row('Passerelle d’échange sécurisée').getByText('Passerelle d’échange sécurisée'))
    await user.click(row('Passerelle d’échange sécurisée').getByRole('button', { name: /Garder l’actuel/ }))
    expect(row('Passerelle d’échange sécurisée').getByText('Valeurs actuelles gardées')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /Prendre.*Annuaire/ }))
    await user.click(screen.getByRole('checkbox', { name: /Prendre.*Bilan/ }))
    const withdraw = screen.getByRole('checkbox', { name: /Retirer.*Calendrier/ })
    expect((withdraw as HTMLInputElement).checked).toBe(false)
    await user.click(withdraw)
    await user.click(imports())
    const { target } = await sent(core)
    expect(target.joined?.map(({ item, fields }) => [item.id, fields])).toEqual([
      [itemId(1), ['place']],
      [itemId(2), ['place']],
      [itemId(3), []],
      [itemId(4), ['title', 'place']],
    ])
    expect(target.withdrawn).toEqual([{ id: itemId(5), version: 1 }])
  })

  it('adds or ignores points that exist already, as is chosen for all', async () => {
    const { core, user } = await open(fileOf(items()))
    const policy = screen.getByRole('combobox', { name: /Si le point existe déjà/ })
    await user.selectOptions(policy, 'Ajouter')
    expect(rows().every((one) => within(one).queryByText('Nouveau') !== null)).toBe(true)
    await user.selectOptions(policy, 'Ignorer')
    expect(row('Passerelle d’échange sécurisée').getByText('Déjà là, ignoré')).toBeTruthy()
    await user.click(imports())
    const { target, items: all } = await sent(core)
    expect(target.joined?.map(({ fields }) => fields)).toEqual([[], [], [], []])
    expect(all).toHaveLength(5)
  })

  it('says that there is nothing new when the file says the same, and sends nothing', async () => {
    const same = present().map(({ title, durationMinutes }) => said(title, durationMinutes))
    const { core, user } = await open(fileOf(same))
    expect(screen.getAllByText(/Rien de nouveau/).length).toBeGreaterThan(0)
    expect(imports().getAttribute('aria-disabled')).toBe('true')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(core.asked('imports.apply')).toEqual([])
  })

  it('tells another date and only moves the meeting with a reason; hours and place when they are taken', async () => {
    const { core, user } = await open(fileOf(items(), { date: '2026-12-17', place: 'salle basse' }))
    expect(screen.getByText(/la séance est prévue le jeudi 10 décembre 2026/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Reprendre les heures et le lieu du fichier' }))
    await user.click(screen.getByRole('checkbox', { name: /Déplacer la séance au jeudi 17.décembre 2026/ }))
    expect(imports().getAttribute('aria-disabled')).toBe('true')
    await user.type(screen.getByRole('textbox', { name: 'Motif du déplacement' }), 'Salle prise{Enter}')
    await user.click(imports())
    expect((await sent(core)).target.edits).toEqual({
      version: 1,
      patch: { place: 'salle basse' },
      move: { date: '2026-12-17', startTime: '14:00', endTime: '15:00', reason: 'Salle prise' },
    })
  })
})
