import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { ParticipantsPage } from '../../renderer/features/attendance/replies/ParticipantsPage.tsx'
import { printedNow } from '../../renderer/parts/printed.ts'
import { nextMoment } from '../contract/until.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { openReplies } from './replies-world.ts'

let core: RealCore
let meetingId: string
const user = userEvent.setup()
let ids: Map<string, string>

beforeEach(async () => {
  ;({ core, meetingId, ids } = await openReplies())
})
afterEach(() => core.dispose())

const show = () => core.show(<ParticipantsPage meetingId={meetingId} focusId={null} />)
const asked = async () => (await core.ok('replies.list', { meetingId })).asked
const answerOf = async (familyName: string) =>
  (await asked()).find((person) => person.familyName === familyName)?.reply?.answer ?? null
const row = (name: string | RegExp) => screen.findByRole('row', { name })
/** The seats, guests and others that are shown. */
const rows = () => screen.getAllByRole('row').filter((one) => one.dataset.row !== undefined)
/** Who sits on each, as what, and the answer. */
const read = () =>
  rows().map((one) =>
    [...one.querySelectorAll('td')].map((cell) => cell.textContent?.replaceAll('\u00a0', ' ').trim()),
  )
const beside = () => screen.getByRole('region', { name: 'Qui siège' })
const choose = async (name: string | RegExp) => user.click(await row(name))
const field = () => screen.getByRole('searchbox', { name: 'Nom ou organisme' })
const focused = () => document.activeElement?.textContent

describe('the list of participants', () => {
  it('shows a row for each seat by college, and guests apart with their item and its hour', async () => {
    show()
    await row(/Delcambre/)
    // The deputy has no seat of her own.
    expect(read()).toEqual([
      ['Olivier Delcambre titulaire', 'Sans réponse'],
      ['Solène Kermadec titulaire', 'Sans réponse'],
      ['Paul Tessier Point 1, Annuaire, 14 h', 'Sans réponse'],
    ])
    const heads = within(screen.getByRole('grid'))
      .getAllByRole('columnheader')
      .map((one) => one.textContent?.replaceAll('\u00a0', ' ').trim())
    expect(heads).toEqual([
      'Organisme',
      'Qui siège',
      'Réponse',
      'Associations 0 siège annoncé sur 2',
      'Personnes invitées',
    ])
  })

  it('takes a letter per seat, each going on to the next, and shows the counts', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('sv')
    expect(await row(/Olivier Delcambre titulaire Sur place/)).toBeDefined()
    expect(await row(/Solène Kermadec titulaire Visio/)).toBeDefined()
    expect(focused()).toContain('Paul Tessier')
    expect(screen.getAllByText(/2.sièges annoncés sur 2/)).toHaveLength(2)
    await waitFor(async () => expect(await answerOf('Kermadec')).toBe('remote'))
    const counts = within(screen.getByRole('table', { name: 'Décompte' })).getAllByRole('rowgroup')
    expect(
      counts.map((group) =>
        within(group)
          .queryAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([[], ['1', '1', '0', '0', '0'], ['0', '0', '0', '0', '1'], ['1', '1', '0', '0', '1']])
    expect(counts.at(-1)?.textContent).toMatch(/^Total/)
  })

  it('is one stop for Tab, moves by arrows, and takes an answer back by Delete', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('e{ArrowUp}{Delete}')
    await waitFor(async () => expect(await answerOf('Delcambre')).toBeNull())
    expect(rows().filter((one) => one.tabIndex === 0)).toHaveLength(1)
  })

  it('answers for many at once, from the menu of a row too', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}v')
    await waitFor(async () =>
      expect([await answerOf('Delcambre'), await answerOf('Kermadec')]).toEqual(['remote', 'remote']),
    )
    await user.pointer({ keys: '[MouseRight]', target: await row(/Kermadec/) })
    const menu = await screen.findByRole('menu')
    // By whom somebody is represented is asked of one.
    expect(within(menu).queryByRole('menuitem', { name: /Représenté/ })).toBeNull()
    await user.click(within(menu).getByRole('menuitem', { name: /Excusé/ }))
    await waitFor(async () => expect(await answerOf('Delcambre')).toBe('excused'))
  })

  it('keeps the keyboard when those who answered together leave the list, and asks for a name after the last', async () => {
    show()
    await choose(/Delcambre/)
    await user.click(screen.getByRole('button', { name: /^Sans réponse/ }))
    ;(await row(/Delcambre/)).focus()
    await user.keyboard('{Home}{Shift>}{ArrowDown}{/Shift}v')
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(document.activeElement).toBe(rows()[0])
    expect(rows()[0]?.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('v')
    await waitFor(() => expect(rows()).toHaveLength(0))
    expect(document.activeElement).toBe(field())
  })

  it('asks who comes instead, letters are text there, and warns as long as nobody is named', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('r')
    const name = await screen.findByRole('combobox', { name: 'Personne qui représente Olivier Delcambre' })
    await waitFor(() => expect(document.activeElement).toBe(name))
    expect(screen.getByText('Préciser qui vient, dès que c’est connu.')).toBeDefined()
    // Deputies of the organisation are proposed first.
    const list = document.getElementById(name.getAttribute('list') ?? '')
    expect(list?.querySelector('option')?.value).toBe('Nadège Coulomb')
    await user.keyboard('Eva Sarte{Enter}')
    // Nobody knows the name: it is asked once; entered again it stays.
    expect(await screen.findByText(/Eva Sarte.*n’est pas dans l’annuaire/)).toBeDefined()
    expect(document.activeElement).toBe(name)
    await user.keyboard('{Enter}')
    expect(focused()).toContain('Solène Kermadec')
    await waitFor(async () =>
      expect((await asked())[0]?.reply).toMatchObject({ answer: 'represented', representedBy: 'Eva Sarte' }),
    )
    expect(screen.queryByText('Préciser qui vient, dès que c’est connu.')).toBeNull()
    expect(await row(/Eva Sarte représente Olivier Delcambre Représenté/)).toBeDefined()
  })

  it('proposes the deputy for a name that nobody knows, and takes a known one unasked', async () => {
    show()
    await choose(/Delcambre/)
    await user.keyboard('r')
    await user.keyboard('mart{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Choisir Nadège Coulomb' }))
    await waitFor(async () =>
      expect((await asked())[0]?.reply).toMatchObject({ representedBy: 'Nadège Coulomb' }),
    )
    await waitFor(() => expect(focused()).toContain('Solène Kermadec'))
    await user.keyboard('r')
    await user.keyboard('Ida Vauquelin{Enter}')
    await waitFor(async () =>
      expect((await asked())[1]?.reply).toMatchObject({ representedBy: 'Ida Vauquelin' }),
    )
    expect(screen.queryByText(/n’est pas dans l’annuaire/)).toBeNull()
  })

  it('keeps the row of the last one, whose name is asked about no more', async () => {
    show()
    await choose(/Tessier/)
    await user.keyboard('r')
    await user.keyboard('Eva Sarte{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Garder ce nom' }))
    await waitFor(() => expect(focused()).toContain('Eva Sarte'))
    expect(screen.queryByText(/n’est pas dans l’annuaire/)).toBeNull()
    // Names are proposed where somebody is typing, and nowhere else.
    expect(document.querySelectorAll('datalist option')).toHaveLength(0)
  })

  it('says beside who sits there: a deputy takes the seat, and gives it back', async () => {
    show()
    await choose(/Delcambre/)
    const radios = () => within(beside()).getAllByRole('radio')
    expect(radios().map((one) => one.parentElement?.textContent)).toEqual([
      'Olivier Delcambre, titulaire',
      'Nadège Coulomb, suppléance',
      'Représentation par quelqu’un d’autre',
      'Personne',
    ])
    await user.click(within(beside()).getByRole('radio', { name: 'Nadège Coulomb, suppléance' }))
    expect(await row(/Nadège Coulomb suppléance, pour Olivier Delcambre Sur place/)).toBeDefined()
    await waitFor(async () =>
      expect([await answerOf('Delcambre'), await answerOf('Coulomb')]).toEqual(['excused', 'onSite']),
    )
    await user.click(within(beside()).getByRole('button', { name: 'Visio' }))
    await waitFor(async () => expect(await answerOf('Coulomb')).toBe('remote'))
    await user.click(within(beside()).getByRole('radio', { name: 'Olivier Delcambre, titulaire' }))
    await waitFor(async () =>
      expect([await answerOf('Delcambre'), await answerOf('Coulomb')]).toEqual(['onSite', null]),
    )
    await user.click(within(beside()).getByRole('radio', { name: 'Personne' }))
    expect(await row(/Olivier Delcambre titulaire Excusé.*aucun suppléant annoncé/)).toBeDefined()
  })

  it('keeps what a deputy wrote, whoever sits there in the end', async () => {
    const coulomb = (await asked()).find(({ familyName }) => familyName === 'Coulomb')
    const fields = { answer: 'onSite', comment: 'J’arriverai à 15 h.' } as const
    await core.ok('replies.set', { meetingId, personId: coulomb?.personId ?? '', fields })
    show()
    await choose(/Coulomb/)
    await user.click(within(beside()).getByRole('radio', { name: 'Personne' }))
    await waitFor(async () => expect(await answerOf('Coulomb')).toBe('excused'))
    const kept = (await asked()).find(({ familyName }) => familyName === 'Coulomb')
    expect(kept?.reply?.comment).toBe(fields.comment)
  })

  it('leads with Enter from the row to who sits there', async () => {
    show()
    await choose(/Kermadec/)
    await user.keyboard('{Enter}')
    expect(beside().contains(document.activeElement)).toBe(true)
  })
})

describe('the field', () => {
  it('picks somebody by two letters and Enter, and comes back after one key', async () => {
    show()
    await row(/Delcambre/)
    await user.click(field())
    await user.keyboard('ke')
    expect(screen.getByText('Entrée choisit Solène Kermadec')).toBeDefined()
    expect(rows()).toHaveLength(1)
    await user.keyboard('{Enter}s')
    expect(document.activeElement).toBe(field())
    expect(field().getAttribute('value')).toBe('')
    await user.keyboard('co{Enter}r')
    await user.keyboard('Ida Vauquelin{Enter}')
    expect(document.activeElement).toBe(field())
    await waitFor(async () => expect(await answerOf('Coulomb')).toBe('represented'))
    expect(await answerOf('Kermadec')).toBe('onSite')
  })

  it('finds by organisation, and says when nobody fits', async () => {
    show()
    await row(/Delcambre/)
    await user.type(field(), 'acd')
    expect(rows()).toHaveLength(3)
    await user.clear(field())
    await user.type(field(), 'zz')
    expect(await screen.findByText('Personne de ce nom, ni ici ni dans l’annuaire.')).toBeDefined()
    await user.clear(field())
    expect(rows()).toHaveLength(3)
  })

  it('finds a name without the apostrophe that it is written with', async () => {
    const fields = { givenName: 'Awa', familyName: 'N’Doye' }
    await core.ok('directory.addPerson', { id: newId(), fields })
    show()
    await row(/Delcambre/)
    await user.type(field(), 'ndoye')
    expect(await row(/Awa N’Doye/)).toBeDefined()
  })

  it('finds somebody of the directory who was not asked', async () => {
    show()
    await row(/Delcambre/)
    await user.type(field(), 'vau')
    expect(await screen.findByRole('columnheader', { name: 'Annuaire, sans convocation' })).toBeDefined()
    await user.keyboard('{Enter}s')
    await waitFor(async () => expect(await answerOf('Vauquelin')).toBe('onSite'))
    expect(await row(/Ida Vauquelin.*Sur place/)).toBeDefined()
  })

  it('needs no more than two keys a person besides the letters of the name', async () => {
    show()
    await row(/Delcambre/)
    await user.click(field())
    for (const familyName of ids.keys())
      await user.keyboard(`${familyName.slice(0, 2).toLowerCase()}{Enter}s`)
    await waitFor(async () =>
      expect((await asked()).map(({ reply }) => reply?.answer ?? null)).toEqual([
        'onSite',
        'onSite',
        'onSite',
        null,
      ]),
    )
  })
})

describe('after a move', () => {
  it('marks the answers given before and confirms them in one act, taken back by « Annuler »', async () => {
    for (const familyName of ['Delcambre', 'Kermadec'])
      await core.ok('replies.set', {
        meetingId,
        personId: ids.get(familyName) ?? '',
        fields: { answer: 'onSite' },
      })
    await nextMoment()
    const { meeting } = await core.ok('meetings.get', { id: meetingId })
    await core.ok('meetings.move', {
      id: meetingId,
      version: meeting.version,
      date: '2026-11-19',
      startTime: '14:00',
      endTime: '16:30',
      reason: 'Essai',
    })
    show()
    expect(await screen.findAllByText('à reconfirmer')).toHaveLength(2)
    const [printed] = printedNow()
    const lines = printed?.kind === 'list' ? (await printed.list()).rows : []
    expect(lines.filter((cells) => cells.at(-1) === 'Sur place, à reconfirmer')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: /À reconfirmer/ }))
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Confirmer toutes' }))
    await waitFor(() => expect(screen.queryByText('à reconfirmer')).toBeNull())
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(screen.getAllByText('à reconfirmer')).toHaveLength(2))
  })
})

describe('beside the list', () => {
  it('says how many members have no card yet', async () => {
    show()
    await row(/Delcambre/)
    expect(screen.queryByText(/sans chevalet/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Chevalets' }))
    expect(await screen.findByText(/^2.membres sans chevalet/)).toBeDefined()
  })

  it('counts no member without a card who chairs, nor an answer that has come among those to come', async () => {
    const { meeting } = await core.ok('meetings.get', { id: meetingId })
    const chair = 'Solène Kermadec, présidente'
    await core.ok('meetings.update', { id: meetingId, version: meeting.version, patch: { chair } })
    show()
    await row(/Delcambre/)
    expect(screen.getByText(/3.réponses à recevoir sur 3$/)).toBeDefined()
    await choose(/Tessier/)
    await user.keyboard('s')
    expect(await screen.findByText(/2.réponses à recevoir sur 3$/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Chevalets' }))
    expect(await screen.findByText(/^1.membre sans chevalet/)).toBeDefined()
  })

  it('says what to do when nobody is asked', async () => {
    const other = await core.ok('meetings.create', { fields: { date: '2001-01-11' }, fromTemplate: false })
    const { mandates } = await core.ok('directory.list', {})
    for (const { id, version } of mandates) await core.ok('directory.removeMandate', { id, version })
    core.show(<ParticipantsPage meetingId={other.id} focusId={null} />)
    expect(await screen.findByText('Personne n’est convoqué')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Ouvrir l’annuaire' })).toBeDefined()
  })
})
