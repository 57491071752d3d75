import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { inOneColumn } from './one-column-window.ts'
import { id, longTitle } from './sample.ts'
import { show } from './show.tsx'
import { inspector, keeping, row, viewOf } from './subjects-sample.ts'

const options = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)
const lines = () => options().map((one) => one.textContent ?? '')
/** Into the list, onto its first row. */
const enter = () => options()[0]?.focus()

describe('the list', () => {
  const four = [
    row(1, 'Annuaire'),
    row(2, 'Portail', { state: 'waiting', reason: 'chiffrage' }),
    row(3, 'Archives', {
      state: 'retained',
      meetingId: id(12),
      itemId: id(5),
      meetingDate: '2026-12-10',
      meetingState: 'planned',
      meetingNumber: 12,
    }),
    row(4, 'Budget', {
      state: 'retained',
      meetingId: id(13),
      itemId: id(6),
      meetingDate: '2026-12-10',
      meetingState: 'cancelled',
    }),
    row(5, longTitle, { state: 'dismissed', reason: 'hors champ' }),
  ]

  it('parts subjects by what became of them; one whose meeting is cancelled is to be dealt with again', async () => {
    const { user } = show('#/sujets', keeping(four))
    await screen.findByRole('grid', { name: 'À traiter' })
    expect(lines()).toEqual([
      expect.stringContaining('Annuaire'),
      expect.stringMatching(/Budget.*Séance annulée/),
    ])
    await user.click(screen.getByRole('button', { name: /Retenus/ }))
    expect(lines()).toEqual([expect.stringMatching(/Archives.*séance n°.12/)])
    await user.click(screen.getByRole('button', { name: /En attente/ }))
    expect(lines()).toEqual([expect.stringMatching(/Portail.*chiffrage/)])
    await user.click(screen.getByRole('button', { name: /Écartés/ }))
    expect(lines()).toEqual([expect.stringMatching(/hors champ/)])
  })

  it('is worked off from the keyboard: I puts on the next agenda, A leaves waiting, then the next line', async () => {
    const answers = keeping([row(1, 'Annuaire'), row(2, 'Portail'), row(3, 'Archives')])
    const { core, user } = show('#/sujets', answers)
    await screen.findByRole('grid')
    enter()
    await user.keyboard('{Home}')
    expect(screen.getByRole('row', { name: /Annuaire/ }).getAttribute('aria-selected')).toBe('true')
    // The meetings to come are read by then.
    await (await inspector('Annuaire')).findByRole('combobox', { name: 'Séance' })
    expect(document.activeElement?.textContent).toContain('Annuaire')
    await user.keyboard('i')
    await waitFor(() => expect(lines()).toHaveLength(2))
    expect(core.inputsOf('subjects.retain')).toEqual([{ id: id(1), version: 1, meetingId: id(11) }])
    expect(await screen.findByText(/Inscrit à la séance n°.11/)).toBeTruthy()
    await user.keyboard('a')
    await waitFor(() => expect(lines()).toEqual([expect.stringContaining('Archives')]))
    expect(core.inputsOf('subjects.setState')).toEqual([
      { id: id(2), version: 1, state: 'waiting', reason: '' },
    ])
    await user.keyboard('{Delete}')
    expect(
      await screen.findByText('Tout est traité. Un nouveau message déposé ici fera un sujet.'),
    ).toBeTruthy()
  })

  it.each(['Mettre en attente', 'Inscrire à l’ordre du jour'])(
    'keeps the keyboard in the list when « %s » beside it takes its own button away',
    async (act) => {
      const { user } = show('#/sujets', keeping([row(1, 'Annuaire'), row(2, 'Portail')]))
      await screen.findByRole('grid')
      const fields = await inspector('Annuaire')
      await fields.findByRole('combobox', { name: 'Séance' })
      await user.click(fields.getByRole('button', { name: act }))
      await waitFor(() => expect(lines()).toHaveLength(1))
      await waitFor(() => expect(document.activeElement).not.toBe(document.body))
    },
  )

  it('gives its place in one column to what a pressed row asks for, with the way back; the arrows stay in it', async () => {
    inOneColumn()
    const { user } = show('#/sujets', keeping([row(1, 'Annuaire'), row(2, 'Portail')]))
    await screen.findByRole('grid')
    const back = () => screen.queryByRole('button', { name: 'Retour à la liste' })
    enter()
    await user.keyboard('{ArrowDown}')
    await inspector('Portail')
    expect(back()).toBeNull()
    await user.click(screen.getByRole('row', { name: /Annuaire/ }))
    await inspector('Annuaire')
    await waitFor(() => expect(document.activeElement).toBe(back()))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { name: /Annuaire/ })))
    expect(back()).toBeNull()
    await user.click(screen.getByRole('row', { name: /Portail/ }))
    await waitFor(() => expect(back()).not.toBeNull())
    await user.click((await inspector('Portail')).getByRole('button', { name: 'Fermer' }))
    expect(back()).toBeNull()
    vi.unstubAllGlobals()
  })

  it('is emptied with one key held down, and shows again whatever could not go, with why', async () => {
    const answers = keeping([row(1, 'Annuaire'), row(2, 'Portail'), row(3, 'Archives')])
    const { core, user } = show('#/sujets', answers)
    await screen.findByRole('grid')
    enter()
    await user.keyboard('{Home}{Delete}')
    await waitFor(() => expect(lines()).toHaveLength(2))
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Portail')
    await user.keyboard('{Delete}')
    await waitFor(() => expect(lines()).toEqual([expect.stringContaining('Archives')]))
    expect(core.inputsOf('subjects.remove').map((input) => input.id)).toEqual([id(1), id(2)])
  })

  it('goes back to the line that was refused, where its sentence is read', async () => {
    const answers = keeping([row(1, 'Annuaire'), row(2, 'Portail')])
    const { user } = show('#/sujets', { ...answers, 'subjects.remove': () => ({ failure: 'state-refuses' }) })
    await screen.findByRole('grid')
    enter()
    await user.keyboard('{Home}{Delete}')
    const fields = await inspector('Annuaire')
    expect(await fields.findByText(/procès-verbal|compte rendu|ne peut|quitter/)).toBeTruthy()
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Annuaire')
  })

  it('of four hundred is drawn where one looks, and its last line is a key away', async () => {
    const many = Array.from({ length: 400 }, (_, n) => row(n + 1, `Sujet ${n + 1}`))
    const { user } = show('#/sujets', keeping(many))
    await screen.findByRole('grid')
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('401')
    enter()
    await user.keyboard('{End}')
    await inspector('Sujet 400')
    expect(document.activeElement?.textContent).toContain('Sujet 400')
  })

  it('is put in order by who asks, and worked off with one key in that order', async () => {
    const three = [
      row(1, 'Annuaire', { requester: 'Zoé' }),
      row(2, 'Portail', { requester: 'Émile' }),
      row(3, 'Archives', { requester: 'Noé' }),
    ]
    const { core, user } = show('#/sujets', keeping(three))
    await screen.findByRole('grid')
    await user.click(screen.getByRole('button', { name: 'Demandé par' }))
    expect(lines()).toEqual(['Portail', 'Archives', 'Annuaire'].map((one) => expect.stringContaining(one)))
    enter()
    await user.keyboard('{Home}{Shift>}{ArrowDown}{ArrowUp}{/Shift}')
    // Each act is one entry of the journal: no more than one line is chosen.
    expect(screen.getAllByRole('row', { selected: true })).toHaveLength(1)
    await user.keyboard('a')
    await waitFor(() => expect(lines()).toHaveLength(2))
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Archives')
    await user.keyboard('a')
    await waitFor(() => expect(lines()).toEqual([expect.stringContaining('Annuaire')]))
    expect(core.inputsOf('subjects.setState').map((input) => input.id)).toEqual([id(2), id(3)])
  })

  it('is filtered by title, requester and reason, accents or not', async () => {
    const { user } = show('#/sujets', keeping([row(1, 'Échanges'), row(2, 'Portail', { requester: 'Zoé' })]))
    await screen.findByRole('grid')
    await user.keyboard('{Control>}f{/Control}echange')
    expect(lines()).toEqual([expect.stringContaining('Échanges')])
    await user.keyboard(' zzz')
    expect(screen.getByText('Aucun sujet ne correspond à ce filtre.')).toBeTruthy()
  })

  it('empty says what to drop; a failure says itself', async () => {
    show('#/sujets', keeping([]))
    expect(await screen.findByText('Aucun sujet')).toBeTruthy()
    expect(screen.getByText(/Déposer ici un ou plusieurs messages/)).toBeTruthy()
  })

  it('says a failure', async () => {
    show('#/sujets', { ...keeping([]), 'subjects.list': () => ({ failure: 'unexpected' }) })
    expect((await screen.findByRole('alert')).textContent).toContain('erreur inattendue')
  })
})

describe('a subject', () => {
  it('opens by its address in the part it stands in, and saves each field', async () => {
    const answers = keeping([row(2, 'Portail', { state: 'waiting' })])
    const { core, user } = show(`#/sujets?id=${id(2)}`, answers)
    const fields = await inspector('Portail')
    expect(screen.getByRole('button', { name: /En attente/ }).getAttribute('aria-pressed')).toBe('true')
    const duration = await fields.findByRole('textbox', { name: 'Durée' })
    await user.type(duration, '1h15{Enter}')
    await user.selectOptions(fields.getByRole('combobox', { name: 'Nature' }), 'Avis')
    await waitFor(() => {
      const sent = Object.assign({}, ...core.inputsOf('subjects.update').map(({ patch }) => patch))
      expect(sent).toEqual({ durationMinutes: 75, nature: 'avis' })
    })
  })

  it('is put on another meeting than the next, taken off, dismissed only with a reason', async () => {
    const { core, user } = show(`#/sujets?id=${id(1)}`, keeping([row(1, 'Annuaire')]))
    const fields = await inspector('Annuaire')
    const meeting = await fields.findByRole('combobox', { name: 'Séance' })
    expect((meeting as HTMLSelectElement).value).toBe(id(11))
    await user.selectOptions(meeting, id(12))
    await user.click(fields.getByRole('button', { name: 'Inscrire à l’ordre du jour' }))
    expect(core.inputsOf('subjects.retain')).toEqual([{ id: id(1), version: 1, meetingId: id(12) }])
    const link = await fields.findByRole('link', { name: /séance du/ })
    expect(link.getAttribute('href')).toBe(`#/seances/${id(12)}/ordre-du-jour?id=${id(77)}`)
    expect(fields.getByRole('button', { name: 'Supprimer' }).getAttribute('aria-disabled')).toBe('true')
    await user.click(fields.getByRole('button', { name: 'Retirer de l’ordre du jour' }))
    await user.click(await fields.findByRole('button', { name: 'Écarter…' }))
    const confirm = fields.getByRole('button', { name: 'Écarter' })
    expect(confirm.getAttribute('aria-disabled')).toBe('true')
    await user.type(fields.getByRole('textbox', { name: 'Motif' }), 'hors champ{Enter}')
    await waitFor(() =>
      expect(core.inputsOf('subjects.setState').at(-1)).toMatchObject({
        state: 'dismissed',
        reason: 'hors champ',
      }),
    )
    expect(await fields.findByText('hors champ')).toBeTruthy()
  })

  it('says why it stays on an agenda, and that its meeting is over', async () => {
    const retained = row(1, 'Annuaire', {
      state: 'retained',
      meetingId: id(9),
      itemId: id(5),
      meetingDate: '2026-10-08',
      meetingState: 'inSession',
    })
    const { core, user } = show(`#/sujets?id=${id(1)}`, {
      ...keeping([retained]),
      'subjects.setState': () => ({ failure: 'state-refuses' }),
    })
    const fields = await inspector('Annuaire')
    await user.click(await fields.findByRole('button', { name: 'Retirer de l’ordre du jour' }))
    expect((await fields.findByRole('alert')).textContent).toContain('Le compte rendu parle déjà de ce point')
    core.answers['subjects.list'] = () => [{ ...retained, meetingState: 'held' }]
    core.emit({ topic: 'changed', reads: 'all', later: [] })
    expect(await fields.findByText(/La séance est tenue/)).toBeTruthy()
  })

  it('shows its thread, opened mail by mail, and its files, opened and removed', async () => {
    const message = {
      id: id(31),
      subjectId: id(1),
      messageId: '',
      refersTo: '',
      threadTopic: '',
      participants: '',
    }
    const view = viewOf(row(1, 'Annuaire'), {
      messages: [
        {
          ...message,
          fromName: 'Noé',
          fromEmail: '',
          sentAt: '2026-11-02T08:00:00.000Z',
          subjectLine: 'RE: Annuaire',
          text: 'Une ligne\nde plus',
        },
      ],
      files: [
        {
          id: id(41),
          version: 1,
          subjectId: id(1),
          fileName: 'note.pdf',
          sizeBytes: 2048,
          sha256: 'a'.repeat(64),
          addedAt: '2026-11-02T08:00:00.000Z',
        },
      ],
    })
    const { core, user } = show(`#/sujets?id=${id(1)}`, {
      ...keeping([row(1, 'Annuaire')]),
      'subjects.get': () => view,
      'subjects.openFile': () => ({}),
      'subjects.dragFile': () => ({}),
      'subjects.exportFile': () => ({ fileName: 'copie.pdf' }),
      'subjects.removeFile': () => ({ ...view, files: [] }),
    })
    const fields = await inspector('Annuaire')
    expect(fields.queryByText(/Une ligne/)).toBeNull()
    await user.click(await fields.findByText('Noé'))
    expect(await fields.findByText(/Une ligne/)).toBeTruthy()
    await user.click(fields.getByRole('button', { name: /Ouvrir.*note.pdf/ }))
    expect(core.inputsOf('subjects.openFile')).toEqual([{ id: id(41) }])
    fireEvent.dragStart(fields.getByRole('button', { name: /Ouvrir.*note.pdf/ }))
    await waitFor(() => expect(core.inputsOf('subjects.dragFile')).toEqual([{ id: id(41) }]))
    fireEvent.mouseMove(window, { buttons: 0 })
    await user.click(fields.getByRole('button', { name: /Exporter une copie.*note.pdf/ }))
    expect(core.inputsOf('subjects.exportFile')).toEqual([{ id: id(41) }])
    expect(await screen.findByText(/Copie exportée.*copie.pdf/)).toBeTruthy()
    await user.click(fields.getByRole('button', { name: /Retirer.*note.pdf/ }))
    expect(core.inputsOf('subjects.removeFile')).toEqual([{ id: id(41), version: 1 }])
    expect(await screen.findByText(/note.pdf.*retiré/)).toBeTruthy()
  })

  it('of a mail that asks for two things becomes two, the second shown at once', async () => {
    const first = row(1, 'Calendrier')
    const second = row(9, 'Un point sur la cartographie serait utile')
    const asked = 'Par ailleurs, un point sur la cartographie serait utile.'
    const message = {
      ...{ id: id(31), subjectId: id(1), messageId: '', refersTo: '', threadTopic: '', participants: '' },
      ...{ fromName: 'Noé', fromEmail: '', sentAt: null, subjectLine: 'Calendrier' },
      text: `Nous souhaitons le présenter. ${asked}`,
    }
    let rows = [first]
    const { core, user } = show(`#/sujets?id=${id(1)}`, {
      ...keeping([]),
      'subjects.list': () => rows,
      'subjects.get': (input) =>
        input.id === id(1) ? viewOf(first, { messages: [message] }) : viewOf(second),
      'subjects.split': () => {
        rows = [first, second]
        core.emit({ topic: 'changed', reads: 'all', later: [] })
        return viewOf(second)
      },
    })
    const fields = await inspector('Calendrier')
    await user.click(await fields.findByText('Noé'))
    expect((await fields.findByText(asked)).tagName).toBe('MARK')
    await user.click(fields.getByRole('button', { name: 'En faire un second sujet' }))
    expect(core.inputsOf('subjects.split')).toMatchObject([{ from: id(1), text: asked }])
    await inspector('Un point sur la cartographie serait utile')
  })
})
