import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RunJob } from '../../electron/contract/wire.ts'
import { sampleTemplate } from '../../electron/documents/word/sample-templates.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { DocumentStylePage } from '../../renderer/features/documents/style/DocumentStylePage.tsx'
import { OutcomeField } from '../../renderer/features/minutes/OutcomeField.tsx'
import { entryOf } from '../entry.ts'
import { svg } from '../logos.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const user = userEvent.setup()
const rendered: unknown[] = []
const jobs = forkRunner(entryOf('job'))
afterAll(() => jobs.close())
/** Pages are not drawn here; what they would be made of is kept. */
const runJob: RunJob = async (name, input, options) => {
  if (name === 'renderPdf') {
    rendered.push((input as { model: unknown }).model)
    return { bytes: new Uint8Array([1]), pageCount: 1, undrawn: [] } as never
  }
  return jobs.run(name, input, options)
}
vi.mock('../../renderer/features/documents/PdfView.tsx', () => ({ PdfView: () => <p>pages</p> }))

let core: RealCore
beforeEach(async () => {
  rendered.length = 0
  URL.createObjectURL = () => 'blob:logo'
  URL.revokeObjectURL = () => undefined
  core = await openRealCore({ runJob, shell: { 'documentStyle.chooseLogo': () => null } })
})
afterEach(() => core.dispose())

async function page(meetingDate?: string) {
  if (meetingDate !== undefined) {
    const { id } = await core.ok('meetings.create', { fields: { date: meetingDate }, fromTemplate: false })
    await core.ok('minutes.start', { meetingId: id })
  }
  core.show(<DocumentStylePage focusId={null} />)
}
const region = async (name: string) => within(await screen.findByRole('region', { name }))
const style = () => core.ok('documentStyle.get', {})
const letterheads = () => core.ok('documentStyle.letterheads', {})

describe('letterheads', () => {
  it('are written in place, added from a day on, and removed with a way back', async () => {
    await page('2020-01-15')
    const section = await region('Émetteur et signataire')
    const issuer = await section.findByRole('textbox', { name: 'Direction ou mission émettrice' })
    await user.type(issuer, 'Mission des essais')
    await waitFor(async () => expect((await letterheads())[0]?.issuer).toBe('Mission des essais'))
    expect(section.queryByRole('button', { name: 'Supprimer cet en-tête' })).toBeNull()
    await user.click(section.getByRole('button', { name: /Ajouter un en-tête/ }))
    expect(await section.findByRole('combobox', { name: 'En-tête' })).toBeTruthy()
    expect(
      await section.findByText(/montre une séance du 15.janvier 2020, qui porte un autre en-tête/),
    ).toBeTruthy()
    await user.type(section.getByRole('textbox', { name: 'Lieu d’où partent les lettres' }), 'Lyon{Enter}')
    await waitFor(async () => expect((await letterheads())[1]?.place).toBe('Lyon'))
    expect((await letterheads())[0]?.place).toBe('')
    await user.click(await section.findByRole('button', { name: 'Supprimer cet en-tête' }))
    await waitFor(async () => expect(await letterheads()).toHaveLength(1))
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await letterheads()).toHaveLength(2))
  })
})

describe('logos', () => {
  const file = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name)

  it('are taken in by a drop or a paste, asked for their words, ordered and taken out', async () => {
    await page()
    const partners = await region('Logos des partenaires')
    const drop = screen.getByRole('region', { name: 'Logos des partenaires' })
    const files = [file('b.svg', svg('#111111')), file('association-demo.svg', svg('#222222'))]
    act(() => handFiles('picture', null, files, drop))
    const line = await partners.findByRole('group', { name: 'Logo 2, association-demo.svg' })
    expect(within(line).getByRole<HTMLInputElement>('textbox', { name: 'Texte de remplacement' }).value).toBe(
      'association demo',
    )
    const mute = partners.getByRole('group', { name: 'Logo 1, b.svg' })
    expect(within(mute).getByText(/ce logo est muet/)).toBeTruthy()
    await user.type(
      within(mute).getByRole('textbox', { name: 'Texte de remplacement' }),
      'Association B{Enter}',
    )
    await waitFor(() => expect(within(mute).queryByText(/ce logo est muet/)).toBeNull())
    await user.click(partners.getByRole('button', { name: /Placer plus tôt.: association-demo\.svg/ }))
    expect(await partners.findByRole('group', { name: 'Logo 1, association-demo.svg' })).toBeTruthy()
    await user.click(partners.getByRole('button', { name: /Retirer le logo.: b\.svg/ }))
    await waitFor(() => expect(partners.queryByRole('group', { name: /b\.svg/ })).toBeNull())
    // Nothing has the focus: the issuer has none yet.
    act(() => handFiles('picture', null, [file('logo-mission.svg', svg())], document.body))
    const issuer = await region('Logo de l’émetteur')
    expect(await issuer.findByRole('img', { name: 'mission' })).toBeTruthy()
  }, 20_000)

  it('that are refused are said by name, and what was there stays', async () => {
    await page()
    const drop = await screen.findByRole('region', { name: 'Logo de l’émetteur' })
    const files = [file('faux.png', new TextEncoder().encode('bonjour'))]
    act(() => handFiles('picture', null, files, drop))
    const said = await screen.findByText(/^faux\.png.:/)
    expect(said.textContent).toMatch(/PNG/)
    const large = file('x.png', new Uint8Array(5 * 1024 * 1024 + 1))
    act(() => handFiles('picture', null, [large], drop))
    expect(await screen.findByText(/trop grande pour un logo/)).toBeTruthy()
    expect((await letterheads())[0]?.logos).toEqual([])
  }, 20_000)
})

describe('colours', () => {
  it('say their contrast; one too pale is not taken, and the nearest that can be read is one click away', async () => {
    await page()
    const section = await region('Couleurs')
    const field = await section.findByRole('textbox', { name: 'Décisions' })
    expect(section.getAllByText(/se lit bien/)).toHaveLength(3)
    await user.clear(field)
    expect(section.getByText(/Écrire une couleur comme/)).toBeTruthy()
    await user.type(field, '#e08a3c{Enter}')
    expect(await section.findByText(/trop pâle/)).toBeTruthy()
    expect((await style()).decisionColour).toBe('#76306a')
    const take = section.getByRole('button', { name: /^Prendre la plus proche qui se lit, #/ })
    await user.click(take)
    await waitFor(async () => expect((await style()).decisionColour).toBe(take.textContent?.slice(-7)))
    await user.click(await section.findByRole('button', { name: 'Revenir aux couleurs d’origine' }))
    await waitFor(async () => expect((await style()).decisionColour).toBe('#76306a'))
  })
})

describe('what is printed', () => {
  it('is chosen by box and list', async () => {
    await page()
    const section = await region('Ce qui est imprimé')
    await user.click(await section.findByRole('checkbox', { name: /^Suivi du document/ }))
    await waitFor(async () => expect((await style()).hiddenSections).toEqual(['followUp']))
    await user.selectOptions(
      section.getByRole('combobox', { name: /^Liste des participants/ }),
      'Organismes seulement',
    )
    await user.selectOptions(
      section.getByRole('combobox', { name: 'Nom du relevé' }),
      'Relevé de conclusions',
    )
    await user.selectOptions(
      section.getByRole('combobox', { name: 'Place du relevé dans le compte rendu' }),
      'Avant les points',
    )
    await user.click(section.getByRole('checkbox', { name: /^Joindre les données/ }))
    await user.type(section.getByRole('textbox', { name: 'Pied de page' }), 'Document de travail{Enter}')
    await waitFor(async () =>
      expect(await style()).toMatchObject({
        attendanceList: 'organisations',
        recordWord: 'conclusions',
        recordPlace: 'beforeItems',
        embedsData: false,
        footer: 'Document de travail',
        hiddenSections: ['followUp'],
      }),
    )
    await user.click(section.getByRole('checkbox', { name: /^Suivi du document/ }))
    await waitFor(async () => expect((await style()).hiddenSections).toEqual([]))
  })
})

describe('sentences', () => {
  const stored = async (key: string) =>
    (await core.ok('documentStyle.sentences', {})).find((one) => one.key === key)?.text

  it('are written in place and brought back; a word that does not exist is said and not saved', async () => {
    await page()
    const section = await region('Phrases types')
    const field = await section.findByRole<HTMLTextAreaElement>('textbox', { name: 'Clôture' })
    await user.clear(field)
    await user.type(field, 'La {{séance} ferme à {{lieu}.')
    expect(await section.findByText(/\{lieu\}.: cette phrase n’a pas ce mot/)).toBeTruthy()
    expect(await stored('minutes.closed')).toMatch(/^L’ordre du jour étant épuisé/)
    await user.type(field, `${'{Backspace}'.repeat('lieu}.'.length)}heure}.`)
    await waitFor(async () => expect(await stored('minutes.closed')).toBe('La {séance} ferme à {heure}.'))
    await user.click(await section.findByRole('button', { name: 'Revenir à la phrase d’origine' }))
    await waitFor(() => expect(field.value).toMatch(/^L’ordre du jour étant épuisé/))
  })

  it('of outcomes are those proposed in the minutes', async () => {
    await core.ok('documentStyle.updateSentence', {
      key: 'outcome.prisActe',
      version: 0,
      patch: { text: 'Dont acte.' },
    })
    const values: Record<string, unknown> = { outcome: null, outcomeSentence: '' }
    const row = { value: (name: string) => values[name], onAdopt: () => () => undefined }
    const edit = (name: string, make: () => unknown) => {
      values[name] = make()
    }
    core.show(<OutcomeField saved={{ row, edit, flush: () => undefined } as never} />)
    await waitFor(() => core.ok('documentStyle.sentences', {}))
    await user.selectOptions(await screen.findByRole('combobox'), 'Pris acte')
    expect(values.outcomeSentence).toBe('Dont acte.')
  })
})

describe('the preview', () => {
  it('is of the latest meeting with minutes, follows an edit, and shows another paper on demand', async () => {
    await core.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    await page('2026-12-10')
    expect(await screen.findByText('pages')).toBeTruthy()
    expect(rendered.at(-1)).toMatchObject({ kind: 'minutes', head: { look: { footer: '' } } })
    const footer = await screen.findByRole('textbox', { name: 'Pied de page' })
    await user.type(footer, 'Copie{Enter}')
    await waitFor(() => expect(rendered.at(-1)).toMatchObject({ head: { look: { footer: 'Copie' } } }))
    await user.click(screen.getByRole('button', { name: 'Convocation' }))
    await waitFor(() => expect(rendered.at(-1)).toMatchObject({ kind: 'convocation' }))
  })

  it('says what it will show while there is no meeting', async () => {
    await page()
    expect(await screen.findByText('Rien à montrer pour l’instant')).toBeTruthy()
  })
})

describe('Word templates', () => {
  const choose = async (name: string, fileName: string, bytes: Uint8Array) => {
    const section = await region('Modèles Word')
    await section.findByText('Compte rendu')
    const input = section
      .getAllByLabelText(new RegExp(`^Choisir un modèle Word\\s: ${name}$`))
      .find((one) => one instanceof HTMLInputElement)
    if (input === undefined) throw new Error('no place for a file')
    await user.upload(input, new File([new Uint8Array(bytes)], fileName))
    return section
  }

  it('are chosen, fill what is exported, and are removed', async () => {
    await page('2026-11-12')
    const section = await choose('Compte rendu', 'cr-ministere.docx', sampleTemplate('cadre'))
    expect(await section.findByText('cr-ministere.docx')).toBeTruthy()
    expect(await style()).toMatchObject({ minutesTemplate: 'cr-ministere.docx', agendaTemplate: '' })
    await user.click(section.getByRole('button', { name: /^Retirer le modèle Word\s: Compte rendu$/ }))
    await waitFor(async () => expect((await style()).minutesTemplate).toBe(''))
    await core.ok('history.undo', {})
    await waitFor(async () => expect((await style()).minutesTemplate).toBe('cr-ministere.docx'))
  })

  it('with fields that do not exist are refused in words, and change nothing', async () => {
    await page('2026-11-12')
    const parts = unzipSync(sampleTemplate('ordreDuJour'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const wrong = zipSync({
      ...parts,
      'word/document.xml': strToU8(xml.replace('w:tag w:val="titre"', 'w:tag w:val="titer"')),
    })
    const section = await choose('Ordre du jour', 'odj.docx', wrong)
    expect(
      await section.findByText(/odj\.docx n’a pas été retenu.*Champs inconnus\s: titer\..*Noms possibles/),
    ).toBeTruthy()
    await choose('Ordre du jour', 'texte.docx', strToU8('pas un Word'))
    expect(await section.findByText(/texte\.docx n’a pas été retenu.*endommagé/)).toBeTruthy()
    expect(await style()).toMatchObject({ version: 1, agendaTemplate: '', agendaTemplateSha256: null })
  })
})
