import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { blankJorfText } from '../../electron/domain/watch/jorf-text.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import type { Answers } from './fake-core.ts'
import { id, meetingRow } from './sample.ts'
import { show } from './show.tsx'

beforeAll(() =>
  Promise.all([
    import('../../renderer/features/watch/TextPage.tsx'),
    import('../../renderer/features/watch/DuePage.tsx'),
  ]),
)

type Life = Output<'watch.life'>
const item: Life['item'] = {
  ...blankText,
  id: id(70),
  version: 3,
  title: 'Décret des annuaires',
  draftTitle: 'Projet de décret des annuaires',
  nature: 'decret',
  status: 'published',
  publishedOn: '2026-08-19',
  signedOn: '2026-08-17',
  hearings: [],
}
const deadline = {
  id: id(80),
  version: 2,
  watchItemId: item.id,
  date: '2031-01-01',
  audience: 'Communes',
  threshold: 'plus de 3\u202f500 habitants',
  label: 'Désigner un référent',
}
const other = {
  id: id(71),
  version: 5,
  title: 'Projet de décret',
  status: 'draft' as const,
  publishedOn: null,
}
const position = {
  id: id(90),
  version: 1,
  meetingId: id(1),
  itemId: id(2),
  organisation: 'Association des communes de démonstration',
  organisationId: null,
  stance: 'reserves' as const,
  words: 'Demande un délai.',
}
const passage = {
  meetingId: id(1),
  meetingDate: '2026-06-11',
  meetingNumber: 6,
  itemId: id(2),
  itemTitle: 'Annuaire partagé',
  outcome: null,
  state: 'heard' as const,
  positions: [position],
}
const life = (change: Partial<Life> = {}): Life => ({
  item,
  deadlines: [deadline],
  consultations: [],
  links: [],
  linkedFrom: [],
  passages: [passage],
  namesakes: [],
  matches: [],
  ...change,
})
const answers = (change: Partial<Life> = {}): Answers => ({
  'watch.life': () => life(change),
  'deliveries.source': () => null,
  'watch.list': () => ({ rows: [], total: 0 }),
  'watch.update': () => item,
  'watch.removeDeadline': () => life({ deadlines: [] }),
  'watch.addLink': () => life(),
  'watch.match': () => life(),
  'meetings.list': () => [meetingRow(11, { id: id(1), date: '2030-12-10', state: 'planned' })],
  'history.state': () => ({ undo: null, redo: null }),
})
const region = async (name: string) => within(await screen.findByRole('region', { name }))
const address = `#/veille/texte?id=${item.id}`

describe('the sheet of a text', () => {
  it('says from which delivery it came, and what its file says besides', async () => {
    const source: Output<'deliveries.source'> = {
      text: {
        ...blankJorfText,
        jorfText: 'JORFTEXT000099000001',
        title: item.title,
        keywords: ['ANNUAIRE'],
        modifiedOn: '2026-08-19',
        warnings: ['eli'],
      },
      rubric: 'Décrets, arrêtés, circulaires > Textes généraux',
      stamp: '20260819-003012',
      deliveryId: id(95),
      deliveredAt: '2026-08-20T08:00:00.000Z',
      deliveryName: 'JORF_20260819-003012.tar.gz',
    }
    show(address, { ...answers(), 'deliveries.source': () => source })
    const part = await region('Source au Journal officiel')
    const link = part.getByRole('link', { name: source.deliveryName })
    expect(link.getAttribute('href')).toBe(`#/veille/livraisons?id=${source.deliveryId}`)
    expect(link.parentElement?.textContent).toMatch(/ du 19.août.2026, examinée .*20.août.2026/u)
    expect(part.getByText(/^Rubrique\s: Décrets, arrêtés, circulaires > Textes généraux$/)).toBeTruthy()
    expect(part.getByText(/^Mots-clés\s: annuaire$/)).toBeTruthy()
    expect(part.getByText(/adresse ELI impossible/)).toBeTruthy()
  })

  it('of no delivery has no such part', async () => {
    show(address, answers())
    await screen.findByRole('region', { name: 'Notice et vérification' })
    expect(screen.queryByRole('region', { name: 'Source au Journal officiel' })).toBeNull()
  })

  it('tells its stages in order, with today among them and what is ahead after it', async () => {
    show(address, answers())
    const thread = within(await screen.findByRole('list', { name: 'Vie du texte' }))
    const steps = thread.getAllByRole('listitem').map((step) => step.textContent ?? '')
    expect(
      steps.map((step) =>
        step
          .replace(/^\d.*?\d{4}/u, '')
          .trim()
          .slice(0, 12),
      ),
    ).toEqual(['Présenté à l', 'Signature', 'Publication', 'Aujourd’hui', 'Désigner un '])
  })

  it('tells no stage of a meeting that did not deal with it, and how that ended', async () => {
    show(address, answers({ passages: [{ ...passage, state: 'left', outcome: 'nonTraite' }] }))
    const thread = within(await screen.findByRole('list', { name: 'Vie du texte' }))
    expect(thread.queryByText('Présenté à l’instance')).toBeNull()
    expect((await region('Suivi par l’instance')).getByText(/non traité$/)).toBeTruthy()
  })

  it('proposes what its own words say of it, deadlines one by one, and says these words', async () => {
    const inForceWords = 'Le décret entre en vigueur le lendemain de sa publication, sauf l’article 3.'
    const fields = (date: string, audience: string) => ({ date, audience, threshold: '', label: 'Article 3' })
    const all = [fields('2031-01-01', 'Communes'), fields('2032-01-01', 'autres communes')]
    const { user, core } = show(address, {
      ...answers({ item: { ...item, inForceWords } }),
      'watch.saidDates': () => ({ inForce: { date: '2026-08-20', rule: 'dayAfter' }, deadlines: all }),
      'watch.addDeadline': () => life(),
    })
    const proposed = await region('Entrée en vigueur proposée')
    expect(proposed.getByText(/sauf l’article 3/)).toBeTruthy()
    expect(proposed.queryByText(/Si le texte ne dit rien/)).toBeNull()
    await user.click(proposed.getByRole('button', { name: /^Retenir le 20.août.2026$/ }))
    await waitFor(() =>
      expect(core.inputsOf('watch.update').at(-1)?.patch).toEqual({
        inForceOn: '2026-08-20',
        inForceRule: 'dayAfter',
      }),
    )
    // The one of a day that is noted already is not proposed again.
    await user.click(proposed.getByRole('button', { name: /^Retenir cette échéance, / }))
    await waitFor(() => expect(core.inputsOf('watch.addDeadline').map((one) => one.fields)).toEqual([all[1]]))
  })

  it('proposes the entry into force with its reason, and fills it in only when it is kept', async () => {
    const { user, core } = show(address, answers())
    const proposed = await region('Entrée en vigueur proposée')
    expect(proposed.getByText(/Code civil, article 1er/)).toBeTruthy()
    expect(core.inputsOf('watch.update')).toEqual([])
    await user.click(proposed.getByRole('button', { name: /^Retenir le 20.août 2026$/ }))
    await waitFor(() =>
      expect(core.inputsOf('watch.update')).toEqual([
        { id: item.id, version: 3, patch: { inForceOn: '2026-08-20', inForceRule: 'dayAfter' } },
      ]),
    )
  })

  it('says dates that contradict each other', async () => {
    show(address, answers({ item: { ...item, inForceOn: '2026-08-01' } }))
    expect(await screen.findByText(/L’entrée en vigueur précède la publication/)).toBeTruthy()
  })

  it('has positions taken on the draft apart from what was said of the published text', async () => {
    show(address, answers())
    const followUp = await region('Suivi par l’instance')
    expect(
      followUp.getByRole('heading', { name: /Sur le projet «.Projet de décret des annuaires.»/ }),
    ).toBeTruthy()
    const positions = within(followUp.getByRole('list', { name: 'Positions exprimées' }))
    expect(positions.getByRole('listitem').textContent).toMatch(
      /Association des communes de démonstration.: favorable avec réserves\. Demande un délai\./,
    )
    expect(followUp.queryByRole('heading', { name: 'Sur le texte publié' })).toBeNull()
  })

  it('edits a deadline in place and removes it under its version', async () => {
    const { user, core } = show(address, answers())
    const deadlines = await region('Échéances par public')
    expect(deadlines.getByText(/Communes, plus de 3.500 habitants/)).toBeTruthy()
    await user.click(deadlines.getByRole('button', { name: /^Modifier l’échéance/ }))
    await user.click(await deadlines.findByRole('button', { name: 'Retirer l’échéance' }))
    await waitFor(() =>
      expect(core.inputsOf('watch.removeDeadline')).toEqual([{ id: deadline.id, version: 2 }]),
    )
  })

  it('makes the draft and its publication one, keeping the draft’s row', async () => {
    const reasons: ('title' | 'nor')[] = ['title', 'nor']
    const { user, core } = show(
      address,
      answers({
        matches: [{ id: other.id, version: 5, title: other.title, status: 'draft', score: 0.7, reasons }],
        namesakes: [{ key: 'nor ZZZJ9907246D', text: other }],
      }),
    )
    const match = await region('Rapprochement')
    // Proposed once, with the identifier among its reasons.
    await user.click(match.getByRole('button', { name: /^Rapprocher/ }))
    await waitFor(() =>
      expect(core.inputsOf('watch.match')).toEqual([
        { kept: { id: other.id, version: 5 }, joined: { id: item.id, version: 3 } },
      ]),
    )
  })

  it('links to a text outside the watch by its citation', async () => {
    const { user, core } = show(address, answers())
    const links = await region('Liens avec d’autres textes')
    await user.selectOptions(links.getByRole('combobox', { name: 'Ce texte' }), 'Transpose')
    await user.type(
      links.getByRole('combobox', { name: /Texte suivi ou citation/ }),
      'Directive (UE) 2099/882',
    )
    await user.tab()
    await user.click(links.getByRole('button', { name: 'Ajouter ce lien' }))
    await waitFor(() =>
      expect(core.inputsOf('watch.addLink')).toMatchObject([
        { watchItemId: item.id, kind: 'transposes', to: { citation: 'Directive (UE) 2099/882' } },
      ]),
    )
  })
})

describe('what becomes due', () => {
  it('is a list and a picture that is told in words, for the chosen span', async () => {
    const row = {
      ...deadline,
      deadlineId: deadline.id,
      shortTitle: 'Annuaires',
      title: item.title,
      what: 'deadline' as const,
    }
    const { watchItemId, deadlineId, date, audience, threshold, label, shortTitle, title, what } = row
    const { user, core } = show('#/veille/echeances', {
      ...answers(),
      'watch.due': ({ span }) => ({
        rows: [{ watchItemId, deadlineId, date, audience, threshold, label, shortTitle, title, what }],
        undated: 2,
        from: '2030-11-26',
        to: span === '365' ? '2031-11-26' : '2031-02-24',
      }),
      'meetings.list': () => [meetingRow(11, { date: '2999-12-10', number: 11 })],
      'watch.putOnAgenda': () => item,
    })
    expect(await screen.findByRole('img', { name: 'Échéances par public, dans le temps' })).toBeTruthy()
    expect(screen.getByText(/^Communes.: 1.échéance, la première le 1(er)?.janv\..2031$/)).toBeTruthy()
    expect(screen.getByText(/^2.échéances sans date/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Un an' }))
    await waitFor(() => expect(core.inputsOf('watch.due').map(({ span }) => span)).toEqual(['90', '365']))
    await user.pointer({ keys: '[MouseRight]', target: screen.getByRole('row', { name: /Annuaires/ }) })
    const menu = within(await screen.findByRole('menu', { name: 'Actions sur la ligne' }))
    await user.click(menu.getByRole('menuitem', { name: /^Inscrire à la séance/ }))
    await waitFor(() => expect(core.inputsOf('watch.putOnAgenda')[0]?.id).toBe(item.id))
    act(() => screen.getByRole('row', { name: /Annuaires/ }).focus())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/veille/texte?id=${item.id}`))
  })
})
