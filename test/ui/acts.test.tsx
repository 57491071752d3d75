// Acts: what is declared once reaches the keyboard, the palette and the list of keys; no key means two things in one place.
import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import ListChecks from 'lucide-react/icons/list-checks'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ActButton } from '../../renderer/acts/ActButton.tsx'
import { ActMenu } from '../../renderer/acts/ActMenu.tsx'
import { declareActs, keyHints, keysOf, type Scope } from '../../renderer/acts/act.ts'
import { capsOf, collide, isPressed, parseKey } from '../../renderer/acts/keys.ts'
import { useMoreActs } from '../../renderer/acts/more-acts.ts'
import { useActs, useRowKeys } from '../../renderer/acts/use-acts.ts'
import { ScreenKeys } from '../../renderer/features/help/ScreenKeys.tsx'
import { commandEntries } from '../../renderer/features/home/search/command-entries.ts'
import { EditingOff } from '../../renderer/ui/editing.ts'
import { show } from './show.tsx'
import { UnderBar } from './under-bar.tsx'

const stroke = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
  ...more,
})
const pressed = (notation: string, key: string, more: Partial<KeyboardEvent> = {}) =>
  isPressed(parseKey(notation), stroke(key, more))

describe('a key', () => {
  it('is pressed with its modifiers and no others', () => {
    expect(pressed('CmdOrCtrl+K', 'k', { ctrlKey: true })).toBe(true)
    expect(pressed('CmdOrCtrl+K', 'k', { metaKey: true })).toBe(true)
    expect(pressed('CmdOrCtrl+K', 'K', { ctrlKey: true, shiftKey: true })).toBe(false)
    expect(pressed('CmdOrCtrl+K', 'k')).toBe(false)
    expect(pressed('CmdOrCtrl+K', 'k', { ctrlKey: true, altKey: true })).toBe(false)
    expect(pressed('Alt+Shift+Up', 'ArrowUp', { altKey: true, shiftKey: true })).toBe(true)
    expect(pressed('R', 'r', { isComposing: true })).toBe(false)
  })

  it('that writes a sign or a digit does not depend on the Shift of one keyboard', () => {
    expect(pressed('Plus', '+', { shiftKey: true })).toBe(true)
    expect(pressed('?', '?', { shiftKey: true })).toBe(true)
    expect(pressed('CmdOrCtrl+2', 'é', { ctrlKey: true, code: 'Digit2' })).toBe(true)
    expect(pressed('CmdOrCtrl+2', '2', { ctrlKey: true, shiftKey: true, code: 'Numpad2' })).toBe(true)
    expect(pressed('CmdOrCtrl+2', '3', { ctrlKey: true, code: 'Digit3' })).toBe(false)
    expect(pressed('CmdOrCtrl+-', '-', { ctrlKey: true, code: 'Digit6' })).toBe(false)
    expect(pressed('CmdOrCtrl+-', '-', { ctrlKey: true, code: 'NumpadSubtract' })).toBe(true)
  })

  it('is shown as the keyboard prints it', () => {
    expect(capsOf(parseKey('CmdOrCtrl+Alt+Shift+Left'), false)).toEqual(['Ctrl', 'Alt', 'Maj', '←'])
    expect(capsOf(parseKey('CmdOrCtrl+Alt+Shift+Left'), true)).toEqual(['⌘', '⌥', '⇧', '←'])
    expect(capsOf(parseKey('Delete'), false)).toEqual(['Suppr'])
  })

  it('without a name is no key', () => {
    for (const wrong of ['', 'CmdOrCtrl', 'Ctrl+K', 'Shift+']) expect(() => parseKey(wrong), wrong).toThrow()
  })
})

/** Keys that two acts of a scope share. */
function collisions({ name, acts }: Scope<never>): string[] {
  const all = Object.entries(acts).flatMap(([act, declared]) => keysOf(declared).map((key) => ({ act, key })))
  return all.flatMap((one, rank) =>
    all
      .slice(rank + 1)
      .flatMap((other) => (collide(one.key, other.key) ? [`${name}: ${one.act}, ${other.act}`] : [])),
  )
}

const isScope = (value: unknown): value is Scope<never> =>
  typeof value === 'object' && value !== null && 'reach' in value && 'acts' in value

async function declaredScopes(): Promise<Scope<never>[]> {
  const files = globSync('renderer/{acts,app,features}/**/{acts,*-acts}.ts')
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ pathToFileURL(file).href)))
  return modules.flatMap((module: object) => Object.values(module).filter(isScope))
}

describe('the acts that are declared', () => {
  it('have a name of their own, and no key means two of them in one place', async () => {
    const scopes = await declaredScopes()
    expect(scopes.map(({ name }) => name)).toContain('frame')
    expect(new Set(scopes.map(({ name }) => name)).size).toBe(scopes.length)
    expect(scopes.flatMap(collisions)).toEqual([])
    const everywhere = scopes.filter(({ reach }) => reach === 'window')
    const joined = Object.assign({}, ...everywhere.map(({ name, acts }) => prefixed(name, acts)))
    expect(collisions({ name: 'window', title: '', reach: 'window', place: null, acts: joined })).toEqual([])
  })

  it('would be caught sharing a key', () => {
    const perform = () => undefined
    const planted = declareActs<null>(
      'planted',
      '',
      'rows',
    )({
      longer: { label: 'Allonger', keys: ['Plus'], perform },
      add: { label: 'Ajouter', keys: ['Enter', 'Shift+Plus'], perform },
      shorter: { label: 'Raccourcir', keys: ['-'], perform },
    })
    expect(collisions(planted)).toEqual(['planted: longer, add'])
  })
})

const prefixed = (name: string, acts: Scope<never>['acts']) =>
  Object.fromEntries(Object.entries(acts).map(([act, one]) => [`${name}.${act}`, one]))

const did = vi.fn<(what: string) => void>()
type Context = { canMove: boolean; reason: string | null }
const scope = declareActs<Context>(
  'trial',
  'Essai',
  'screen',
)({
  move: {
    label: 'Monter le dossier…',
    synonyms: 'hisser',
    icon: ListChecks,
    keys: ['CmdOrCtrl+M'],
    offered: ({ canMove }) => canMove,
    whyNot: ({ reason }) => reason,
    perform: () => did('move'),
  },
  look: { label: 'Regarder', icon: ListChecks, keys: ['L'], reads: true, perform: () => did('look') },
  up: { label: 'Avant', short: 'choisir', keys: ['Up'], perform: () => did('up') },
  down: { label: 'Après', short: 'choisir', keys: ['Down'], perform: () => did('down') },
})

let bringAct: () => void = () => undefined
/** A screen that has what one of its acts needs a while after it is shown. */
function InMore() {
  const [canMove, setCanMove] = useState(false)
  bringAct = () => setCanMove(true)
  useMoreActs(Object.values(useActs(scope, { canMove, reason: null })))
  return null
}

describe('the one menu of a bar', () => {
  it('shows the acts that come while it is open', async () => {
    render(
      <UnderBar>
        <InMore />
      </UnderBar>,
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Autres actions' }))
    expect(screen.getByRole('menuitem', { name: /^Regarder/ })).toBeDefined()
    expect(screen.queryByRole('menuitem', { name: /^Monter le dossier/ })).toBeNull()
    act(() => bringAct())
    expect(await screen.findByRole('menuitem', { name: /^Monter le dossier/ })).toBeDefined()
  })
})

function Trial(context: Context) {
  const acts = useActs(scope, context)
  return (
    <>
      <ActButton act={acts.move} />
      <ActMenu label="Plus" acts={[acts.move, acts.look]} />
      <input aria-label="Champ" />
    </>
  )
}

describe('an act on the screen', () => {
  it('is done by its button, its menu, its key and the palette', async () => {
    const user = userEvent.setup()
    render(<Trial canMove reason={null} />)
    await user.click(screen.getByRole('button', { name: 'Monter le dossier…' }))
    await user.click(screen.getByRole('button', { name: 'Plus' }))
    await user.click(await screen.findByRole('menuitem', { name: /Monter le dossier/ }))
    await user.keyboard('{Control>}m{/Control}')
    const [entry] = commandEntries('hisser')
    expect(entry).toMatchObject({ id: 'trial.move', group: 'Essai', keys: ['Ctrl', 'M'] })
    entry?.onOpen()
    expect(did.mock.calls).toEqual([['move'], ['move'], ['move'], ['move']])
  })

  it('leaves its letter to a text that is being typed', async () => {
    const user = userEvent.setup()
    render(<Trial canMove reason={null} />)
    await user.type(screen.getByRole('textbox', { name: 'Champ' }), 'l')
    expect(did).not.toHaveBeenCalled()
    await user.click(document.body)
    await user.keyboard('l')
    expect(did.mock.calls).toEqual([['look']])
  })

  it('that is not offered has no button, no key and no line in the palette', async () => {
    const user = userEvent.setup()
    render(<Trial canMove={false} reason={null} />)
    expect(screen.queryByRole('button', { name: /Monter/ })).toBeNull()
    await user.keyboard('{Control>}m{/Control}')
    expect(did).not.toHaveBeenCalled()
    expect(commandEntries('').map(({ id }) => id)).toEqual(['trial.look'])
  })

  it('that cannot be done says why where it is off, and does nothing', async () => {
    const user = userEvent.setup()
    render(<Trial canMove reason="La séance est tenue." />)
    const button = screen.getByRole('button', {
      name: 'Monter le dossier…',
      description: 'La séance est tenue.',
    })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    await user.click(button)
    await user.keyboard('{Control>}m{/Control}')
    expect(did).not.toHaveBeenCalled()
    expect(commandEntries('hisser')[0]?.detail).toMatchObject([{ text: 'La séance est tenue.' }])
  })

  it('is off where nothing may be written, unless it only reads', async () => {
    const user = userEvent.setup()
    render(
      <EditingOff value="Lecture seule.">
        <Trial canMove reason={null} />
      </EditingOff>,
    )
    await user.keyboard('{Control>}m{/Control}l')
    expect(did.mock.calls).toEqual([['look']])
  })

  it('leaves the palette and the keyboard when its screen goes', async () => {
    const user = userEvent.setup()
    render(<Trial canMove reason={null} />).unmount()
    expect(commandEntries('')).toEqual([])
    await user.keyboard('{Control>}m{/Control}')
    expect(did).not.toHaveBeenCalled()
  })
})

const nothing = () => undefined
const alike = (name: string, key: string) =>
  declareActs<null>(name, 'Essai', 'rows')({ act: { label: `Acte ${key}`, keys: [key], perform: nothing } })
const [first, second] = [alike('first', 'F8'), alike('second', 'F9')]

function Twice({ isAsked }: { isAsked: boolean }) {
  useRowKeys(first)
  useRowKeys(second)
  useRowKeys(second)
  return isAsked ? <ScreenKeys /> : null
}

describe('the list of keys', () => {
  it('says those of an act once, and together those that do the same', () => {
    expect(keyHints(Object.values(scope.acts))).toEqual([
      { keys: ['Ctrl', 'M'], label: 'monter le dossier' },
      { keys: ['L'], label: 'regarder' },
      { keys: ['↑', '↓'], label: 'choisir' },
    ])
  })

  it('gathers what stands under one title, each act once', async () => {
    const shown = render(<Twice isAsked={false} />)
    shown.rerender(<Twice isAsked />)
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Essai',
    ])
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['F8', 'F9'])
  })

  it('holds every key that acts everywhere, under the act that it does', async () => {
    const { user } = show('#/accueil')
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{F1}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Aide' }))
    await user.click(dialog.getByRole('button', { name: 'Touches de cet écran' }))
    const line = (words: string) => dialog.getByText(words).closest('.shortcut')?.querySelectorAll('kbd')
    const keys = (words: string) => [...(line(words) ?? [])].map(({ textContent }) => textContent)
    expect(keys('nouvelle séance')).toEqual(['Ctrl', 'N'])
    expect(keys('tout trouver')).toEqual(['Ctrl', 'K'])
    expect(keys('veille réglementaire')).toEqual(['Ctrl', '4'])
    expect(dialog.queryByText('filtrer la liste')).toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
