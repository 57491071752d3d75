import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { addDays, civilDate } from '../../electron/domain/time/civil-date.ts'
import type { Answers } from './fake-core.ts'
import { bareAgenda, body, home, id, meeting, meetingFile } from './sample.ts'
import { show } from './show.tsx'

type Task = Output<'backPlanning.tasks'>[number]

const today = civilDate(new Date())
const date = addDays(today, 16)

function task(n: number, change: Partial<Task> = {}): Task {
  const base = { id: id(n), version: 1, meetingId: id(12), title: `Tâche ${n}`, offsetDays: n - 20 }
  const fields = { counting: 'calendar' as const, act: null, doneOn: null, proof: null, isOver: false }
  return { ...base, ...fields, due: addDays(date, change.offsetDays ?? n - 20), ...change }
}

/** A core that keeps the tasks, as the real one does. */
function withTasks(start: Task[]): Answers {
  let tasks = start
  const keep = (next: Task[]) => {
    tasks = next
    return tasks
  }
  return {
    'meetings.get': () => meetingFile(meeting(12, { date })),
    'meetings.moves': () => [],
    'series.list': () => [],
    'backPlanning.tasks': () => tasks,
    ...bareAgenda(id(12)),
    'backPlanning.lay': () => keep([task(1), task(2)]),
    'backPlanning.addTask': ({ id: added, fields }) => keep([...tasks, task(3, { ...fields, id: added })]),
    'backPlanning.updateTask': ({ id: changed, patch }) =>
      keep(
        tasks.map((one) =>
          one.id === changed ? { ...one, ...(patch as Partial<Task>), version: one.version + 1 } : one,
        ),
      ),
    'backPlanning.removeTask': ({ id: removed }) => keep(tasks.filter((one) => one.id !== removed)),
  }
}
const preparation = `#/seances/${id(12)}/preparation`
const list = async () => within(await screen.findByRole('list', { name: 'Tâches de la séance, par date' }))

describe('the back-planning of a meeting', () => {
  it('is a dated thread with the meeting and today in it; each line leads to its act', async () => {
    show(
      preparation,
      withTasks([
        task(2, { title: 'Appeler les sujets', act: 'callForSubjects' }),
        task(5, { title: 'Convoquer', act: 'convene', proof: { by: 'meetingConvened', on: null } }),
        task(25, { title: 'Relancer les actions', act: 'remindActions' }),
      ]),
    )
    const thread = await list()
    const lines = thread.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
    expect(lines.map((line) => /Appeler|Convoquer|Relancer|Aujourd’hui|Séance/.exec(line)?.[0])).toEqual([
      'Appeler',
      'Aujourd’hui',
      'Convoquer',
      'Séance',
      'Relancer',
    ])
    expect(lines[0]).toContain('En retard de 2\u00a0jours')
    expect(lines[2]).toContain('Séance convoquée')
    expect(thread.getByRole('link', { name: /^Envois.*Appeler les sujets/ }).getAttribute('href')).toBe(
      `#/seances/${id(12)}/envois?id=callForSubjects`,
    )
    expect(screen.getByText(/1 sur 3.tâches faites/)).toBeTruthy()
  })

  it('is ticked and unticked by hand; what did itself is not', async () => {
    const { core, user } = show(
      preparation,
      withTasks([task(5), task(6, { proof: { by: 'messageSent', on: today } })]),
    )
    const thread = await list()
    await user.click(thread.getByRole('checkbox', { name: /^Fait.: Tâche 5$/ }))
    await waitFor(() =>
      expect(core.inputsOf('backPlanning.updateTask').at(-1)?.patch).toEqual({ doneOn: today }),
    )
    await waitFor(() =>
      expect(thread.getByRole<HTMLInputElement>('checkbox', { name: /^Fait.: Tâche 5$/ }).checked).toBe(true),
    )
    await user.click(thread.getByRole('checkbox', { name: /^Fait.: Tâche 5$/ }))
    await waitFor(() =>
      expect(core.inputsOf('backPlanning.updateTask').at(-1)?.patch).toEqual({ doneOn: null }),
    )
    const proved = thread.getByRole<HTMLInputElement>('checkbox', { name: /^Fait.: Tâche 6$/ })
    expect(proved.checked).toBe(true)
    await user.click(proved)
    expect(core.inputsOf('backPlanning.updateTask')).toHaveLength(2)
  })

  it('is laid on demand; a task is added, edited from the keyboard, and removed', async () => {
    const { core, user } = show(preparation, withTasks([]))
    await user.click(await screen.findByRole('button', { name: 'Poser le rétroplanning type' }))
    await list()
    await user.click(screen.getByRole('button', { name: 'Ajouter une tâche' }))
    const title = await screen.findByRole('textbox', { name: 'Tâche' })
    await waitFor(() => expect(document.activeElement).toBe(title))
    await user.clear(title)
    await user.type(title, 'Réserver la salle{Enter}')
    const days = screen.getByRole('textbox', { name: 'Jours' })
    await user.clear(days)
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Un nombre entier, de 0 à 365.')).toBeTruthy()
    // Left as it is, the number that stands is back, and nothing is refused any more.
    await user.tab()
    expect(screen.queryByText('Un nombre entier, de 0 à 365.')).toBeNull()
    await user.clear(days)
    await user.type(days, '3{Enter}')
    await waitFor(() => expect(screen.queryByText(/Un nombre entier/)).toBeNull())
    await user.selectOptions(screen.getByRole('combobox', { name: 'Moment' }), 'après la séance')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mène à' }), 'Compte rendu')
    await waitFor(() => {
      const sent = Object.assign({}, ...core.inputsOf('backPlanning.updateTask').map(({ patch }) => patch))
      expect(sent).toEqual({ title: 'Réserver la salle', offsetDays: 3, act: 'writeMinutes' })
    })
    await user.click(screen.getByRole('button', { name: 'Retirer la tâche' }))
    expect(await screen.findByText('Tâche retirée')).toBeTruthy()
    expect(core.inputsOf('backPlanning.removeTask')).toHaveLength(1)
  })

  it('is what is printed while it is shown', async () => {
    const paper: string[][] = []
    const { user } = show(preparation, {
      ...withTasks([
        task(5, { title: 'Appeler les sujets' }),
        task(6, { title: 'Convoquer', doneOn: today }),
      ]),
      'app.print': () => {
        for (const row of document.querySelectorAll('.print-sheet tbody tr'))
          paper.push([...row.children].map(({ textContent }) => textContent ?? ''))
        return { outcome: 'printed' }
      },
    })
    await list()
    await user.keyboard('{Control>}p{/Control}')
    await waitFor(() => expect(paper.map(([, title]) => title)).toEqual(['Appeler les sujets', 'Convoquer']))
    expect(paper[1]?.[2]).toMatch(/^Fait le/)
  })

  it('keeps the keyboard among the tasks when one goes, and says the keys that act there', async () => {
    const { user } = show(preparation, withTasks([task(5), task(6), task(7)]))
    const thread = await list()
    const keys = within(screen.getByRole('contentinfo')).getByText('faite').parentElement?.textContent
    expect(keys).toContain('Espace')
    expect(screen.getByRole('contentinfo').textContent).toContain('1…4')
    await user.click(thread.getByRole('button', { name: /^Modifier.*Tâche 6/ }))
    await user.click(screen.getByRole('button', { name: 'Retirer la tâche' }))
    await waitFor(() => expect(thread.queryByText('Tâche 6')).toBeNull())
    expect(document.activeElement?.closest('li')?.textContent).toContain('Tâche 7')
  })
})

describe('the template in the settings', () => {
  it('says each line in words and opens one to change it', async () => {
    const line = {
      ...{ id: id(1), version: 1, title: 'Relancer les supports', offsetDays: -5 },
      ...{ counting: 'working' as const, act: 'remindSlides' as const },
    }
    const { core, user } = show('#/reglages?id=retroplanning', {
      'home.get': () => home(),
      'settings.body': () => body,
      'backPlanning.template': () => [line],
      'backPlanning.updateLine': ({ patch }) => [{ ...line, ...(patch as Partial<typeof line>), version: 2 }],
    })
    const lines = within(await screen.findByRole('list', { name: 'Lignes du rétroplanning type' }))
    expect(lines.getByText(/5.jours ouvrés avant/)).toBeTruthy()
    await user.click(lines.getByRole('button', { name: /^Modifier.*Relancer les supports/ }))
    await user.selectOptions(lines.getByRole('combobox', { name: 'Décompte' }), 'jours calendaires')
    await waitFor(() =>
      expect(core.inputsOf('backPlanning.updateLine')).toEqual([
        { id: id(1), version: 1, patch: { counting: 'calendar' } },
      ]),
    )
  })
})
