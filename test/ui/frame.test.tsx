import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import { routes } from '../../renderer/app/routes.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { inOneColumn } from './one-column-window.ts'
import { home, id, journalEntry, meeting, meetingFile, meetingRow, noHistory } from './sample.ts'
import { show } from './show.tsx'

const lists = {
  'meetings.years': () => [2026],
  'meetings.list': () => [meetingRow(1)],
  'projects.list': () => [],
}

it('says of a screen when it waits for an answer, and when it has them all', async () => {
  const mark = () => document.documentElement.dataset.appState
  const held = Promise.withResolvers<Output<'meetings.list'>>()
  show('#/seances', { ...lists, 'meetings.list': () => held.promise })
  await waitFor(() => expect(mark()).toBe('waiting'))
  await screen.findByRole('heading', { level: 1, name: /Séances/ })
  expect(mark()).toBe('waiting')
  held.resolve([meetingRow(1)])
  await waitFor(() => expect(mark()).toBe('ready'))
})

it('reads again what changed while its first read was on its way', async () => {
  const late = Promise.withResolvers<{ failure: 'data-damaged' }>()
  const answers = [() => ({ failure: 'data-damaged' as const }), () => late.promise, () => home()]
  const { core } = show('#/seances', { ...lists, 'home.get': () => (answers.shift() ?? (() => home()))() })
  const header = () => document.querySelector('header')?.textContent
  await waitFor(() => expect(header()).toContain(frameText.noData))
  core.emit({ topic: 'changed', reads: 'all', later: [] })
  await waitFor(() => expect(core.inputsOf('home.get')).toHaveLength(2))
  core.emit({ topic: 'changed', reads: 'all', later: [] })
  await waitFor(() => expect(core.inputsOf('home.get')).toHaveLength(3))
  late.resolve({ failure: 'data-damaged' })
  await waitFor(() => expect(header()).not.toContain(frameText.noData))
})

describe('keys', () => {
  it('open the places of the sidebar by Ctrl and a digit, on a French keyboard too', async () => {
    show('#/accueil', lists)
    await screen.findByRole('heading', { level: 1 })
    fireEvent.keyDown(window, { key: 'é', code: 'Digit2', ctrlKey: true })
    await waitFor(() => expect(window.location.hash).toBe('#/seances'))
    expect(await screen.findByRole('heading', { level: 1, name: /Séances/ })).toBeTruthy()
  })

  it('leave the focus in the screen that they open, and not nowhere', async () => {
    const { user } = show('#/accueil', lists)
    const todo = await screen.findByRole('link', { name: 'Toutes les séances' })
    todo.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /Séances/ })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
    await user.tab()
    expect(screen.getByRole('main').contains(document.activeElement)).toBe(true)
  })

  it('open the help on F1, closed by Escape', async () => {
    const { user } = show('#/accueil')
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{F1}')
    expect(await screen.findByRole('dialog', { name: 'Aide' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('create a meeting on Ctrl N and start an import on Ctrl O', async () => {
    const { user } = show('#/accueil')
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}n{/Control}')
    expect(await screen.findByRole('dialog', { name: 'Nouvelle séance' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('{Control>}o{/Control}')
    await waitFor(() => expect(window.location.hash).toBe('#/import'))
  })
})

describe('undo and redo', () => {
  it('say in French what was taken back, and are said to be unavailable otherwise', async () => {
    const done = journalEntry(7, 'projects.remove')
    const { core, user } = show('#/accueil', {
      'history.state': () => ({ undo: done, redo: null }),
      'history.undo': () => {
        const state = { undo: null, redo: { ...done, state: 'undone' as const } }
        core.answers['history.state'] = () => state
        return state
      },
    })
    await screen.findByRole('heading', { level: 1 })
    const redo = screen.getByRole('button', { name: 'Rétablir' })
    expect(redo.getAttribute('aria-disabled')).toBe('true')
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText('Annulé : suppression d’un projet')).toBeTruthy()
    await waitFor(() => expect(redo.getAttribute('aria-disabled')).toBeNull())
  })

  it('name what was taken back', async () => {
    const done = journalEntry(7, 'projects.remove')
    const row = {
      table: 'project',
      id: id(1),
      name: 'Guide',
      isNamed: true,
      within: '',
      change: 'removed' as const,
    }
    const { core, user } = show('#/accueil', {
      'history.undo': () => ({ undo: null, redo: { ...done, state: 'undone' as const } }),
      'history.list': () => [
        { ...done, meeting: null, rows: [{ ...row, fields: [], known: {} }], rowCount: 1 },
      ],
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText(/^Annulé : suppression d’un projet, «\s?Guide\s?»$/)).toBeTruthy()
    expect(core.inputsOf('history.list')).toMatchObject([{ between: { from: 7, before: 8 } }])
  })

  it('ask before a message that left is said not to have', async () => {
    const done = journalEntry(7, 'dispatch.markSent')
    const { core, user } = show('#/accueil', {
      'history.state': () => ({ undo: done, redo: null }),
      'history.undo': () => ({ undo: null, redo: { ...done, state: 'undone' as const } }),
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}z{/Control}')
    await user.keyboard('{Control>}z{/Control}')
    // What is to be known stands first: the line is cut where there is no room.
    expect(await screen.findByText(/^Ce qui est parti reste parti.*«\s?Annuler\s?», à côté/)).toBeTruthy()
    expect(core.inputsOf('history.undo')).toHaveLength(0)
    const said = within(screen.getByRole('region', { name: 'Messages' }))
    await user.click(said.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(core.inputsOf('history.undo')).toHaveLength(1))
    expect(await screen.findByText(/^Annulé : /)).toBeTruthy()
  })

  it('ask before what another meeting is about, and name it', async () => {
    const here = meeting(40, { date: '2027-01-14' })
    const done = { ...journalEntry(7, 'observations.decide'), meetingId: id(11) }
    const of = { number: 11, date: '2026-11-12' }
    const { core, user } = show(`#/seances/${here.id}/ordre-du-jour`, {
      'meetings.get': () => meetingFile(here),
      'history.state': () => ({ undo: done, redo: null }),
      'history.list': () => [{ ...done, meeting: of, rows: [], rowCount: 1, parts: [] }],
    })
    await screen.findByRole('navigation', { name: frameText.navigation })
    await user.keyboard('{Control>}z{/Control}')
    expect(
      await screen.findByText(/est d’une autre séance.*\(séance n°\s11 du 12\snovembre\s2026\)/),
    ).toBeTruthy()
    expect(core.inputsOf('history.undo')).toHaveLength(0)
    core.answers['history.undo'] = () => ({ undo: null, redo: { ...done, state: 'undone' as const } })
    const said = within(screen.getByRole('region', { name: 'Messages' }))
    await user.click(said.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(core.inputsOf('history.undo')).toEqual([{ seq: 7 }]))
    expect(await screen.findByText(/^Annulé : .*\(séance n°\s11 du 12\snovembre\s2026\)$/)).toBeTruthy()
  })

  it('ask before doing again what another meeting is about, and name it', async () => {
    const here = meeting(40, { date: '2027-01-14' })
    const redo = {
      ...{ ...journalEntry(7, 'observations.decide'), state: 'undone' as const },
      meetingId: id(11),
    }
    const { core, user } = show(`#/seances/${here.id}/ordre-du-jour`, {
      'meetings.get': () => meetingFile(here),
      'history.state': () => ({ undo: null, redo }),
      'history.list': () => [
        { ...redo, meeting: { number: 11, date: '2026-11-12' }, rows: [], rowCount: 1, parts: [] },
      ],
      'history.redo': () => ({ undo: { ...redo, state: 'done' as const }, redo: null }),
    })
    await screen.findByRole('navigation', { name: frameText.navigation })
    await user.keyboard('{Control>}y{/Control}')
    expect(
      await screen.findByText(/à rétablir est d’une autre séance.*\(séance n°\s11 du 12\snovembre\s2026\)/),
    ).toBeTruthy()
    expect(core.inputsOf('history.redo')).toHaveLength(0)
    const said = within(screen.getByRole('region', { name: 'Messages' }))
    await user.click(said.getByRole('button', { name: 'Rétablir' }))
    await waitFor(() => expect(core.inputsOf('history.redo')).toEqual([{ seq: 7 }]))
  })

  it('offer what came before an act that stays, and name it', async () => {
    const { core, user } = show('#/accueil', {
      'history.state': () => ({
        undo: journalEntry(7, 'agenda.add'),
        redo: null,
        sealed: { what: 'minutes', meeting: { number: 11, date: '2026-11-12' } },
      }),
      'history.undo': ({ seq }) => (seq === undefined ? { failure: 'undo-past-seal' } : noHistory),
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}z{/Control}')
    expect(
      await screen.findByText(
        /^Séance n°\s11 du 12\snovembre\s2026.*scellé et ne se défait pas.*ajout d’un point/,
      ),
    ).toBeTruthy()
    const said = within(screen.getByRole('region', { name: 'Messages' }))
    await user.click(said.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(core.inputsOf('history.undo')).toEqual([{}, { seq: 7 }]))
  })

  it('leave Ctrl Z to the text while somebody types', async () => {
    const { core, user } = show('#/projets', { ...lists, 'history.undo': () => noHistory })
    await user.click(await screen.findByRole('searchbox', { name: 'Filtrer les projets' }))
    await user.keyboard('abc{Control>}z{/Control}')
    expect(core.inputsOf('history.undo')).toHaveLength(0)
  })

  it('say that there is nothing to do again, and not that there is nothing to take back', async () => {
    const { user } = show('#/accueil', {
      'history.state': () => ({ undo: journalEntry(7, 'agenda.add'), redo: null }),
      'history.redo': () => ({ failure: 'nothing-to-redo' }),
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}y{/Control}')
    // The button that cannot be pressed says the same where a test before has pointed at it.
    const said = within(screen.getByRole('region', { name: 'Messages' }))
    expect(await said.findByText('Il n’y a rien à rétablir.')).toBeTruthy()
  })

  it('say why when the core refuses', async () => {
    const { user } = show('#/accueil', {
      'history.state': () => ({ undo: journalEntry(7, 'agenda.add'), redo: null }),
      'history.undo': () => ({ failure: 'undo-conflict' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await screen.findByText(/Impossible d’annuler/)).toBeTruthy()
  })
})

it('shows the tile of the meeting on the screen, whatever is under way in it', async () => {
  const far = meeting(40, { date: '2027-01-14', number: null, state: 'planned' })
  show(`#/seances/${far.id}/ordre-du-jour`, { 'meetings.get': () => meetingFile(far) })
  const side = within(screen.getByRole('navigation', { name: frameText.navigation }))
  const tile = await side.findByRole('link', { name: /14.janv/ })
  expect(tile.getAttribute('aria-current')).toBe('page')
})

it('has no button for its sidebar where there is room for the rail alone', async () => {
  inOneColumn()
  try {
    show('#/accueil', lists)
    await screen.findByRole('heading', { level: 1 })
    const name = new RegExp(`^(${frameText.foldSidebar}|${frameText.unfoldSidebar})$`)
    expect(screen.queryByRole('button', { name })).toBeNull()
  } finally {
    vi.unstubAllGlobals()
  }
})

describe('the core', () => {
  it('lost is said, and everything is read again when it is back', async () => {
    const { core } = show('#/accueil')
    await screen.findByRole('heading', { level: 1 })
    act(() => core.emit({ topic: 'core', state: 'lost' }))
    expect(screen.getByText(/L’enregistrement s’est arrêté et redémarre/)).toBeTruthy()
    core.answers['home.get'] = () => home({ next: null })
    act(() => core.emit({ topic: 'core', state: 'back' }))
    expect(await screen.findByRole('heading', { name: 'Aucune séance à venir' })).toBeTruthy()
    expect(screen.queryByText(/L’enregistrement s’est arrêté/)).toBeNull()
  })
})

describe('the table of routes', () => {
  it('names every screen once', () => {
    const titles = Object.values(routes).map((route) => route.title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.every((title) => title.length > 0)).toBe(true)
  })
})

describe('what was opened last', () => {
  const text: Output<'watch.get'> = {
    ...blankText,
    id: id(31),
    version: 1,
    title: 'Décret relatif aux annuaires',
    hearings: [],
  }
  const meetingLine = expect.stringMatching(/^Séance n°.4 du 12.mai.2026$/)
  const recent = async () => {
    const group = await screen.findByText('Ouverts récemment')
    const found: string[] = []
    for (let line = group.nextElementSibling; line?.role === 'option'; line = line.nextElementSibling)
      found.push(line.querySelector('.cut')?.textContent ?? '')
    return found
  }

  it('is found again in the palette, the last one first, without what is open now and what is gone', async () => {
    localStorage.removeItem('recent')
    const { user } = show('#/accueil', {
      ...lists,
      'meetings.list': () => [meetingRow(1, { number: 4, date: '2026-05-12' })],
      'watch.get': ({ id: wanted }) => (wanted === text.id ? text : { failure: 'not-found' }),
    })
    await screen.findByRole('heading', { level: 1 })
    for (const address of [
      `#/seances/${id(1)}/envois`,
      `#/veille/texte?id=${id(32)}`,
      `#/veille/texte?id=${text.id}`,
    ]) {
      window.location.hash = address
      await waitFor(() =>
        expect(localStorage.getItem('recent')).toContain(address.match(/[-\da-f]{36}/)?.[0]),
      )
    }
    window.location.hash = '#/accueil'
    await screen.findByRole('heading', { level: 1, name: /Prochaine|décembre|séance/i })
    await user.keyboard('{Control>}k{/Control}')
    await waitFor(async () => expect(await recent()).toEqual([text.title, meetingLine]))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/veille/texte?id=${text.id}`))
    await user.keyboard('{Control>}k{/Control}')
    expect(await recent()).toEqual([meetingLine])
  })
})
