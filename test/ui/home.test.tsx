// Accueil: the next meeting and what remains; the first start; loading, failure, data that cannot be opened.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { emptyHome, home, id, longTitle, meeting, meetingRow } from './sample.ts'
import { never, show } from './show.tsx'

const planned = (act: 'callForSubjects' | 'convene' | null, title: string, due: string) => ({
  kind: 'plan' as const,
  meetingId: id(12),
  due,
  plan: { id: id(title.length), title, act },
})

describe('the next meeting', () => {
  it('is the title, with its thread, its tasks and where each leads', async () => {
    show('#/accueil', {
      'home.get': () =>
        home({
          next: meetingRow(12, { number: null, itemCount: 9 }),
          convocationDue: '2026-12-03',
          open: [meetingRow(11, { state: 'held', minutesState: 'review' })],
          tasks: [
            { kind: 'trim-agenda', meetingId: id(12), due: null, count: 5 },
            planned('callForSubjects', 'Appeler les sujets', '2026-11-10'),
            planned(null, 'Commander le café', '2026-11-26'),
            planned('convene', 'Publier et convoquer', '2026-11-30'),
            { kind: 'convene', meetingId: id(11), due: '2026-12-03', count: 0 },
          ],
        }),
    })
    expect(await screen.findByRole('heading', { level: 1, name: /Jeudi 10.décembre 2026/ })).toBeTruthy()
    expect(screen.getByText('Prochaine séance, dans 16 jours')).toBeTruthy()
    const stages = within(screen.getByRole('list', { name: 'Étapes de la séance' }))
    expect(stages.getByText(/au plus tard jeu\. 3.déc\./)).toBeTruthy()
    expect(screen.getByText(/Raccourcir l’ordre du jour de 5.minutes/)).toBeTruthy()
    expect(screen.getByText('maintenant')).toBeTruthy()
    expect(screen.getByText(/5.tâches, 2.en retard/)).toBeTruthy()
    const leads = (title: string | RegExp) =>
      within(screen.getByText(title).closest('li') ?? document.body)
        .getByRole('link')
        .getAttribute('href')
    expect(leads('Appeler les sujets')).toBe(`#/seances/${id(12)}/envois?id=callForSubjects`)
    expect(leads('Commander le café')).toBe(`#/seances/${id(12)}/preparation`)
    expect(leads('Publier et convoquer')).toBe(`#/seances/${id(12)}/envois?id=convocation`)
    expect(leads('Envoyer la convocation')).toBe(`#/seances/${id(11)}/envois?id=convocation`)
    // The plan says when it is to leave, the rule when it must have left.
    expect(screen.getByText(/Au plus tard jeu\. 3.déc\./)).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Ouvrir l’ordre du jour' })
    expect(link.getAttribute('href')).toBe(`#/seances/${id(12)}/ordre-du-jour`)
  })

  it('offers one « Ouvrir la séance » on the day, which opens the meeting and leads into it', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': () => home({ today: '2026-12-10', next: meetingRow(12, { state: 'convened' }) }),
      'meetings.setState': () => meeting(12, { state: 'inSession' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Ouvrir la séance' }))
    await waitFor(() => expect(window.location.hash).toBe(`#/seances/${id(12)}/en-seance`))
    expect(core.inputsOf('meetings.setState')).toEqual([{ id: id(12), version: 1, state: 'inSession' }])
  })

  it('holds a title longer than a line, whole', async () => {
    show('#/accueil', { 'home.get': () => home({ next: meetingRow(12, { title: longTitle }) }) })
    expect(await screen.findByText(longTitle)).toBeTruthy()
  })

  it('says so when no meeting is to come', async () => {
    show('#/accueil', { 'home.get': () => home({ next: null }) })
    expect(await screen.findByRole('heading', { name: 'Aucune séance à venir' })).toBeTruthy()
  })
})

describe('the second folder', () => {
  it('is asked for once and can be put off', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': () =>
        home({
          copies: {
            choice: 'unasked',
            folderName: '',
            lastCopyAt: null,
            lastFailure: null,
            damagedBackups: 0,
          },
        }),
      'settings.declineCopyFolder': () => {
        core.answers['home.get'] = () => home()
        return home().copies
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Plus tard' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Plus tard' })).toBeNull())
  })

  it('is named when the last copy failed', async () => {
    show('#/accueil', {
      'home.get': () =>
        home({
          copies: {
            choice: 'chosen',
            folderName: 'copies',
            lastCopyAt: null,
            lastFailure: 'folder-unreachable',
            damagedBackups: 0,
          },
        }),
    })
    expect(await screen.findByText(/La dernière copie vers le dossier «.copies.» a échoué/)).toBeTruthy()
  })
})

describe('the first start', () => {
  it('creates the first meeting from a date typed at the keyboard', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': emptyHome,
      'meetings.create': () => meeting(1),
    })
    const create = await screen.findByRole('button', { name: 'Créer la séance' })
    expect(create.getAttribute('aria-disabled')).toBe('true')
    await user.click(screen.getAllByRole('spinbutton')[0] ?? create)
    await user.keyboard('10122026{Enter}')
    await waitFor(() => expect(core.inputsOf('meetings.create')).toHaveLength(1))
    expect(core.inputsOf('meetings.create')[0]).toEqual({
      fields: { date: '2026-12-10', startTime: '14:00' },
      fromTemplate: true,
    })
    await waitFor(() => expect(window.location.hash).toBe(`#/seances/${id(1)}/ordre-du-jour`))
  })

  it('offers to import, to load the sample and to take data over', async () => {
    const { user } = show('#/accueil', {
      'home.get': emptyHome,
      'sample.load': () => ({ meetings: 12 }),
    })
    await user.click(await screen.findByRole('button', { name: 'Charger l’exemple' }))
    expect(await screen.findByText(/12.séances d’exemple chargées/)).toBeTruthy()
    const takeOver = screen.getByRole('link', { name: 'Reprendre des données existantes…' })
    expect(takeOver.getAttribute('href')).toBe('#/passer-la-main')
    await user.click(screen.getByRole('button', { name: 'Choisir un fichier…' }))
    expect(window.location.hash).toBe('#/import')
  })
})

describe('waiting and failing', () => {
  it('shows grey lines when the answer takes long', async () => {
    show('#/accueil', { 'home.get': never })
    expect(await screen.findByRole('status', { name: 'Chargement…' })).toBeTruthy()
  })

  it('says the failure and reads again on demand', async () => {
    const { core, user } = show('#/accueil', { 'home.get': () => ({ failure: 'unexpected' }) })
    expect((await screen.findByRole('alert')).textContent).toContain('erreur inattendue')
    core.answers['home.get'] = () => home()
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
  })
})
