import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { emptyRichText } from '../../electron/domain/text/rich-text.ts'
import type { Answers } from './fake-core.ts'
import { details, oneMeeting } from './one-meeting.ts'
import { draftStatus, id, journalEntry, meeting, meetingFile, meetingRow } from './sample.ts'
import { never, show } from './show.tsx'
import { chooseMore } from './under-bar.tsx'

const year: Answers = {
  'meetings.years': () => [2026, 2025],
  'meetings.list': ({ year: wanted }) =>
    wanted === 2026
      ? [
          meetingRow(12, { number: null }),
          meetingRow(11, {
            state: 'held',
            minutesState: 'review',
            decisionCount: 5,
            attendeeCount: 36,
            seats: { all: 31, taken: 26 },
          }),
          meetingRow(8, { state: 'cancelled', number: null }),
        ]
      : [],
}

describe('the year', () => {
  it('is a thread and a table, opened with Enter from the keyboard', async () => {
    const { user } = show('#/seances', year)
    const table = await screen.findByRole('grid', { name: 'Séances 2026' })
    expect(within(table).getByText('CR en relecture')).toBeTruthy()
    expect(within(table).getByText('26 / 31')).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Année 2026' })).toBeTruthy()
    await user.click(within(table).getByRole('rowheader', { name: /10.déc\./ }))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/seances/${id(12)}/ordre-du-jour`))
  })

  it('says of a meeting that nobody noted as held what its minutes are, or that its day is over', async () => {
    show('#/seances', {
      'meetings.years': () => [2024],
      'meetings.list': () => [
        meetingRow(1, { date: '2024-11-12', number: null, minutesState: 'review' }),
        meetingRow(2, { date: '2024-12-12', number: null }),
        meetingRow(3, { date: '2024-12-19', number: null, minutesState: 'drafting' }),
      ],
    })
    const table = await screen.findByRole('grid')
    expect(within(table).getByText('CR en relecture')).toBeTruthy()
    const thread = within(screen.getByRole('list', { name: /^Année/ }))
    expect(thread.getByText('en relecture')).toBeTruthy()
    expect(thread.getAllByText('passée')).toHaveLength(2)
    expect(within(table).getAllByText('Passée')).toHaveLength(2)
  })

  it('ticks the last one once its minutes are approved, as those before', async () => {
    show('#/seances', {
      'meetings.years': () => [2024],
      'meetings.list': () => [
        meetingRow(1, { date: '2024-11-12', state: 'held', minutesState: 'approved' }),
        meetingRow(2, { date: '2024-12-12', state: 'held', minutesState: 'approved' }),
        meetingRow(3, { date: '2999-01-14' }),
      ],
    })
    const thread = within(await screen.findByRole('list', { name: /^Année/ }))
    expect(thread.getAllByRole('img', { name: 'Fait' })).toHaveLength(2)
  })

  it('has on each row the acts of that meeting, and asks there what its own screen asks', async () => {
    const { core, user } = show('#/seances', { ...year, 'meetings.cancel': () => meeting(12) })
    const table = await screen.findByRole('grid', { name: 'Séances 2026' })
    const menuOf = async (name: RegExp) => {
      await user.pointer({ keys: '[MouseRight]', target: within(table).getByRole('rowheader', { name }) })
      const menu = within(await screen.findByRole('menu', { name: 'Actions sur la ligne' }))
      return { menu, acts: menu.getAllByRole('menuitem').map(({ textContent }) => textContent) }
    }
    const { menu, acts } = await menuOf(/10.déc\./)
    expect(acts.slice(-5)).toEqual([
      'Mettre à la corbeille',
      'OuvrirEntrée',
      'Copier en tableauCtrlC',
      'Tout choisirCtrlA',
      'Imprimer…CtrlP',
    ])
    expect(acts).toContain('Déplacer…')
    await user.click(menu.getByRole('menuitem', { name: 'Annuler la séance…' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox'), 'Faute de sujets')
    await user.click(dialog.getByRole('button', { name: 'Annuler la séance' }))
    await waitFor(() => expect(core.inputsOf('meetings.cancel')[0]?.id).toBe(id(12)))
  })

  it('changes with Shift and the arrows; an empty year says what will be there', async () => {
    const { user } = show('#/seances', year)
    await screen.findByRole('grid')
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(await screen.findByText('Aucune séance cette année')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'Séances 2025' })).toBeTruthy()
  })

  it('waits and fails in its own place', async () => {
    show('#/seances', { ...year, 'meetings.list': never })
    expect(await screen.findByRole('status', { name: 'Chargement…' })).toBeTruthy()
  })

  it('says a failure', async () => {
    show('#/seances', { ...year, 'meetings.list': () => ({ failure: 'unexpected' }) })
    expect((await screen.findByRole('alert')).textContent).toContain('erreur inattendue')
  })
})

const seriesRow: Output<'series.list'>[number] = {
  ...{ id: id(1), version: 1, name: 'Séance plénière', rule: { ordinal: 2, weekday: 4, months: [12] } },
  ...{ startTime: '14:00', endTime: '16:30', mode: 'hybride', place: '', videoLink: '' },
  ...{ chair: '', secretary: '' },
}

/** A core that keeps one meeting, as the real one does: each write raises the version. */
describe('the details of a meeting', () => {
  it('saves each field as it is left, in order, never in conflict with itself', async () => {
    const { core, user } = show(details, oneMeeting())
    const place = await screen.findByRole('textbox', { name: 'Lieu' })
    await user.clear(place)
    await user.type(place, 'salle des Cèdres{Tab}')
    await user.tab()
    await user.type(screen.getByRole('textbox', { name: 'Présidence' }), 'Camille Ferréol{Tab}')
    await waitFor(() => {
      const sent = Object.assign({}, ...core.inputsOf('meetings.update').map((input) => input.patch))
      expect(sent).toMatchObject({ place: 'salle des Cèdres', chair: 'Camille Ferréol' })
    })
    const versions = core.inputsOf('meetings.update').map((input) => input.version)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is read only once its minutes are sealed, and says why', async () => {
    const held = meeting(12, { state: 'held' })
    const sealed: Output<'meetings.get'>['minutes'] = {
      ...{ id: id(40), version: 1, meetingId: held.id, state: 'approved', openedAt: null, closedAt: null },
      ...{ opening: emptyRichText, closing: emptyRichText },
      ...{ nextMeetingDate: null, nextMeetingTime: null, nextMeetingPlace: '' },
      ...{ internalDeadline: null, reviewDeadline: null, consultationDeadline: null },
      ...{ frozenAt: null, validatedAt: null },
    }
    const { core, user } = show(details, {
      ...oneMeeting(held),
      'meetings.get': () => ({ ...meetingFile(held), minutes: sealed }),
    })
    const chair = await screen.findByRole('textbox', { name: 'Présidence' })
    await user.type(chair, 'Ada Tilleul{Tab}')
    expect(core.inputsOf('meetings.update')).toEqual([])
    expect(chair.title).toContain('Le compte rendu est approuvé')
  })

  it('understands hours as they are typed and refuses an end before the start with the rule', async () => {
    const { core, user } = show(details, oneMeeting())
    const end = await screen.findByRole('textbox', { name: 'Fin' })
    await user.clear(end)
    await user.type(end, '13h30{Enter}')
    expect(
      await screen.findByText(/La fin précède le début\. Choisir une heure après 14.h, ou du lendemain/),
    ).toBeTruthy()
    expect(core.inputsOf('meetings.update')).toEqual([])
    await user.clear(end)
    await user.type(end, '17:15{Enter}')
    await waitFor(() => expect(core.inputsOf('meetings.update').at(-1)?.patch).toEqual({ endTime: '17:15' }))
    await user.clear(end)
    await user.type(end, 'midi{Enter}')
    expect(await screen.findByText(/Cette heure n’est pas comprise/)).toBeTruthy()
  })

  it('takes an end after midnight for the next day’s and says so; the end follows a start that passes it', async () => {
    const { core, user } = show(details, oneMeeting(meeting(12, { startTime: '20:00', endTime: '22:00' })))
    const end = await screen.findByRole('textbox', { name: 'Fin' })
    await user.clear(end)
    await user.type(end, '1h30{Enter}')
    await waitFor(() => expect(core.inputsOf('meetings.update').at(-1)?.patch).toEqual({ endTime: '01:30' }))
    expect(await screen.findByText(/Fin le lendemain, vendredi 11.décembre 2026, à 1.h.30/)).toBeTruthy()
    expect(screen.getByText(/20.h – 1.h.30 \(le lendemain\)/)).toBeTruthy()
    const start = screen.getByRole('textbox', { name: 'Début' })
    await user.clear(start)
    await user.type(start, '9h{Enter}')
    await waitFor(() =>
      expect(core.inputsOf('meetings.update').at(-1)?.patch).toEqual({
        startTime: '09:00',
        endTime: '14:30',
      }),
    )
  })

  it('puts a meeting into a series, and says when its number is given there already', async () => {
    const { core, user } = show(details, {
      ...oneMeeting(),
      'series.list': () => [seriesRow],
      'meetings.update': () => ({ failure: 'invalid-input', field: 'number' }),
    })
    await screen.findByRole('option', { name: 'Séance plénière' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Série' }), 'Séance plénière')
    expect(core.inputsOf('meetings.update')).toEqual([{ id: id(12), version: 1, patch: { seriesId: id(1) } }])
    const refused = { name: 'Série', description: /Le n°\s?\d+ y est déjà donné/ }
    expect(await screen.findByRole('combobox', refused)).toBeTruthy()
    const number = screen.getByRole('textbox', { name: 'Numéro' })
    expect(number.getAttribute('aria-invalid')).not.toBe('true')
  })

  it('keeps what was typed when the disk is full, and sends it again on demand', async () => {
    const answers = oneMeeting()
    const { core, user } = show(details, {
      ...answers,
      'meetings.update': () => ({ failure: 'disk-full' }),
    })
    const chair = await screen.findByRole('textbox', { name: 'Présidence' })
    await user.type(chair, 'Camille Ferréol{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('Le disque est plein')
    expect((chair as HTMLInputElement).value).toBe('Camille Ferréol')
    if (answers['meetings.update'] !== undefined) core.answers['meetings.update'] = answers['meetings.update']
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect((chair as HTMLInputElement).value).toBe('Camille Ferréol')
  })

  it('keeps what was typed when Escape leaves the field, and takes it back by one undo', async () => {
    const { core, user } = show(details, oneMeeting(meeting(12, { chair: 'Noé Garnerin' })))
    const chair = await screen.findByRole('textbox', { name: 'Présidence' })
    await user.type(chair, ' et autre{Escape}')
    expect(document.activeElement).not.toBe(chair)
    await waitFor(() =>
      expect(core.inputsOf('meetings.update')).toEqual([
        { id: id(12), version: 1, patch: { chair: 'Noé Garnerin et autre' } },
      ]),
    )
    expect((chair as HTMLInputElement).value).toBe('Noé Garnerin et autre')
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(core.inputsOf('history.undo')).toHaveLength(1))
  })
})

describe('the life of a meeting', () => {
  it('goes from planned to convened by hand, where the call was sent elsewhere', async () => {
    const { user } = show(details, {
      ...oneMeeting(),
      'agenda.status': () => draftStatus(id(12)),
    })
    await chooseMore(user, 'Convoquée par un autre moyen…')
    expect(await screen.findByText(/L’ordre du jour n’est pas publié/)).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: /^Noter 31.personnes convoquées/ }))
    expect(await screen.findByText('Convoquée')).toBeTruthy()
  })

  it('is cancelled with a reason, asked for first', async () => {
    const { core, user } = show(details, oneMeeting(meeting(12, { state: 'convened' })))
    await user.click(await screen.findByRole('button', { name: 'Autres actions' }))
    expect(screen.queryByRole('menuitem', { name: 'Mettre à la corbeille' })).toBeNull()
    await user.click(await screen.findByRole('menuitem', { name: 'Annuler la séance…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Annuler la séance' }))
    expect(dialog.getByRole('button', { name: 'Annuler la séance' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Salle indisponible{Enter}')
    await waitFor(() =>
      expect(core.inputsOf('meetings.cancel')).toEqual([
        { id: id(12), version: 1, reason: 'Salle indisponible' },
      ]),
    )
    expect(await screen.findByText(/Cette séance est annulée.: Salle indisponible/)).toBeTruthy()
  })

  it('is put into the bin before it is convened, with a way back', async () => {
    const { user } = show(details, oneMeeting())
    await chooseMore(user, 'Mettre à la corbeille')
    expect(await screen.findByText('Séance mise à la corbeille')).toBeTruthy()
    expect(window.location.hash).toBe('#/seances')
  })

  it('gone is said, not a blank screen', async () => {
    show(details, { 'meetings.get': () => ({ failure: 'not-found' }) })
    expect((await screen.findByRole('alert')).textContent).toContain('n’existe plus')
  })
})

describe('the history', () => {
  it('says each entry in French', async () => {
    show('#/historique', {
      'history.list': () => [
        journalEntry(3, 'meetings.move'),
        journalEntry(2, 'agenda.add', 'undone'),
        journalEntry(1, 'agenda.remove', 'discarded'),
      ],
    })
    expect(await screen.findByText(/Camille : déplacement de la séance/)).toBeTruthy()
    // What was taken back stays so when something else is done since.
    expect(screen.getAllByText('annulé')).toHaveLength(2)
  })

  it('empty says what will be there', async () => {
    show('#/historique', { 'history.list': () => [] })
    expect(await screen.findByText('Aucune modification')).toBeTruthy()
  })
})
