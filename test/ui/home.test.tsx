import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { SinceVisit } from '../../renderer/features/home/SinceVisit.tsx'
import { installFakeCore } from './fake-core.ts'
import { emptyHome, home, id, journalEntry, longTitle, meeting, meetingRow } from './sample.ts'
import { never, show } from './show.tsx'

const planned = (act: 'callForSubjects' | 'convene' | null, title: string, due: string) => ({
  kind: 'plan' as const,
  meetingId: id(12),
  due,
  plan: { id: id(title.length), title, act },
  count: 0,
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

  it('says so when no meeting is to come, and offers to make one', async () => {
    show('#/accueil', { 'home.get': () => home({ next: null }) })
    expect(await screen.findByRole('heading', { name: 'Aucune séance à venir' })).toBeTruthy()
    expect(within(screen.getByRole('main')).getByRole('button', { name: /^Nouvelle séance/ })).toBeTruthy()
  })
})

describe('what others still owe', () => {
  it('is said with the line that asks for it, or as a task of its own', async () => {
    show('#/accueil', {
      'home.get': () =>
        home({
          next: meetingRow(12, { state: 'convened' }),
          replies: { asked: 31, answered: 19 },
          open: [meetingRow(11, { state: 'held', minutesState: 'review' })],
          tasks: [
            {
              kind: 'plan',
              meetingId: id(12),
              due: '2026-12-04',
              plan: { id: id(1), title: 'Relancer les réponses', act: 'countReplies' },
              count: 12,
            },
            { kind: 'missing-documents', meetingId: id(12), due: '2026-11-30', count: 2 },
            { kind: 'answer-observations', meetingId: id(11), due: '2026-11-27', count: 4 },
          ],
        }),
    })
    expect(await screen.findByText(/12.réponses manquent\./)).toBeTruthy()
    expect(screen.getByText(/19.réponses sur 31/)).toBeTruthy()
    const leads = (title: RegExp) =>
      within(screen.getByText(title).closest('li') ?? document.body)
        .getByRole('link')
        .getAttribute('href')
    expect(leads(/^Relancer les réponses$/)).toBe(`#/seances/${id(12)}/participants`)
    expect(leads(/Obtenir 2.documents attendus/)).toBe(`#/seances/${id(12)}/documents`)
    expect(leads(/Répondre à 4.observations/)).toBe(`#/seances/${id(11)}/compte-rendu`)
  })
})

describe('beside the tasks', () => {
  const ofText = { deadlineId: null, shortTitle: '', threshold: '', label: '' }
  const section = async (name: string) => within(await screen.findByRole('region', { name }))

  it('stand the deadlines of texts, the soonest in the colour of a warning', async () => {
    show('#/accueil', {
      'home.beside': () => ({
        steps: [],
        deadlines: [
          {
            ...ofText,
            watchItemId: id(31),
            title: 'Plan de conservation des documents',
            audience: 'Communes',
            threshold: 'plus de 3\u00a0500 habitants',
            date: '2026-12-01',
            what: 'applies',
          },
          {
            ...ofText,
            watchItemId: id(32),
            title: longTitle,
            audience: '',
            date: '2027-01-01',
            what: 'inForce',
          },
        ],
        done: [],
      }),
    })
    const texts = await section('Échéances des textes')
    const link = texts.getByRole('link', { name: 'Plan de conservation des documents' })
    expect(link.getAttribute('href')).toBe(`#/veille?id=${id(31)}`)
    expect(texts.getByText(/Application dans 7.jours/).className).toBe('warn')
    expect(texts.getByText(/dans 38.jours/).className).toBe('')
    expect(texts.getByText(longTitle)).toBeTruthy()
    expect(texts.getByTitle(/^Communes, plus de 3.500 habitants$/)).toBeTruthy()
  })

  it('stands what was done since last week, in words, each leading to where it was done', async () => {
    const at = '2026-11-23T09:00:00.000Z'
    const of = { id: id(12), number: 12, date: '2026-12-10' }
    show('#/accueil', {
      'home.beside': () => ({
        steps: [],
        deadlines: [],
        done: [
          { topic: 'agenda', meeting: of, added: 3, changed: 2, at },
          { topic: 'sent', meeting: of, added: 0, changed: 1, at },
          { topic: 'decisions', meeting: of, added: 1, changed: 0, at },
          { topic: 'subjects', meeting: null, added: 0, changed: 2, at },
        ],
      }),
    })
    const done = await section('Fait depuis une semaine')
    const leads = (name: RegExp) => done.getByRole('link', { name }).getAttribute('href')
    expect(leads(/^Ordre du jour.: 3.points ajoutés, 2 modifiés$/)).toBe(`#/seances/${id(12)}/ordre-du-jour`)
    expect(leads(/^1.message envoyé$/)).toBe(`#/seances/${id(12)}/envois`)
    expect(leads(/^1.décision ajoutée$/)).toBe(`#/seances/${id(12)}/compte-rendu`)
    expect(leads(/^Sujets.: 2.sujets modifiés$/)).toBe('#/sujets')
    expect(leads(/^Historique$/)).toBe('#/historique')
    expect(done.getAllByText(/Séance n°.12 du jeu\. 10.déc\./)).toHaveLength(3)
  })

  it('says so when there is neither', async () => {
    show('#/accueil')
    expect(await screen.findByText(/Aucun texte suivi/)).toBeTruthy()
    expect(screen.getByText('Rien d’écrit depuis une semaine.')).toBeTruthy()
  })

  it('says the failure without hiding the tasks, and reads again on demand', async () => {
    const { core, user } = show('#/accueil', { 'home.beside': () => ({ failure: 'unexpected' }) })
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }))
    expect(screen.getByRole('heading', { name: 'Ce qui reste à faire' })).toBeTruthy()
    expect(core.inputsOf('home.beside').length).toBe(2)
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
      id: expect.any(String),
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
    const restoreOther = screen.getByRole('link', { name: 'Reprendre des données existantes…' })
    expect(restoreOther.getAttribute('href')).toBe('#/passer-la-main?id=source')
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

describe('what is told beside the tasks', () => {
  const beside = (steps: Output<'home.beside'>['steps']) => ({ deadlines: [], done: [], steps })

  it('are the first steps that are not done yet, each with the way to it', async () => {
    show('#/accueil', { 'home.beside': () => beside(['people', 'letterhead']) })
    const steps = within(await screen.findByRole('region', { name: 'Premiers pas' }))
    expect(steps.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Lire la liste des membres', '#/annuaire/import'],
      ['Choisir l’en-tête et les logos des documents', '#/reglages/documents'],
    ])
  })

  it('is what others wrote since the last visit, in sentences, and nothing where nobody did', async () => {
    const written = { ...journalEntry(9, 'projects.add'), who: 'Noé', rowCount: 1 }
    const row = {
      table: 'project',
      id: id(4),
      name: 'Parapheur',
      isNamed: true,
      within: '',
      fields: [],
      known: {},
    }
    const core = installFakeCore({
      'history.list': ({ state, limit }) =>
        [
          // More were taken back than are told at all.
          ...[17, 16, 15, 14, 13, 12, 11, 10].map((seq) => journalEntry(seq, 'projects.remove', 'undone')),
          { ...written, rows: [{ ...row, change: 'added' as const }] },
        ]
          .filter((line) => state === undefined || line.state === state)
          .slice(0, limit),
    })
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <SinceVisit within={{ from: '2026-11-23T17:00:00.000Z', to: '2026-11-24T08:00:00.000Z' }} />
      </QueryClientProvider>,
    )
    const told = within(await screen.findByRole('region', { name: 'Depuis votre dernière visite' }))
    expect(told.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Noé a ajouté «.Parapheur.»$/u),
    ])
    // What they did last themselves was stored within a minute of their having been noted.
    expect(core.inputsOf('history.list')[0]).toMatchObject({
      within: { from: '2026-11-23T17:00:00.000Z' },
      ownFrom: '2026-11-23T17:01:00.000Z',
    })
    expect(told.getByRole('link', { name: /Parapheur/ }).getAttribute('href')).toContain(id(4))
  })
})
