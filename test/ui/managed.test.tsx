import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/index.ts'
import type { ManagedSettings } from '../../electron/contract/settings.ts'
import { DispatchFolderSection } from '../../renderer/features/settings/DispatchFolderSection.tsx'
import { ManagedSection } from '../../renderer/features/settings/ManagedSection.tsx'
import { SendingSection } from '../../renderer/features/settings/SendingSection.tsx'
import { SpellingSection } from '../../renderer/features/settings/SpellingSection.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const user = userEvent.setup()
let core: RealCore
const sent: Input<'sending.setAccount'>[] = []
afterEach(async () => {
  await core.dispose()
  cleanup()
})

const open = async (managed: Partial<ManagedSettings>) => {
  core = await openRealCore({
    shell: {
      'settings.managed': () => ({ from: 'file', settled: {}, faults: [], ...managed }),
      'sending.password': () => ({ standing: 'none', canKeep: true }),
      'sending.setAccount': (input) => {
        sent.push(input)
        return input
      },
      'sending.try': () => ({}),
    },
  })
}

describe('what the administration settles', () => {
  it('is listed with its value, beside what it said that means nothing', async () => {
    await open({
      from: 'registry',
      settled: { Spelling: false, MailWay: 'program', NotOpened: ['zip', 'doc'] },
      faults: [
        { key: 'MailPort', rule: 'number' },
        { key: 'Wallpaper', rule: 'unknown' },
      ],
    })
    core.show(<ManagedSection />)
    await screen.findByText(/registre de Windows/)
    const terms = screen.getAllByRole('term').map(({ textContent }) => textContent)
    expect(terms).toEqual([
      'Départ des messages',
      'Vérification de l’orthographe',
      'Sortes de fichiers qui ne s’ouvrent pas d’un clic',
    ])
    for (const value of ['S’ouvrent dans la messagerie', 'non', 'zip, doc']) screen.getByText(value)
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(said).toEqual([
      expect.stringMatching(/«\sMailPort\s» doit être un nombre/),
      expect.stringMatching(/«\sWallpaper\s» n’est pas un réglage/),
    ])
  })

  it('is nothing where the administration says nothing', async () => {
    await open({ from: null })
    core.show(<ManagedSection />)
    await screen.findByText('Rien n’est imposé sur ce poste.')
    expect(screen.queryByRole('term')).toBeNull()
  })

  it('is shown where it is set, with the reason, and cannot be changed there', async () => {
    await open({ settled: { Spelling: true, SharedFolder: '/srv/partage' } })
    core.show(
      <>
        <SpellingSection />
        <DispatchFolderSection />
      </>,
    )
    const spelling = within(await screen.findByRole('region', { name: 'Orthographe' }))
    await spelling.findByText(/administration de ce poste a fixé ce réglage/)
    expect(spelling.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true)
    const folder = within(screen.getByRole('region', { name: 'Dossier partagé' }))
    expect(await folder.findByRole('link', { name: 'Voir les réglages imposés' })).toBeTruthy()
    expect(folder.queryByRole('button')).toBeNull()
  })

  it('leaves the person the account of the server that it names', async () => {
    await open({ settled: { MailWay: 'drafts', MailHost: 'imap.admin.example', MailPort: 993 } })
    core.show(<SendingSection />)
    await screen.findByText('imap.admin.example')
    expect(screen.queryByRole('textbox', { name: 'Serveur' })).toBeNull()
    expect(screen.queryByRole('combobox', { name: 'Les messages' })).toBeNull()
    // Only what is left to the person is a field.
    await user.selectOptions(screen.getByRole('combobox', { name: 'Chiffrement' }), 'STARTTLS')
    screen.getByText('993')
    await user.type(screen.getByRole('textbox', { name: 'Compte' }), 'greffe{Enter}')
    const account = {
      way: 'drafts',
      host: 'imap.admin.example',
      port: 993,
      security: 'starttls',
      user: 'greffe',
    }
    await waitFor(() => expect(sent).toEqual([{ account }]))
  })
})
