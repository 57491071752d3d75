import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Output } from '../../electron/contract/index.ts'
import type { ProjectRow } from '../../electron/contract/projects.ts'
import { attachment, drop } from './attachments-sample.ts'
import type { Answers } from './fake-core.ts'
import { layOut } from './laid-out.ts'
import { asked, axis, guichet, heard, identite } from './projects-sample.ts'
import { id, listed, meetingRow } from './sample.ts'
import { show } from './show.tsx'

// jsdom draws nothing.
vi.mock('../../renderer/features/documents/pdf-engine.ts', () => ({
  openPdf: async () => ({ numPages: 1 }),
  closePdf: async () => undefined,
  drawPage: async () => ({
    canvas: document.createElement('canvas'),
    text: document.createElement('div'),
  }),
}))
// Loaded lazily by the window: a first load may take longer than a screen is waited for.
beforeAll(() =>
  Promise.all([
    import('../../renderer/features/projects/ProjectPage.tsx'),
    import('../../renderer/features/projects/references/ReferencesPage.tsx'),
    import('../../renderer/features/documents/DocumentPreview.tsx'),
    import('../../renderer/features/documents/PdfView.tsx'),
  ]),
)
beforeEach(layOut)

const view = (project: ProjectRow, change: Partial<Output<'projects.get'>> = {}): Output<'projects.get'> => ({
  project,
  steps: [],
  audiences: [],
  contacts: [],
  passages: [],
  documents: [],
  ...change,
})

function sheet(of: Output<'projects.get'>, more: Answers = {}) {
  return show(`#/projets/fiche?id=${of.project.id}`, {
    'projects.get': () => of,
    'projects.list': () => [listed(of.project)],
    'projectReferences.list': () => [axis(1, 'Relations entre administrations')],
    'meetings.list': () => [meetingRow(11, { date: '2999-12-10', number: 11 })],
    'directory.list': () => ({ colleges: [], organisations: [], persons: [], mandates: [] }) as never,
    'watch.list': () => ({ rows: [], total: 0 }),
    'attachments.list': () => [],
    'documents.render': () => ({
      bytes: new Uint8Array([1]),
      sha256: '',
      pageCount: 1,
      fileName: 'fiche.pdf',
    }),
    ...more,
  })
}

describe('the sheet of a project', () => {
  it('shows its paper made anew a moment after an edit beside it', async () => {
    const { core, user } = sheet(view(guichet), {
      'projects.update': () => ({ ...guichet, purpose: 'Un seul guichet.', version: 2 }),
    })
    await user.click(await screen.findByRole('button', { name: 'Fiche PDF' }))
    await waitFor(() =>
      expect(core.inputsOf('documents.render')).toEqual([{ kind: 'projectSheet', projectId: guichet.id }]),
    )
    await user.type(screen.getByRole('textbox', { name: 'Objet' }), 'Un seul guichet.')
    expect(core.inputsOf('documents.render')).toHaveLength(1)
    await user.tab()
    await waitFor(() => expect(core.inputsOf('documents.render')).toHaveLength(2))
    // After it was saved, not before.
    const order = core.calls.map(({ method }) => method)
    expect(order.lastIndexOf('documents.render')).toBeGreaterThan(order.indexOf('projects.update'))
  })

  it('on an agenda cannot be removed, and says why', async () => {
    const { core, user } = sheet(view(identite))
    const remove = await screen.findByRole('button', { name: 'Supprimer le projet' })
    expect(remove.getAttribute('aria-disabled')).toBe('true')
    expect(remove.title).toMatch(/à l’ordre du jour d’une séance/)
    await user.click(remove)
    expect(core.inputsOf('projects.remove')).toEqual([])
  })

  it('saves each field as it is left', async () => {
    const { core, user } = sheet(view(guichet), { 'projects.update': () => ({ ...guichet, version: 2 }) })
    const impact = within(await screen.findByRole('region', { name: 'Impact pour les collectivités' }))
    // In one go: a pause in typing saves what stands there by then.
    await user.click(impact.getByRole('textbox', { name: 'Moyens humains' }))
    await user.paste('Deux agents.')
    await user.tab()
    await waitFor(() =>
      expect(core.inputsOf('projects.update')[0]?.patch).toEqual({ staffing: 'Deux agents.' }),
    )
    const fields = within(screen.getByRole('complementary', { name: 'Identité' }))
    await user.selectOptions(fields.getByRole('combobox', { name: 'Axe' }), 'Sans axe')
    await waitFor(() => expect(core.inputsOf('projects.update')[1]?.patch).toEqual({ axisId: null }))
  })

  it('sums what was given figures, and says of the rest that it was not', async () => {
    const line = { version: 1, projectId: guichet.id, label: '' }
    sheet(
      view(guichet, {
        audiences: [
          { ...line, id: id(31), kind: 'commune', headcount: 34_900, yearlyCost: 1000, yearlySaving: 1500 },
          { ...line, id: id(32), kind: 'region', headcount: 18, yearlyCost: null, yearlySaving: null },
        ],
      }),
    )
    const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) }).textContent
    await screen.findByRole('region', { name: 'Collectivités concernées' })
    expect(row('Communes')).toBe('Communes34\u202f9001\u202f0001\u202f500−500')
    expect(row('Régions')).toBe('Régions18non chiffrénon chiffrénon chiffré')
    expect(row('Total')).toContain('34\u202f918')
  })

  it('tells each passage: how it ended, what each organisation said in its words, what was decided', async () => {
    sheet(
      view(identite, {
        passages: [
          {
            ...heard,
            meetingState: 'held',
            nature: 'avis',
            minutesState: 'review',
            outcomeSentence: 'L’instance émet un avis favorable sous réserve du délai.',
            positions: [
              {
                id: id(80),
                organisation: 'Association des communes de démonstration',
                stance: 'reserves',
                words: 'six mois de plus',
              },
              { id: id(81), organisation: 'Région de démonstration', stance: 'favorable', words: '' },
            ],
            decisions: [{ id: id(82), number: 'D-2026-09-01', text: 'Constituer un groupe de travail.' }],
          },
        ],
      }),
    )
    const passage = within(await screen.findByRole('article', { name: 'Séance n°\u00a09' }))
    expect(passage.getByText('Avis favorable avec réserves')).toBeTruthy()
    const positions = within(passage.getByRole('table', { name: 'Positions exprimées' }))
    expect(positions.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'OrganismePositionEn quelques mots',
      'Association des communes de démonstrationFavorable avec réservessix mois de plus',
      'Région de démonstrationFavorable–',
    ])
    expect(passage.getByText('D-2026-09-01')).toBeTruthy()
  })

  it('takes documents of its own: dropped or chosen, opened, renamed, replaced, and removed with a way back', async () => {
    const dossier = attachment(1, 'dossier.pdf', { meetingId: null, projectId: guichet.id })
    let own: Output<'attachments.list'> = []
    const { core, user } = sheet(view(guichet), {
      'attachments.list': () => own,
      'attachments.versions': () => own,
      'attachments.add': () => (own = [dossier]),
      'attachments.choose': () => ({ list: own, refused: [] }),
      'attachments.update': () => (own = [{ ...dossier, title: 'Dossier', version: 2 }]),
      'attachments.open': () => ({}),
      'attachments.remove': () => (own = []),
    })
    const region = await screen.findByRole('region', { name: 'Documents du projet' })
    const files = within(region)
    expect(await files.findByText(/^Aucun document/)).toBeTruthy()
    drop(region, [new File(['abc'], 'dossier.pdf'), new File(['MZ'], 'outil.exe')])
    expect((await files.findByRole('alert')).textContent).toContain('outil.exe')
    await user.click(await files.findByRole('button', { name: /Ouvrir.*dossier\.pdf/ }))
    expect(core.inputsOf('attachments.add').map(({ file: _, ...place }) => place)).toEqual([
      { projectId: guichet.id },
    ])
    expect(core.inputsOf('attachments.open')).toEqual([{ id: dossier.id }])
    // Nothing is handed out in a room.
    expect(files.queryByRole('button', { name: /Remis en séance/ })).toBeNull()
    await user.click(files.getByRole('button', { name: /Titre et versions/ }))
    await user.type(await files.findByRole('textbox', { name: 'Titre du document' }), 'Dossier')
    await user.tab()
    await waitFor(() => expect(core.inputsOf('attachments.update')[0]?.patch).toEqual({ title: 'Dossier' }))
    await user.click(files.getByRole('button', { name: 'Remplacer par…' }))
    await user.click(files.getByRole('button', { name: 'Joindre un document…' }))
    await waitFor(() =>
      expect(core.inputsOf('attachments.choose')).toEqual([
        { projectId: guichet.id, replaces: dossier.id },
        { projectId: guichet.id },
      ]),
    )
    await user.click(files.getByRole('button', { name: /^Retirer/ }))
    expect(await files.findByText(/^Aucun document/)).toBeTruthy()
    expect(await screen.findByRole('button', { name: /Annuler/ })).toBeTruthy()
  })

  it('asks for a slot with what the project already says', async () => {
    const project = { ...guichet, heardTimes: 1, askedOfBody: 'Un avis.', projectOwner: 'Anne Modèle' }
    const { core, user } = sheet(view(project), { 'projects.askSlot': () => view({ ...project, asked }) })
    await user.click(await screen.findByRole('button', { name: 'Demander un 2e passage' }))
    const form = within(screen.getByRole('form', { name: 'Passage en séance' }))
    await user.type(form.getByRole('textbox', { name: 'Durée' }), '20')
    await user.selectOptions(form.getByRole('combobox', { name: 'Nature' }), 'Avis')
    await user.click(form.getByRole('button', { name: 'Demander le passage' }))
    await waitFor(() => expect(core.inputsOf('projects.askSlot')).toHaveLength(1))
    const [{ fields } = {} as Input<'projects.askSlot'>] = core.inputsOf('projects.askSlot')
    expect(fields).toMatchObject({
      requester: 'Anne Modèle',
      organisation: 'Région d’exemple',
      durationMinutes: 20,
      nature: 'avis',
      wishedOn: null,
      text: 'Un avis.',
    })
  })

  it('shows what was asked, with its way to the subject, and offers no second one', async () => {
    sheet(view(identite))
    const panel = within(await screen.findByRole('region', { name: 'Passage en séance' }))
    expect(panel.getByText(/2e passage demandé le .*20\soct/)).toBeTruthy()
    expect(panel.getByRole('link', { name: 'Ouvrir la demande' }).getAttribute('href')).toBe(
      `#/sujets?id=${asked.subjectId}`,
    )
    expect(panel.queryByRole('button')).toBeNull()
  })

  it('is printed: the paper beside, and saved', async () => {
    const { core, user } = sheet(view(guichet), { 'documents.save': () => null })
    await user.click(await screen.findByRole('button', { name: 'Fiche PDF' }))
    const pane = await screen.findByRole('complementary', { name: 'Fiche projet' })
    expect(await within(pane).findByText('Aperçu à jour, 1 page')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await waitFor(() =>
      expect(core.inputsOf('documents.save')).toEqual([{ kind: 'projectSheet', projectId: guichet.id }]),
    )
  })

  it('of a project that is gone says so', async () => {
    sheet(view(guichet), { 'projects.get': () => ({ failure: 'not-found' }) })
    expect(await screen.findByText(/n’existe plus/)).toBeTruthy()
  })
})

describe('what projects are sorted by', () => {
  const open = (rows: Output<'projectReferences.list'>, more: Answers = {}) =>
    show('#/projets/references', { 'projectReferences.list': () => rows, ...more })

  it('says which recommendations have no words yet, and is named in place', async () => {
    const third = { ...axis(3, ''), kind: 'recommendation' as const }
    const { core, user } = open([third], {
      'projectReferences.update': () => [{ ...third, title: 'Marchés', version: 2 }],
    })
    await user.click(
      await screen.findByRole('button', { name: 'Modifier Recommandation 3 (intitulé à compléter)' }),
    )
    await user.type(screen.getByRole('textbox', { name: 'Intitulé court' }), 'Marchés')
    await user.tab()
    await waitFor(() =>
      expect(core.inputsOf('projectReferences.update')[0]?.patch).toEqual({ title: 'Marchés' }),
    )
  })

  it('is ordered by buttons, and archived rather than removed once a project has it', async () => {
    const rows = [axis(1, 'Relations', 2), axis(2, 'Preuve')]
    const { core, user } = open(rows, { 'projectReferences.move': () => [...rows].reverse() })
    await user.click(await screen.findByRole('button', { name: 'Monter Preuve' }))
    await waitFor(() =>
      expect(core.inputsOf('projectReferences.move')).toEqual([{ id: id(502), version: 1, index: 0 }]),
    )
    await user.click(screen.getByRole('button', { name: 'Modifier Relations' }))
    expect(screen.queryByRole('button', { name: 'Supprimer' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Archiver' })).toBeTruthy()
  })
})
