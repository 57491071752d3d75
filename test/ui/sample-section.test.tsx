import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { body } from './sample.ts'
import { show } from './show.tsx'

const none = {
  meetings: 0,
  persons: 0,
  organisations: 0,
  colleges: 0,
  projects: 0,
  texts: 0,
  subjects: 0,
  series: 0,
  sent: 0,
  produced: 0,
}

async function asked(added: Partial<typeof none>) {
  const shown = show('#/reglages?id=exemple', {
    'settings.body': () => ({ ...body, isSample: true }),
    'sample.added': () => ({ ...none, deliveries: 0, oldFiles: 0, ...added }),
    'sample.remove': () => ({ meetings: 0 }),
  })
  await shown.user.click(await screen.findByRole('button', { name: 'Retirer l’exemple…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Avant de retirer l’exemple' })
  const act = within(dialog).getByRole('button', { name: 'Retirer l’exemple' })
  return { ...shown, dialog, act }
}

it('is taken out once one has read what goes and where the way back is', async () => {
  const { core, user, dialog, act } = await asked({})
  expect(within(dialog).getByText(/^Toutes les séances, l’annuaire/)).toBeTruthy()
  expect(within(dialog).getByRole('link', { name: 'Sauvegardes' })).toBeTruthy()
  await waitFor(() => expect(act.getAttribute('aria-disabled')).toBeNull())
  await user.click(act)
  expect(await screen.findByText('Exemple retiré, après une sauvegarde vérifiée')).toBeTruthy()
  expect(core.inputsOf('sample.remove')).toHaveLength(1)
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('says what left the application while it was tried', async () => {
  const { dialog } = await asked({ sent: 1, produced: 2 })
  expect(
    await within(dialog).findByText(/trace part aussi.: 1.message noté envoyé, 2.documents produits\./),
  ).toBeTruthy()
})

it('stays, with what stands in the way counted, where something was added beside it', async () => {
  const { core, user, dialog, act } = await asked({ meetings: 1, persons: 2 })
  const description = /à supprimer d’abord.: 1.séance, 2.personnes\.$/
  await within(dialog).findByRole('button', { name: 'Retirer l’exemple', description })
  expect(act.getAttribute('aria-disabled')).toBe('true')
  await user.click(act)
  expect(core.inputsOf('sample.remove')).toEqual([])
})
