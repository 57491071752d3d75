import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Output } from '../../electron/contract/index.ts'
import type { TakenMail } from '../../electron/contract/subjects.ts'
import { closeOutcome } from '../../renderer/features/agenda/subjects/taking.ts'
import type { Answers } from './fake-core.ts'
import { id } from './sample.ts'
import { beside, never, show } from './show.tsx'
import { inspector, keeping, row, viewOf } from './subjects-sample.ts'

beforeEach(() => closeOutcome())
afterEach(() => {
  vi.unstubAllGlobals()
})

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name)
const drop = (target: EventTarget, files: readonly File[]) =>
  fireEvent.drop(target as Element, { dataTransfer: { files, types: ['Files'] } })
/** The core says of every file that it is this. */
const recognising = (kind: 'mail' | 'sheet'): Answers => ({
  'imports.recognise': ({ files }) =>
    files.map(({ fileName }) => ({
      fileName,
      failure: null,
      arrivals: [{ kind, meetingId: null, reason: 'content', isSure: true }],
    })),
})
const taken = (fileName: string, change: Partial<TakenMail> = {}): TakenMail => ({
  fileName,
  subjectId: id(1),
  outcome: 'added',
  failure: null,
  refusedFiles: [],
  ...change,
})

it('a subject makes a second one from its row, shown at once', async () => {
  const [first, second] = [row(1, 'Annuaire'), row(2, 'Cartographie')]
  let rows = [first]
  const { core, user } = show('#/sujets', {
    ...keeping([]),
    'subjects.list': () => rows,
    'subjects.get': (input) => viewOf(input.id === first.id ? first : second),
    'subjects.split': () => {
      rows = [first, second]
      return viewOf(second)
    },
  })
  const line = await screen.findByRole('row', { name: /Annuaire/ })
  await user.pointer({ keys: '[MouseRight]', target: line })
  await user.click(await screen.findByRole('menuitem', { name: 'Tirer un second sujet' }))
  await inspector('Cartographie')
  expect(core.inputsOf('subjects.split')).toMatchObject([{ from: first.id, text: null }])
})

it('the list narrowed shows beside it only what it lists', async () => {
  const { user } = show('#/sujets', keeping([row(1, 'Annuaire'), row(2, 'Budget')]))
  await inspector('Annuaire')
  await user.type(screen.getByRole('searchbox'), 'bud')
  await inspector('Budget')
  expect(screen.queryByRole('complementary', { name: 'Annuaire' })).toBeNull()
})

describe('mails', () => {
  const takes = (answer: (input: Input<'subjects.takeMails'>) => Output<'subjects.takeMails'>) => {
    const kept = keeping([])
    const shown = show('#/accueil', {
      ...kept,
      ...recognising('mail'),
      'subjects.takeMails': (input) => {
        shown.core.answers['subjects.list'] = () => [row(1, 'Annuaire')]
        shown.core.answers['subjects.get'] = () => viewOf(row(1, 'Annuaire'))
        shown.core.emit({ topic: 'changed', reads: 'all', later: [] })
        return answer(input)
      },
    })
    return shown
  }

  it('dropped anywhere in the window become subjects, shown at once, with what was left out', async () => {
    const { core } = takes(({ files }) => [
      taken(files[0]?.fileName ?? '', { refusedFiles: ['outil.exe'] }),
      taken(files[1]?.fileName ?? '', { subjectId: null, outcome: 'refused', failure: 'file-damaged' }),
    ])
    await beside()
    drop(window, [file('a.msg'), file('B.EML'), file('gros.eml', 51 * 1024 * 1024)])
    await inspector('Annuaire')
    expect(window.location.hash).toBe('#/sujets')
    expect(core.inputsOf('subjects.takeMails')[0]?.files.map(({ fileName }) => fileName)).toEqual([
      'a.msg',
      'B.EML',
    ])
    expect(await screen.findByText(/1.sujet ajouté/)).toBeTruthy()
    const notes = screen.getAllByRole('listitem').map((one) => one.textContent ?? '')
    expect(notes).toEqual([
      expect.stringMatching(/a\.msg.*outil\.exe.*non repris/),
      expect.stringMatching(/B\.EML.*n’est pas un message/),
      expect.stringMatching(/gros\.eml.*dépasse 50.Mo et n’a pas été lu/),
    ])
  })

  it('tell how many are read, and can be given up', async () => {
    let end: (value: { failure: 'cancelled' }) => void = () => undefined
    const { core, user } = show('#/sujets', {
      ...keeping([]),
      ...recognising('mail'),
      'subjects.takeMails': () => new Promise((resolve) => (end = resolve)),
      'subjects.stopTaking': () => {
        end({ failure: 'cancelled' })
        return {}
      },
    })
    await screen.findByText('Aucun sujet')
    drop(screen.getByRole('region', { name: /Déposer des messages/ }), [file('a.msg'), file('b.msg')])
    await waitFor(() => expect(core.inputsOf('subjects.takeMails')).toHaveLength(1))
    core.emit({ topic: 'progress', method: 'subjects.takeMails', done: 1, total: 2 })
    expect(await screen.findByText('1 sur 2')).toBeTruthy()
    await user.click(
      within(screen.getByText('1 sur 2').parentElement as HTMLElement).getByRole('button', {
        name: 'Annuler',
      }),
    )
    expect(await screen.findByText('Lecture annulée. Aucun sujet n’a été ajouté.')).toBeTruthy()
    expect(screen.queryByText('1 sur 2')).toBeNull()
  })

  it('are chosen in the system’s dialog, which may be given up', async () => {
    const { core, user } = show('#/sujets', {
      ...keeping([row(1, 'Annuaire')]),
      'subjects.chooseMails': () => null,
    })
    await user.click(await screen.findByRole('button', { name: 'Lire des courriels…' }))
    expect(core.inputsOf('subjects.chooseMails')).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('a pasted text', () => {
  const paste = (at: Element, words: string) =>
    fireEvent.paste(at, { clipboardData: { files: [], getData: () => words } })

  it('on the list waits to be made a subject; in a field it is only text', async () => {
    const { core, user } = show('#/sujets', {
      ...keeping([row(1, 'Annuaire')]),
      'subjects.takeText': () => viewOf(row(1, 'Annuaire')),
    })
    await screen.findByRole('grid')
    await user.click(document.body)
    paste(document.body, 'Parler des archives')
    const pane = await inspector('Coller un message ou une note')
    const field = pane.getByRole<HTMLTextAreaElement>('textbox', { name: 'Texte du message' })
    expect(field.value).toBe('Parler des archives')
    expect(core.inputsOf('subjects.takeText')).toEqual([])
    await user.click(pane.getByRole('button', { name: 'En faire un sujet' }))
    await waitFor(() => expect(core.inputsOf('subjects.takeText')[0]?.text).toBe('Parler des archives'))
    // The core found the subject that it belongs to.
    await screen.findByText(/^Message ajouté au sujet «\s?Annuaire\s?»$/)
    screen.getByRole('searchbox').focus()
    paste(screen.getByRole('searchbox'), 'mot')
    expect(screen.queryByRole('textbox', { name: 'Texte du message' })).toBeNull()
  })

  it.each(['#/sujets', '#/accueil'])('that is a mail is recognised as the mail is, on %s', async (at) => {
    const { core } = show(at, {
      ...keeping([row(1, 'Annuaire')]),
      ...recognising('mail'),
      'meetings.list': () => [],
      'subjects.takeMails': ({ files }) => files.map(({ fileName }) => taken(fileName)),
    })
    await beside()
    paste(document.body, 'De : Noé <noe@exemple.invalid>\nObjet : Annuaire\n\nBonjour,')
    await waitFor(() => expect(core.inputsOf('subjects.takeMails')).toHaveLength(1))
    expect(core.inputsOf('subjects.takeMails')[0]?.files[0]?.fileName).toBe('Message collé.eml')
    expect(core.inputsOf('subjects.takeText')).toEqual([])
  })

  it.each([
    'Compte rendu\nDate : 12 mars 2026\nObjet : bureau\nPrésents : Anne',
    'Bonjour,\nvoici la note.\nDe : Anne\nObjet : bureau',
  ])('is no mail for what it says below its first line: %j', async (words) => {
    const answers = { ...keeping([row(1, 'Annuaire')]), ...recognising('mail') }
    const { core, user } = show('#/sujets', answers)
    await beside()
    await screen.findByRole('grid')
    paste(document.body, words)
    const pane = await inspector('Coller un message ou une note')
    const field = pane.getByRole<HTMLTextAreaElement>('textbox', { name: 'Texte du message' })
    expect(field.value).toBe(words)
    expect(core.inputsOf('imports.recognise')).toEqual([])
    // What waits there is kept, for the next test too.
    await user.clear(field)
  })

  it('that is a mail is read as an agenda where one is imported', async () => {
    // The page's own makes bytes of another realm, which the contract does not know.
    vi.stubGlobal(
      'TextEncoder',
      class {
        encode = (words: string) => new Uint8Array(Buffer.from(words))
      },
    )
    const { core } = show('#/accueil', {
      ...keeping([]),
      ...recognising('mail'),
      'imports.read': () => never(),
    })
    await beside()
    act(() => {
      window.location.hash = '#/import'
    })
    await screen.findByRole('button', { name: 'Choisir un fichier…' })
    paste(document.body, 'De : Noé <noe@exemple.invalid>\nObjet : Ordre du jour\n\n1. Fournitures')
    await waitFor(() => expect(core.inputsOf('imports.read')).toHaveLength(1))
    expect(core.inputsOf('imports.recognise')).toEqual([])
  })

  it('has a place of its own in the menu', async () => {
    const { core, user } = show('#/sujets', {
      ...keeping([row(1, 'Annuaire')]),
      'subjects.takeText': () => viewOf(row(1, 'Annuaire')),
    })
    await user.click(await screen.findByRole('button', { name: 'Autres façons d’ajouter' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Coller un message' }))
    const pane = await inspector('Coller un message ou une note')
    await user.type(pane.getByRole('textbox', { name: 'Texte du message' }), 'Parler des archives')
    await waitFor(() =>
      expect(
        pane.getByRole('button', { name: 'En faire un sujet' }).getAttribute('aria-disabled'),
      ).toBeNull(),
    )
    // Closed and opened again, it is still there.
    await user.keyboard('{Escape}{Escape}')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Texte du message' })).toBeNull())
    await user.click(await screen.findByRole('button', { name: 'Autres façons d’ajouter' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Coller un message' }))
    const again = await inspector('Coller un message ou une note')
    await user.click(again.getByRole('button', { name: 'En faire un sujet' }))
    expect(core.inputsOf('subjects.takeText')[0]?.text).toBe('Parler des archives')
  })
})

describe('a sheet', () => {
  const draft: Output<'subjects.readSheet'> = {
    fileName: 'fiche.docx',
    sha256: 'b'.repeat(64),
    sizeBytes: 12,
    subject: {
      title: 'RE: Annuaire',
      requester: 'Noé',
      organisation: '',
      durationMinutes: 25,
      nature: 'avis',
    },
    project: {
      title: '',
      projectOwner: '',
      organisation: '',
      stage: null,
      purpose: 'Une ligne',
      localImpact: '',
      regulatorySide: '',
      askedOfBody: '',
    },
    missing: ['Organisme du demandeur'],
  }

  it('dropped on the list is reviewed, then completes the subject of its title', async () => {
    const { core, user } = show('#/sujets', {
      ...keeping([row(1, 'Annuaire')]),
      ...recognising('sheet'),
      'subjects.readSheet': () => draft,
      'subjects.takeSheet': () => viewOf(row(1, 'Annuaire')),
    })
    await screen.findByRole('grid')
    drop(screen.getByRole('region', { name: /Déposer des messages/ }), [file('fiche.docx')])
    const review = await inspector(/Fiche lue.: fiche.docx/)
    expect(review.getByText('25 min')).toBeTruthy()
    expect(review.getByText(/1.question sans réponse/)).toBeTruthy()
    await user.click(review.getByRole('button', { name: /Compléter.*Annuaire/ }))
    expect(core.inputsOf('subjects.takeSheet')).toEqual([{ id: id(1), draft }])
    await inspector('Annuaire')
  })

  it('that is too large is said so, unread', async () => {
    const { core } = show('#/sujets', { ...keeping([row(1, 'Annuaire')]), ...recognising('sheet') })
    await screen.findByRole('grid')
    const large = Object.defineProperty(file('fiche.docx'), 'size', { value: 21 * 1024 * 1024 })
    drop(screen.getByRole('region', { name: /Déposer des messages/ }), [large])
    expect(await screen.findByText(/trop volumineux.*20.Mo au plus/)).toBeTruthy()
    expect(core.inputsOf('subjects.readSheet')).toEqual([])
  })

  it('that is none is said', async () => {
    show('#/sujets', {
      ...keeping([row(1, 'Annuaire')]),
      ...recognising('sheet'),
      'subjects.readSheet': () => ({ failure: 'file-format-unknown' }),
    })
    await screen.findByRole('grid')
    const area = screen.getByRole('region', { name: /Déposer des messages/ })
    drop(area, [file('odj.docx')])
    expect(await screen.findByText(/n’est pas une fiche de présentation/)).toBeTruthy()
  })

  it('blank is saved from the menu, then opened', async () => {
    const { core, user } = show('#/sujets', {
      ...keeping([]),
      'documents.save': () => ({
        token: id(55),
        fileName: 'Fiche de présentation.docx',
        producedId: null,
        besideName: null,
      }),
      'documents.open': () => ({}),
    })
    await user.click(await screen.findByRole('button', { name: 'Autres façons d’ajouter' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Exporter une fiche vierge…' }))
    expect(await screen.findByText(/Fiche de présentation.docx.*exportée/)).toBeTruthy()
    expect(core.inputsOf('documents.save')).toEqual([{ kind: 'sheet', subjectId: null }])
  })
})
