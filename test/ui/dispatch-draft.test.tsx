import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DispatchView, DispatchWarning } from '../../electron/contract/dispatch.ts'
import { dispatchDocument, dispatchView, recipient, row } from './dispatch-sample.ts'
import { composed, never, oneDraft, opened, pane, show } from './draft-screen.tsx'
import { id, longTitle } from './sample.ts'

describe('warnings', () => {
  it.each([
    ['agenda-not-validated', /n’est pas validé/, 'Ouvrir l’ordre du jour', 'ordre-du-jour'],
    ['agenda-not-published', /n’est pas publié/, 'Ouvrir l’ordre du jour', 'ordre-du-jour'],
    ['too-late-to-convene', /délai de convocation n’est plus tenu/, 'Déplacer la séance', 'fiche'],
    ['documents-missing', /n’a plus rien à joindre/, 'Voir les documents de la séance', 'documents'],
  ] as const)('%s leads to where it is ended', async (warning: DispatchWarning, words, label, tab) => {
    show(oneDraft(dispatchView({ warnings: [warning] })))
    const inside = await opened()
    expect(inside.getByText(words)).toBeTruthy()
    expect(inside.getByRole('link', { name: label }).getAttribute('href')).toBe(`#/seances/${id(12)}/${tab}`)
  })

  it('what is missing from what it announces leads to its place', async () => {
    const check = { names: ['2'], words: '', section: id(7), rowId: null, stops: false }
    const { core, user } = show(
      oneDraft(dispatchView(), {
        'meetings.leavingChecks': () => [
          { ...check, kind: 'emptyItem' },
          // The message says itself whom it does not reach.
          { ...check, kind: 'recipientWithoutAddress' },
        ],
      }),
    )
    const inside = await opened()
    const repair = await inside.findByRole('button', { name: 'Écrire' })
    expect(inside.queryByText(/sans adresse/)).toBeNull()
    await user.click(repair)
    expect(core.inputsOf('meetings.leavingChecks')).toEqual([{ id: id(12), departure: 'convocation' }])
    expect(window.location.hash).toContain(`#/seances/${id(12)}/ordre-du-jour`)
  })

  it.each(['internalMinutes', 'draftMinutes', 'writtenApproval'] as const)(
    'minutes in %s: what is to be looked at, whoever reads them',
    async (kind) => {
      const check = { names: ['Bornes'], words: '', section: id(7), rowId: null, stops: false }
      const view = dispatchView()
      const { core } = show(
        oneDraft(
          { ...view, dispatch: { ...view.dispatch, kind } },
          {
            'dispatch.list': () => [row(500, { kind })],
            'meetings.leavingChecks': () => [{ ...check, kind: 'emptyItem' }],
          },
        ),
      )
      const inside = await opened()
      expect(await inside.findByRole('button', { name: 'Écrire' })).toBeTruthy()
      expect(core.inputsOf('meetings.leavingChecks')).toEqual([{ id: id(12), departure: 'review' }])
    },
  )

  it.each([
    ['convocation', true],
    ['agendaDraft', false],
  ] as const)('before a message (%s): its number, and no point without one', async (kind, gives) => {
    const check = { words: '', section: null, rowId: null, stops: false }
    const view = dispatchView()
    show(
      oneDraft(
        { ...view, dispatch: { ...view.dispatch, kind } },
        {
          'dispatch.list': () => [row(500, { kind })],
          'meetings.leavingChecks': () => [
            { ...check, kind: 'firstNumber', names: ['9'] },
            { ...check, kind: 'documentsAwaited', names: ['', ''] },
          ],
        },
      ),
    )
    const inside = await opened()
    const awaited = (await inside.findByText(/2.documents attendus/)).closest('li')
    expect(awaited?.textContent).not.toContain('point')
    expect(inside.queryByText(/Ce sera la séance n° 9/) !== null).toBe(gives)
  })

  it('what a convocation lacks is not said of another message of the meeting', async () => {
    const check = { names: ['2'], words: '', section: id(7), rowId: null, stops: false }
    const kind = 'callForSubjects' as const
    const view = dispatchView()
    const call = { ...view, dispatch: { ...view.dispatch, id: id(501), kind, subject: 'Vos sujets' } }
    const { user } = show(
      oneDraft(view, {
        'dispatch.list': () => [row(500), row(501, { kind, subject: 'Vos sujets' })],
        'dispatch.get': (input) => (input.id === id(501) ? call : view),
        'meetings.leavingChecks': () => [{ ...check, kind: 'emptyItem' }],
      }),
    )
    const inside = await opened()
    await inside.findByRole('button', { name: 'Écrire' })
    await user.click(screen.getByRole('row', { name: /^Appel à sujets/ }))
    await (await pane()).findByDisplayValue('Vos sujets')
    expect((await pane()).queryByRole('button', { name: 'Écrire' })).toBeNull()
  })

  it('without a recipient the way out is the field that adds one, and nothing can be marked as sent', async () => {
    const { core, user } = show(oneDraft(dispatchView({ recipients: [], warnings: ['no-recipient'] })))
    const inside = await opened()
    await user.click(inside.getByRole('button', { name: 'Ajouter un destinataire' }))
    expect(document.activeElement).toBe(inside.getByRole('combobox', { name: 'Ajouter un destinataire' }))
    const mark = inside.getByRole('button', { name: 'Marquer comme envoyé' })
    expect(mark.getAttribute('aria-disabled')).toBe('true')
    await user.click(mark)
    expect(core.inputsOf('dispatch.markSent')).toEqual([])
  })

  it('those not reached are shown first, and the first of them is opened at its address', async () => {
    const recipients = Array.from({ length: 40 }, (_, n) =>
      recipient(n, n === 30 ? { email: 'a@b\n.fr' } : {}),
    )
    const view = dispatchView({ recipients, warnings: ['invalid-address'] })
    const { user } = show(oneDraft(view))
    const inside = await opened()
    await user.click(inside.getByRole('button', { name: 'Voir ces adresses' }))
    const address = await screen.findByRole('textbox', { name: 'Adresse' })
    await waitFor(() => expect(document.activeElement).toBe(address))
    expect(screen.getByRole('heading', { name: 'Membre 30' })).toBeTruthy()
    expect(screen.getByText(/^Cette adresse n’est pas valable/)).toBeTruthy()
    const [first] = within(inside.getByRole('grid')).getAllByRole('row', { name: /Membre/ })
    expect(first?.textContent).toContain('Membre 30')
  })

  it('too heavy is said from the built message, and its heaviest documents can go beside it', async () => {
    const heavy = composed({
      sizeBytes: 15 * 1024 * 1024,
      documents: [{ fileName: 'annexe-1.pdf', sizeBytes: 9 * 1024 * 1024, sha256: '', placement: 'message' }],
    })
    const documents = [dispatchDocument(1), dispatchDocument(2, { kind: 'calendar', fileName: 'seance.ics' })]
    const before = dispatchView({ documents })
    const after = dispatchView({
      documents: documents.map((one, n) => (n === 0 ? { ...one, placement: 'folder' } : one)),
    })
    const { core, user } = show(
      oneDraft(before, {
        'dispatch.compose': () => heavy,
        'dispatch.lighten': () => {
          core.answers['dispatch.get'] = () => after
          core.answers['dispatch.compose'] = () => composed()
          return after
        },
      }),
    )
    const inside = await opened()
    expect(await inside.findByText(/Le message dépasse de 5.Mo la limite de 10.Mo/)).toBeTruthy()
    expect(inside.getByText(/au-dessus de la limite/)).toBeTruthy()
    expect(inside.getByText(/9.Mo/)).toBeTruthy()
    await user.click(inside.getByRole('button', { name: 'Mettre les plus lourds à côté du message' }))
    expect(await inside.findByText('à côté du message, dans le dossier')).toBeTruthy()
    await waitFor(() => expect(inside.queryByText(/Le message dépasse/)).toBeNull())
  })

  it('lets its received files be carried out of the window, and keeps the keyboard among them', async () => {
    const documents = [1, 2].map((n) => dispatchDocument(n))
    const { core, user } = show(
      oneDraft(
        dispatchView({
          documents: [...documents, dispatchDocument(3, { kind: 'calendar', attachmentId: null })],
        }),
        {
          'attachments.drag': () => ({}),
          'dispatch.removeDocument': () => {
            const after = dispatchView({ documents: documents.slice(1) })
            core.answers['dispatch.get'] = () => after
            return after
          },
        },
      ),
    )
    const inside = await opened()
    const rowOf = async (name: RegExp) => (await inside.findByText(name)).closest('li') as HTMLElement
    expect(fireEvent.dragStart(await rowOf(/^annexe-1/))).toBe(false)
    await waitFor(() => expect(core.inputsOf('attachments.drag')).toEqual([{ id: id(4501) }]))
    // What is ours is made when the message is.
    expect((await rowOf(/^Fichier de calendrier/)).draggable).toBe(false)
    await user.click(inside.getByRole('button', { name: /^Retirer.*annexe-1/ }))
    await waitFor(() => expect(inside.queryByText('annexe-1.pdf')).toBeNull())
    expect(document.activeElement).toBe(inside.getByRole('button', { name: /^Retirer.*annexe-2/ }))
  })

  it('a long list is put into blind copy in one act', async () => {
    const recipients = Array.from({ length: 400 }, (_, n) => recipient(n))
    const { core, user } = show(
      oneDraft(dispatchView({ recipients, warnings: ['many-recipients'] }), {
        'dispatch.setField': () => {
          const after = dispatchView({ recipients: recipients.map((one) => ({ ...one, field: 'bcc' })) })
          core.answers['dispatch.get'] = () => after
          return after
        },
      }),
    )
    const inside = await opened()
    await user.click(inside.getByRole('button', { name: 'Tout mettre en copie cachée' }))
    expect(await inside.findByText(/en copie cachée \(400\)/)).toBeTruthy()
    expect(core.inputsOf('dispatch.setField')).toEqual([{ id: id(500), field: 'bcc' }])
  })
})

describe('the size', () => {
  it('is built in the background: nothing waits for it', async () => {
    show(oneDraft(dispatchView({ documents: [dispatchDocument(1)] }), { 'dispatch.compose': never }))
    const inside = await opened()
    expect(inside.getByText('Calcul de la taille…')).toBeTruthy()
    expect(
      inside.getByRole('button', { name: 'Ouvrir dans la messagerie' }).getAttribute('aria-disabled'),
    ).toBeNull()
    expect(inside.getByText(/5.Mo/)).toBeTruthy()
  })

  it('that cannot be built says why, and is built again on demand', async () => {
    const { core, user } = show(
      oneDraft(dispatchView(), { 'dispatch.compose': () => ({ failure: 'file-damaged' }) }),
    )
    const inside = await opened()
    expect((await inside.findByRole('alert')).textContent).toContain('endommagé')
    core.answers['dispatch.compose'] = () => composed()
    await user.click(inside.getByRole('button', { name: 'Réessayer' }))
    expect(await inside.findByText(/Message de 4,2.Mo sur 10.Mo au plus/)).toBeTruthy()
  })

  it('is built once after a pause, not at each letter', async () => {
    const view = dispatchView()
    const { core, user } = show(
      oneDraft(view, {
        'dispatch.update': ({ version, patch }) => {
          const dispatch = { ...view.dispatch, ...patch, version: version + 1 }
          const after = { ...view, dispatch } as DispatchView
          core.answers['dispatch.get'] = () => after
          return after
        },
      }),
    )
    const inside = await opened()
    await inside.findByText(/Message de/)
    await user.type(inside.getByRole('textbox', { name: 'Texte' }), ' Un mot de plus, tapé sans hâte.')
    await waitFor(() => expect(core.inputsOf('dispatch.compose').length).toBe(2))
    const last = core.inputsOf('dispatch.update').at(-1)?.patch.body
    expect(last).toBe('Mesdames, Messieurs, Un mot de plus, tapé sans hâte.')
  })
})

describe('many recipients', () => {
  it('are one stop for Tab, reached by arrows, found by a filter, the last removed', async () => {
    const recipients = Array.from({ length: 400 }, (_, n) => recipient(n))
    const { core, user } = show(
      oneDraft(dispatchView({ recipients }), {
        'dispatch.removeRecipient': ({ id: gone }) =>
          dispatchView({ recipients: recipients.filter((one) => one.id !== gone) }),
      }),
    )
    const inside = await opened()
    // Shown in short first: names of the first few, not a wall of four hundred rows.
    expect(inside.queryByText('membre.399@exemple.invalid')).toBeNull()
    await user.click(inside.getByRole('button', { name: 'Voir et modifier la liste' }))
    const grid = inside.getByRole('grid', { name: 'Destinataires' })
    expect(grid.getAttribute('aria-rowcount')).toBe('401')
    const rows = [...grid.querySelectorAll<HTMLElement>('[data-row]')]
    expect(rows.filter((one) => one.tabIndex === 0)).toHaveLength(1)
    rows[0]?.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toBe(rows[2])
    // Several are copied at once, and taken out one by one.
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}')
    expect(core.inputsOf('dispatch.removeRecipient')).toEqual([])
    await user.type(inside.getByRole('searchbox', { name: 'Filtrer les destinataires' }), 'membre 399')
    await waitFor(() => expect(grid.querySelectorAll('[data-row]')).toHaveLength(1))
    grid.querySelector<HTMLElement>('[data-row]')?.focus()
    await user.keyboard('{Delete}')
    await waitFor(() =>
      expect(core.inputsOf('dispatch.removeRecipient')).toEqual([{ id: id(2399), version: 1 }]),
    )
  }, 20_000)

  it('long names are whole in the list', async () => {
    const name = longTitle
    show(oneDraft(dispatchView({ recipients: [recipient(1, { name, organisation: longTitle })] })))
    const inside = await opened()
    expect(inside.getByRole('rowheader', { name: new RegExp(`^${name}`) })).toBeTruthy()
  })
})

it('what waits for the shared folder is said, and tried again on demand', async () => {
  const waiting = { folderName: 'Partage', pattern: '', queuedCount: 2, lastWrittenAt: null }
  const { core, user } = show(
    oneDraft(dispatchView(), {
      'dispatch.sharedFolder': () => ({ ...waiting, lastFailure: 'folder-unreachable' }),
      'dispatch.retrySharedFolder': () => {
        const empty = { ...waiting, queuedCount: 0, lastFailure: null }
        core.answers['dispatch.sharedFolder'] = () => empty
        return empty
      },
    }),
  )
  expect(await screen.findByText(/2.documents attendent le dossier partagé/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Réessayer' }))
  await waitFor(() => expect(screen.queryByText(/attendent le dossier partagé/)).toBeNull())
})

it('a list that cannot be read says so and is read again', async () => {
  const { core, user } = show(
    oneDraft(dispatchView(), { 'dispatch.list': () => ({ failure: 'unexpected' }) }),
  )
  expect((await screen.findByRole('alert')).textContent).toContain('erreur inattendue')
  core.answers['dispatch.list'] = () => [row(500)]
  await user.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(await screen.findByRole('textbox', { name: 'Objet' })).toBeTruthy()
})
