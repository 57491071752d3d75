// Single letters act in lists alone: each is pressed on its screen, and what the keyboard is on afterwards is looked at.

import { act, cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type KeyboardEvent, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import type { RunJob } from '../../electron/contract/wire.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import { readNotebook } from '../../electron/imports/notebook/read-notebook.ts'
import { bindActs, declareActs, keysOf, pressKey, type Scope } from '../../renderer/acts/act.ts'
import { isLetter, type Key } from '../../renderer/acts/keys.ts'
import { useRowKeys } from '../../renderer/acts/use-acts.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { ParticipantsPage } from '../../renderer/features/attendance/replies/ParticipantsPage.tsx'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { NotebooksPage } from '../../renderer/features/session/notebooks/NotebooksPage.tsx'
import { SessionPage } from '../../renderer/features/session/SessionPage.tsx'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { attendanceWorld, showAttendance } from './attendance-world.tsx'
import { installFakeCore } from './fake-core.ts'
import { actionRow, keepingRegister, today } from './follow-up-sample.ts'
import { lineToSay, owedIn } from './letter-stages.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { guichet, identite } from './projects-sample.ts'
import { id, listed, meetingRow } from './sample.ts'
import { show } from './show.tsx'
import { keeping, row as subjectRow } from './subjects-sample.ts'

/** Words made of every letter that acts anywhere. */
const words = 'parexivets'

const modules = import.meta.glob<Record<string, unknown>>(
  '../../renderer/{acts,app,features}/**/{acts,*-acts}.ts',
  {
    eager: true,
  },
)
const isScope = (value: unknown): value is Scope<never> =>
  typeof value === 'object' && value !== null && 'reach' in value && 'acts' in value
const scopes = Object.values(modules).flatMap((module) => Object.values(module).filter(isScope))

type Lettered = { readonly scope: Scope<never>; readonly name: string; readonly key: Key }

const letteredIn = (scope: Scope<never>): Lettered[] =>
  Object.entries(scope.acts).flatMap(([name, one]) =>
    keysOf(one)
      .filter((key) => isLetter(key) && key.name !== 'Space')
      .map((key) => ({ scope, name, key })),
  )
const lettered = scopes.flatMap(letteredIn)

const watchRow = (n: number, title: string): Output<'watch.get'> => ({
  ...blankText,
  id: id(n),
  version: 1,
  title,
  hearings: [],
})

/** Shows a screen of so many rows, and returns the one that takes the letter of an act. */
type Stage = (name: string, rows: 1 | 2) => Promise<HTMLElement>

let core: RealCore | null = null
let user = userEvent.setup()

beforeEach(() => {
  user = userEvent.setup()
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(async () => {
  vi.useRealTimers()
  cleanup()
  await core?.dispose()
  core = null
})

async function meetingWith(real: RealCore): Promise<string> {
  const fields = { date: '2026-11-12', startTime: '14:00' }
  return (await real.ok('meetings.create', { fields, fromTemplate: false })).id
}

const people = [
  ['Olivier', 'Delcambre', null],
  ['Solène', 'Kermadec', null],
] as const
const notebook = ['## 1 Annuaire partagé', 'D : la bascule est reportée', 'question posée sur les coûts']
const runJob = (async (_: string, input: { fileName: string; bytes: Uint8Array }) =>
  readNotebook(input)) as RunJob

const stages: Readonly<Record<string, Stage>> = {
  observation: async (name, rows) => {
    core = await openRealCore()
    const meetingId = await meetingWith(core)
    await core.ok('minutes.start', { meetingId })
    if (name === 'settle') await owedIn(core, meetingId, rows)
    else {
      const fields = { organisation: 'Un', comment: 'Merci.' }
      for (let row = 0; row < rows; row += 1)
        await core.ok('observations.add', {
          id: newId(),
          meetingId,
          paper: 'minutes',
          circle: 'internal',
          fields,
        })
    }
    const [first] = await core.ok('observations.list', { meetingId })
    if (name === 'reopen' && first !== undefined)
      await core.ok('observations.update', { id: first.id, version: 1, patch: { state: 'accepted' } })
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await user.click(await screen.findByRole('button', { name: /^Observations/ }))
    return screen.findByRole('button', { name: /^Observation I-1/ })
  },
  reply: async (_, rows) => {
    const world = await attendanceWorld(people.slice(0, rows))
    core = world.core
    core.show(<ParticipantsPage meetingId={world.meetingId} focusId={null} />)
    await user.click(await screen.findByRole('row', { name: /Delcambre/ }))
    return screen.findByRole('row', { selected: true })
  },
  attendee: async (_, rows) => {
    const world = await attendanceWorld(people.slice(0, rows))
    core = world.core
    await core.ok('attendance.addMembers', { meetingId: world.meetingId })
    showAttendance(world)
    return screen.findByRole('listitem', { name: /Delcambre/ })
  },
  notebooks: async (name, rows) => {
    core = await openRealCore({ runJob })
    const meetingId = await meetingWith(core)
    const itemId = newId()
    const fields = { title: 'Annuaire partagé' }
    await core.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
    await putInSession(core.ok, meetingId)
    if (name === 'instead')
      await core.ok('session.addLine', {
        id: newId(),
        meetingId,
        at: '2026-11-12T13:00:00.000Z',
        fields: notedLine({ itemId, kind: 'decision', raw: 'bascule reportée', text: 'bascule reportée' }),
      })
    const bytes = new Uint8Array(new TextEncoder().encode(notebook.slice(0, 1 + rows).join('\n')))
    await core.ok('notebooks.read', { id: newId(), meetingId, file: { fileName: 'carnet.txt', bytes } })
    core.show(<NotebooksPage meetingId={meetingId} focusId={null} />)
    const line = await screen.findByRole('group', { name: /la bascule est reportée/u })
    const [first] = within(line).getAllByRole('button')
    return first ?? line
  },
  'followUp.action': async (_, rows) => {
    vi.useFakeTimers({ now: new Date(`${today}T09:00:00Z`), shouldAdvanceTime: true, toFake: ['Date'] })
    const actions = [actionRow(4, 'Fournir le guide'), actionRow(5, 'Recenser')]
    show('#/decisions-actions', keepingRegister(actions.slice(0, rows)))
    await user.click(await screen.findByText('Fournir le guide'))
    return screen.findByRole('row', { selected: true })
  },
  'session.openAction': async (_, rows) => {
    core = await openRealCore()
    const held = await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: true })
    await putInSession(core.ok, held.id)
    const itemId = (await core.ok('minutes.get', { meetingId: held.id }))?.sections[0]?.itemId ?? ''
    for (const text of ['Fournir le guide', 'Recenser'].slice(0, rows))
      await core.ok('minutes.addAction', { id: newId(), itemId, fields: { text, dueDate: '2026-11-30' } })
    await core.ok('session.close', { meetingId: held.id })
    const now = await core.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
    await core.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    await putInSession(core.ok, now.id)
    core.show(<SessionPage meetingId={now.id} focusId={null} />)
    const [item] = await screen.findAllByRole('button', { name: /suivi/iu })
    if (item !== undefined) await user.click(item)
    return screen.findByRole('listitem', { name: /Fournir le guide/u })
  },
  'review.lines': (_, rows) => lineToSay(rows),
  subject: async (_, rows) => {
    show('#/sujets', keeping([subjectRow(1, 'Annuaire'), subjectRow(2, 'Portail')].slice(0, rows)))
    await user.click(await within(await screen.findByRole('grid')).findByText('Annuaire'))
    return screen.findByRole('row', { selected: true })
  },
  project: async (_, rows) => {
    show('#/projets', {
      'projects.list': () => [guichet, identite].slice(0, rows).map(listed),
      'projectReferences.list': () => [],
      'meetings.list': () => [meetingRow(11, { date: '2999-12-10', number: 11 })],
    })
    return screen.findByRole('link', { name: 'Guichet unique' })
  },
  'watch.due': async (_, rows) => {
    const due = (n: number) => ({
      ...{ watchItemId: id(n), deadlineId: null, date: '2999-01-01', audience: '', threshold: '' },
      ...{ label: '', shortTitle: '', title: `Décret ${n}`, what: 'inForce' as const },
    })
    show('#/veille/echeances', {
      'watch.due': () => ({
        ...{ rows: [due(1), due(2)].slice(0, rows), undated: 0 },
        ...{ from: '2998-12-01', to: '2999-03-01' },
      }),
      'watch.putOnAgenda': () => watchRow(1, 'Décret 1'),
      'meetings.list': () => [meetingRow(11, { date: '2999-12-10', number: 11 })],
    })
    // A press would open it.
    return screen.findByRole('row', { name: /Décret 1/ })
  },
  watch: async (_, rows) => {
    const texts = [watchRow(1, 'Décret un'), watchRow(2, 'Décret deux')].slice(0, rows)
    show('#/veille', {
      'watch.list': () => ({ rows: texts.map((row) => ({ ...row, dueOn: null })), total: rows }),
      'watch.choices': () => ({ audiences: [], ministries: [] }),
      'watch.get': ({ id: wanted }) => texts.find((one) => one.id === wanted) ?? { failure: 'not-found' },
      'watch.putOnAgenda': ({ id: wanted }) =>
        texts.find((one) => one.id === wanted) ?? { failure: 'not-found' },
      'meetings.list': () => [meetingRow(11, { date: '2999-12-10', number: 11 })],
    })
    await user.click(await screen.findByRole('rowheader', { name: 'Décret un' }))
    return screen.findByRole('row', { selected: true })
  },
}

/** Until every call that was made has its answer, and what it led to is drawn. */
async function settled(calls: {
  readonly mock: { readonly results: readonly { value: unknown }[] }
}): Promise<void> {
  for (let answered = -1; answered < calls.mock.results.length; ) {
    answered = calls.mock.results.length
    await act(async () => {
      await Promise.all(calls.mock.results.map(({ value }) => value))
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    })
  }
}

/** Writes down which acts are done, until what it returns is called. */
function recorded(scope: Scope<never>, done: string[]): (() => void)[] {
  return Object.entries(scope.acts).map(([name, one]) => {
    const { perform } = one
    Reflect.set(one, 'perform', (context: never) => {
      done.push(name)
      perform(context)
    })
    return () => void Reflect.set(one, 'perform', perform)
  })
}

const isField = (element: Element | null) =>
  element instanceof HTMLElement &&
  element.matches('input, textarea, select, [contenteditable], [role=spinbutton]')

/** What is wrong with a letter on its screen. */
async function faultsOf({ scope, name, key }: Lettered, stage: Stage, rows: 1 | 2): Promise<string[]> {
  const faults: string[] = []
  const declared = scope.acts[name]
  if (declared === undefined) throw new Error(`no act ${name}`)
  const asks = declared.asksWords === true
  const row = await stage(name, rows)
  const calls = vi.spyOn(window.seances, 'call')
  const done: string[] = []
  const restore = [...new Set([...scopes, scope])].flatMap((one) => recorded(one, done))
  const plain = key.name.toLowerCase()
  const letter = key.shift ? `{Shift>}${plain}{/Shift}` : plain

  // A text loses the focus while it is being typed.
  const field = document.body.appendChild(document.createElement('input'))
  field.focus()
  await user.keyboard('mots')
  row.focus()
  await user.keyboard(letter)
  if (done.length > 0) faults.push(`${name} acts amid words`)
  done.length = 0
  field.remove()
  await user.pointer({ keys: '[MouseLeft]', target: document.body })

  row.focus()
  await user.keyboard(asks ? `${letter}${words}` : letter)
  await settled(calls)
  for (const one of restore) one()
  if (done[0] !== name) faults.push(`${name} is not done by its letter`)
  if (done.length > 1) faults.push(`${name}: words did ${done.slice(1).join(', ')}`)
  const at = document.activeElement
  if (at === null || at === document.body || !at.isConnected) faults.push(`${name}: the focus is nowhere`)
  else if (asks && !isField(at)) faults.push(`${name} asks for words, and no field has the focus`)
  return faults
}

describe('a letter that acts', () => {
  it('belongs to a list', () => {
    expect(lettered.length).toBeGreaterThan(20)
    const elsewhere = lettered.filter(
      ({ scope, name }) => scope.reach !== 'rows' && scope.acts[name]?.leavesKey === undefined,
    )
    expect(elsewhere.map(({ scope, name }) => `${scope.name}.${name}`)).toEqual([])
  })

  it('has a screen here', () => {
    expect([...new Set(lettered.map(({ scope }) => scope.name))].sort()).toEqual(Object.keys(stages).sort())
  })

  for (const rows of [1, 2] as const)
    it.each(lettered.map((one) => [`${one.scope.name}.${one.name}`, one] as const))(
      `%s, of ${rows} rows, leaves the keyboard on a row or in the field that it asks for`,
      async (_, one) => {
        const stage = stages[one.scope.name]
        if (stage === undefined) throw new Error(`no screen for ${one.scope.name}`)
        expect(await faultsOf(one, stage, rows)).toEqual([])
      },
    )
})

const planted = declareActs<() => void>(
  'planted',
  '',
  'rows',
)({
  drop: { label: 'Retirer', keys: ['A'], perform: (drop) => drop() },
  ask: { label: 'Motiver', keys: ['X'], asksWords: true, perform: () => undefined },
})

/** A list without manners: what is worked off takes the focus with it, and what asks for words shows no field. */
function PlantedList({ comparesKeys }: { comparesKeys: boolean }) {
  const [isThere, setIsThere] = useState(true)
  useRowKeys(planted)
  const onKeyDown = (event: KeyboardEvent) => {
    const bound = bindActs(planted, () => setIsThere(false), null)
    if (!comparesKeys) pressKey(event, Object.values(bound))
    else if (event.key === 'a') bound.drop.run()
    else if (event.key === 'x') bound.ask.run()
  }
  return isThere ? (
    <button type="button" onKeyDown={onKeyDown}>
      row
    </button>
  ) : null
}

it.each([
  [false, { drop: ['drop: the focus is nowhere'], ask: ['ask asks for words, and no field has the focus'] }],
  [
    true,
    {
      drop: ['drop acts amid words', 'drop is not done by its letter', 'drop: the focus is nowhere'],
      ask: ['ask acts amid words', 'ask: words did drop', 'ask: the focus is nowhere'],
    },
  ],
])(
  'a list that loses the focus, or acts on words, is found out (own keys: %s)',
  async (comparesKeys, faults) => {
    const stage: Stage = async () => {
      installFakeCore({})
      render(<PlantedList comparesKeys={comparesKeys} />)
      return screen.findByRole('button', { name: 'row' })
    }
    const found: Record<string, string[]> = {}
    for (const one of letteredIn(planted)) {
      found[one.name] = await faultsOf(one, stage, 1)
      cleanup()
    }
    expect(found).toEqual(faults)
  },
)
