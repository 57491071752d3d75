// A printer in place of the system's dialog: what the window gives it, as a PDF.
import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Application } from './application.ts'

/** How the dialog ends. */
export type Ending = { printed: true } | { printed: false; reason: string }

/** Has the next dialog end like this; returns how to take what was printed since. */
export async function answerPrinting({ electron }: Application, ending: Ending) {
  await electron.evaluate(
    ({ BrowserWindow }, { printed, reason }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      Reflect.set(globalThis, 'onPaper', '')
      if (contents === undefined) throw new Error('there is no window')
      contents.print = (_options, onEnd) =>
        void contents.printToPDF({ preferCSSPageSize: true, printBackground: true }).then((pdf) => {
          Reflect.set(globalThis, 'onPaper', pdf.toString('base64'))
          onEnd?.(printed, reason)
        })
    },
    { reason: '', ...ending },
  )
  return async (): Promise<Uint8Array> => {
    const read = () => electron.evaluate((): string => Reflect.get(globalThis, 'onPaper') ?? '')
    for (let waited = 0; waited < 60_000; waited += 100) {
      const text = await read()
      if (text !== '') return Buffer.from(text, 'base64')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('nothing was printed')
  }
}

export async function readPaper(bytes: Uint8Array): Promise<{ sizes: string[]; text: string }> {
  const document = await PDFDocument.load(bytes)
  const millimetres = (points: number) => Math.round((points / 72) * 25.4)
  const sizes = document
    .getPages()
    .map((page) => `${millimetres(page.getWidth())} × ${millimetres(page.getHeight())}`)
  const file = await getDocument({ data: new Uint8Array(bytes) }).promise
  const words: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent()
    words.push(...items.map((item) => ('str' in item ? item.str : '')))
  }
  await file.loadingTask.destroy()
  return { sizes, text: spaced(words.join(' ')) }
}

/** Lines end elsewhere on paper, and a space that does not break is one like another. */
export const spaced = (text: string) => text.replace(/\s+/gu, ' ')
