import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { SharedFolderState } from '../../electron/contract/dispatch.ts'
import { fieldsOf } from '../../electron/domain/text/template-fields.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { DispatchFolderSection } from '../../renderer/features/settings/DispatchFolderSection.tsx'
import { DispatchSenderSection } from '../../renderer/features/settings/DispatchSenderSection.tsx'
import { DispatchTemplatesSection } from '../../renderer/features/settings/DispatchTemplatesSection.tsx'
import { patternExample } from '../../renderer/features/settings/pattern-example.ts'
import { installFakeCore } from './fake-core.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const user = userEvent.setup()
let core: RealCore | undefined
afterEach(async () => {
  await core?.dispose()
  core = undefined
  cleanup()
})

describe('templates', () => {
  async function templates() {
    core = await openRealCore()
    core.show(<DispatchTemplatesSection />)
    return within(await screen.findByRole('region', { name: 'Modèles de messages' }))
  }
  const stored = async (kind: string) =>
    (await core?.ok('dispatch.templates', {}))?.find((one) => one.kind === kind)

  it('take a field in at the caret by a click, and are saved', async () => {
    const section = await templates()
    const subject = await section.findByRole<HTMLInputElement>('textbox', { name: 'Objet' })
    expect(section.getByText('Modèle d’origine')).toBeTruthy()
    await user.clear(subject)
    await user.type(subject, 'Réunion à ')
    await user.click(section.getByRole('button', { name: 'Insérer {lieu}' }))
    expect(subject.value).toBe('Réunion à {lieu}')
    expect(document.activeElement).toBe(subject)
    await waitFor(async () => expect((await stored('convocation'))?.subject).toBe('Réunion à {lieu}'))
    expect(await section.findByText('Modèle modifié')).toBeTruthy()
    await user.click(section.getByRole('button', { name: 'Revenir au modèle d’origine' }))
    expect(await section.findByText('Modèle d’origine')).toBeTruthy()
    await waitFor(() => expect(subject.value).not.toBe('Réunion à {lieu}'))
  })

  it('offer the fields of the chosen kind, and no other is saved', async () => {
    const section = await templates()
    await user.selectOptions(await section.findByRole('combobox', { name: 'Message' }), 'Relance des actions')
    const offered = within(section.getByRole('group', { name: 'Champs de ce message' }))
    expect(offered.getAllByRole('button').map((one) => one.textContent)).toEqual(
      fieldsOf('actionsReminder').map((name) => `{${name}}`),
    )
    const body = section.getByRole('textbox', { name: 'Texte' })
    await user.clear(body)
    await user.type(body, 'Bonjour {{point}.')
    expect(await section.findByText(/\{point\}.: ce message n’a pas ce champ/)).toBeTruthy()
    expect((await stored('actionsReminder'))?.version).toBe(0)
    await user.type(body, `${'{Backspace}'.repeat('point}.'.length)}nom}.`)
    await waitFor(async () => expect((await stored('actionsReminder'))?.body).toContain('{nom}'))
    expect(section.queryByText(/ce message n’a pas ce champ/)).toBeNull()
  })
})

it('the sender is saved, and a wrong address is said', async () => {
  core = await openRealCore()
  core.show(<DispatchSenderSection />)
  const section = within(await screen.findByRole('region', { name: 'Envoi des messages' }))
  const email = await section.findByRole('textbox', { name: 'Adresse du secrétariat' })
  await user.type(email, 'secretariat{Enter}')
  expect(await section.findByText(/Cette adresse n’est pas valable/)).toBeTruthy()
  await user.type(email, '@exemple.invalid{Enter}')
  await waitFor(() => expect(section.queryByText(/Cette adresse n’est pas valable/)).toBeNull())
  await user.selectOptions(section.getByRole('combobox', { name: 'Décompte du délai' }), 'jours francs')
  await waitFor(async () =>
    expect(await core?.ok('settings.body', {})).toMatchObject({
      email: 'secretariat@exemple.invalid',
      convocationCounting: 'clear',
    }),
  )
})

describe('the shared folder', () => {
  const none: SharedFolderState = {
    folderName: null,
    pattern: '{année}/{document}',
    queuedCount: 0,
    lastWrittenAt: null,
    lastFailure: null,
  }
  function folder(start: SharedFolderState) {
    let state = start
    const become = (change: Partial<SharedFolderState>) => {
      state = { ...state, ...change }
      return state
    }
    const fake = installFakeCore({
      'dispatch.sharedFolder': () => state,
      'dispatch.chooseSharedFolder': () => become({ folderName: 'Partage INP' }),
      'dispatch.retrySharedFolder': () => become({ queuedCount: 0, lastFailure: null }),
      'dispatch.leaveSharedFolder': () => become({ folderName: null, queuedCount: 0 }),
      'dispatch.setSharedPattern': ({ pattern }) =>
        pattern.includes('..') ? { failure: 'invalid-input' } : become({ pattern }),
    })
    const client = makeQueryClient()
    followChanges(client)
    render(
      <QueryClientProvider client={client}>
        <DispatchFolderSection />
      </QueryClientProvider>,
    )
    return fake
  }

  it('is chosen, filed by a pattern with an example that follows each letter, and left', async () => {
    const fake = folder(none)
    expect(await screen.findByText('Aucun dossier choisi.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Choisir un dossier…' }))
    expect(await screen.findByText(/dans le dossier «.Partage INP.»/)).toBeTruthy()
    const pattern = screen.getByRole('textbox', { name: 'Rangement dans le dossier' })
    await user.clear(pattern)
    await user.type(pattern, '{{date} {{titre}/{{document}')
    expect(await screen.findByText(/Exemple.: 2026-12-10 Séance plénière\/Convocation\.pdf/)).toBeTruthy()
    await waitFor(() =>
      expect(fake.inputsOf('dispatch.setSharedPattern').at(-1)).toEqual({
        pattern: '{date} {titre}/{document}',
      }),
    )
    await user.clear(pattern)
    await user.type(pattern, '../{{document}')
    expect(await screen.findByText(/Ce rangement sort du dossier choisi/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Ne plus utiliser ce dossier' }))
    expect(await screen.findByText('Aucun dossier choisi.')).toBeTruthy()
  })

  it('that is gone is said with what waits for it, and tried again on demand', async () => {
    folder({ ...none, folderName: 'Partage INP', queuedCount: 3, lastFailure: 'folder-unreachable' })
    const said = await screen.findByText(/Le dossier n’est pas accessible/)
    expect(said.textContent).toMatch(/3.documents attendent d’être écrits/)
    await user.click(screen.getByRole('button', { name: 'Réessayer maintenant' }))
    await waitFor(() => expect(screen.queryByText(/attendent d’être écrits/)).toBeNull())
  })

  it('keeps in the example a field that does not exist', () => {
    expect(patternExample('{année}/{inconnu}/{DOCUMENT}')).toBe('2026/{inconnu}/Convocation.pdf')
  })
})
