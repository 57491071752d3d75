import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DeliveryPreview } from '../../electron/contract/deliveries.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import type { FileRefusal, JorfWarning } from '../../electron/domain/watch/jorf-text.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { answers, delivery, preview, reading, row } from './delivery-sample.ts'
import { id } from './sample.ts'
import { never, show } from './show.tsx'

beforeAll(() => import('../../renderer/features/watch/deliveries/DeliveriesPage.tsx'))

describe('a delivery', () => {
  it('is looked at, unticked in part, and taken in with the follow-up that was chosen', async () => {
    const { user, core } = show('#/veille/livraisons', answers())
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    const pane = within(await screen.findByRole('region', { name: 'Examen de la livraison' }))
    expect(pane.getByText(/s’arrête trop tôt/)).toBeTruthy()
    expect(pane.getByText(/1 texte du sommaire manque/)).toBeTruthy()
    expect(pane.getByText('jorf/bombe.xml')).toBeTruthy()
    expect(pane.getByRole('link', { name: 'Projet des adresses' })).toBeTruthy()
    expect(pane.getByText(/entrée en vigueur : .*janv\. 2100 → .*mars 2100/)).toBeTruthy()
    expect(pane.getByText(/état : vide → publié/)).toBeTruthy()
    expect(pane.getByText(/1\stexte suivi est retiré de la base/)).toBeTruthy()
    expect(pane.getByRole('link', { name: 'Arrêté retiré' })).toBeTruthy()
    expect(pane.getByText('adresse ELI impossible, laissée vide')).toBeTruthy()
    await user.click(pane.getByRole('checkbox', { name: 'Décret de l’annuaire' }))
    await user.selectOptions(pane.getByRole('combobox', { name: 'Suivi des textes ajoutés' }), 'toPresent')
    // It is said that what is on the screen was examined with other criteria.
    await user.click(screen.getByRole('button', { name: 'Profil de veille' }))
    expect(await screen.findByText(/examinée avec le profil d’avant/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Profil de veille' }))
    await user.click(pane.getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    await waitFor(() => expect(core.inputsOf('deliveries.take')).toHaveLength(1))
    expect(core.inputsOf('deliveries.take')[0]).toEqual({
      token: preview.token,
      except: ['JORFTEXT000099000001'],
      drafts: [],
      followUp: 'toPresent',
    })
    expect(await screen.findByRole('complementary', { name: delivery.name })).toBeTruthy()
  })

  it('proposes the drafts that new texts may be, each for one text, and sends only what is chosen', async () => {
    const draft = (n: number, title: string) => ({
      id: id(n),
      version: 2,
      title,
      status: 'draft' as const,
      score: 0.9,
      reasons: ['title' as const],
    })
    const drafts = [draft(90, 'Projet de l’annuaire'), draft(91, 'Projet des adresses')]
    const proposing = {
      ...preview,
      proposed: 2,
      rows: [
        { ...row(1, 'Décret de l’annuaire'), drafts },
        { ...row(2, 'Décret des adresses'), drafts },
      ],
    }
    const { user, core } = show('#/veille/livraisons', answers({ 'deliveries.choose': () => proposing }))
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    const pane = within(await screen.findByRole('region', { name: 'Examen de la livraison' }))
    expect(pane.getByText(/^2 textes nouveaux sont peut-être des projets suivis/)).toBeTruthy()
    const ask = (rank: number) =>
      within(pane.getAllByRole('group', { name: /projets suivis/ })[rank] as HTMLElement)
    // Nothing is matched unasked.
    for (const rank of [0, 1])
      expect(ask(rank).getByRole<HTMLInputElement>('radio', { name: /^Non/ }).checked).toBe(true)
    await user.click(ask(0).getByRole('radio', { name: /^Projet de l’annuaire/ }))
    const elsewhere = ask(1).getByRole<HTMLInputElement>('radio', { name: /annuaire.*autre texte/ })
    expect(elsewhere.disabled).toBe(true)
    await user.click(ask(1).getByRole('radio', { name: /^Projet des adresses/ }))
    // Unticked, a text gives its draft free.
    await user.click(pane.getByRole('checkbox', { name: 'Décret de l’annuaire' }))
    expect(ask(0).getByRole<HTMLInputElement>('radio', { name: /^Projet de l’annuaire/ }).disabled).toBe(
      false,
    )
    await user.click(pane.getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    await waitFor(() => expect(core.inputsOf('deliveries.take')).toHaveLength(1))
    expect(core.inputsOf('deliveries.take')[0]).toMatchObject({
      except: ['JORFTEXT000099000001'],
      drafts: [{ jorfText: 'JORFTEXT000099000002', id: id(91) }],
    })
  })

  it('that is none is told as such, with what to choose', async () => {
    const { user } = show(
      '#/veille/livraisons',
      answers({ 'deliveries.choose': () => ({ failure: 'file-format-unknown' }) }),
    )
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Ce fichier n’est pas une livraison/)
    // A file that is refused leaves nothing unsaved.
    expect(screen.queryByText(frameText.notSaved)).toBeNull()
    // With the hour of what was stored before, if anything was.
    expect(screen.getByText(new RegExp(`^${frameText.saved}`, 'u'))).toBeTruthy()
    expect(screen.queryByText(/Word/)).toBeNull()
  })

  it('that could not be taken in says why in its place, and nothing typed is called unsaved', async () => {
    let code: ErrorCode = 'cancelled'
    const { user } = show('#/veille/livraisons', answers({ 'deliveries.take': () => ({ failure: code }) }))
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    const take = async () => user.click(await screen.findByRole('button', { name: /^Reprendre/ }))
    await take()
    expect(screen.queryByText(frameText.notSaved)).toBeNull()
    code = 'disk-full'
    await take()
    expect(await screen.findByText(/Le disque est plein/)).toBeTruthy()
    expect(screen.queryByText(frameText.notSaved)).toBeNull()
  })

  it('that is being taken in leaves nothing else to be looked at meanwhile', async () => {
    const { user, core } = show('#/veille/livraisons', answers({ 'deliveries.take': never }))
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    const pane = within(await screen.findByRole('region', { name: 'Examen de la livraison' }))
    await user.click(pane.getByRole('button', { name: /^Reprendre/ }))
    const isOff = (name: string) =>
      screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'
    await waitFor(() => expect(isOff('Examiner un fichier…')).toBe(true))
    expect([isOff('Examiner un dossier…'), isOff('Tout décocher')]).toEqual([true, true])
    // Nor once its screen was left and is shown again: it goes on.
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Examen de la livraison' })).toBeNull())
    window.location.hash = '#/veille/livraisons'
    expect(await screen.findByRole('button', { name: 'Arrêter' })).toBeTruthy()
    expect(isOff('Examiner un fichier…')).toBe(true)
    expect(core.inputsOf('deliveries.drop')).toEqual([])
  })

  it('that fails to be taken in after its screen was left is there again with what was chosen', async () => {
    let end: (answer: { failure: ErrorCode }) => void = () => undefined
    const { user, core } = show(
      '#/veille/livraisons',
      answers({ 'deliveries.take': () => new Promise((resolve) => (end = resolve)) }),
    )
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    const shown = async () => within(await screen.findByRole('region', { name: 'Examen de la livraison' }))
    const pane = await shown()
    await user.click(pane.getByRole('checkbox', { name: 'Décret de l’annuaire' }))
    await user.selectOptions(pane.getByRole('combobox', { name: 'Suivi des textes ajoutés' }), 'toPresent')
    await user.click(pane.getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Examen de la livraison' })).toBeNull())
    end({ failure: 'disk-full' })
    expect(await screen.findByText(/Le disque est plein/)).toBeTruthy()
    window.location.hash = '#/veille/livraisons'
    await user.click((await shown()).getByRole('button', { name: 'Reprendre 1\u00a0texte' }))
    await waitFor(() => expect(core.inputsOf('deliveries.take')).toHaveLength(2))
    const [first, second] = core.inputsOf('deliveries.take')
    expect(second).toEqual(first)
    expect(core.inputsOf('deliveries.drop')).toEqual([])
  })

  it('says of each file why it was not read, and of each text what was left out of it', async () => {
    const why = {
      malformed: 'XML interrompu ou mal formé',
      doctype: 'déclare un type de document ou des entités',
      noId: 'sans identifiant de texte du Journal officiel',
      noTitle: 'sans titre',
      tooLarge: 'dépasse 16 Mo',
      tooDeep: 'éléments imbriqués sans fin',
      badName: 'nom qui désigne un emplacement extérieur',
      notAFile: 'lien ou fichier spécial',
    } satisfies Record<FileRefusal, string>
    const warned = {
      nor: 'NOR mal formé, laissé vide',
      eli: 'adresse ELI impossible, laissée vide',
      date: 'date qui n’existe pas, laissée vide',
      encoding: 'encodage autre que celui annoncé, relu en Latin-1',
    } satisfies Record<JorfWarning, string>
    const bad: DeliveryPreview = {
      ...preview,
      changes: 1,
      rows: [{ ...row(1, 'Décret de l’annuaire'), warnings: Object.keys(warned) as JorfWarning[] }],
      reading: {
        ...reading,
        refusedCount: Object.keys(why).length,
        refused: (Object.keys(why) as FileRefusal[]).map((reason) => ({
          name: `${reason}.xml`,
          why: reason,
        })),
      },
    }
    const { user } = show('#/veille/livraisons', answers({ 'deliveries.choose': () => bad }))
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    const pane = within(await screen.findByRole('region', { name: 'Examen de la livraison' }))
    for (const [reason, sentence] of Object.entries(why))
      expect(pane.getByText(`${reason}.xml`).closest('li')?.textContent).toBe(`${reason}.xml ${sentence}`)
    expect(pane.getByText(Object.values(warned).join(', '))).toBeTruthy()
    expect(
      pane.getByText('1 fichier dans un autre encodage que celui annoncé, relu en Latin-1.'),
    ).toBeTruthy()
    expect(pane.getByText(/^4 textes lus · 2 textes dans le profil de veille$/)).toBeTruthy()
  })

  it('without anything for the watch is noted all the same', async () => {
    const nothing = {
      ...preview,
      changes: 0,
      rows: [],
      acts: { ...delivery.acts, new: 0, corrects: 0, same: 4 },
    }
    const { user, core } = show('#/veille/livraisons', answers({ 'deliveries.choose': () => nothing }))
    await user.click(await screen.findByRole('button', { name: 'Examiner un dossier…' }))
    expect(await screen.findByText('Rien à changer dans la veille')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Noter l’examen' }))
    await waitFor(() => expect(core.inputsOf('deliveries.take')[0]?.except).toEqual([]))
  })

  it('that was given up stays out', async () => {
    const { user, core } = show('#/veille/livraisons', answers())
    await user.click(await screen.findByRole('button', { name: 'Examiner un fichier…' }))
    await user.click(await screen.findByRole('button', { name: 'Abandonner' }))
    await waitFor(() => expect(core.inputsOf('deliveries.drop')).toEqual([{ token: preview.token }]))
    expect(await screen.findByRole('region', { name: 'Journal des livraisons' })).toBeTruthy()
    expect(core.inputsOf('deliveries.take')).toEqual([])
  })
})
