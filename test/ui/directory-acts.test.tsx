import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Jobs, RunJob } from '../../electron/contract/wire.ts'
import { readDirectory } from '../../electron/imports/directory/read-directory.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { DirectoryImportPage } from '../../renderer/features/directory/DirectoryImportPage.tsx'
import { DuplicatesPage } from '../../renderer/features/directory/DuplicatesPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

Element.prototype.scrollIntoView = () => undefined

let core: RealCore
const user = userEvent.setup()
const runJob = (async (_: string, input: Jobs['readDirectory']['input']) =>
  readDirectory(input)) as unknown as RunJob

beforeEach(async () => {
  core = await openRealCore({ runJob })
})
afterEach(() => core.dispose())

const person = async (fields: { familyName: string } & Record<string, string>) => {
  const id = newId()
  await core.ok('directory.addPerson', { id, fields })
  return id
}
const view = () => core.ok('directory.list', {})
const listFile = (text: string, name = 'liste.csv') => {
  const file = new File([text], name)
  // jsdom's files have no arrayBuffer.
  file.arrayBuffer = async () => new TextEncoder().encode(text).buffer as ArrayBuffer
  return file
}
const LIST = [
  'Nom;Prénom;Mél;Structure;Statut',
  'Marchetti;Helene;helene@exemple.invalid;ACD;Titulaire',
  'Durand;Paul;paul@ailleurs.invalid;Autre;Suppléant',
  'Quercy;Bastien;bastien@@exemple.invalid;ACD;Titulaire',
  ';;contact@exemple.invalid;ACD;',
].join('\n')

async function openReview(list = LIST) {
  await person({ givenName: 'Hélène', familyName: 'Marchetti', email: 'helene@exemple.invalid' })
  const acd = newId()
  await core.ok('directory.addOrganisation', {
    id: acd,
    fields: { name: 'Communes exemple', acronym: 'ACD' },
  })
  await person({ givenName: 'Paul', familyName: 'Durand', email: 'paul@acd.invalid', organisationId: acd })
  core.show(<DirectoryImportPage focusId={null} />)
  const choose = await screen.findByLabelText('Choisir un fichier…', { selector: 'input' })
  await user.upload(choose, listFile(list))
  return screen.findByRole('grid', { name: 'Lignes de la liste' })
}
const line = (name: string) => screen.getByRole('row', { name: new RegExp(name) })

describe('a received list', () => {
  it('is reviewed: who is new, who is known, what is doubtful, what changes', async () => {
    await openReview()
    expect(line('Marchetti').textContent).toContain('Même personne que Hélène Marchetti')
    expect(line('Marchetti').textContent).toContain('Sûre')
    expect(line('Marchetti').textContent).toContain('Mandat')
    expect(line('Durand').textContent).toContain('À vérifier')
    expect(line('Durand').textContent).toContain('Laissée de côté')
    expect(line('Quercy').textContent).toContain('Nouvelle personne')
    expect(line('sans nom').textContent).toContain('Laissée de côté')
    expect(screen.getByText(/1.personne nouvelle, 1.fiche à mettre à jour, 2.lignes laissées/)).toBeTruthy()
  })

  it('says all that it will write of somebody new: telephone, mandate, college of a new organisation', async () => {
    await openReview(
      [
        'Nom;Prénom;Structure;Collège;Statut;Téléphone',
        'Arnoux;Lise;Fédération nouvelle;Associations;Suppléant;01 00 00 00 00',
        'Durand;Paul;ACD;;Titulaire;',
      ].join('\n'),
    )
    const written = line('Arnoux').textContent
    expect(written).toMatch(/Téléphone.: 01.00.00.00.00/)
    expect(written).toMatch(/Collège.: Associations/)
    expect(written).toMatch(/Mandat.: suppléant/)
    expect(line('Durand').textContent).not.toContain('Téléphone')
  })

  it('is taken in as reviewed, in one act, and undone from its message', async () => {
    await openReview()
    line('Marchetti').focus()
    await user.keyboard('{F8}')
    expect(document.activeElement).toBe(line('Durand'))
    await user.keyboard(' ')
    expect(line('Durand').textContent).toContain('Nouvelle personne')
    await user.keyboard('{F8}')
    expect(line('Quercy').textContent).toContain(
      'L’adresse est écrite «\u00a0bastien@@exemple.invalid\u00a0»',
    )
    await user.click(within(line('Quercy')).getByRole('button', { name: 'C’est juste' }))
    await user.keyboard('{F8}')
    expect(line('sans nom').textContent).toContain('Cette ligne ne nomme personne')
    line('Quercy').focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await view()).persons).toHaveLength(4))
    const after = await view()
    expect(after.mandates).toHaveLength(3)
    expect(after.persons.find(({ familyName }) => familyName === 'Quercy')?.email).toBe('')
    const messages = within(screen.getByRole('region', { name: 'Messages' }))
    expect(await messages.findByText('2 personnes ajoutées, 1 fiche mise à jour')).toBeTruthy()
    await user.click(messages.getByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect((await view()).persons).toHaveLength(2))
  })

  it('updates the person chosen when the review says so', async () => {
    await openReview()
    await user.click(line('Durand'))
    await user.click(within(line('Durand')).getByRole('button', { name: 'Mettre à jour' }))
    expect(line('Durand').textContent).toContain('Adresse\u00a0: paul@acd.invalid → paul@ailleurs.invalid')
    expect(line('Durand').textContent).toContain('Relue')
  })

  it('asks for a look where it would write over what is known, and takes no presence for a function', async () => {
    await person({ givenName: 'Zoé', familyName: 'Arnaud', jobTitle: 'maire', email: 'zoe@exemple.invalid' })
    await openReview(
      [
        'Nom;Prénom;Fonction;Statut',
        'Arnaud;Zoé;préfète;Présente',
        'Marchetti;Hélène;;Absente excusée',
        'Durand;Paul;;Présent',
      ].join('\n'),
    )
    expect(line('Arnaud').textContent).toContain('À vérifier')
    expect(line('Arnaud').textContent).toContain('maire → préfète')
    expect(line('Marchetti').textContent).not.toMatch(/À vérifier|excusée/)
    expect(screen.getByText(/Colonnes? .*Statut/)).toBeTruthy()
  })

  it('let fall on the page is read; without a column of names it says what to do', async () => {
    core.show(<DirectoryImportPage focusId={null} />)
    const page = await screen.findByRole('region', { name: 'Lire une liste de personnes' })
    expect(page.getAttribute('data-takes')).toBe('directory')
    const drop = (file: File) => act(() => handFiles('directory', null, [file], null))
    drop(listFile('Sigle;Téléphone\nACD;01'))
    expect(await screen.findByText('Aucune colonne de noms n’a été trouvée')).toBeTruthy()
    expect(screen.getByText(/Titres lus.: Sigle, Téléphone/)).toBeTruthy()
    drop(listFile('', 'vide.csv'))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Choisir un autre fichier…' })).toBeTruthy()
  })
})

it('a list that is given up leaves the keyboard to the screen', async () => {
  const main = document.body.appendChild(document.createElement('main'))
  Object.assign(main, { id: 'main', tabIndex: -1 })
  await openReview()
  await user.click(screen.getByRole('button', { name: 'Abandonner' }))
  await screen.findByRole('button', { name: 'Choisir un fichier…' })
  await waitFor(() => expect(document.activeElement).toBe(main))
  main.remove()
})

describe('duplicates', () => {
  it('are merged either way, from the pair, with a way back', async () => {
    const first = await person({ givenName: 'Zélie', familyName: 'Garnerin', email: 'zelie@exemple.invalid' })
    await person({ givenName: 'ZELIE', familyName: 'GARNERIN', phone: '01 00 00 00 00' })
    core.show(<DuplicatesPage focusId={null} />)
    const pair = within(await screen.findByRole('article', { name: 'Zélie Garnerin et ZELIE GARNERIN' }))
    expect(pair.getByText('Probable')).toBeTruthy()
    await user.click(pair.getByRole('button', { name: /Fusionner et garder cette fiche.*Zélie Garnerin/ }))
    expect(await screen.findByText('Aucun doublon')).toBeTruthy()
    expect((await view()).persons).toMatchObject([
      { id: first, familyName: 'Garnerin', email: 'zelie@exemple.invalid', phone: '01 00 00 00 00' },
    ])
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await screen.findByRole('article', { name: 'Zélie Garnerin et ZELIE GARNERIN' })).toBeTruthy()
  })

  it('are told apart for good', async () => {
    await person({ givenName: 'Zélie', familyName: 'Garnerin' })
    await person({ givenName: 'Zélie', familyName: 'Garnerin' })
    core.show(<DuplicatesPage focusId={null} />)
    await user.click(await screen.findByRole('button', { name: 'Deux personnes différentes' }))
    expect(await screen.findByText('Aucun doublon')).toBeTruthy()
    expect(await core.ok('directory.duplicates', {})).toEqual([])
  })
})
