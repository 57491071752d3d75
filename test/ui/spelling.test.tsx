import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SpellingSection } from '../../renderer/features/settings/SpellingSection.tsx'
import { TextArea, TextField } from '../../renderer/ui/TextField.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const user = userEvent.setup()
let core: RealCore
beforeEach(async () => {
  core = await openRealCore()
})
afterEach(() => core.dispose())

describe('the words of the dictionary', () => {
  it('are added one by one, and removed with a way back', async () => {
    core.show(<SpellingSection />)
    await screen.findByText(/Aucun mot ajouté/)
    await user.type(screen.getByRole('textbox', { name: 'Nouveau mot' }), 'deux mots{Enter}')
    await screen.findByText(/un seul mot/)
    await user.clear(screen.getByRole('textbox', { name: 'Nouveau mot' }))
    await user.type(screen.getByRole('textbox', { name: 'Nouveau mot' }), 'Écolobus')
    await user.click(screen.getByRole('button', { name: 'Ajouter le mot' }))
    const words = await screen.findByRole('list', { name: /Mots ajoutés/ })
    await user.click(within(words).getByRole('button', { name: /Retirer.*Écolobus/ }))
    await screen.findByText(/Aucun mot ajouté/)
    await user.click(await screen.findByRole('button', { name: /Annuler/ }))
    await waitFor(async () =>
      expect(await core.ok('spelling.words', {})).toMatchObject([{ word: 'Écolobus' }]),
    )
  })

  it('stand beside the switch of this desk', async () => {
    core.show(<SpellingSection />)
    await user.click(await screen.findByRole('checkbox', { name: /Souligner/ }))
    await waitFor(async () => expect(await core.ok('spelling.state', {})).toEqual({ isOn: false }))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false))
  })
})

describe('a field', () => {
  it('is checked where it holds prose only', () => {
    const nothing = () => undefined
    core.show(
      <>
        <TextArea label="Texte" value="" onCommit={nothing} />
        <TextArea label="Adresse" value="" prose={false} onCommit={nothing} />
        <TextField label="Titre" value="" prose onCommit={nothing} />
        <TextField label="Nom" value="" onCommit={nothing} />
      </>,
    )
    const checked = screen.getAllByRole('textbox').map((field) => field.getAttribute('spellcheck'))
    expect(checked).toEqual(['true', 'false', 'true', 'false'])
  })
})
