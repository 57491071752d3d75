import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import type { Answers } from './fake-core.ts'
import { emptyHome, home } from './sample.ts'
import { show } from './show.tsx'

type Place = Output<'dataPlace.get'>

const fine: Place = { folderName: 'data', risk: null, isKept: false, copies: null, shared: null, moved: null }
const oneDrive: Place = { ...fine, risk: { kind: 'synchronised', service: 'OneDrive' } }

function world(place: Place, more: Answers = {}): Answers {
  return {
    'home.get': () => home(),
    'dataPlace.get': () => place,
    'backups.list': () => ({
      ...{ files: [], unreachable: [], copiesName: null, lastRestore: null, encryption: null },
      rule: { recent: 3, days: 14, months: 12 },
    }),
    'settings.copies': () => home().copies,
    ...more,
  }
}

const moveAct = 'Déplacer les données sur cet ordinateur'

describe('at opening', () => {
  it('says what may happen, that nothing is lost, and what to do; the move is one act', async () => {
    const { core, user } = show(
      '#/accueil',
      world(oneDrive, {
        'dataPlace.move': () => ({ folderName: 'donnees', files: 12, sizeBytes: 5_000_000, meetings: 3 }),
      }),
    )
    expect(await screen.findByText(/que synchronise OneDrive.*Rien n’est perdu/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: moveAct }))
    await waitFor(() => expect(core.inputsOf('dataPlace.move')).toEqual([{ asks: false }]))
    expect(await screen.findByText(/Données déplacées.*3 séances, 12 fichiers comparés/)).toBeTruthy()
  })

  it('says it before the first meeting is made, too', async () => {
    show('#/accueil', world({ ...oneDrive, risk: { kind: 'network' } }, { 'home.get': emptyHome }))
    expect(await screen.findByText(/lecteur réseau/)).toBeTruthy()
  })

  it.each<[string, Answers]>([
    ['this computer’s own disk', world(fine)],
    ['a folder that was kept', world({ ...oneDrive, isKept: true })],
    [
      'a place that nobody can judge',
      world(oneDrive, { 'dataPlace.get': () => ({ failure: 'unexpected' }) }),
    ],
  ])('stays silent for %s', async (_, answers) => {
    const { core } = show('#/accueil', answers)
    await waitFor(() => expect(core.inputsOf('dataPlace.get')).toHaveLength(1))
    await screen.findByText('Ce qui reste à faire')
    expect(screen.queryByRole('button', { name: moveAct })).toBeNull()
  })

  it('keeps the data here when somebody says so', async () => {
    const { core, user } = show(
      '#/accueil',
      world(oneDrive, { 'dataPlace.keep': () => ({ ...oneDrive, isKept: true }) }),
    )
    await user.click(await screen.findByRole('button', { name: 'Garder ici' }))
    await waitFor(() => expect(core.inputsOf('dataPlace.keep')).toHaveLength(1))
  })

  it('asks for another folder when the usual one is no better', async () => {
    const { core, user } = show(
      '#/accueil',
      world(oneDrive, { 'dataPlace.move': () => ({ failure: 'place-refused' }) }),
    )
    await user.click(await screen.findByRole('button', { name: moveAct }))
    await user.click(await screen.findByRole('button', { name: 'Choisir un dossier de cet ordinateur…' }))
    await waitFor(() => expect(core.inputsOf('dataPlace.move')).toEqual([{ asks: false }, { asks: true }]))
  })

  it('shows after a second how far the moving is, and gives it up', async () => {
    const { core, user } = show(
      '#/accueil',
      world(oneDrive, { 'dataPlace.move': () => new Promise(() => undefined), 'dataPlace.stop': () => ({}) }),
    )
    await user.click(await screen.findByRole('button', { name: moveAct }))
    await screen.findByRole('button', { name: 'Déplacement…' })
    core.emit({ topic: 'progress', method: 'dataPlace.move', done: 12, total: 340 })
    expect(await screen.findByText(/12 sur 340 fichiers copiés/)).toBeTruthy()
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(core.inputsOf('dataPlace.stop')).toHaveLength(1))
  })
})

describe('among the backups', () => {
  it('says where the data are and came from, and that a synchronised second folder is fine', async () => {
    show(
      '#/reglages/sauvegardes',
      world(
        {
          ...fine,
          copies: { kind: 'synchronised', service: 'kDrive' },
          moved: { at: '2026-11-24T09:00:00.000Z', fromName: 'inp', asideName: 'ancienne-copie-2026-11-24' },
        },
        { 'settings.copies': () => ({ ...home().copies, choice: 'chosen', folderName: 'copies' }) },
      ),
    )
    const where = within(await screen.findByRole('region', { name: 'Où sont les données' }))
    expect(where.getByText(/Sur le disque de cet ordinateur/)).toBeTruthy()
    expect(where.getByText(/depuis le dossier « inp ».*ancienne-copie-2026-11-24/)).toBeTruthy()
    const second = within(screen.getByRole('region', { name: 'Second dossier' }))
    expect(second.getByText(/kDrive.*cela convient/)).toBeTruthy()
  })

  it('still says the danger of a folder that was kept, and offers the move', async () => {
    show('#/reglages/sauvegardes', world({ ...oneDrive, isKept: true }))
    const where = within(await screen.findByRole('region', { name: 'Où sont les données' }))
    expect(where.getByText(/a été choisi/)).toBeTruthy()
    expect(where.getByRole('button', { name: moveAct })).toBeTruthy()
    expect(where.queryByRole('button', { name: 'Garder ici' })).toBeNull()
  })
})
