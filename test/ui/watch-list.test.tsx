import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { everyText, newestTexts } from '../../electron/contract/watch.ts'
import type { WatchListPreview } from '../../electron/contract/watch-list.ts'
import { listWords } from '../../electron/domain/watch/list-layout.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import {
  authorityWords,
  watchFollowUpWords,
  watchNatureWords,
  watchStatusWords,
} from '../../electron/domain/watch/watch-words.ts'
import { inForceRuleText, linkKindText, opinionText } from '../../renderer/text/text-life.ts'
import type { Answers } from './fake-core.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

beforeAll(() => import('../../renderer/features/watch/WatchPage.tsx'))

const row = (line: number, title: string): WatchListPreview['rows'][number] => ({
  line,
  act: 'new',
  title,
  nature: 'decret',
  nor: '',
  item: null,
  changed: ['title'],
  deadlines: 0,
  moved: [],
  answered: [],
  consultations: 0,
  links: 0,
  warnings: [],
  draft: null,
})
const cnen = {
  authority: 'cnen',
  name: '',
  askedOn: null,
  answeredOn: null,
  opinion: '',
  reference: '',
} as const
const preview: WatchListPreview = {
  token: id(90),
  name: 'veille.xlsx',
  lines: 5,
  added: 2,
  changes: 3,
  same: 1,
  rows: [
    row(2, 'Décret de l’annuaire'),
    {
      ...row(3, 'Décret des adresses'),
      act: 'changes',
      item: { id: id(91), title: 'Adresses' },
      changed: ['followUp', 'appliesOn'],
      deadlines: 2,
      moved: [
        {
          date: '2099-07-01',
          audience: 'Communes',
          threshold: 'plus de 3 500 habitants',
          label: 'Ouvrir l’annuaire',
          to: '2099-09-01',
        },
        { date: null, audience: 'Régions', threshold: '', label: '', to: '2100-01-01' },
      ],
      answered: [
        {
          from: { ...cnen, answeredOn: '2099-06-04', opinion: 'favorable' },
          to: { ...cnen, answeredOn: '2099-06-11', opinion: 'reserved', reference: 'avis 99-1' },
        },
      ],
      warnings: ['nor'],
    },
    { ...row(4, 'Décret paru'), draft: { id: id(92), title: 'Projet de décret' } },
  ],
  refusedCount: 1,
  refused: [
    { line: 6, title: 'Loi sans jour', why: 'date', column: 'Publié le', written: '31/02/2099', other: null },
  ],
  unknownColumns: ['Observations'],
  truncated: false,
}
const answers = (changes: Answers = {}): Answers => ({
  'watch.list': () => ({ rows: [], total: 0 }),
  'meetings.list': () => [],
  'watchList.choose': () => preview,
  'watchList.take': () => ({ added: 1, changed: 1, left: 1 }),
  'watchList.drop': () => ({}),
  'documents.save': () => ({ fileName: 'Veille.xlsx', producedId: null, besideName: null, token: id(93) }),
  'history.state': () => ({ undo: null, redo: null }),
  ...changes,
})

async function choose(act: string, changes: Answers = {}) {
  const shown = show('#/veille', answers(changes))
  await shown.user.click(await screen.findByRole('button', { name: 'Autres actions' }))
  await shown.user.click(await screen.findByRole('menuitem', { name: act }))
  return shown
}

describe('a table', () => {
  it('is looked at, with the refused lines told, unticked in part and taken in', async () => {
    const { user, core } = await choose('Lire un tableau…')
    const pane = within(await screen.findByRole('region', { name: 'Examen du tableau' }))
    expect(pane.getByText(/Ligne 6.*n’est pas un jour qui existe/)).toBeTruthy()
    expect(pane.getByText(/« Observations »/)).toBeTruthy()
    expect(pane.getByText('Change : Suivi par l’instance, Applicable le.')).toBeTruthy()
    expect(pane.getByText('Ajoute : 2 échéances.')).toBeTruthy()
    const told = (words: RegExp) => expect(pane.getByText(words)).toBeTruthy()
    told(/^Déplace une échéance \(Communes, .*\) au 1er septembre 2099, au lieu du 1er juillet 2099\.$/)
    told(/^Déplace une échéance \(Régions\) au 1er janvier 2100, qui était à fixer\.$/)
    told(
      /^Modifie une consultation \(Conseil national d’évaluation des normes\).: avis rendu le 11 juin 2099 au lieu du 4 juin 2099, sens de l’avis «.favorable avec réserves.» au lieu de «.favorable.», référence «.avis 99-1.»\.$/u,
    )
    // A line that may be a followed draft waits for somebody.
    expect(pane.getByRole<HTMLInputElement>('checkbox', { name: 'Décret paru' }).checked).toBe(false)
    await user.click(pane.getByRole('checkbox', { name: 'Décret de l’annuaire' }))
    await user.click(pane.getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    await waitFor(() => expect(core.inputsOf('watchList.take')).toHaveLength(1))
    const [taken] = core.inputsOf('watchList.take')
    expect([...(taken?.except ?? [])].sort()).toEqual([2, 4])
    expect(await screen.findByRole('region', { name: 'Veille réglementaire' })).toBeTruthy()
  })

  it('that fails to be taken in after its screen was left is there again with what was chosen', async () => {
    let end: (answer: { failure: 'disk-full' }) => void = () => undefined
    const { user, core } = await choose('Lire un tableau…', {
      'watchList.take': () => new Promise((resolve) => (end = resolve)),
    })
    const shown = async () => within(await screen.findByRole('region', { name: 'Examen du tableau' }))
    await user.click((await shown()).getByRole('checkbox', { name: 'Décret de l’annuaire' }))
    await user.click((await shown()).getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    const leave = async () => {
      window.location.hash = '#/accueil'
      await waitFor(() => expect(screen.queryByRole('region', { name: 'Examen du tableau' })).toBeNull())
    }
    await leave()
    window.location.hash = '#/veille'
    const take = (await shown()).getByRole('button', { name: 'Reprendre 1\u00a0texte' })
    expect(take.getAttribute('aria-disabled')).toBe('true')
    await leave()
    end({ failure: 'disk-full' })
    expect(await screen.findByText(/Le disque est plein/)).toBeTruthy()
    window.location.hash = '#/veille'
    await user.click((await shown()).getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    await waitFor(() => expect(core.inputsOf('watchList.take')).toHaveLength(2))
    const [first, second] = core.inputsOf('watchList.take')
    expect(second).toEqual(first)
  })

  it('with many refused lines keeps the others in reach, and tells them all on demand', async () => {
    const refused = Array.from({ length: 12 }, (_, n) => ({
      line: 10 + n,
      title: `Arrêté ${n}`,
      why: 'date' as const,
      column: 'Publié le',
      written: '31/02/2099',
      other: null,
    }))
    const { user } = await choose('Lire un tableau…', {
      'watchList.choose': () => ({ ...preview, refused, refusedCount: 12 }),
    })
    const pane = within(await screen.findByRole('region', { name: 'Examen du tableau' }))
    const list = pane.getByRole('region', { name: '12\u00a0lignes ne peuvent pas être reprises' })
    const take = pane.getByRole('button', { name: /^Reprendre/ })
    expect(take.compareDocumentPosition(list)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(within(list).getAllByRole('listitem')).toHaveLength(5)
    const all = within(list).getByRole('button', { name: 'Afficher les 12\u00a0lignes refusées' })
    await user.click(all)
    expect(within(list).getAllByRole('listitem')).toHaveLength(12)
    expect(document.activeElement).toBe(all)
    await user.click(all)
    expect(within(list).getAllByRole('listitem')).toHaveLength(5)
  })

  it('of something else says which columns it needs', async () => {
    const other = { ...preview, lines: 0, changes: 0, same: 0, rows: [], refused: [], refusedCount: 0 }
    await choose('Lire un tableau…', { 'watchList.choose': () => other })
    expect(await screen.findByText('Aucune colonne de texte suivi')).toBeTruthy()
  })

  it('has beside it the deadlines: one by one on their own screen, and as a calendar of the chosen span', async () => {
    const { user, core } = show('#/veille', answers())
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Échéance' }), '90')
    await user.click(screen.getByRole('button', { name: 'Autres actions' }))
    await user.click(
      await screen.findByRole('menuitem', { name: 'Exporter les échéances vers un calendrier…' }),
    )
    await waitFor(() =>
      expect(core.inputsOf('documents.save')).toEqual([{ kind: 'dueCalendar', span: '90' }]),
    )
    await user.click(screen.getByRole('button', { name: 'Autres actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Voir les échéances, une à une' }))
    await waitFor(() => expect(window.location.hash).toBe('#/veille/echeances'))
  })

  it('is written in the order that the list was left in on this desk', async () => {
    localStorage.clear()
    const text = {
      ...blankText,
      id: id(70),
      version: 1,
      title: 'Décret des annuaires',
      hearings: [],
      dueOn: null,
    }
    const listed = answers({ 'watch.list': () => ({ rows: [text], total: 1 }), 'watch.get': () => text })
    const before = show('#/veille', listed)
    const column = async () => await screen.findByRole('columnheader', { name: 'Échéance' })
    await before.user.click(within(await column()).getByRole('button'))
    expect((await column()).getAttribute('aria-sort')).toBe('ascending')
    cleanup()
    const { user, core } = show('#/veille', listed)
    expect((await column()).getAttribute('aria-sort')).toBe('ascending')
    await user.click(screen.getByRole('button', { name: 'Autres actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Exporter la liste…' }))
    await waitFor(() =>
      expect(core.inputsOf('documents.save')).toMatchObject([{ sort: { by: 'due', descending: false } }]),
    )
    localStorage.clear()
  })

  it('is written as the list is narrowed', async () => {
    const { user, core } = show('#/veille', answers())
    await user.type(await screen.findByRole('searchbox'), 'annuaire')
    await user.click(screen.getByRole('button', { name: 'Autres actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Exporter la liste…' }))
    await waitFor(() =>
      expect(core.inputsOf('documents.save')).toEqual([
        { kind: 'watchList', words: 'annuaire', filter: everyText, sort: newestTexts },
      ]),
    )
  })
})

describe('the words of a table', () => {
  it('are those of the screens', () => {
    expect(listWords.nature).toEqual(watchNatureWords)
    expect(listWords.status).toEqual(watchStatusWords)
    expect(listWords.followUp).toEqual(watchFollowUpWords)
    expect(listWords.authority).toEqual(authorityWords)
    expect(listWords.inForceRule).toEqual({ ...inForceRuleText, '': '' })
    expect(listWords.opinion).toEqual({ ...opinionText, '': '' })
    expect(Object.entries(listWords.link)).toEqual(
      Object.entries(linkKindText).map(([kind, { does }]) => [kind, does]),
    )
  })
})
