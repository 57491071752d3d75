import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { subjectText } from '../../renderer/text/subjects.ts'
import type { Answers } from './fake-core.ts'
import { body, home, writer } from './sample.ts'
import { show } from './show.tsx'

type Writer = Output<'handOver.writer'>
type Seen = Output<'handOver.look'>

const sharedWriter: Seen['sharedWriter'] = {
  ...{ machineName: 'Poste de Noé', who: 'noe', since: '2026-11-24T09:00:00.000Z' },
  ...{ brokenFromName: null, isOtherProfile: false },
}
const nothing: Seen = {
  ...{
    folderName: 'partage',
    folderFailure: null,
    standing: 'none',
    sharedWriter: null,
    copyArrived: null,
    newest: null,
    asides: [],
  },
}

function withDesk(change: Partial<Writer>, seen: Partial<Seen>, more: Answers = {}): Answers {
  const now: Writer = { ...writer, folderName: 'partage', ...change }
  return { 'handOver.writer': () => now, 'handOver.look': () => ({ ...nothing, ...seen }), ...more }
}

const page = '#/passer-la-main'
const standing = () => screen.findByRole('region', { name: 'Qui a la main' })

describe('the page', () => {
  it('transmits once a folder is chosen, and says why not before', async () => {
    const without = show(page, withDesk({ folderName: null }, { folderName: null }))
    const act = await within(await standing()).findByRole('button', { name: 'Transmettre' })
    await without.user.click(act)
    expect(without.core.inputsOf('handOver.transmit')).toEqual([])
    expect(act.getAttribute('aria-disabled')).toBe('true')
    expect(act.getAttribute('title')).toMatch(/dossier/)
  })

  it('leads who has existing data to take up to where that is done', async () => {
    show(`${page}?id=source`, withDesk({}, {}))
    const heading = await screen.findByRole('heading', { name: 'Nouvel ordinateur' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
  })

  it('takes what another desk put down, unless its copy has not arrived', async () => {
    const { core, user } = show(
      page,
      withDesk(
        {},
        { standing: 'offered', sharedWriter, copyArrived: true },
        { 'handOver.take': () => writer },
      ),
    )
    expect(await screen.findByText(/le poste « Poste de Noé » \(noe\)/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Prendre la main' }))
    await waitFor(() => expect(core.inputsOf('handOver.take')).toEqual([{ breaks: false }]))
  })

  it('waits for a copy that has not arrived', async () => {
    const { core, user } = show(page, withDesk({}, { standing: 'offered', sharedWriter, copyArrived: false }))
    expect(within(await standing()).getAllByText(/La copie n’est pas encore arrivée/)).not.toEqual([])
    await user.click(screen.getByRole('button', { name: 'Prendre la main' }))
    expect(core.inputsOf('handOver.take')).toEqual([])
  })

  it('takes a hand that was not put down only after saying who has it since when, and from what it goes on', async () => {
    const { core, user } = show(
      page,
      withDesk(
        { state: 'given' },
        { standing: 'away', sharedWriter, newest: { at: '2026-11-24T08:42:00.000Z', sizeBytes: 1_000_000 } },
        { 'handOver.take': () => writer },
      ),
    )
    await user.click(await screen.findByRole('button', { name: 'Reprendre la main sans attendre…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getByText(/Poste de Noé.*depuis le mardi 24/)).toBeTruthy()
    expect(dialog.getByText(/dernière copie du dossier, du mardi 24/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Reprendre la main' }))
    await waitFor(() => expect(core.inputsOf('handOver.take')).toEqual([{ breaks: true }]))
  })

  it('finishes or keeps what was cut short', async () => {
    const { core, user } = show(
      page,
      withDesk({ state: 'giving' }, { standing: 'giving' }, { 'handOver.keep': () => writer }),
    )
    expect(await screen.findByRole('button', { name: 'Terminer la transmission' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Garder la main' }))
    await waitFor(() => expect(core.inputsOf('handOver.keep')).toHaveLength(1))
  })

  it('goes on without a folder that is gone, after a question', async () => {
    const { core, user } = show(
      page,
      withDesk(
        { state: 'given' },
        { standing: 'none', folderFailure: 'folder-unreachable' },
        { 'handOver.takeAlone': () => writer },
      ),
    )
    await user.click(await screen.findByRole('button', { name: 'Continuer sans le dossier…' }))
    await user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Continuer sur ce poste' }),
    )
    await waitFor(() => expect(core.inputsOf('handOver.takeAlone')).toHaveLength(1))
  })
})

describe('every screen', () => {
  it('says that this desk is read-only, with the way on', async () => {
    show('#/accueil', { 'home.get': () => home(), ...withDesk({ state: 'given' }, {}) })
    expect(await within(screen.getByRole('main')).findByText(/Lecture seule.*partage/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Passer la main…' }).getAttribute('href')).toBe(
      '#/passer-la-main',
    )
  })

  it('says of when the copy is, in the title bar too, and leaves it', async () => {
    const at = new Date(Date.now() - 3 * 3_600_000 - 60_000).toISOString()
    const { core, user } = show('#/accueil', {
      'home.get': () => home(),
      ...withDesk({ shownCopy: { at } }, {}, { 'handOver.leaveCopy': () => writer }),
    })
    expect(await screen.findByText(/^Copie du .*, il y a 3.heures$/)).toBeTruthy()
    expect(document.title).toMatch(/il y a 3.heures/)
    await user.click(screen.getByRole('button', { name: 'Quitter la copie' }))
    await waitFor(() => expect(core.inputsOf('handOver.leaveCopy')).toHaveLength(1))
  })
})

describe('a menu on a desk that only reads', () => {
  it('says why its acts are off, and keeps those on that change nothing', async () => {
    const { core, user } = show('#/sujets', {
      'subjects.list': () => [],
      'documents.save': () => null,
      ...withDesk({ state: 'given' }, {}),
    })
    await user.click(await screen.findByRole('button', { name: subjectText.more }))
    const menu = within(await screen.findByRole('menu'))
    const paste = menu.getByRole('menuitem', { name: /^Coller/ })
    expect(paste.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getAllByText(/Lecture seule.*partage/).length).toBeGreaterThan(1)
    await user.click(menu.getByRole('menuitem', { name: subjectText.blankSheet }))
    await waitFor(() => expect(core.inputsOf('documents.save')).toHaveLength(1))
  })

  it('is so for the keys and the palette too', async () => {
    const { core, user } = show('#/accueil', withDesk({ state: 'given' }, {}))
    await within(screen.getByRole('main')).findByText(/Lecture seule.*partage/)
    await user.keyboard('{Control>}n{/Control}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await screen.findAllByText(/Lecture seule/)).not.toEqual([])
    await user.keyboard('{Control>}z{/Control}')
    expect(core.inputsOf('history.undo')).toEqual([])
    await user.keyboard('{Control>}k{/Control}')
    const option = await screen.findByRole('option', { name: /Nouvelle séance.*Lecture seule/ })
    expect(option).toBeTruthy()
  })
})

describe('what two desks wrote', () => {
  const machineId = '01900000-0000-7000-8000-000000000001'
  const meetingId = '01900000-0000-7000-8000-000000000002'
  const difference = (n: number, field: string) => ({
    ...{ key: `meeting ${n} ${field}`, table: 'meeting', field, meetingId, title: `Séance ${n}` },
    ...{ base: 'avant', ours: 'ici', theirs: 'là-bas', settled: null },
  })
  const compared: Output<'handOver.compare'> = {
    differences: [difference(1, 'title'), difference(1, 'place')],
    taken: [{ table: 'decision', title: 'Retenu', meetingId, change: 'added' }],
    ...{ unresolved: 2, machineName: 'Poste de Noé' },
    meetings: [{ id: meetingId, date: '2026-12-10', title: '' }],
  }

  it('is shown by meeting, chosen one by one or together, and merged only when all is chosen', async () => {
    const { core, user } = show(
      page,
      withDesk(
        {},
        {
          standing: 'writing',
          asides: [{ machineId, machineName: 'Poste de Noé', who: 'noe', since: '2026-11-24T09:00:00.000Z' }],
        },
        {
          'handOver.compare': () => compared,
          // One of them could not take its place.
          'handOver.merge': () => ({ taken: 3, left: [{ ...difference(1, 'place'), settled: 'ours' }] }),
        },
      ),
    )
    await user.click(await screen.findByRole('button', { name: 'Comparer' }))
    const group = within(await screen.findByRole('region', { name: /Séance du .*10.déc/ }))
    expect(group.getByText(/Séance, lieu/)).toBeTruthy()
    const merge = screen.getByRole('button', { name: 'Réunir les deux versions' })
    await user.click(merge)
    expect(core.inputsOf('handOver.merge')).toEqual([])
    await user.click(group.getByRole('button', { name: /Tout prendre de/ }))
    const [first] = group.getAllByRole('group', { name: 'Version à garder' })
    if (first === undefined) throw new Error('no choice')
    await user.click(within(first).getByRole('button', { name: 'Ce poste' }))
    await user.click(merge)
    await waitFor(() =>
      expect(core.inputsOf('handOver.merge')).toEqual([
        { machineId, choices: { 'meeting 1 title': 'ours', 'meeting 1 place': 'theirs' } },
      ]),
    )
    const left = within(
      (await screen.findByText(/1 version choisie de « Poste de Noé »/)).closest('.banner') ?? document.body,
    )
    expect(left.getByText('Séance, lieu')).toBeTruthy()
    expect(left.getByText(/là-bas/)).toBeTruthy()
    await user.click(left.getByRole('button', { name: 'C’est noté' }))
    expect(screen.queryByText(/1 version choisie/)).toBeNull()
  })
})

describe('a new computer', () => {
  const counts = {
    meetings: 12,
    minutes: 10,
    decisions: 30,
    actions: 20,
    attachments: 4,
    attachmentsFound: 4,
  }
  const source = {
    ...{ token: 'x', name: 'partage', at: '2026-11-24T09:00:00.000Z', sizeBytes: 2_000_000, counts },
    ...{ hashMatches: true, heldBy: null },
  }

  it.each([
    [counts, /tout ce qui était attendu est là/],
    [{ ...counts, attachmentsFound: 3 }, /le compte n’y est pas/],
  ])('counts what is expected and what is found', async (here, words) => {
    const { user } = show(
      page,
      withDesk({}, {}, { 'handOver.chooseSource': () => source, 'handOver.takeSource': () => here }),
    )
    await user.click(await screen.findByRole('button', { name: 'Choisir un dossier à reprendre…' }))
    await user.click(await screen.findByRole('button', { name: 'Reprendre ces données' }))
    expect(await screen.findByText(words)).toBeTruthy()
  })
})

describe('a read-only desk', () => {
  it('has its fields off, with the reason', async () => {
    show('#/reglages?id=instance', {
      'home.get': () => home(),
      'settings.body': () => body,
      ...withDesk({ state: 'given' }, {}),
    })
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Nom de l’instance' })
    expect(name.readOnly).toBe(true)
    expect(name.title).toMatch(/Lecture seule/)
  })

  it('has the buttons off that add, change or remove, with the reason', async () => {
    const { core, user } = show('#/projets', {
      'projects.list': () => [],
      ...withDesk({ state: 'given' }, {}),
    })
    const [add] = await screen.findAllByRole('button', { name: /projet/i })
    if (add === undefined) throw new Error('no act')
    expect(add.getAttribute('aria-disabled')).toBe('true')
    await user.click(add)
    expect(core.inputsOf('projects.add')).toEqual([])
  })
})
