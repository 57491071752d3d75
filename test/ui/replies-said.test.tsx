// What is said of an answer that was given by a letter, and what its « Annuler » takes back.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ParticipantsPage } from '../../renderer/features/attendance/replies/ParticipantsPage.tsx'
import { justBefore } from './just-before.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { openReplies } from './replies-world.ts'

let core: RealCore
let meetingId: string
let ids: Map<string, string>
const user = userEvent.setup()

beforeEach(async () => {
  ;({ core, meetingId, ids } = await openReplies())
})
afterEach(() => core.dispose())

const show = () => core.show(<ParticipantsPage meetingId={meetingId} focusId={null} />)
const answerOf = async (familyName: string) =>
  (await core.ok('replies.list', { meetingId })).asked.find((person) => person.familyName === familyName)
    ?.reply?.answer ?? null
const choose = async (name: RegExp) => user.click(await screen.findByRole('row', { name }))

describe('a letter on a seat', () => {
  it('says whose answer each letter was, and takes back that one', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('e')
    const messages = within(screen.getByRole('region', { name: 'Messages' }))
    expect(await messages.findByText(/^Olivier Delcambre\s?: excusé$/)).toBeDefined()
    expect(screen.getByText(/Deux lettres, Entrée/)).toBeDefined()
    await user.click(messages.getByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await answerOf('Delcambre')).toBeNull())
    expect(screen.queryByText(/Delcambre\s?: excusé/)).toBeNull()
  })

  it('offers no way back of what changed nothing: that would take back somebody else’s act', async () => {
    show()
    await choose(/Delcambre/)
    const messages = within(screen.getByRole('region', { name: 'Messages' }))
    const title = async () => (await core.ok('agenda.list', { meetingId })).items[0]?.title
    const rename = async (words: string) => {
      const [item] = (await core.ok('agenda.list', { meetingId })).items
      const target = { id: item?.id ?? '', version: item?.version ?? 0 }
      await core.ok('agenda.update', { ...target, patch: { title: words } })
    }
    await rename('Autre titre')
    await user.keyboard('{Delete}')
    expect(await messages.findByText(/^Olivier Delcambre\s?: sans réponse$/)).toBeDefined()
    expect(messages.queryByRole('button', { name: 'Annuler' })).toBeNull()
    await choose(/Delcambre/)
    await user.keyboard('e')
    expect(await messages.findByText(/^Olivier Delcambre\s?: excusé$/)).toBeDefined()
    await messages.findByRole('button', { name: 'Annuler' })
    await rename('Encore un titre')
    await choose(/Delcambre/)
    await user.keyboard('e')
    await waitFor(() => expect(messages.queryByRole('button', { name: 'Annuler' })).toBeNull())
    expect(messages.getByText(/^Olivier Delcambre\s?: excusé$/)).toBeDefined()
    expect(await title()).toBe('Encore un titre')
  })

  it('offers the way back of the answer itself, whatever was done before it came', async () => {
    show()
    await choose(/Delcambre/)
    // Another answer is stored between this one and what is asked about it.
    justBefore('history.list', () =>
      core.ok('replies.set', {
        meetingId,
        personId: ids.get('Kermadec') ?? '',
        fields: { answer: 'onSite' },
      }),
    )
    await user.keyboard('e')
    const messages = within(screen.getByRole('region', { name: 'Messages' }))
    await user.click(await messages.findByRole('button', { name: 'Annuler' }))
    expect(await screen.findByText(/^Cet acte n’est plus le prochain/)).toBeDefined()
    expect(await answerOf('Kermadec')).toBe('onSite')
  })

  it('says once what several chosen seats answer, and takes it back at once', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}e')
    const messages = within(screen.getByRole('region', { name: 'Messages' }))
    expect(await messages.findByText(/^2\s?personnes, réponse notée\s?: excusé$/)).toBeDefined()
    await user.keyboard('{Delete}')
    expect(await messages.findByText(/^2\s?personnes\s?: sans réponse$/)).toBeDefined()
    expect(await answerOf('Delcambre')).toBeNull()
    await user.click(await messages.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () =>
      expect([await answerOf('Delcambre'), await answerOf('Kermadec')]).toEqual(['excused', 'excused']),
    )
  })
})
