import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { OutboxActs } from '../../renderer/api/outbox/acts.ts'
import { type Attempt, Unsent } from '../../renderer/api/outbox/unsent.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { teamText } from '../../renderer/text/team.ts'
import type { Answers } from './fake-core.ts'
import { plain } from './plain.ts'
import { never, show } from './show.tsx'
import { alone, answers, file, joined, offered } from './team-sample.ts'

/** What the server does not take. */
class Kept extends Unsent {
  attempts = 0
  isTaken = false
  answer = async (): Promise<Attempt> => ({ code: 'team-not-allowed' })
  readonly #texts: readonly string[]
  constructor(texts: readonly string[]) {
    super()
    this.#texts = texts
  }
  override get waiting(): boolean {
    return !this.isTaken
  }
  override get dirty(): boolean {
    return !this.isTaken
  }
  override get kept(): readonly string[] {
    return this.isTaken ? [] : this.#texts
  }
  override attempt(): Promise<Attempt> {
    this.attempts += 1
    return this.answer()
  }
  /** The server is back. */
  take(): void {
    this.isTaken = true
    this.fail(null)
    this.touched('asked')
  }
}

/** Moves without words and lines with them, one after the other. */
class Line extends OutboxActs<string | null, unknown> {
  protected async send() {
    return { ok: false as const, error: { code: 'team-away' as const } }
  }
  protected stored(): void {}
  protected textsOf(act: string | null) {
    return [act]
  }
}

const keyOf = (texts: readonly string[]) => `essai:${texts.join()}`
const opened = new Set<string>()
const keep = (...texts: string[]) => {
  opened.add(keyOf(texts))
  return outbox.open(keyOf(texts), () => new Kept(texts))
}
const carried = { rows: 1, files: 0, missing: 0 }
const done: Answers = {
  'team.leave': () => alone,
  'team.bring': () => carried,
  'team.join': () => joined,
  'team.share': () => carried,
}
const leaving = ['Quitter l’équipe…', 'Quitter l’équipe', 'team.leave'] as const
const bringing = ['Reprendre sur ce poste…', 'Reprendre', 'team.bring'] as const
const joining = ['Rejoindre l’équipe', 'Ouverture de la base de l’équipe', 'team.join'] as const
const sharing = ['Partager avec l’équipe', 'Partage avec l’équipe', 'team.share'] as const

const giveUp = 'Abandonner ces saisies'
const wordless = 'Des changements sans texte\u00a0: une coche, une place dans une liste, un texte vidé.'
/** Under the way to where it was typed. */
const words = (item: HTMLElement) => (item.lastElementChild ?? item).textContent

afterEach(() => {
  for (const key of [...opened, 'ligne']) outbox.forget(key)
})

/** The dialog that asks whether this is meant, and its press. */
async function asked([open, confirm]: readonly string[], more: Answers) {
  const shown = show('#/reglages/equipe', answers(joined, more))
  await shown.user.click(await screen.findByRole('button', { name: open ?? '' }))
  const dialog = await screen.findByRole('alertdialog')
  const press = () => shown.user.click(within(dialog).getByRole('button', { name: confirm ?? '' }))
  return { ...shown, dialog, press }
}

const tried: Answers = { 'team.try': () => ({ role: 'secretariat', isEmpty: true, body: '' }) }

/** An answer that comes once the test says so. */
function awaited<T>() {
  let give: (answer: T) => void = () => undefined
  const answer = new Promise<T>((resolve) => {
    give = resolve
  })
  return { answer: () => answer, give }
}

describe('what was typed for the data of before', () => {
  it.each([leaving, bringing])('%s: not before it is stored, or given up', async (...act) => {
    const [, , method] = act
    const unsent = keep('Texte pour l’équipe')
    const { core, user, dialog, press } = await asked(act, done)
    await press()
    expect(await within(dialog).findByText('Texte pour l’équipe')).toBeDefined()
    const { attempts } = unsent
    expect(attempts).toBeGreaterThan(0)
    expect(core.inputsOf(method)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: giveUp }))
    await press()
    await waitFor(() => expect(core.inputsOf(method)).toEqual([{}]))
    expect(unsent.attempts).toBe(attempts)
  })

  it.each([joining, sharing])('%s: not before it is stored, or given up', async (open, _, method) => {
    keep('Texte de ce poste')
    const { core, user } = await offered({ ...tried, ...done })
    await user.click(await screen.findByRole('button', { name: open }))
    expect(await screen.findByText('Texte de ce poste')).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(core.inputsOf(method)).toEqual([])
    await user.click(screen.getByRole('button', { name: giveUp }))
    await user.click(screen.getByRole('button', { name: open }))
    await waitFor(() => expect(core.inputsOf(method)).toHaveLength(1))
  })

  it('is no longer said to be unsaved once the server took it', async () => {
    const unsent = keep('Texte pour l’équipe')
    const { core, dialog, press } = await asked(leaving, done)
    await press()
    expect(await within(dialog).findByRole('button', { name: giveUp })).toBeDefined()
    act(() => unsent.take())
    expect(within(dialog).queryByRole('alert')).toBeNull()
    expect(within(dialog).queryByRole('button', { name: giveUp })).toBeNull()
    expect(within(dialog).queryByRole('list')).toBeNull()
    await press()
    await waitFor(() => expect(core.inputsOf('team.leave')).toEqual([{}]))
  })

  it('is given up as it is shown: what comes to it meanwhile is shown too', async () => {
    keep('Texte pour l’équipe')
    const { dialog, press } = await asked(leaving, done)
    await press()
    const list = await within(dialog).findByRole('list')
    await act(async () => {
      await keep('Texte d’après').settle()
    })
    expect(within(list).getAllByRole('listitem').map(words)).toEqual(['Texte pour l’équipe', 'Texte d’après'])
    act(() => outbox.forget(keyOf(['Texte pour l’équipe'])))
    expect(within(list).getAllByRole('listitem').map(words)).toEqual(['Texte d’après'])
  })

  it('is said where it has no words', async () => {
    keep()
    const { user, dialog, press } = await asked(leaving, done)
    await press()
    const list = await within(dialog).findByRole('list')
    expect(within(list).getAllByRole('listitem').map(words)).toEqual([wordless])
    await user.click(within(dialog).getByRole('button', { name: giveUp }))
    expect(within(dialog).queryByRole('list')).toBeNull()
  })

  it('is said where only a part of a line of acts has words', async () => {
    const line = outbox.open('ligne', () => new Line())
    void line.add('Un point ajouté')
    const { dialog, press } = await asked(leaving, done)
    await press()
    const list = await within(dialog).findByRole('list')
    expect(within(list).getAllByRole('listitem').map(words)).toEqual(['Un point ajouté'])
    act(() => void line.add(null))
    expect(within(list).getAllByRole('listitem').map(words)).toEqual(['Un point ajouté', wordless])
  })
})

describe('until this desk has turned to other data', () => {
  /** Neither a key nor an address leads away; what was asked for meanwhile is shown afterwards. */
  async function expectHeld(user: ReturnType<typeof show>['user'], name: string) {
    const dialog = await screen.findByRole('alertdialog', { name })
    await user.keyboard('{Escape}')
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('{Control>}1{/Control}')
    expect(window.location.hash).toBe('#/reglages/equipe')
    await act(async () => {
      window.location.hash = '#/seances'
      window.dispatchEvent(new HashChangeEvent('hashchange'))
    })
    expect(screen.getAllByRole('alertdialog')).toEqual([dialog])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    return dialog
  }
  const expectLeft = async () => {
    await waitFor(() => expect(document.title).toMatch(/^Séances –/))
    expect(screen.queryByRole('alertdialog')).toBeNull()
  }

  it.each([
    [...joining, joined],
    [...sharing, carried],
  ] as const)('%s: nothing else can be done', async (open, title, method, answer) => {
    const { answer: later, give } = awaited<never>()
    const { core, user } = await offered({ ...tried, [method]: later, 'team.stop': () => ({}) })
    await user.click(await screen.findByRole('button', { name: open }))
    await waitFor(() => expect(core.inputsOf(method)).toHaveLength(1))
    const dialog = await expectHeld(user, title)
    if (method === 'team.share') {
      await user.click(within(dialog).getByRole('button', { name: 'Arrêter' }))
      await waitFor(() => expect(core.inputsOf('team.stop')).toEqual([{}]))
    }
    await act(async () => give(answer as never))
    await expectLeft()
  })

  it.each([
    [...leaving, teamText.leaveTitle, alone],
    [...bringing, teamText.bringTitle, carried],
  ] as const)('%s nothing else can be done', async (open, confirm, method, title, answer) => {
    const { answer: later, give } = awaited<never>()
    const { core, user, dialog, press } = await asked([open, confirm, method], {
      [method]: later,
      'team.stop': () => ({}),
    })
    await press()
    await waitFor(() => expect(core.inputsOf(method)).toEqual([{}]))
    await user.click(within(dialog).getByRole('button', { name: 'Annuler' }))
    await expectHeld(user, title)
    if (method === 'team.bring') {
      await user.click(within(dialog).getByRole('button', { name: 'Arrêter' }))
      await waitFor(() => expect(core.inputsOf('team.stop')).toEqual([{}]))
    }
    await act(async () => give(answer as never))
    await expectLeft()
  })

  it('nothing can be typed while it is still stored', async () => {
    const { answer: later, give } = awaited<Attempt>()
    const unsent = keep('Texte pour l’équipe')
    unsent.answer = later
    const { core, user, press } = await asked(leaving, done)
    await press()
    await expectHeld(user, teamText.leaveTitle)
    expect(core.inputsOf('team.leave')).toEqual([])
    unsent.isTaken = true
    await act(async () => give('stored'))
    await waitFor(() => expect(core.inputsOf('team.leave')).toEqual([{}]))
  })

  it('a refusal gives the window back, and says why', async () => {
    const { dialog, user, press } = await asked(leaving, { 'team.leave': () => ({ failure: 'team-away' }) })
    await press()
    expect((await within(dialog).findByRole('alert')).textContent).toContain(errorSentences['team-away'])
    await user.click(within(dialog).getByRole('button', { name: 'Annuler' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('a file let fall is not taken', async () => {
    const { core, user } = await offered({ ...tried, 'team.join': never })
    await user.click(await screen.findByRole('button', { name: 'Rejoindre l’équipe' }))
    await waitFor(() => expect(core.inputsOf('team.join')).toHaveLength(1))
    const dialog = await screen.findByRole('alertdialog')
    await act(async () => handFiles('teamFile', null, [file('pas du JSON')], null))
    expect(screen.queryByText(plain(errorSentences['team-file-refused']))).toBeNull()
    expect(screen.getByRole('alertdialog')).toBe(dialog)
  })
})
