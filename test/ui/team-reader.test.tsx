import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { teamText } from '../../renderer/text/team.ts'
import { EditingOff } from '../../renderer/ui/editing.ts'
import { Segments } from '../../renderer/ui/Segments.tsx'
import { show } from './show.tsx'
import { answers, joined } from './team-sample.ts'

describe('an account that only reads', () => {
  it('has what writes turned off, with the reason', async () => {
    show('#/seances', answers({ ...joined, role: 'lecture' }))
    const create = await screen.findByRole('button', { name: 'Nouvelle séance' })
    await waitFor(() => expect(create.getAttribute('aria-disabled')).toBe('true'))
    expect(create.title).toContain('Ce compte lit la base de l’équipe sans la modifier.')
    expect(screen.getByText('Lecture seule')).toBeDefined()
  })

  it.each([
    ['#/sujets', { 'subjects.list': () => [] }],
    ['#/historique', { 'history.list': () => [], 'history.state': () => ({ undo: null, redo: null }) }],
  ])('is told that it does not read what is empty to it: %s', async (address, empty) => {
    show(address, answers({ ...joined, role: 'lecture' }, empty))
    expect(await screen.findByText(teamText.unseen)).toBeDefined()
    cleanup()
    show(address, answers(joined, empty))
    await waitFor(() => expect(document.querySelector('.empty')).not.toBeNull())
    expect(screen.queryByText(teamText.unseen)).toBeNull()
  })

  it('has choices that write turned off too, and those of what is shown on', async () => {
    const chosen: string[] = []
    const choices = [
      { value: 'a', label: 'Sur place' },
      { value: 'b', label: 'Visio' },
    ]
    const group = { value: 'a', choices, onChange: (value: string) => chosen.push(value) }
    render(
      <EditingOff.Provider value="Lecture seule.">
        <Segments {...group} label="Réponse" writes />
        <Segments {...group} label="Vue" />
      </EditingOff.Provider>,
    )
    const press = (name: string) =>
      userEvent.click(within(screen.getByRole('group', { name })).getByRole('button', { name: 'Visio' }))
    await press('Réponse')
    expect(chosen).toEqual([])
    await press('Vue')
    expect(chosen).toEqual(['b'])
  })

  it('and one that writes has it', async () => {
    show('#/seances', answers(joined))
    const create = await screen.findByRole('button', { name: 'Nouvelle séance' })
    expect(create.getAttribute('aria-disabled')).toBeNull()
  })
})
