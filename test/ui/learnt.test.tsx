import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LearntSection } from '../../renderer/features/settings/LearntSection.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
beforeEach(async () => {
  core = await openRealCore()
})
afterEach(() => core.dispose())

it('shows what was learnt of received files, and forgets it', async () => {
  await core.ok('imports.learn', {
    fileName: 'cr de mai.docx',
    labels: ['equipage', 'sujets'],
    habits: [
      { role: 'person', look: 'list 0 bullet', under: 'equipage' },
      { role: 'item', look: 'list 0 bullet', under: 'sujets' },
    ],
  })
  core.show(<LearntSection />)
  expect(await screen.findByText(/^cr de mai\.docx, .* : 2.sortes de lignes$/)).toBeTruthy()
  await userEvent
    .setup()
    .click(screen.getByRole('button', { name: 'Oublier ce qui vient de cr de mai.docx' }))
  expect(await screen.findByText('Rien n’a été retenu.')).toBeTruthy()
  expect(await core.ok('imports.learnt', {})).toEqual([])
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Fichiers lus' }))
})
