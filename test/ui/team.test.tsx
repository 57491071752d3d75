import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import type { Output } from '../../electron/contract/index.ts'
import { managedText } from '../../renderer/text/managed.ts'
import { recoveryText } from '../../renderer/text/recovery.ts'
import { plain } from './plain.ts'
import { home, id, meetingRow, body as ownBody } from './sample.ts'
import { never, show } from './show.tsx'
import { alone, answers, file, joined, offered } from './team-sample.ts'

describe('Réglages, Équipe', () => {
  it('joins by the connection file, a user and a password', async () => {
    const { core, user } = await offered({
      'team.try': () => ({ role: 'secretariat', isEmpty: false, body: 'Instance' }),
      'team.join': () => joined,
    })
    expect(await screen.findByText(/Ce compte a le rôle secrétariat\./)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Rejoindre l’équipe' }))
    await waitFor(() => expect(core.inputsOf('team.join')).toHaveLength(1))
    expect(core.inputsOf('team.join')[0]).toMatchObject({ user: 'lea', password: 'secret' })
  })

  it('offers no team where the administration wants none, and no other than the one that it names', async () => {
    const named = { kind: 'seances-inp/equipe', host: 'localhost', port: 5432, database: 'inp' } as const
    const managed = (settled: Output<'settings.managed'>['settled']) =>
      show(
        '#/reglages/equipe',
        answers(alone, {
          'settings.managed': () => ({ from: 'file', settled, faults: [] }),
          'team.offered': () => ({ file: { ...named, authority: '' } }),
        }),
      )
    managed({ Team: false })
    expect(await screen.findByText(managedText.note)).toBeDefined()
    expect(screen.queryByLabelText('Choisir le fichier de connexion…')).toBeNull()
    expect(screen.queryByRole('textbox', { name: 'Compte' })).toBeNull()
    cleanup()
    managed({ TeamConnection: '/srv/equipe.json' })
    expect(await screen.findByRole('textbox', { name: 'Compte' })).toBeDefined()
    expect(screen.queryByLabelText('Choisir le fichier de connexion…')).toBeNull()
  })

  it('shares what this desk holds with a base where nobody has written, and says how far it is', async () => {
    const { core, user } = await offered({
      'team.try': () => ({ role: 'secretariat', isEmpty: true, body: 'Instance' }),
      'team.share': never,
      'team.stop': () => ({}),
    })
    await user.click(await screen.findByRole('button', { name: 'Partager avec l’équipe' }))
    await waitFor(() => expect(core.inputsOf('team.share')).toHaveLength(1))
    act(() => core.emit({ topic: 'progress', method: 'team.share', done: 3, total: 70 }))
    expect(await screen.findByText('3 sur 70')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Arrêter' }))
    await waitFor(() => expect(core.inputsOf('team.stop')).toEqual([{}]))
  })

  it.each([
    ['tells the base of another body from that of this desk', 'Conseil des ports', [meetingRow(1)], 1],
    ['says nothing of its own base', 'instance nationale partenariale', [meetingRow(1)], 0],
    ['nor of any to a desk without meetings', 'Conseil des ports', [], 0],
  ] as const)('%s', async (_, body, meetings, warnings) => {
    await offered({
      'team.try': () => ({ role: 'secretariat', isEmpty: false, body }),
      'settings.body': () => ({ ...ownBody, name: 'Instance nationale partenariale' }),
      'meetings.list': () => [...meetings],
    })
    expect(await screen.findByText(new RegExp(`les séances de «.${body}.»`, 'u'))).toBeDefined()
    await waitFor(() =>
      expect(screen.queryAllByText(/^Ce poste tient les séances de/)).toHaveLength(warnings),
    )
    expect(screen.getByRole('button', { name: 'Rejoindre l’équipe' })).toBeDefined()
  })

  it.each([
    ['a base where somebody has written', { role: 'secretariat', isEmpty: false, body: 'Instance' }],
    ['an account that only reads', { role: 'lecture', isEmpty: true, body: 'Instance' }],
  ] as const)('offers no sharing to %s', async (_, found) => {
    await offered({ 'team.try': () => found })
    expect(await screen.findByRole('button', { name: 'Rejoindre l’équipe' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Partager avec l’équipe' })).toBeNull()
  })

  it('brings the data back only once that was asked for again, and not for a reader', async () => {
    const brought = { rows: 1200, files: 3, missing: 0 }
    const { core, user } = show('#/reglages/equipe', answers(joined, { 'team.bring': () => brought }))
    await user.click(await screen.findByRole('button', { name: 'Reprendre sur ce poste…' }))
    expect(core.inputsOf('team.bring')).toEqual([])
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: 'Reprendre' }))
    await waitFor(() => expect(core.inputsOf('team.bring')).toEqual([{}]))
    cleanup()
    show('#/reglages/equipe', answers({ ...joined, role: 'lecture' }))
    const off = await screen.findByRole('button', { name: 'Reprendre sur ce poste…' })
    expect(off.getAttribute('aria-disabled')).toBe('true')
    expect(off.title).toContain('Ce compte ne lit pas tout')
  })

  it.each([
    '{"kind":"seances-inp/profil"}',
    'pas du JSON',
    '{"kind":"seances-inp/equipe","host":"base.exemple.fr","database":"inp"}',
  ])('refuses a file that is no connection file: %s', async (text) => {
    const { user } = show('#/reglages/equipe', answers(alone))
    await user.upload(await screen.findByLabelText('Choisir le fichier de connexion…'), file(text))
    expect(await screen.findByText(plain(errorSentences['team-file-refused']))).toBeDefined()
    expect(screen.queryByRole('textbox', { name: 'Compte' })).toBeNull()
  })

  it.each([
    'team-password-wrong',
    'team-missing',
    'team-older',
    'data-newer',
    'team-certificate',
    'team-not-allowed',
    'team-away',
  ] satisfies ErrorCode[])(
    'says one sentence when the server answers %s, and joins nothing',
    async (code) => {
      const { core } = await offered({ 'team.try': () => ({ failure: code }) })
      const alert = await screen.findByRole('alert')
      expect(alert.textContent).toContain(errorSentences[code])
      expect(screen.queryByRole('button', { name: 'Rejoindre l’équipe' })).toBeNull()
      expect(core.inputsOf('team.join')).toEqual([])
    },
  )

  it('says where this desk works, and has no word of the hand-over', async () => {
    show('#/reglages/equipe', answers(joined))
    const team = await screen.findByRole('region', { name: 'Cette équipe' })
    expect(team.textContent).toMatch(/«\sinp\s» sur base\.exemple\.fr/)
    expect(team.textContent).toContain('secrétariat')
    expect(team.textContent).toMatch(/mardi 24\snovembre 2026/)
    const list = screen.getByRole('navigation', { name: 'Sections des réglages' })
    expect(within(list).queryByRole('link', { name: 'Passer la main' })).toBeNull()
    expect(within(list).getByRole('link', { name: 'Équipe' })).toBeDefined()
  })

  it('leaves only once that was asked for again', async () => {
    const { core, user } = show('#/reglages/equipe', answers(joined, { 'team.leave': () => alone }))
    await user.click(await screen.findByRole('button', { name: 'Quitter l’équipe…' }))
    expect(core.inputsOf('team.leave')).toEqual([])
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: 'Quitter l’équipe' }))
    await waitFor(() => expect(core.inputsOf('team.leave')).toEqual([{}]))
  })
})

describe('a base that cannot be opened', () => {
  it('asks for the password in place of every screen', async () => {
    const { core, user } = show(
      '#/accueil',
      answers(joined, {
        'home.get': () => ({ failure: 'team-password-needed' }),
        'team.setPassword': () => ({ failure: 'team-password-wrong' }),
      }),
    )
    await user.type(await screen.findByLabelText('Mot de passe'), 'secret')
    await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
    expect(await screen.findByText(plain(errorSentences['team-password-wrong']))).toBeDefined()
    expect(core.inputsOf('team.setPassword')).toEqual([{ password: 'secret' }])
  })

  it('is said when a part of it is gone', async () => {
    show('#/accueil', answers(joined, { 'home.get': () => ({ failure: 'team-incomplete' }) }))
    expect(await screen.findByText(plain(errorSentences['team-incomplete']))).toBeDefined()
    expect(screen.getByRole('button', { name: 'Quitter l’équipe…' })).toBeDefined()
  })

  it.each(['data-newer', 'disk-full', 'data-read-only'] satisfies ErrorCode[])(
    'of the reason %s too is the team’s: nothing mends this desk’s own data in its place',
    async (code) => {
      show('#/accueil', answers(joined, { 'home.get': () => ({ failure: code }) }))
      expect(await screen.findByText(plain(errorSentences[code]))).toBeDefined()
      expect(screen.getByRole('button', { name: 'Quitter l’équipe…' })).toBeDefined()
      expect(screen.queryByText(recoveryText.emptyTitle)).toBeNull()
    },
  )

  it('of a newer version offers that version from the same page', async () => {
    const { core, user } = show(
      '#/accueil',
      answers(joined, {
        'home.get': () => ({ failure: 'data-newer' }),
        'desk.updates': () => ({ standing: 'unasked' }),
        'desk.lookForUpdate': () => ({ standing: 'newest' }),
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Chercher une nouvelle version' }))
    expect(core.inputsOf('desk.lookForUpdate')).toEqual([{}])
  })

  it('says why, and lets this desk go back to its own data', async () => {
    show('#/accueil', answers(joined, { 'home.get': () => ({ failure: 'team-older' }) }))
    expect(await screen.findByText(plain(errorSentences['team-older']))).toBeDefined()
    expect(screen.getByRole('button', { name: 'Quitter l’équipe…' })).toBeDefined()
    expect(screen.queryByLabelText('Mot de passe')).toBeNull()
  })
})

describe('a server that is away', () => {
  const since = new Date(2026, 10, 24, 10, 42).toISOString()
  const copyAt = new Date(2026, 10, 24, 10, 38).toISOString()

  it('is said with since when; the copy is offered, and opened when asked for', async () => {
    const away = { ...joined, awaySince: since, copyAt }
    const { core, user } = show('#/accueil', answers(away, { 'team.showCopy': () => ({}) }))
    const banner = await screen.findByText(/ne répond pas depuis mardi 24.novembre 2026, 10.h.42/)
    expect(banner.textContent).toContain('Ce qui est saisi est gardé')
    expect(document.title).not.toContain('Copie')
    await user.click(screen.getByRole('button', { name: 'Lire la copie' }))
    await waitFor(() => expect(core.inputsOf('team.showCopy')).toEqual([{}]))
  })

  it('shows the copy with its age, read-only, and has no word of the hand-over', async () => {
    show('#/seances', answers({ ...joined, awaySince: since, copyAt, isCopyShown: true }))
    await waitFor(() => expect(document.title).toContain('Copie du 24'))
    const create = await screen.findByRole('button', { name: 'Nouvelle séance' })
    expect(create.getAttribute('aria-disabled')).toBe('true')
    expect(create.title).toContain('la copie de ce poste se lit')
    expect(screen.queryByRole('button', { name: 'Lire la copie' })).toBeNull()
    expect(screen.queryByText(/main/)).toBeNull()
  })
})

describe('who else is there', () => {
  const mate = (change: Partial<Output<'team.mates'>[number]>) => ({
    desk: id(1),
    who: 'Inès Duchaussoy',
    meetingId: null,
    screen: 'home',
    part: null,
    ...change,
  })

  it('is said beside the saved mark, and with where on the page of the team', async () => {
    const mates = [mate({}), mate({ desk: id(2), who: 'karim', screen: 'agenda', part: id(9) })]
    const { core } = show('#/reglages/equipe', answers(joined, { 'team.mates': () => mates }))
    expect(await screen.findByText('Sur cette base : vous, Inès Duchaussoy, karim')).toBeDefined()
    const list = await screen.findByRole('region', { name: 'Sur cette base' })
    expect(list.textContent).toContain('karimécrit, Préparer')
    expect(list.textContent).toContain('Inès Duchaussoylit, Accueil')
    const here = { meetingId: null, screen: 'settings', part: null }
    expect(core.inputsOf('team.say')).toEqual([here])
    act(() => core.emit({ topic: 'core', state: 'back' }))
    expect(core.inputsOf('team.say')).toEqual([here, here])
  })

  it('is neither asked nor told without a team', async () => {
    const { core } = show('#/reglages/equipe', answers(alone))
    await screen.findByRole('region', { name: 'Rejoindre une équipe' })
    expect(core.inputsOf('team.mates')).toEqual([])
    expect(core.inputsOf('team.say')).toEqual([])
  })
})

describe('the home of a team', () => {
  const copies = {
    choice: 'unasked',
    folderName: '',
    lastCopyAt: null,
    lastFailure: null,
    damagedBackups: 0,
  } as const
  it.each([
    ['is not asked for a second copy, as its server is saved', joined, 0],
    ['is asked for one on a desk of its own', alone, 1],
  ])('%s', async (_, standing, asked) => {
    show('#/accueil', answers(standing, { 'home.get': () => home({ copies }) }))
    await screen.findByText('Ce qui reste à faire')
    if (asked > 0) await screen.findByText('Garder une seconde copie des données')
    await waitFor(() =>
      expect(screen.queryAllByText('Garder une seconde copie des données')).toHaveLength(asked),
    )
  })
})
