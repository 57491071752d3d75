import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { picturesOf } from '../../electron/domain/text/rich-text.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { receiveFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { entryOf } from '../entry.ts'
import { jpeg, png } from '../unit/picture-builders.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

/** The first picture waits for a job process to start. */
const jobs = forkRunner(entryOf('job'))
const user = userEvent.setup()
let core: RealCore
let meetingId: string
/** Sizes that were drawn. */
const drawn: [number, number][] = []

beforeEach(async () => {
  drawWithoutCanvas()
  core = await openRealCore({ runJob: jobs.run })
  const fields = { date: '2026-11-12', startTime: '14:00' }
  meetingId = (await core.ok('meetings.create', { fields, fromTemplate: false })).id
  const item = { title: 'Passerelle d’échange' }
  await core.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields: item })
  await core.ok('minutes.start', { meetingId })
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  const plan = await screen.findByRole('navigation', { name: 'Plan' })
  await user.click(within(plan).getByRole('button', { name: /Passerelle/ }))
  await screen.findByRole('textbox', { name: 'Présentation' })
})

afterEach(async () => {
  await core.dispose()
  vi.unstubAllGlobals()
})

/** jsdom decodes and draws nothing: what is drawn is a picture of the size asked for. */
function drawWithoutCanvas(): void {
  drawn.length = 0
  vi.stubGlobal('createImageBitmap', async (picture: Blob) => {
    const bytes = Buffer.from(await picture.arrayBuffer())
    if (bytes.includes('broken')) throw new Error('not an image')
    const [width, height] = bytes[0] === 0x89 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [64, 32]
    return { width, height, close: () => undefined }
  })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number
      readonly height: number
      constructor(width: number, height: number) {
        drawn.push([width, height])
        this.width = width
        this.height = height
      }
      getContext() {
        return { drawImage: () => undefined, fillRect: () => undefined }
      }
      async convertToBlob({ type }: { type: string }) {
        const draw = type === 'image/png' ? png : jpeg
        return file(draw(this.width, this.height))
      }
    },
  )
  document.elementFromPoint = () => null
  URL.createObjectURL = () => 'blob:drawn'
  URL.revokeObjectURL = () => undefined
}

const field = (name: string) => screen.getByRole('textbox', { name })
const editorOf = (name: string) => (field(name) as HTMLElement & { editor: Editor }).editor
const file = (bytes: Uint8Array, name = 'capture.png', type = 'image/png') =>
  new File([new Uint8Array(bytes)], name, { type })

function paste(name: string, files: File[], data: Record<string, string> = {}): void {
  fireEvent.paste(field(name), {
    clipboardData: {
      files,
      types: Object.keys(data),
      items: [],
      getData: (type: string) => data[type] ?? '',
    },
  })
}

async function stored(text: 'presentation' | 'exchanges' = 'presentation') {
  const view = await core.ok('minutes.get', { meetingId })
  return picturesOf(view?.sections[0]?.[text] ?? { type: 'doc', content: [] })
}
const altField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Texte de remplacement' })

describe('a pasted screenshot', () => {
  it('is stored with the words asked for at once, and Enter goes back to the text', async () => {
    act(() => void editorOf('Présentation').commands.insertContent([{ type: 'text', text: 'Avant.' }]))
    paste('Présentation', [file(png(640, 400))])
    expect(document.activeElement).toBe(altField())
    expect(
      await screen.findByText(/^À décrire : sans ce texte, qui ne voit pas l’image n’en saura rien/),
    ).toBeDefined()
    await user.keyboard('Courbe des raccordements{Enter}')
    expect(document.activeElement).toBe(field('Présentation'))
    await waitFor(async () =>
      expect(await stored()).toMatchObject([{ width: 640, height: 400, alt: 'Courbe des raccordements' }]),
    )
    expect(await screen.findByRole('img', { name: 'Courbe des raccordements' })).toBeDefined()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Largeur de l’image' }), 'Petite')
    await waitFor(async () => expect(await stored()).toMatchObject([{ size: 'small' }]))
  })

  it('is scaled down to what is kept; a photograph stays one', async () => {
    paste('Présentation', [file(png(4000, 1000))])
    paste('Échanges', [file(jpeg(64, 32), 'photo.jpg', 'image/jpeg')])
    await waitFor(async () => expect(await stored()).toMatchObject([{ width: 2000, height: 500 }]))
    await waitFor(async () => expect(await stored('exchanges')).toMatchObject([{ mediaType: 'image/jpeg' }]))
    expect(drawn).toEqual([
      [2000, 500],
      [64, 32],
    ])
  })

  it('without words is spoken of above the text, and one press leads to its field', async () => {
    paste('Échanges', [file(png(30, 20))])
    const banner = await screen.findByText(/1\simage à décrire : qui ne la voit pas n’en saura rien/)
    await user.click(screen.getByRole('button', { name: 'En-tête et présents' }))
    await user.click(screen.getByRole('button', { name: 'Décrire l’image' }))
    expect(document.activeElement).toBe(altField())
    await user.keyboard('Plan de salle')
    await waitFor(() => expect(banner.isConnected).toBe(false))
  })

  it('comes back with undo and redo, whole', async () => {
    paste('Présentation', [file(png(30, 20))])
    await waitFor(async () => expect(await stored()).toHaveLength(1))
    const editor = editorOf('Présentation')
    act(() => void editor.commands.undo())
    expect(screen.queryByRole('figure')).toBeNull()
    act(() => void editor.commands.redo())
    await waitFor(async () => expect(await stored()).toMatchObject([{ width: 30, height: 20 }]))
  })

  it('is described with Enter once it is chosen, and removed with Delete', async () => {
    paste('Présentation', [file(png(30, 20))])
    await waitFor(async () => expect(await stored()).toHaveLength(1))
    const editor = editorOf('Présentation')
    // The command of the same name gives the focus a frame later, perhaps after Enter below.
    act(() => editor.view.focus())
    act(() => void editor.commands.setNodeSelection(placeOf(editor)))
    expect(editor.state.selection).toBeInstanceOf(NodeSelection)
    fireEvent.keyDown(field('Présentation'), { key: 'Enter' })
    expect(document.activeElement).toBe(altField())
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(field('Présentation'))
    act(() => void editor.commands.setNodeSelection(placeOf(editor)))
    fireEvent.keyDown(field('Présentation'), { key: 'Delete' })
    await waitFor(async () => expect(await stored()).toEqual([]))
  })
})

function placeOf(editor: Editor): number {
  let place = -1
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'image') place = at
  })
  return place
}

describe('where a picture may come from', () => {
  it('is let fall on an empty text, or chosen as a file', async () => {
    fireEvent.drop(field('Présentation'), { dataTransfer: { files: [file(png(30, 20))], types: ['Files'] } })
    await waitFor(async () => expect(await stored()).toHaveLength(1))
    act(() => void editorOf('Échanges').commands.focus())
    // An editor takes the focus with the next frame; the file goes to the one that has it.
    await waitFor(() => expect(document.activeElement).toBe(field('Échanges')))
    await user.upload(screen.getByLabelText('Image', { selector: 'input' }), file(png(31, 20)))
    await waitFor(async () => expect(await stored('exchanges')).toMatchObject([{ width: 31 }]))
  })

  it('is copied from one text to another, its words and width with it', async () => {
    paste('Présentation', [file(png(30, 20))])
    await user.keyboard('Plan « A » & <b>')
    await waitFor(async () => expect(await stored()).toMatchObject([{ alt: 'Plan « A » & <b>' }]))
    const { view } = editorOf('Présentation')
    const copied = view.serializeForClipboard(view.state.doc.slice(0, view.state.doc.content.size))
    act(
      () =>
        void editorOf('Échanges').view.pasteHTML(htmlOf(copied.dom), new Event('paste') as ClipboardEvent),
    )
    const kept = await stored()
    await waitFor(async () => expect(await stored('exchanges')).toEqual(kept))
  })

  it('is inside pasted html; those that are only named there are left out, and it is said how to bring them', async () => {
    const inside = `data:image/png;base64,${png(12, 9).toString('base64')}`
    const html = `<p>Avant <img src="${inside}"> après</p><p><img src="file:///C:/Temp/clip.png"></p><p><img src="https://exemple.fr/a.png"><img width=1 height=1 src="https://exemple.fr/t.gif"></p>`
    act(() => void editorOf('Présentation').view.pasteHTML(html, new Event('paste') as ClipboardEvent))
    expect(await screen.findByText(/2\simages n’ont pas été reprises/)).toBeDefined()
    await waitFor(async () => expect(await stored()).toMatchObject([{ width: 12, height: 9 }]))
    expect(editorOf('Présentation').getText()).toMatch(/Avant[\s\S]*après/)
  })

  it('is the picture that Word adds to copied words: the words are pasted, not the picture', async () => {
    paste('Présentation', [file(png(30, 20))], { 'text/plain': 'Des mots', 'text/html': '<p>Des mots</p>' })
    expect(screen.queryByRole('figure')).toBeNull()
    expect(editorOf('Présentation').getText()).toBe('Des mots')
  })
})

describe('what is not taken in', () => {
  it.each([
    ['a photograph of a telephone', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), /HEIC/],
    ['a picture of 80 megapixels and more', png(1, 1, { stated: [20_000, 5000] }), /trop grande/],
    ['what only looks like a picture', Buffer.concat([png(9, 9), Buffer.from('broken')]), /endommagé/],
  ])('%s: said in a sentence, and nothing stays in the text', async (_, bytes, sentence) => {
    paste('Présentation', [file(bytes, 'photo.heic', '')])
    expect(await screen.findByText(sentence)).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('figure')).toBeNull())
    expect(await stored()).toEqual([])
  })

  it('a file of another kind let fall on a text: the window recognises it', () => {
    const note = new File(['mots'], 'note.docx')
    const brought: File[][] = []
    const stop = receiveFiles((files) => brought.push([...files]))
    let reached = 0
    const hear = () => {
      reached += 1
    }
    window.addEventListener('drop', hear)
    fireEvent.drop(field('Présentation'), { dataTransfer: { files: [note], types: ['Files'] } })
    expect([reached, brought]).toEqual([1, []])
    // Beside a picture, which the text keeps, it is brought alone.
    const both = [file(png(30, 20)), note]
    fireEvent.drop(field('Présentation'), { dataTransfer: { files: both, types: ['Files'] } })
    expect([reached, brought]).toEqual([1, [[note]]])
    window.removeEventListener('drop', hear)
    stop()
  })
})

describe('a picture that is gone from the store', () => {
  it('says so where it was', async () => {
    const view = await core.ok('minutes.get', { meetingId })
    const attrs = {
      sha256: 'a'.repeat(64),
      mediaType: 'image/png' as const,
      width: 3,
      height: 2,
      alt: 'Plan',
    }
    const content = [{ type: 'image' as const, attrs }]
    const { id, version } = view?.sections[0] ?? { id: '', version: 1 }
    await core.ok('minutes.updateSection', { id, version, patch: { exchanges: { type: 'doc', content } } })
    // As when another window wrote it: what is open here follows.
    await act(() => core.ok('history.undo', {}))
    await act(() => core.ok('history.redo', {}))
    expect(await screen.findByText(/Cette image n’est plus dans le dossier des données/)).toBeDefined()
  })
})

/** As the clipboard would hold it. */
function htmlOf(dom: HTMLElement): string {
  return new XMLSerializer().serializeToString(dom)
}
