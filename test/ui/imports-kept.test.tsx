import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecognisedFile } from '../../electron/contract/imports.ts'
import type { Arrival } from '../../electron/domain/documents/file-signs.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { frameText } from '../../renderer/text/frame.ts'
import { importsText } from '../../renderer/text/imports.ts'
import type { Answers } from './fake-core.ts'
import { draftItem, readFile, threeItems } from './review-screen.tsx'
import { id } from './sample.ts'
import { beside, show } from './show.tsx'

beforeAll(() => import('../../renderer/features/imports/ImportReviewPage.tsx'))

const file = readFile(threeItems(), '2099-02-06')
const answers = {
  'imports.read': ({ fileName }: { fileName: string }) => ({ ...file, fileName }),
  'imports.compare': () => ({ meeting: null, agenda: [], matches: [], names: [] }),
  'meetings.list': () => [],
  'watch.list': () => ({ rows: [], total: 0 }),
  'imports.apply': () => ({
    ...{ meetingId: id(12), items: [], links: [], guests: [], provenance: [], followUpId: null, settled: [] },
  }),
}
const drop = (fileName: string) =>
  setImportStart({ type: 'file', file: { fileName, bytes: Uint8Array.of(fileName.length) } })

beforeEach(() => setImportStart(null))
afterEach(() => outbox.forgetUnstored())

const rows = async () =>
  within(await screen.findByRole('grid', { name: /./ }))
    .getAllByRole('row')
    .slice(1)
/** Takes the first line out, by its key. */
async function takeOut(user: ReturnType<typeof show>['user']): Promise<void> {
  ;(await rows())[0]?.focus()
  await user.keyboard(' ')
  await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
}
const opened = async (name: string, more: Answers = {}) => {
  const shown = show('#/import', { ...answers, ...more })
  drop(name)
  await screen.findByText(name)
  await screen.findByRole('button', { name: new RegExp(importsText.import(4)) })
  return shown
}

/** The spaces inside French quotation marks are not folded into others. */
const quotedAsIs = { normalizer: (words: string) => words }
/** Gives the file up that is being looked at. */
async function giveUp(user: ReturnType<typeof show>['user'], name: string): Promise<void> {
  const progress = (await screen.findByText(importsText.reading(name), quotedAsIs)).closest<HTMLElement>(
    '[role=status]',
  )
  await user.click(within(progress ?? document.body).getByRole('button', { name: importsText.cancel }))
}

/** A file that is chosen, and recognised once its answer is told. */
function chosenSlowly(fileName: string) {
  let answer = (_: RecognisedFile[]) => {}
  return {
    tell: (arrivals: RecognisedFile['arrivals']) => answer([{ fileName, failure: null, arrivals }]),
    answers: {
      'imports.choose': () => ({ fileName, bytes: new Uint8Array([1]) }),
      'imports.recognise': () => new Promise<RecognisedFile[]>((resolve) => (answer = resolve)),
      'imports.stop': () => ({}),
    },
  }
}
const backup: Arrival = { kind: 'backup', meetingId: null, reason: 'content', isSure: true }

describe('the review of a file', () => {
  it('is as it was left when another screen was looked at, and counts as unsaved', async () => {
    const { user } = await opened('ordre-du-jour.docx')
    expect(outbox.keptAt().map(({ words }) => words)).toEqual([])
    await takeOut(user)
    expect(outbox.keptAt().map(({ words }) => words)).toEqual([importsText.unfinished('ordre-du-jour.docx')])
    await screen.findByText(frameText.typed)
    window.location.hash = '#/veille'
    await screen.findByRole('heading', { name: 'Veille' })
    expect(outbox.keptAt().map(({ words }) => words)).toHaveLength(1)
    window.location.hash = '#/import'
    await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
  })

  it('set aside by another file, or by giving it up, is come back to', async () => {
    const { user } = await opened('ordre-du-jour.docx')
    await takeOut(user)
    drop('autre.docx')
    await screen.findByText(/ordre-du-jour\.docx.*est mise de côté/)
    await screen.findByRole('button', { name: new RegExp(importsText.import(4)) })
    expect(outbox.keptAt().map(({ words }) => words)).toEqual([])
    await user.click(screen.getByRole('button', { name: importsText.comeBack }))
    await screen.findByText('ordre-du-jour.docx')
    await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
    await user.click(screen.getByRole('button', { name: importsText.giveUp }))
    await screen.findByText(/Rien n’est repris de .*ordre-du-jour\.docx/)
    await waitFor(() => expect(outbox.keptAt().map(({ words }) => words)).toEqual([]))
    await screen.findByText(new RegExp(`^${frameText.saved}`))
    await user.click(screen.getByRole('button', { name: importsText.comeBack }))
    await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
  })

  it('given up leads back to the screen where the file fell', async () => {
    const { user } = show('#/annuaire', answers)
    await screen.findByRole('heading', { name: 'Annuaire' })
    drop('ordre-du-jour.docx')
    window.location.hash = '#/import'
    await user.click(await screen.findByRole('button', { name: importsText.giveUp }))
    await waitFor(() => expect(window.location.hash).toBe('#/annuaire'))
    await screen.findByRole('heading', { name: 'Annuaire' })
  })

  it('begun on the review itself leads nowhere else when it is given up', async () => {
    const { user } = show('#/annuaire', {
      ...answers,
      'imports.choose': () => ({ fileName: 'choisi.docx', bytes: new Uint8Array([1]) }),
      'imports.recognise': () => [],
    })
    await screen.findByRole('heading', { name: 'Annuaire' })
    drop('ordre-du-jour.docx')
    window.location.hash = '#/import'
    await user.click(await screen.findByRole('button', { name: importsText.giveUp }))
    await screen.findByRole('heading', { name: 'Annuaire' })
    window.location.hash = '#/import'
    await user.click(await screen.findByRole('button', { name: importsText.choose }))
    await screen.findByText('choisi.docx')
    await user.click(screen.getByRole('button', { name: importsText.giveUp }))
    await screen.findByRole('button', { name: importsText.choose })
    expect(window.location.hash).toBe('#/import')
  })

  it('given up while it is being recognised leads nowhere', async () => {
    const { tell, answers: slow } = chosenSlowly('reçue.seances')
    const { core, user } = show('#/import', { ...answers, ...slow })
    await beside()
    await import('../../renderer/app/arrivals/arrive.ts')
    await user.click(await screen.findByRole('button', { name: importsText.choose }))
    await waitFor(() => expect(core.inputsOf('imports.recognise')).toHaveLength(1))
    await giveUp(user, 'reçue.seances')
    tell([backup])
    await screen.findByRole('button', { name: importsText.choose })
    await new Promise((resolve) => setImmediate(resolve))
    expect(core.inputsOf('imports.recognise')).toHaveLength(1)
    expect(window.location.hash).toBe('#/import')
  })

  it('given up while it is being recognised is not read after another one', async () => {
    const { tell, answers: slow } = chosenSlowly('premier.docx')
    const { core, user } = show('#/import', { ...answers, ...slow })
    await beside()
    await user.click(await screen.findByRole('button', { name: importsText.choose }))
    await giveUp(user, 'premier.docx')
    drop('second.docx')
    await screen.findByText('second.docx')
    tell([])
    await new Promise((resolve) => setImmediate(resolve))
    expect(core.inputsOf('imports.read').map(({ fileName }) => fileName)).toEqual(['second.docx'])
    expect(screen.getByText('second.docx')).toBeDefined()
  })

  it('that was worked on is offered when the one chosen over it is given up while it is recognised', async () => {
    const { tell, answers: slow } = chosenSlowly('second.docx')
    const { user } = await opened('premier.docx', slow)
    await takeOut(user)
    await user.keyboard('{Control>}o{/Control}')
    await giveUp(user, 'second.docx')
    tell([])
    await user.click(await screen.findByRole('button', { name: importsText.comeBack }))
    await screen.findByText('premier.docx')
    await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
  })

  it.each([true, false])(
    'comes though a file chosen meanwhile went elsewhere, read before that is known: %s',
    async (isReadBefore) => {
      const { tell, answers: slow } = chosenSlowly('reçue.seances')
      let read = () => {}
      const slowly = ({ fileName }: { fileName: string }) =>
        new Promise<typeof file>((resolve) => (read = () => resolve({ ...file, fileName })))
      const { core, user } = show('#/import', { ...answers, ...slow, 'imports.read': slowly })
      await beside()
      drop('premier.docx')
      await waitFor(() => expect(core.inputsOf('imports.read')).toHaveLength(1))
      await user.keyboard('{Control>}o{/Control}')
      await waitFor(() => expect(core.inputsOf('imports.recognise')).toHaveLength(1))
      const ends = [read, () => tell([backup])]
      for (const end of isReadBefore ? ends : ends.reverse()) {
        end()
        await new Promise((resolve) => setImmediate(resolve))
      }
      window.location.hash = '#/import'
      expect(await screen.findByText('premier.docx')).toBeDefined()
    },
  )

  it('takes back what was done in it, one act after the other, and nothing of the data', async () => {
    const { core, user } = await opened('ordre-du-jour.docx')
    await takeOut(user)
    await user.keyboard('{ArrowDown}')
    await user.keyboard(' ')
    await screen.findByRole('button', { name: new RegExp(importsText.import(2)) })
    await user.keyboard('{Control>}z{/Control}')
    await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
    await user.keyboard('{Control>}z{/Control}')
    await screen.findByRole('button', { name: new RegExp(importsText.import(4)) })
    await user.keyboard('{Control>}z{/Control}')
    expect(core.inputsOf('history.undo')).toEqual([])
  })

  it('takes back what was done in it before its screen was left', async () => {
    const { user } = await opened('ordre-du-jour.docx')
    await takeOut(user)
    window.location.hash = '#/veille'
    await screen.findByRole('heading', { name: 'Veille' })
    window.location.hash = '#/import'
    await screen.findByRole('button', { name: new RegExp(importsText.import(3)) })
    await user.keyboard('{Control>}z{/Control}')
    await screen.findByRole('button', { name: new RegExp(importsText.import(4)) })
  })

  it('taken in while another screen is on is over, and its act is one however often it is pressed', async () => {
    let store = (): void => undefined
    const kept = new Promise<{ sha256: string }>((resolve) => {
      store = () => resolve({ sha256: '0'.repeat(64) })
    })
    const { core, user } = await opened('ordre-du-jour.docx', { 'imports.keepFile': () => kept })
    await takeOut(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.inputsOf('imports.keepFile')).toHaveLength(1))
    window.location.hash = '#/veille'
    await screen.findByRole('heading', { name: 'Veille' })
    store()
    await waitFor(() => expect(core.inputsOf('imports.apply')).toHaveLength(1))
    await waitFor(() => expect(outbox.keptAt().map(({ words }) => words)).toEqual([]))
    expect(window.location.hash).toBe('#/veille')
  })

  it('of a workbook, given up, leaves no day that is typed half in any of its sheets', async () => {
    const other = readFile([draftItem(1, 'Bilan de l’automne')], '2099-10-07')
    const { user } = await opened('classeur.xlsx', {
      'imports.read': () => ({
        ...readFile(threeItems()),
        ...{ fileName: 'classeur.xlsx', format: 'xlsx' as const, sheet: { at: 1, name: 'Printemps' } },
        otherSheets: [{ at: 0, name: 'Automne', blocks: other.blocks, draft: other.draft }],
      }),
    })
    const [day] = within(screen.getByRole('group', { name: 'Date' })).getAllByRole('spinbutton')
    await user.click(day as HTMLElement)
    await user.keyboard('10')
    expect(outbox.keptAt().map(({ words }) => words)).toContainEqual(expect.stringContaining('10'))
    await user.selectOptions(screen.getByRole('combobox', { name: importsText.sheet }), 'Automne')
    await screen.findByRole('button', { name: new RegExp(importsText.import(1)) })
    await user.click(screen.getByRole('button', { name: importsText.giveUp }))
    await screen.findByText(importsText.startWords)
    expect(outbox.keptAt().map(({ words }) => words)).toEqual([])
  })

  it('in which nothing was done goes without a word', async () => {
    const { user } = await opened('ordre-du-jour.docx')
    await user.click(screen.getByRole('button', { name: importsText.giveUp }))
    await screen.findByText(importsText.startWords)
    expect(screen.queryByRole('button', { name: importsText.comeBack })).toBeNull()
  })
})
