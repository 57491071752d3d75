// What was just made and is left under the name that it was made with.
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { DirectoryPage } from '../../renderer/features/directory/DirectoryPage.tsx'
import { fieldText } from '../../renderer/text/field.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { plain } from './plain.ts'

Element.prototype.scrollIntoView = () => undefined

let core: RealCore
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore()
  await core.ok('directory.addPerson', { id: newId(), fields: { givenName: 'Ève', familyName: 'Bernard' } })
})
afterEach(() => core.dispose())

const open = async () => {
  core.show(<DirectoryPage focusId={null} />)
  await screen.findByRole('grid', { name: 'Personnes' })
}
const view = () => core.ok('directory.list', {})

it('somebody new whom nobody names goes again by Escape; named, they stay', async () => {
  await open()
  const many = (await view()).persons.length
  await user.click(screen.getByRole('button', { name: 'Ajouter une personne' }))
  const name = await screen.findByDisplayValue('Nouvelle personne')
  await waitFor(() => expect(document.activeElement).toBe(name))
  await user.keyboard('{Escape}')
  await waitFor(async () => expect((await view()).persons).toHaveLength(many))
  expect(await screen.findByText(/Nouvelle personne.*rien n’a été ajouté/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ajouter une personne' }))
  await screen.findByDisplayValue('Nouvelle personne')
  await user.keyboard('Tilleul{Escape}')
  await waitFor(async () => expect((await view()).persons.at(-1)?.familyName).toBe('Tilleul'))
})

it('a name that is emptied says so, and is as it was when one comes back', async () => {
  await open()
  await user.click(screen.getByRole('row', { name: /Bernard/ }))
  await user.clear(await screen.findByRole('textbox', { name: 'Nom' }))
  expect(await screen.findByText(plain(fieldText.needed))).toBeTruthy()
  await user.keyboard('{Tab}')
  expect(screen.getByRole('textbox', { name: 'Nom' }).getAttribute('aria-invalid')).toBe('true')
  await user.type(screen.getByRole('textbox', { name: 'Nom' }), ' Tilleul ')
  await waitFor(async () => expect((await view()).persons.at(-1)?.familyName).toBe('Tilleul'))
  expect(screen.queryByText(plain(fieldText.needed))).toBeNull()
})

describe('a name that nobody changed, left by Escape, stays', () => {
  const fresh = 'Nouvelle personne'
  beforeEach(() => closeToast(toastStore.get().current?.id ?? 0))
  const made = async () => (await view()).persons.filter(({ familyName }) => familyName === fresh)
  const add = async () => {
    const many = (await made()).length
    await user.click(screen.getByRole('button', { name: 'Ajouter une personne' }))
    await waitFor(async () => expect(await made()).toHaveLength(many + 1))
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', fresh))
  }
  /** More is asked of the core than taking something back would ask. */
  const leave = async (name: HTMLElement) => {
    expect(document.activeElement).toBe(name)
    await user.keyboard('{Escape}')
    for (const _ of Array.from({ length: 8 })) await core.ok('history.state', {})
    expect(screen.queryByText(/rien n’a été ajouté/)).toBeNull()
  }

  it('where another thing was made under the same name since', async () => {
    await open()
    await add()
    const [first] = await made()
    await user.click(screen.getByRole('searchbox'))
    await add()
    expect(await made()).toHaveLength(2)
    const row = document.querySelector<HTMLElement>(`[data-row="${first?.id}"]`)
    await user.click(row ?? document.body)
    const name = await screen.findByDisplayValue(fresh)
    await user.click(name)
    await leave(name)
    expect(await made()).toHaveLength(2)
  })

  it('where it was left before, and is opened once more', async () => {
    await open()
    await add()
    await user.click(screen.getByRole('searchbox'))
    const name = screen.getByDisplayValue(fresh)
    await user.click(name)
    await leave(name)
    expect(await made()).toHaveLength(1)
  })

  it('where another window made it, another day', async () => {
    await core.ok('directory.addPerson', { id: newId(), fields: { familyName: fresh } })
    await open()
    await user.click(screen.getByRole('row', { name: new RegExp(fresh) }))
    const name = await screen.findByDisplayValue(fresh)
    await user.click(name)
    await leave(name)
    expect(await made()).toHaveLength(1)
  })
})
