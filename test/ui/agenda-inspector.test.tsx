import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { useQuery } from '../../renderer/api/use-query.ts'
import { AgendaScreen } from '../../renderer/features/agenda/AgendaScreen.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, Refusal, show } from './agenda-fake-core.tsx'
import { listed, projectRow } from './sample.ts'

const ORGANISATION = '01900000-0000-7000-8000-00000000000a'
const PERSON = '01900000-0000-7000-8000-00000000000b'
const PROJECT = '01900000-0000-7000-8000-00000000000c'

function Page({ focusId }: { focusId: string | null }) {
  const view = useQuery('agenda.list', { meetingId: MEETING_ID })
  return view.data === undefined ? null : (
    <AgendaScreen face="agenda" view={view.data} meeting={meeting} focusId={focusId} />
  )
}

async function open(handlers: ConstructorParameters<typeof FakeCore>[1] = {}) {
  const core = new FakeCore(
    [agendaItem(0, 'Approbation', { nature: 'approbation' }), agendaItem(1, 'Passerelle')],
    handlers,
  )
  show(core, <Page focusId={itemId(1)} />)
  const user = userEvent.setup()
  const pane = await screen.findByRole('complementary', { name: /Point.2/ })
  return { core, user, pane: within(pane) }
}

const second = (core: FakeCore) => core.view.items.find((item) => item.id === itemId(1))

afterEach(cleanup)

describe('inspector', () => {
  it('saves nature, kind, duration, fixed hour and note of the chosen item', async () => {
    const { core, user, pane } = await open()
    await user.selectOptions(pane.getByRole('combobox', { name: 'Nature' }), 'Avis')
    await waitFor(() => expect(second(core)?.nature).toBe('avis'))
    const duration = pane.getByRole('textbox', { name: 'Durée' })
    await user.clear(duration)
    await user.type(duration, '1h15{Enter}')
    await waitFor(() => expect(second(core)?.durationMinutes).toBe(75))
    await user.type(pane.getByRole('textbox', { name: 'Heure fixe' }), '14h30{Enter}')
    await waitFor(() => expect(second(core)?.fixedStart).toBe('14:30'))
    expect(screen.getByText('14 h 10 – 14 h 30 libre')).toBeTruthy()
    expect(screen.getAllByText('Heure fixe : 14 h 30')).not.toHaveLength(0)
    await user.type(pane.getByRole('textbox', { name: 'Note interne' }), 'Prévoir cinq minutes')
    await user.tab()
    await waitFor(() => expect(second(core)?.note).toBe('Prévoir cinq minutes'))
    await user.selectOptions(pane.getByRole('combobox', { name: 'Sorte' }), 'Pause')
    await waitFor(() => expect(second(core)).toMatchObject({ kind: 'break', nature: null }))
  })

  it('takes the presenter and their organisation from the directory, or any name', async () => {
    const { core, user, pane } = await open({
      'directory.list': () => ({
        colleges: [],
        organisations: [
          {
            id: ORGANISATION,
            version: 1,
            name: 'Association des communes de démonstration',
            acronym: 'ACD',
            article: null,
            collegeId: null,
            protocolOrder: 0,
          },
        ],
        persons: [
          {
            id: PERSON,
            version: 1,
            civility: 'Mme',
            givenName: 'Camille',
            familyName: 'Exemple',
            jobTitle: '',
            organisationId: ORGANISATION,
            email: '',
            phone: '',
            copyEmails: '',
            otherNames: '',
            protocolOrder: 0,
          },
        ],
        mandates: [],
        formerNames: [],
      }),
    })
    const presenter = pane.getByRole('combobox', { name: 'Présenté par' })
    await user.type(presenter, 'camil')
    await user.click(await screen.findByRole('option', { name: /Camille Exemple/ }))
    await waitFor(() =>
      expect(second(core)).toMatchObject({
        presenter: 'Camille Exemple',
        presenterId: PERSON,
        organisation: 'ACD',
        organisationId: ORGANISATION,
      }),
    )
    await user.clear(presenter)
    await user.type(presenter, 'Invité libre')
    await user.tab()
    await waitFor(() => expect(second(core)).toMatchObject({ presenter: 'Invité libre', presenterId: null }))
  })

  it('links a project, shows where it was presented, and takes the link away', async () => {
    const first = {
      meetingId: itemId(900),
      meetingDate: '2026-11-12',
      meetingNumber: 10,
      itemId: itemId(901),
      itemTitle: 'Premier passage',
      outcome: null,
      state: 'heard' as const,
    }
    const left = { ...first, itemId: itemId(902), itemTitle: 'Passage non traité', state: 'left' as const }
    const project = projectRow(1, 'Passerelle d’échange', { id: PROJECT, hearings: [left, first] })
    const nothing = { steps: [], audiences: [], contacts: [], passages: [], documents: [] }
    const { core, user, pane } = await open({
      'projects.list': () => [listed(project)],
      'projects.get': () => ({ project, ...nothing }),
    })
    await user.type(pane.getByRole('combobox', { name: 'Relier à un projet ou à un texte' }), 'echange')
    await user.click(await screen.findByRole('option', { name: /Passerelle d’échange/ }))
    await waitFor(() =>
      expect(core.asked('agenda.link')).toEqual([{ itemId: itemId(1), kind: 'project', targetId: PROJECT }]),
    )
    expect(await pane.findByText(/12 nov. 2026, Premier passage/)).toBeTruthy()
    expect(pane.queryByText(/Passage non traité/)).toBeNull()
    await user.click(pane.getByRole('button', { name: /Délier/ }))
    await waitFor(() => expect(core.view.links).toEqual([]))
    await waitFor(() => expect(document.activeElement).toBe(pane.getByRole('region', { name: 'Liens' })))
  })
})

describe('what is not saved', () => {
  it('shows a conflict, overwrites nothing, and keeps the typed words', async () => {
    const { core, user, pane } = await open()
    core.apply({ type: 'update', id: itemId(1), patch: { title: 'Titre d’un autre poste' } })
    const title = pane.getByRole('textbox', { name: 'Intitulé' })
    await user.clear(title)
    await user.type(title, 'Mon titre')
    await user.tab()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Rien n’a été écrasé')
    expect(alert.textContent).toContain('Mon titre')
    expect(alert.textContent).toContain('Titre d’un autre poste')
    expect(second(core)?.title).toBe('Titre d’un autre poste')
    await screen.findByRole('row', { name: /2 Mon titre/ })
    await user.click(within(alert).getByRole('button', { name: 'Garder la version saisie ici' }))
    await waitFor(() => expect(second(core)?.title).toBe('Mon titre'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('shows what is stored once an edit that met somebody else’s is given up', async () => {
    const { core, user, pane } = await open()
    core.apply({ type: 'update', id: itemId(1), patch: { title: 'Titre d’un autre poste' } })
    const title = pane.getByRole('textbox', { name: 'Intitulé' })
    await user.type(title, ' de trop')
    await user.tab()
    const alert = await screen.findByRole('alert')
    await user.click(within(alert).getByRole('button', { name: 'Prendre la version enregistrée' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(await screen.findByDisplayValue('Titre d’un autre poste')).toBeTruthy()
    expect(second(core)?.title).toBe('Titre d’un autre poste')
  })

  it('says that the item was taken out meanwhile, with the words that were typed', async () => {
    const { core, user, pane } = await open({
      'agenda.update': () => {
        throw new Refusal('not-found')
      },
    })
    core.apply({ type: 'remove', id: itemId(1) })
    await user.type(pane.getByRole('textbox', { name: 'Intitulé' }), ' commune')
    await user.tab()
    const alert = await screen.findByRole('alert')
    await waitFor(() => expect(alert.textContent).toContain('Ce point a été retiré ailleurs'))
    expect(alert.textContent).toContain('Passerelle commune')
    await user.click(within(alert).getByRole('button', { name: 'Abandonner' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('says that the disk is full, keeps the text in the window, and saves it on retry', async () => {
    let full = true
    const { core, user, pane } = await open({
      'agenda.update': ({ id, patch }) => {
        if (full) throw new Refusal('disk-full')
        core.apply({ type: 'update', id, patch: patch as object })
        return core.view
      },
    })
    const title = pane.getByRole('textbox', { name: 'Intitulé' })
    await user.clear(title)
    await user.type(title, 'Texte gardé')
    await user.tab()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Le disque est plein')
    expect((title as HTMLTextAreaElement).value).toBe('Texte gardé')
    await screen.findByRole('row', { name: /2 Texte gardé/ })
    full = false
    await user.click(within(alert).getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(second(core)?.title).toBe('Texte gardé'))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
