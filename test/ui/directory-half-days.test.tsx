import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { DirectoryPage } from '../../renderer/features/directory/DirectoryPage.tsx'
import { fieldText } from '../../renderer/text/field.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { plain } from './plain.ts'

Element.prototype.scrollIntoView = () => undefined

let core: RealCore
const user = userEvent.setup()
const ids = { zelie: newId(), adam: newId() }

beforeEach(async () => {
  core = await openRealCore()
  const member = async (personId: string, givenName: string, familyName: string) => {
    await core.ok('directory.addPerson', { id: personId, fields: { givenName, familyName } })
    await core.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
  }
  await member(ids.zelie, 'Zélie', 'Garnerin')
  await member(ids.adam, 'Paul', 'Adam')
})
afterEach(() => core.dispose())

const open = async (focusId: string) => {
  core.show(<DirectoryPage focusId={focusId} />)
  await screen.findByRole('grid', { name: 'Personnes' })
}
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) })
const inspector = async (name: string) => within(await screen.findByRole('complementary', { name }))
const view = () => core.ok('directory.list', {})

describe('a day of a mandate, typed half', () => {
  const part = async (label: string, which: 0 | 1 | 2) => {
    const mandate = within(await screen.findByRole('group', { name: 'Mandat 1' }))
    const parts = within(mandate.getByRole('group', { name: label })).getAllByRole('spinbutton')
    return parts[which] as HTMLElement
  }
  const shown = async (label: string) =>
    Promise.all(([0, 1, 2] as const).map(async (which) => (await part(label, which)).textContent))
  const turnTo = async (name: string, familyName: string) => {
    await user.click(row(familyName))
    await inspector(name)
  }

  it.each([
    ['Escape', '{Escape}'],
    ['Tab', '{Tab}'],
    ['another choice', ''],
  ])('has it again where it was typed, and nowhere else, once it is left by %s', async (_, keys) => {
    await open(ids.adam)
    await user.click(await part('Premier jour', 0))
    await user.keyboard(`10${keys}`)
    await turnTo('Zélie Garnerin', 'Garnerin')
    expect(await shown('Premier jour')).toEqual(['jj', 'mm', 'aaaa'])
    await turnTo('Paul Adam', 'Adam')
    expect(await shown('Premier jour')).toEqual(['10', 'mm', 'aaaa'])
    await user.click(await part('Premier jour', 1))
    await user.keyboard('062019')
    await waitFor(async () =>
      expect((await view()).mandates.find(({ personId }) => personId === ids.adam)?.startsOn).toBe(
        '2019-06-10',
      ),
    )
    await turnTo('Zélie Garnerin', 'Garnerin')
    expect(await shown('Premier jour')).toEqual(['jj', 'mm', 'aaaa'])
  })

  it.each(['Supprimer le mandat 1', 'Supprimer'])(
    'leaves nothing unsaved when its row goes: %s',
    async (name) => {
      await open(ids.adam)
      await user.click(await part('Premier jour', 0))
      await user.keyboard('10')
      expect(outbox.keptAt().map(({ words }) => words)).toEqual([expect.stringContaining('10')])
      await user.click((await inspector('Paul Adam')).getByRole('button', { name }))
      await waitFor(async () =>
        expect((await view()).mandates.some(({ personId }) => personId === ids.adam)).toBe(false),
      )
      await waitFor(() => expect(outbox.keptAt().map(({ words }) => words)).toEqual([]))
    },
  )

  it('has it in the place of the stored one, which stays until it is whole', async () => {
    const stored = async () => (await view()).mandates.find(({ personId }) => personId === ids.zelie)
    const { id = '', version = 0 } = (await stored()) ?? {}
    await core.ok('directory.updateMandate', { id, version, patch: { endsOn: '2030-12-05' } })
    await open(ids.zelie)
    await user.click(await part('Dernier jour', 0))
    await user.keyboard('{Backspace}{ArrowRight}11')
    await turnTo('Paul Adam', 'Adam')
    await turnTo('Zélie Garnerin', 'Garnerin')
    expect(await shown('Dernier jour')).toEqual(['jj', '11', '2030'])
    expect((await stored())?.endsOn).toBe('2030-12-05')
    await user.click(await part('Dernier jour', 0))
    await user.keyboard('15')
    await waitFor(async () => expect((await stored())?.endsOn).toBe('2030-11-15'))
  })
  it.each([
    ['where no day was', null],
    ['over the stored one', '2030-12-05'],
  ])('stays as it is and says so when there is no such day, %s', async (_, endsOn) => {
    const stored = async () => (await view()).mandates.find(({ personId }) => personId === ids.zelie)
    const { id = '', version = 0 } = (await stored()) ?? {}
    await core.ok('directory.updateMandate', { id, version, patch: { endsOn } })
    await open(ids.zelie)
    await user.click(await part('Dernier jour', 0))
    await user.keyboard('31022027{Tab}{Tab}')
    expect(await shown('Dernier jour')).toEqual(['31', '02', '2027'])
    expect(screen.getByText(plain(fieldText.dateRule))).toBeTruthy()
    await turnTo('Paul Adam', 'Adam')
    await turnTo('Zélie Garnerin', 'Garnerin')
    expect(await shown('Dernier jour')).toEqual(['31', '02', '2027'])
    expect((await stored())?.endsOn).not.toBe('2027-02-28')
    await user.click(await part('Dernier jour', 0))
    await user.keyboard('28')
    await waitFor(async () => expect((await stored())?.endsOn).toBe('2027-02-28'))
    expect(screen.queryByText(plain(fieldText.dateRule))).toBe(null)
  })

  it('is of our century when its year has two figures', async () => {
    const stored = async () => (await view()).mandates.find(({ personId }) => personId === ids.zelie)
    await open(ids.zelie)
    await user.click(await part('Dernier jour', 0))
    await user.keyboard('280227')
    expect(screen.queryByText(plain(fieldText.dateRule))).toBe(null)
    await user.keyboard('{Tab}{Tab}')
    await waitFor(async () => expect((await stored())?.endsOn).toBe('2027-02-28'))
    expect(await shown('Dernier jour')).toEqual(['28', '02', '2027'])
  })
})
