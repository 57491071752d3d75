import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProjectRow } from '../../electron/contract/projects.ts'
import type { Answers } from './fake-core.ts'
import { asked, axis, guichet, identite, registre } from './projects-sample.ts'
import { id, listed, meetingRow, projectRow } from './sample.ts'
import { show } from './show.tsx'

// Loaded lazily by the window: a first load may take longer than a screen is waited for.
beforeAll(() =>
  Promise.all([
    import('../../renderer/features/projects/ProjectsPage.tsx'),
    import('../../renderer/features/projects/InscribeDialog.tsx'),
  ]),
)
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

/** A core that keeps the stages it is told. */
function board(rows: ProjectRow[], more: Answers = {}) {
  let kept = rows
  const shown = show('#/projets', {
    'projects.list': () => kept.map(listed),
    'projectReferences.list': () => [axis(1, 'Relations entre administrations'), axis(2, 'Preuve')],
    'meetings.list': () => [meetingRow(11, { date: '2999-12-10', number: 11 })],
    'projects.update': ({ id: changed, patch }) => {
      kept = kept.map((row) =>
        row.id === changed ? { ...row, ...(patch as Partial<ProjectRow>), version: row.version + 1 } : row,
      )
      return kept.find((row) => row.id === changed) as ProjectRow
    },
    ...more,
  })
  return { ...shown, lane: (name: string) => within(screen.getByRole('region', { name })) }
}
const card = (name: string) => screen.getByRole('link', { name })

describe('the board', () => {
  it('puts each project in the column of its stage, with what is asked and its last passage', async () => {
    const { lane } = board([guichet, identite, registre])
    await screen.findByRole('link', { name: 'Guichet unique' })
    expect(lane('Idée').getByText('Relations entre administrations')).toBeTruthy()
    expect(lane('Idée').getByText('Jamais présenté')).toBeTruthy()
    expect(lane('Cadrage').getAllByRole('listitem')).toHaveLength(2)
    expect(lane('Cadrage').getByText('2e passage demandé')).toBeTruthy()
    expect(lane('Cadrage').getByText('Séance n° 9, avis favorable avec réserves')).toBeTruthy()
    expect(lane('Concertation').getByText('Aucun projet')).toBeTruthy()
    expect(screen.getByText('3 projets, dont 1 à dimension réglementaire')).toBeTruthy()
  })

  it('is one stop of Tab, gone through by arrows; an empty column is passed over', async () => {
    const { user } = board([guichet, identite, registre, projectRow(4, 'En marche', { stage: 'rollout' })])
    ;(await screen.findByRole('link', { name: 'Guichet unique' })).focus()
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(document.activeElement).toBe(card('Identité numérique')))
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement).toBe(card('Registre des délibérations')))
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(document.activeElement).toBe(card('En marche')))
    await user.keyboard('{ArrowLeft}{Home}')
    await waitFor(() => expect(document.activeElement).toBe(card('Identité numérique')))
    expect(screen.getAllByRole('link').filter((link) => link.tabIndex === 0 && link.id !== '')).toEqual([
      card('Identité numérique'),
    ])
  })

  it('goes on from where the card is seen when the key comes again before the first move is saved', async () => {
    const pending: (() => void)[] = []
    let row: ProjectRow = guichet
    const { core, user, lane } = board([guichet], {
      'projects.list': () => [listed(row)],
      'projects.update': ({ patch, version }) =>
        new Promise((resolve) =>
          pending.push(() => {
            row = { ...row, ...(patch as Partial<ProjectRow>), version: version + 1 }
            resolve(row)
          }),
        ),
    })
    ;(await screen.findByRole('link', { name: 'Guichet unique' })).focus()
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}')
    // Shown at once where it goes, the first move still on its way.
    const target = await waitFor(() => lane('Expérimentation').getByRole('link', { name: 'Guichet unique' }))
    expect(document.activeElement).toBe(target)
    expect(core.inputsOf('projects.update')).toHaveLength(1)
    pending.shift()?.()
    await waitFor(() => expect(core.inputsOf('projects.update')).toHaveLength(2))
    pending.shift()?.()
    await waitFor(() => expect(row.version).toBe(guichet.version + 2))
    expect(core.inputsOf('projects.update').map(({ patch, version }) => [patch, version])).toEqual([
      [{ stage: 'design' }, guichet.version],
      [{ stage: 'experiment' }, guichet.version + 1],
    ])
    expect(lane('Expérimentation').getByRole('link', { name: 'Guichet unique' })).toBeTruthy()
  })

  it('moves a project to the next column with Shift and an arrow, which keeps the focus; nothing at the edge', async () => {
    const { core, user, lane } = board([guichet])
    ;(await screen.findByRole('link', { name: 'Guichet unique' })).focus()
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(core.inputsOf('projects.update')).toEqual([])
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await waitFor(() =>
      expect(core.inputsOf('projects.update')).toEqual([
        { id: guichet.id, version: 1, patch: { stage: 'design' } },
      ]),
    )
    await waitFor(() => expect(lane('Cadrage').getByRole('link')).toBe(document.activeElement))
    expect(await screen.findByText('Projet passé à « Cadrage »')).toBeTruthy()
  })

  it('moves a project that is dropped on another column', async () => {
    const { core } = board([guichet, identite])
    await screen.findByRole('link', { name: 'Guichet unique' })
    const data = new Map<string, string>()
    const dataTransfer = {
      types: ['text/plain'],
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
    }
    fireEvent.dragStart(card('Guichet unique').closest('li') as HTMLElement, { dataTransfer })
    const rollout = screen.getByRole('region', { name: 'Déploiement' })
    fireEvent.dragOver(rollout, { dataTransfer })
    fireEvent.drop(rollout, { dataTransfer })
    await waitFor(() => expect(core.inputsOf('projects.update')[0]?.patch).toEqual({ stage: 'rollout' }))
  })

  it('puts a project on a meeting with I, the next one unless a later one is wished for', async () => {
    const { core, user } = board([{ ...identite, asked: { ...asked, wishedOn: '2999-12-20' } }], {
      'meetings.list': () => [
        meetingRow(11, { date: '2999-12-10', number: 11 }),
        meetingRow(12, { date: '2999-12-21', number: 12 }),
      ],
      'projects.inscribe': () => ({ failure: 'project-on-agenda' }),
    })
    ;(await screen.findByRole('link', { name: 'Identité numérique' })).focus()
    await user.keyboard('i')
    const dialog = within(await screen.findByRole('dialog', { name: 'Inscrire à une séance' }))
    // There once the meetings are read.
    await user.click(await dialog.findByRole('button', { name: 'Inscrire' }))
    await waitFor(() =>
      expect(core.inputsOf('projects.inscribe')).toEqual([{ projectId: identite.id, meetingId: id(12) }]),
    )
    expect(await dialog.findByText(/déjà à l’ordre du jour/)).toBeTruthy()
  })

  it('has the same acts on the rows of the list', async () => {
    const { core, user } = board([guichet, identite])
    await screen.findByRole('link', { name: 'Guichet unique' })
    await user.click(screen.getByRole('button', { name: 'Liste' }))
    const menuOf = async (name: string) => {
      await user.pointer({ keys: '[MouseRight]', target: await screen.findByText(name) })
      return within(await screen.findByRole('menu', { name: 'Actions sur la ligne' }))
    }
    await user.click(
      (await menuOf('Guichet unique')).getByRole('menuitem', { name: /^Étape ou axe suivant/ }),
    )
    await waitFor(() => expect(core.inputsOf('projects.update')[0]?.id).toBe(guichet.id))
    await user.click(
      (await menuOf('Identité numérique')).getByRole('menuitem', { name: /^Inscrire à une séance/ }),
    )
    expect(await screen.findByRole('dialog', { name: 'Inscrire à une séance' })).toBeTruthy()
  })

  it('says that no meeting is to come only once the meetings are read', async () => {
    let answer: (meetings: []) => void = () => undefined
    const { user } = board([identite], {
      'meetings.list': () => new Promise<[]>((resolve) => (answer = resolve)),
    })
    ;(await screen.findByRole('link', { name: 'Identité numérique' })).focus()
    await user.keyboard('i')
    const dialog = within(await screen.findByRole('dialog', { name: 'Inscrire à une séance' }))
    expect(dialog.queryByText(/Aucune séance à venir/)).toBeNull()
    answer([])
    expect(await dialog.findByText(/Aucune séance à venir/)).toBeTruthy()
  })

  it('by axis moves a project to another axis', async () => {
    const { core, user, lane } = board([guichet, registre])
    await screen.findByRole('link', { name: 'Guichet unique' })
    await user.click(screen.getByRole('button', { name: 'Axes' }))
    expect(lane('Sans axe').getByRole('link', { name: 'Registre des délibérations' })).toBeTruthy()
    card('Guichet unique').focus()
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await waitFor(() => expect(core.inputsOf('projects.update')[0]?.patch).toEqual({ axisId: id(502) }))
  })

  it('is narrowed by words, axis, owner and rules at stake', async () => {
    const { user } = board([guichet, identite, registre])
    await screen.findByRole('link', { name: 'Guichet unique' })
    const links = () =>
      screen
        .getAllByRole('link')
        .filter((link) => link.id.startsWith('project-'))
        .map((link) => link.textContent)
    await user.click(screen.getByRole('button', { name: 'Dimension réglementaire' }))
    expect(links()).toEqual(['Identité numérique'])
    await user.click(screen.getByRole('button', { name: 'Dimension réglementaire' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Porteur' }), 'Anne Modèle')
    expect(links()).toEqual(['Registre des délibérations'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Porteur' }), '')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Axe' }), 'Relations entre administrations')
    expect(links()).toEqual(['Guichet unique'])
    await user.keyboard('{Control>}f{/Control}')
    await user.keyboard('deliberations')
    expect(screen.getByText('Aucun projet ne correspond à ce filtre.')).toBeTruthy()
  })

  it('draws the first cards of a long column and the others when asked for', async () => {
    const many = Array.from({ length: 30 }, (_, index) => projectRow(index + 1, `Projet ${index + 100}`))
    const { user, lane } = board(many)
    await screen.findByRole('link', { name: 'Projet 100' })
    expect(lane('Idée').getAllByRole('listitem')).toHaveLength(20)
    await user.click(lane('Idée').getByRole('button', { name: /^10\sautres$/ }))
    expect(lane('Idée').getAllByRole('listitem')).toHaveLength(30)
  })

  it('without any project says what will be there, and a new one opens its sheet', async () => {
    const { core, user } = board([], { 'projects.add': () => guichet })
    expect(await screen.findByText('Aucun projet')).toBeTruthy()
    await user.click(screen.getAllByRole('button', { name: 'Nouveau projet' })[0] as HTMLElement)
    await waitFor(() => expect(window.location.hash).toBe(`#/projets/fiche?id=${guichet.id}`))
    expect(core.inputsOf('projects.add')[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('adds a project to a column with the stage of that column', async () => {
    const { core, user } = board([guichet], { 'projects.add': () => guichet })
    await user.click(await screen.findByRole('button', { name: 'Nouveau projet\u00a0: Concertation' }))
    expect(core.inputsOf('projects.add')[0]?.fields).toEqual({
      title: 'Nouveau projet',
      stage: 'consultation',
    })
  })

  it('as a list leads to the same sheets', async () => {
    const { user } = board([guichet, identite])
    await screen.findByRole('link', { name: 'Guichet unique' })
    await user.click(screen.getByRole('button', { name: 'Liste' }))
    expect(screen.getByText('2e passage demandé')).toBeTruthy()
    await user.click(screen.getByText('Identité numérique'))
    await waitFor(() => expect(window.location.hash).toBe(`#/projets/fiche?id=${identite.id}`))
  })

  it('as a list is gone through and opened by the keyboard', async () => {
    const { user } = board([guichet, identite])
    await screen.findByRole('link', { name: 'Guichet unique' })
    await user.click(screen.getByRole('button', { name: 'Liste' }))
    act(() => screen.getByRole('row', { name: /Identité numérique/ }).focus())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/projets/fiche?id=${identite.id}`))
  })
})
