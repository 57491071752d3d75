// What comes back under one name, what is taken back out of the text, and what is typed beside one observation.
import { readFileSync } from 'node:fs'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText, type RichText } from '../../electron/domain/text/rich-text.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { writtenMeeting } from '../contract/returned-meeting.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
let second: string
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore({
    runJob: async (name, input) => {
      if (name !== 'readReview') throw new Error('no job in this test')
      return readReview(input as { fileName: string; bytes: Uint8Array }) as never
    },
  })
  const written = await writtenMeeting(core)
  meetingId = written.meetingId
  second = written.items.get('2') ?? ''
})
afterEach(() => core.dispose())

const exchanges = async () => {
  const view = await core.ok('minutes.get', { meetingId })
  const section = view?.sections.find(({ itemId }) => itemId === second)
  return plainText(section?.exchanges ?? ({ type: 'doc', content: [] } satisfies RichText))
}
const stored = () => core.ok('observations.list', { meetingId })

/** All under one name. */
async function dropAs(fileName: string, ...names: string[]) {
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  await screen.findByRole('navigation', { name: 'Plan' })
  drop(fileName, ...names)
}

function drop(fileName: string, ...names: string[]) {
  const files = names.map((name) => {
    // The page of these tests has an address of its own: files are found from where they run.
    const bytes = new Uint8Array(readFileSync(`test/fixtures/returned/${name}`))
    return Object.assign(new File([bytes], fileName), { arrayBuffer: async () => bytes.buffer.slice(0) })
  })
  act(() => handFiles('returnedMinutes', meetingId, files, null))
}

describe('a file that comes back', () => {
  it('is told from another of the same name by its bytes', async () => {
    await dropAs('retour.docx', 'reviewer-a.docx', 'reviewer-b.docx')
    const groups = await screen.findAllByRole('group', {
      name: 'Relecture à laquelle appartient retour.docx',
    })
    expect(groups).toHaveLength(2)
    await user.click(within(groups[0] ?? document.body).getByRole('button', { name: /^Membres/ }))
    await user.click(screen.getByRole('button', { name: /^Prendre en compte/ }))
    await waitFor(async () =>
      expect((await stored()).map(({ circle }) => circle)).toEqual(['members', 'internal']),
    )
  })
})

it('a file that was taken before says so, and counts nothing to take', async () => {
  await dropAs('retour.docx', 'reviewer-a.docx')
  await user.click(await screen.findByRole('button', { name: /^Prendre en compte \d/ }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Prendre en compte/ })).toBeNull())
  drop('retour.docx', 'reviewer-a.docx')
  const take = await screen.findByRole('button', { name: 'Prendre en compte' })
  expect(take.getAttribute('title')).toBe('Ce retour est déjà pris en compte')
})

describe('deciding', () => {
  it('takes out what was retained once it waits again or is refused', async () => {
    await dropAs('reviewer-a.docx', 'reviewer-a.docx')
    await user.click(await screen.findByRole('button', { name: /^Prendre en compte/ }))
    await screen.findByText('1 observation, 1 en attente')
    await user.keyboard('{F8}')
    await user.keyboard('a')
    await waitFor(async () => expect(await exchanges()).toContain('au plus tard en mars'))
    const row = await screen.findByRole('button', { name: /^Observation I-1/ })
    if (row.getAttribute('aria-expanded') === 'false') await user.click(row)
    await user.click(await screen.findByRole('button', { name: /^Remettre en attente/ }))
    await waitFor(async () => expect(await exchanges()).not.toContain('au plus tard en mars'))
    expect(await screen.findByText('Observation I-1 remise en attente, texte rétabli')).toBeDefined()
    await user.click(await screen.findByRole('button', { name: /^Retenir/ }))
    await waitFor(async () => expect(await exchanges()).toContain('au plus tard en mars'))
    if (row.getAttribute('aria-expanded') === 'false') await user.click(row)
    await user.click(await screen.findByRole('button', { name: /^Ne pas retenir/ }))
    expect(await screen.findByText('Observation I-1 non retenue, texte rétabli')).toBeDefined()
    expect(await exchanges()).not.toContain('au plus tard en mars')
  })

  it('keeps what is typed of another wording with its own observation', async () => {
    const [one = '', other = ''] = (await exchanges()).split('\n')
    const drafts = [one, other].map((beforeText, at) => ({
      ...{ id: newId(), itemId: second, anchor: `point_2_echanges_p${at + 1}`, place: '', comment: '' },
      ...{ organisation: '', organisationId: null, author: 'Ève', authoredAt: null, kind: 'change' as const },
      ...{ beforeText, afterText: '', source: 'tracked' as const, isKnown: false, isResolved: false },
    }))
    const file = { fileName: 'a.docx', sha256: 'c'.repeat(64), minutesVersionId: null, drafts }
    await core.ok('observations.take', {
      ...{ meetingId, paper: 'minutes' },
      files: [{ ...file, circle: 'internal' }],
    })
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('navigation', { name: 'Plan' })
    await user.click(screen.getByRole('button', { name: /^Observations/ }))
    const open = async (name: RegExp) => {
      const row = await screen.findByRole('button', { name })
      if (row.getAttribute('aria-expanded') === 'false') await user.click(row)
      row.focus()
      await user.keyboard('r')
      return (await screen.findByRole('textbox', { name: 'Rédaction à écrire' })) as HTMLTextAreaElement
    }
    await user.type(await open(/^Observation I-1/), 'Une phrase plus courte.')
    await user.keyboard('{Escape}')
    expect((await open(/^Observation I-2/)).value).toBe('')
    await user.keyboard('{Escape}')
    expect((await open(/^Observation I-1/)).value).toBe('Une phrase plus courte.')
  })
})

describe('a pasted message', () => {
  it('becomes an observation of its author', async () => {
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await user.click(await screen.findByRole('button', { name: /^Observations/ }))
    await user.click(await screen.findByRole('button', { name: 'Coller un message' }))
    await user.click(screen.getByRole('textbox', { name: 'Message reçu' }))
    await user.paste('De : Odile Exemple <odile@exemple.invalid>\nObjet : CR\n\nLe montant est faux.')
    await user.click(screen.getByRole('button', { name: 'En faire une observation' }))
    await waitFor(async () =>
      expect(await stored()).toMatchObject([{ author: 'Odile Exemple', comment: 'Le montant est faux.' }]),
    )
  })
})
