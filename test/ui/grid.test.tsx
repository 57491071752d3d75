import { screen, waitFor, within } from '@testing-library/react'
import type { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answers } from './fake-core.ts'
import { id, meetingRow } from './sample.ts'
import { show } from './show.tsx'

const year: Answers = {
  'meetings.years': () => [2026],
  'meetings.list': () => [
    meetingRow(12, { date: '2026-12-10', number: 12, decisionCount: 2, place: 'Salle Arago' }),
    meetingRow(11, { date: '2026-11-12', number: 11, decisionCount: 11, place: 'Salle Éluard' }),
    meetingRow(9, { date: '2026-09-10', number: 9, decisionCount: 0, place: 'Salle Barbara' }),
  ],
}

const numbers = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('td')?.textContent)
const column = (name: string) => screen.getByRole('columnheader', { name })
const chosen = () =>
  screen.queryAllByRole('row', { selected: true }).map((row) => row.querySelector('td')?.textContent)

async function list(): Promise<ReturnType<typeof userEvent.setup>> {
  const { user } = show('#/seances', year)
  await screen.findByRole('grid', { name: 'Séances 2026' })
  return user
}
/** Into the list, onto its first row. */
function enter(): void {
  const first = within(screen.getByRole('grid')).getAllByRole('row')[1]
  first?.focus()
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('a list', () => {
  it('is sorted by any of its columns, numbers as numbers and accents aside, and says so', async () => {
    const user = await list()
    expect(column('Décisions').getAttribute('aria-sort')).toBe('none')
    await user.click(within(column('Décisions')).getByRole('button'))
    expect(column('Décisions').getAttribute('aria-sort')).toBe('ascending')
    expect(numbers()).toEqual(['9', '12', '11'])
    await user.click(within(column('Décisions')).getByRole('button'))
    expect(column('Décisions').getAttribute('aria-sort')).toBe('descending')
    expect(numbers()).toEqual(['11', '12', '9'])
    await user.click(within(column('Mode et lieu')).getByRole('button'))
    expect(column('Décisions').getAttribute('aria-sort')).toBe('none')
    expect(numbers()).toEqual(['12', '9', '11'])
  })

  it('stays sorted as it was left on this desk', async () => {
    const user = await list()
    await user.click(within(column('Décisions')).getByRole('button'))
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
    window.location.hash = '#/seances'
    await screen.findByRole('grid', { name: 'Séances 2026' })
    expect(numbers()).toEqual(['9', '12', '11'])
  })

  it('is one stop of Tab; the arrow above its first row leads to the titles, and back', async () => {
    const user = await list()
    expect(
      screen.getByRole('grid').querySelectorAll('[tabindex="0"], button:not([tabindex="-1"])'),
    ).toHaveLength(1)
    enter()
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement?.textContent).toBe('N°')
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{Enter}')
    expect(column('Date').getAttribute('aria-sort')).toBe('ascending')
    await user.keyboard('{ArrowDown}')
    expect((document.activeElement as HTMLElement).dataset.row).toBeDefined()
  })

  it('keeps the width of a column that the keyboard gave it', async () => {
    const user = await list()
    enter()
    await user.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}++')
    const widths = JSON.parse(localStorage.getItem('list.meetings') ?? '{}').widths
    expect(widths.times).toBeGreaterThan(0)
    const cols = screen.getByRole('grid').querySelectorAll('col')
    expect(cols[2]?.style.width).toBe(`${widths.times}px`)
  })

  it('chooses many with Shift, Ctrl and Ctrl A', async () => {
    const user = await list()
    enter()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(chosen()).toEqual(['12', '11'])
    await user.keyboard('{Control>} {/Control}')
    expect(chosen()).toEqual(['12'])
    await user.keyboard('{Control>}a{/Control}')
    expect(chosen()).toEqual(['12', '11', '9'])
    await user.keyboard('{Home}')
    expect(chosen()).toEqual(['12'])
  })

  it('goes to the next row that begins with the letters typed', async () => {
    const user = await list()
    enter()
    await user.keyboard('jeu. 10 s')
    expect(chosen()).toEqual(['9'])
  })

  it('is copied as a table, for a spreadsheet and for a text', async () => {
    const { core, user } = show('#/seances', { ...year, 'app.copy': () => ({}) })
    await screen.findByRole('grid', { name: 'Séances 2026' })
    enter()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}')
    expect(await screen.findByText('2 lignes copiées')).toBeTruthy()
    const [copied] = core.inputsOf('app.copy')
    const lines = (copied?.text ?? '').split('\r\n').map((line) => line.split('\t'))
    expect(lines[0]?.slice(0, 4)).toEqual(['N°', 'Date', 'Horaire', 'Mode et lieu'])
    expect(lines.slice(1).map(([number, , , place]) => [number, place])).toEqual([
      ['12', expect.stringContaining('Salle Arago')],
      ['11', expect.stringContaining('Salle Éluard')],
    ])
    expect(copied?.html).toMatch(/<td>[^<]*Salle Éluard<\/td>/)
  })

  it('says so when nothing could be copied', async () => {
    const { user } = show('#/seances', { ...year, 'app.copy': () => ({ failure: 'unexpected' }) })
    await screen.findByRole('grid', { name: 'Séances 2026' })
    enter()
    await user.keyboard('{Control>}c{/Control}')
    expect(await screen.findByText(/erreur inattendue/i)).toBeTruthy()
    expect(screen.queryByText(/copiée/)).toBeNull()
  })

  it('leaves a sign that begins no row to whoever listens for it: the help', async () => {
    const user = await list()
    enter()
    await user.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Aide' })).toBeTruthy()
  })

  it('opens the row that is clicked', async () => {
    const user = await list()
    await user.click(screen.getByText(/Salle Éluard/))
    await waitFor(() => expect(window.location.hash).toContain(id(11)))
  })
})

describe('Ctrl P', () => {
  it('prints the list in its order, without the screen around it, and takes the sheet away again', async () => {
    let onPaper = ''
    const { core, user } = show('#/seances', {
      ...year,
      'app.print': () => {
        onPaper = document.querySelector('.print-sheet')?.textContent ?? ''
        return { outcome: 'printed' }
      },
    })
    await screen.findByRole('grid', { name: 'Séances 2026' })
    await user.click(within(column('Décisions')).getByRole('button'))
    await user.keyboard('{Control>}p{/Control}')
    expect(await screen.findByText('Envoyé à l’imprimante')).toBeTruthy()
    expect(core.inputsOf('app.print')).toEqual([{}])
    expect(onPaper).toMatch(/^Séances 20263.lignes/)
    expect(onPaper).toMatch(/Salle Barbara.*Salle Arago.*Salle Éluard/)
    expect(document.querySelector('.print-sheet')).toBeNull()
  })

  it('stands in the menu of a row too', async () => {
    const { core, user } = show('#/seances', { ...year, 'app.print': () => ({ outcome: 'cancelled' }) })
    const [row] = await screen.findAllByRole('rowheader')
    if (row !== undefined) await user.pointer({ keys: '[MouseRight]', target: row })
    await user.click(await screen.findByRole('menuitem', { name: /^Imprimer…/ }))
    expect(await screen.findByText('Rien n’a été imprimé.')).toBeTruthy()
    expect(core.inputsOf('app.print')).toHaveLength(1)
  })

  it('says when nothing could be printed', async () => {
    const { user } = show('#/accueil', { 'app.print': () => ({ outcome: 'failed' }) })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}p{/Control}')
    expect(await screen.findByText(/^L’impression n’a pas pu commencer/)).toBeTruthy()
  })
})
