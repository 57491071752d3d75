import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import { readPasted } from '../../electron/imports/watch/read-pasted.ts'
import type { Answers } from './fake-core.ts'
import { id, meetingRow } from './sample.ts'
import { show } from './show.tsx'

beforeAll(() => import('../../renderer/features/watch/WatchPage.tsx'))

const row = (n: number, title: string): Output<'watch.get'> => ({
  ...blankText,
  id: id(n),
  version: 1,
  title,
  hearings: [],
})
const draft = { id: id(60), version: 4, title: 'Projet de décret des annuaires', status: 'draft' as const }
const reasons: ('title' | 'nature')[] = ['title', 'nature']
const meeting = meetingRow(11, { id: id(1), date: '2099-12-10', state: 'planned' })

const answers = (drafts: Output<'watch.readPasted'>['rows'][number]['drafts'] = []): Answers => ({
  'watch.list': () => ({ rows: [], total: 0 }),
  'watch.get': () => row(70, 'Décret des annuaires'),
  'meetings.list': () => [meeting],
  'watch.readPasted': ({ words }) => {
    const { texts, problems } = readPasted(words)
    const rows = texts.map((text) => ({ text, title: text.title ?? text.nor ?? '', known: null, drafts }))
    return { rows, problems }
  },
  'watch.addPasted': () => [row(70, 'Décret des annuaires')],
  'watch.putOnAgenda': () => row(70, 'Décret des annuaires'),
  'history.state': () => ({ undo: null, redo: null }),
})
const pane = () => screen.findByRole('complementary', { name: 'Textes collés' })
const paste = (words: string) => {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: () => words, files: [] } })
  document.body.dispatchEvent(event)
}

describe('pasted words', () => {
  it('show each text with what was read, and are followed in one press', async () => {
    const { user, core } = show('#/veille', answers())
    await screen.findByRole('heading', { name: 'Veille' })
    paste('Décret n° 2099-1 du 3 mars 2099 relatif aux annuaires\nNOR : ZZZJ9900001D')
    const beside = within(await pane())
    expect(await beside.findByText('1 texte reconnu')).toBeTruthy()
    expect(beside.getByRole('checkbox', { name: 'relatif aux annuaires' })).toHaveProperty('checked', true)
    expect(beside.getByText('ZZZJ9900001D')).toBeTruthy()
    await user.click(beside.getByRole('button', { name: 'Suivre ce texte' }))
    await waitFor(() => expect(core.inputsOf('watch.addPasted')).toHaveLength(1))
    const [sent] = core.inputsOf('watch.addPasted')[0]?.texts ?? []
    expect(sent).toMatchObject({ text: { nor: 'ZZZJ9900001D', number: '2099-1' }, publishes: null })
  })

  it('complete the sheet of a text that is followed, by one press', async () => {
    const known = { id: id(70), version: 3, title: 'Décret des annuaires', status: 'published' as const }
    const inForce = { inForceOn: '2099-07-01', inForceRule: 'dated' as const }
    const { user, core } = show('#/veille', {
      ...answers(),
      'watch.readPasted': ({ words }) => {
        const { texts, problems } = readPasted(words)
        const rows = texts.map((text) => ({
          text,
          title: 'Décret des annuaires',
          known: { ...known, lacks: inForce },
          drafts: [],
        }))
        return { rows, problems }
      },
      'watch.update': () => row(70, 'Décret des annuaires'),
    })
    await screen.findByRole('heading', { name: 'Veille' })
    paste('Décret n° 2099-1 du 3 mars 2099, entre en vigueur le 1er juillet 2099')
    await user.click(within(await pane()).getByRole('button', { name: 'Compléter la fiche' }))
    await waitFor(() =>
      expect(core.inputsOf('watch.update')).toEqual([{ id: id(70), version: 3, patch: inForce }]),
    )
  })

  it('propose the draft that a text publishes, and put it on the next agenda with it', async () => {
    const { user, core } = show('#/veille', answers([{ ...draft, score: 0.8, reasons }]))
    await screen.findByRole('heading', { name: 'Veille' })
    paste('Décret n° 2099-1 du 3 mars 2099 relatif aux annuaires')
    const beside = within(await pane())
    const choice = await beside.findByRole('radio', { name: /Projet de décret des annuaires/ })
    expect(choice).toHaveProperty('checked', true)
    await user.click(await beside.findByRole('button', { name: /^Suivre et inscrire à la séance n°.11/ }))
    await waitFor(() => expect(core.inputsOf('watch.putOnAgenda')).toHaveLength(1))
    expect(core.inputsOf('watch.addPasted')[0]?.texts[0]?.publishes).toEqual({ id: draft.id, version: 4 })
  })

  it('leave a doubtful draft unchosen, and a text of its own is one press away', async () => {
    const { user, core } = show('#/veille', answers([{ ...draft, score: 0.45, reasons }]))
    await screen.findByRole('heading', { name: 'Veille' })
    paste('Décret n° 2099-1 du 3 mars 2099')
    const beside = within(await pane())
    const own = await beside.findByRole('radio', { name: 'Non, un texte de plus' })
    expect(own).toHaveProperty('checked', true)
    await user.click(beside.getByRole('button', { name: 'Suivre ce texte' }))
    await waitFor(() => expect(core.inputsOf('watch.addPasted')[0]?.texts[0]?.publishes).toBeNull())
  })

  it('say what cannot be an identifier, and that nothing was found', async () => {
    show('#/veille', answers())
    await screen.findByRole('heading', { name: 'Veille' })
    paste('NOR : CPAJ190724D')
    const beside = within(await pane())
    expect(await beside.findByText(/n’est pas un NOR/)).toBeTruthy()
    expect(beside.getByText(/Aucun texte reconnu/)).toBeTruthy()
  })

  it('into the field are read with what was typed around them, and nothing is swallowed', async () => {
    const { user } = show('#/veille', answers())
    const field = (await screen.findByRole('textbox', { name: /^Coller/u })) as HTMLInputElement
    await user.type(field, 'Décret n° ')
    // A picture: there is nothing to read, and whoever takes files gets it.
    const picture = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(picture, { clipboardData: { getData: () => '', files: [] } })
    field.dispatchEvent(picture)
    expect(picture.defaultPrevented).toBe(false)
    expect(field.value).toBe('Décret n° ')
    await user.paste('2099-12 du 3 mars 2099')
    const beside = within(await pane())
    expect(beside.getByRole('textbox', { name: 'Références, adresses ou sommaire collés' })).toHaveProperty(
      'value',
      'Décret n° 2099-12 du 3 mars 2099',
    )
    expect(await beside.findByText('1 texte reconnu')).toBeTruthy()
    expect(field.value).toBe('')
  })

  it('that follow others are ticked anew', async () => {
    const { user } = show('#/veille', answers())
    await screen.findByRole('heading', { name: 'Veille' })
    paste('Décret n° 2099-1 du 3 mars 2099 relatif aux annuaires')
    const beside = within(await pane())
    await user.click(await beside.findByRole('checkbox', { name: 'relatif aux annuaires' }))
    paste('Décret n° 2099-2 du 4 mars 2099 relatif aux boussoles')
    expect(await beside.findByRole('checkbox', { name: 'relatif aux boussoles' })).toHaveProperty(
      'checked',
      true,
    )
  })
})
