// What this desk chooses of how things are shown, beside its theme and the size of its text.
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { bindActs, declareActs, pressKey } from '../../renderer/acts/act.ts'
import { applyDeskChoices } from '../../renderer/api/desk-choices.ts'
import type { Answers } from './fake-core.ts'
import { show } from './show.tsx'

const answers: Answers = { 'app.textSize': () => ({ percent: 100 }) }

async function appearance() {
  const { user } = show('#/reglages?id=affichage', answers)
  await screen.findByRole('heading', { name: 'Apparence' })
  const choose = (label: string, choice: string) =>
    user.click(within(screen.getByRole('group', { name: label })).getByRole('button', { name: choice }))
  return { user, choose }
}

afterEach(() => {
  localStorage.clear()
  applyDeskChoices()
})

describe('appearance', () => {
  it('makes the rows lower, at once and for the next start', async () => {
    const { choose } = await appearance()
    const { dataset } = document.documentElement
    await choose('Lignes', 'Compactes')
    expect(dataset.density).toBe('compacte')
    delete dataset.density
    applyDeskChoices()
    expect(dataset.density).toBe('compacte')
    await choose('Lignes', 'Confortables')
    expect(dataset.density).toBe('confortable')
  })

  it('hides the keys of the status line, and folds the sidebar', async () => {
    const { choose } = await appearance()
    const foot = screen.getByRole('contentinfo')
    expect(within(foot).getByText('F1')).toBeTruthy()
    await choose('Rappel des touches', 'Masqué')
    expect(within(foot).queryByText('F1')).toBeNull()
    expect(document.querySelector('.app.rail')).toBeNull()
    await choose('Barre latérale', 'Repliée')
    expect(document.querySelector('.app.rail')).toBeTruthy()
  })

  it('cuts the keys of one letter, and no other key', async () => {
    const { choose } = await appearance()
    const done: string[] = []
    const scope = declareActs<null>(
      'test',
      'Essai',
      'rows',
    )({
      letter: { label: 'Inscrire', keys: ['I'], perform: () => done.push('letter') },
      chord: { label: 'Tout', keys: ['CmdOrCtrl+A'], perform: () => done.push('chord') },
    })
    const press = (key: string, ctrlKey = false) =>
      pressKey(new KeyboardEvent('keydown', { key, ctrlKey }), Object.values(bindActs(scope, null, null)))
    press('i')
    await choose('Touches d’une lettre', 'Coupées')
    expect(press('i')).toBe(false)
    press('a', true)
    expect(done).toEqual(['letter', 'chord'])
  })

  it('holds still where asked', async () => {
    const { choose } = await appearance()
    await choose('Mouvement', 'Aucun')
    expect(document.documentElement.dataset.motion).toBe('aucun')
  })

  it('is one stop of Tab a choice, arrows go along it', async () => {
    const { user, choose } = await appearance()
    await choose('Lignes', 'Compactes')
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement?.textContent).toBe('Confortables')
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement?.textContent).toBe('Compactes')
    await user.tab()
    expect(document.activeElement?.textContent).toBe('Selon la place')
  })
})
