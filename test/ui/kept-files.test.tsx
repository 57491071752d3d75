import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { KeptFileFault, KeptFiles } from '../../electron/contract/kept-files.ts'
// Loaded on first use by the frame; here before, so that a slow machine does not make it late.
import '../../renderer/features/backups/kept-files/KeptFilesPage.tsx'
import type { Answers } from './fake-core.ts'
import { home } from './sample.ts'
import { never, show } from './show.tsx'

const hash = (digit: string) => digit.repeat(64)
const meeting = { id: '01900000-0000-7000-8000-000000000001', date: '2026-12-10', title: 'Séance plénière' }
const note: KeptFileFault = {
  sha256: hash('a'),
  state: 'missing',
  leftAt: null,
  uses: [
    {
      kind: 'attachment',
      name: 'Note de présentation.pdf',
      meeting,
      itemTitle: 'Annuaire partagé',
      project: null,
      isReplaceable: true,
    },
  ],
}
const approved: KeptFileFault = {
  sha256: hash('b'),
  state: 'altered',
  leftAt: null,
  uses: [{ kind: 'approval', name: '', meeting, itemTitle: null, project: null, isReplaceable: false }],
}
const list = (faults: readonly KeptFileFault[], more: Partial<KeptFiles> = {}): KeptFiles => ({
  checkedAt: '2026-11-24T07:05:00.000Z',
  checked: 142,
  faults: [...faults],
  setAside: 0,
  ...more,
})
const page = '#/reglages/fichiers'
const row = async (name: RegExp) => {
  const rows = within(await screen.findByRole('region', { name: /À traiter|Gardés/ })).getAllByRole(
    'listitem',
  )
  const found = rows.find(({ textContent }) => name.test(textContent ?? ''))
  if (found === undefined) throw new Error(`no row ${name}`)
  return within(found)
}

describe('the state of the files', () => {
  it('goes on being checked while another screen is shown', async () => {
    const { user } = show(page, { 'keptFiles.list': () => list([]), 'keptFiles.check': never })
    await user.click(await screen.findByRole('button', { name: 'Vérifier les fichiers' }))
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Arrêter' })).toBeNull())
    window.location.hash = page
    expect(await screen.findByRole('button', { name: 'Arrêter' })).toBeTruthy()
    expect(screen.getByRole('button', { name: /Vérification/ }).getAttribute('aria-disabled')).toBe('true')
  })

  it('names each file that is gone or altered, with its meeting and item', async () => {
    show(page, { 'keptFiles.list': () => list([note, approved], { setAside: 1 }) })
    const first = await row(/Note de présentation/)
    expect(first.getByText('manque')).toBeTruthy()
    expect(
      first.getByRole('link', {
        name: /pièce · Séance plénière, 10.décembre 2026 · point «.Annuaire partagé.»/,
      }),
    ).toBeTruthy()
    const second = await row(/Compte rendu approuvé/)
    expect(second.getByText('altéré')).toBeTruthy()
    expect(screen.getByText(/1.fichier altéré est gardé dans le dossier «.pieces-alterees.»/)).toBeTruthy()
  })

  it('says so when nothing is wrong, and when nothing was checked yet', async () => {
    show(page, { 'keptFiles.list': () => list([]) })
    expect(
      await screen.findByText('Tous les fichiers sont là, tels qu’ils ont été enregistrés.'),
    ).toBeTruthy()
  })

  it('takes one back from the backups, or all; what no backup has is said with what to do', async () => {
    const { core, user } = show(page, {
      'keptFiles.list': () => list([note, approved]),
      'keptFiles.bringBack': ({ files }) => ({
        found: files.length - 1,
        notFound: 1,
        closed: false,
        list: list([note]),
      }),
    })
    await user.click((await row(/Note/)).getByRole('button', { name: /Reprendre depuis une sauvegarde/ }))
    expect(
      await screen.findByText(/1.fichier n’a été retrouvé dans aucune sauvegarde\. Brancher/),
    ).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Tout reprendre depuis les sauvegardes' }))
    expect(await screen.findByText(/1.fichier repris d’une sauvegarde, à l’identique/)).toBeTruthy()
    expect(core.inputsOf('keptFiles.bringBack')).toEqual([
      { files: [hash('a')] },
      { files: [hash('a'), hash('b')] },
    ])
  })

  it('asks the passphrase where only encrypted copies are left to look into, and again when it is wrong', async () => {
    const { core, user } = show(page, {
      'keptFiles.list': () => list([note]),
      'keptFiles.bringBack': ({ passphrase }) => {
        if (passphrase === 'une autre phrase') return { failure: 'passphrase-wrong' as const }
        const found = passphrase === undefined ? 0 : 1
        return { found, notFound: 1 - found, closed: found === 0, list: list(found === 0 ? [note] : []) }
      },
    })
    await user.click((await row(/Note/)).getByRole('button', { name: /Reprendre depuis une sauvegarde/ }))
    expect(await screen.findByText(/dans aucune sauvegarde en clair/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Chercher dans les copies chiffrées…' }))
    const field = await screen.findByLabelText('Phrase de passe')
    await user.type(field, 'une autre phrase{Enter}')
    expect(await screen.findByText(/n’est pas celle de cette copie chiffrée/)).toBeTruthy()
    await user.clear(field)
    await user.type(field, 'la bonne phrase{Enter}')
    expect(await screen.findByText(/1.fichier repris d’une sauvegarde, à l’identique/)).toBeTruthy()
    expect(screen.queryByLabelText('Phrase de passe')).toBeNull()
    expect(core.inputsOf('keptFiles.bringBack').at(-1)).toEqual({
      files: [hash('a')],
      passphrase: 'la bonne phrase',
    })
  })

  it('takes a chosen file, and says when it became a new version or was refused', async () => {
    let answer: 'newVersion' | 'refused' = 'newVersion'
    const { user } = show(page, {
      'keptFiles.list': () => list([note]),
      'keptFiles.choose': () =>
        answer === 'refused'
          ? { failure: 'other-bytes' as const }
          : { became: 'newVersion' as const, list: list([]) },
    })
    await user.click((await row(/Note/)).getByRole('button', { name: /Choisir le fichier/ }))
    expect(await screen.findByText(/nouvelle version de la pièce/)).toBeTruthy()
    answer = 'refused'
    await user.click((await row(/Note/)).getByRole('button', { name: /Choisir le fichier/ }))
    expect(await screen.findByText(/Ce fichier n’est pas celui qui manque/)).toBeTruthy()
  })

  it('leaves one as it is, and takes it up again', async () => {
    let left = false
    const { core, user } = show(page, {
      'keptFiles.list': () => list([{ ...note, leftAt: left ? '2026-11-25T09:00:00.000Z' : null }]),
      'keptFiles.leave': (input) => {
        left = input.left
        return {}
      },
      'history.state': () => ({ undo: null, redo: null }),
    })
    await user.click((await row(/Note/)).getByRole('button', { name: /Garder en mémoire/ }))
    await screen.findByRole('region', { name: 'Gardés en mémoire (1)' })
    await user.click((await row(/Note/)).getByRole('button', { name: /Remettre à traiter/ }))
    await screen.findByRole('region', { name: 'À traiter (1)' })
    expect(core.inputsOf('keptFiles.leave').map((input) => input.left)).toEqual([true, false])
  })
})

describe('damage met while the application runs', () => {
  const files = { missing: 0, altered: 0 }
  const rows = { count: 0, named: [], lastGood: null }
  const answers: Answers = { 'home.get': () => home() }
  const data = {
    at: new Date().toISOString(),
    code: 'data-damaged' as const,
    lastGood: '2026-11-24T07:05:00.000Z',
  }

  it('is said on every screen with what is safe, and leads to the check', async () => {
    let isDamaged = true
    const { core, user } = show('#/accueil', {
      ...answers,
      'recovery.damage': () => ({ data: isDamaged ? data : null, files, rows }),
      'recovery.examine': () => {
        isDamaged = false
        return { reason: null }
      },
    })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/une partie des données n’a pas pu être lue/)
    expect(alert.textContent).toMatch(
      /Plus rien n’y est écrit.*La dernière bonne sauvegarde est de .*24.novembre/,
    )
    await user.click(within(alert).getByRole('button', { name: 'Vérifier les données' }))
    await screen.findByText(/Les données ont été vérifiées en entier/)
    await waitFor(() => expect(screen.queryByText(/n’a pas pu être lue/)).toBeNull())
    expect(core.inputsOf('recovery.examine')).toHaveLength(1)
  })

  it('of files leads to their page, as soon as a call met it', async () => {
    let missing = 0
    const { core } = show('#/accueil', {
      ...answers,
      'recovery.damage': () => ({ data: null, files: { ...files, missing }, rows }),
    })
    await waitFor(() => expect(core.inputsOf('recovery.damage')).toHaveLength(1))
    expect(screen.queryByText(/fichier manque/)).toBeNull()
    missing = 1
    core.emit({ topic: 'changed', reads: 'all', later: [] })
    expect(await screen.findByText(/À côté des données, 1.fichier manque/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Voir l’état des fichiers' }).getAttribute('href')).toBe(page)
  })

  it('of rows names them, their copy, and is over once somebody has read them', async () => {
    const named = [
      { where: 'Points d’ordre du jour', name: 'Hébergement', meetingDate: '2026-12-15' },
      { where: 'Instance', name: '', meetingDate: null },
    ]
    let altered = { count: 3, named, lastGood: data.lastGood as string | null }
    const { core, user } = show('#/accueil', {
      ...answers,
      'recovery.damage': () => ({ data: null, files, rows: altered }),
      'recovery.keepRows': () => {
        altered = { ...rows }
        return {}
      },
    })
    expect(
      await screen.findByText(
        /3.textes ne sont plus tels.*Points d’ordre du jour : « Hébergement », séance du 15.décembre 2026 ; Instance ; et 1.autre.*La sauvegarde de .*24.novembre 2026 les a encore/,
      ),
    ).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Relu, garder tel quel' }))
    await waitFor(() => expect(core.inputsOf('recovery.keepRows')).toHaveLength(1))
    core.emit({ topic: 'changed', reads: 'all', later: [] })
    await waitFor(() => expect(screen.queryByText(/ne sont plus tels/)).toBeNull())
  })

  it('that keeps the first screen from showing has the same way out', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': () => ({ failure: 'data-damaged' }),
      'recovery.state': () => ({
        reason: null,
        damaged: null,
        backups: [],
        desk: 'there',
        copies: null,
        reading: null,
        freeBytes: 1,
        movedTo: null,
      }),
      'recovery.examine': () => ({ reason: 'data-damaged' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Vérifier les données' }))
    await waitFor(() => expect(core.inputsOf('recovery.examine')).toHaveLength(1))
  })
})
