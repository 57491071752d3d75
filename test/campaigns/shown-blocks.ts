// Has a browser open web pages and say what they show, block by block. An Electron application of its own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The texts of a page between its head and its foot: one list of texts per page.
 * @param pages web pages on disk, which the browser may read.
 * @param folder where the browser may write.
 * @param start starts Electron with these arguments, and ends with it; throws when it fails.
 */
export async function shownBlocks(
  pages: readonly string[],
  folder: string,
  start: (args: readonly string[]) => Promise<void>,
): Promise<string[][]> {
  const [application, result] = [join(folder, 'reader'), join(folder, 'shown.json')]
  mkdirSync(application)
  writeFileSync(join(application, 'package.json'), '{ "name": "reader", "main": "main.cjs" }')
  writeFileSync(
    join(application, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  const shown = []
  for (const page of ${JSON.stringify(pages)}) {
    await window.loadFile(page)
    shown.push(await window.webContents.executeJavaScript(${JSON.stringify(`(${blocksOfPage})()`)}))
  }
  require('node:fs').writeFileSync(${JSON.stringify(result)}, JSON.stringify(shown))
  app.exit(0)
})`,
  )
  await start([application, `--user-data-dir=${join(folder, 'profile')}`])
  return JSON.parse(readFileSync(result, 'utf8')) as string[][]
}

/** Runs in the page: each text belongs to the nearest element around it that the browser lays out as a block. */
function blocksOfPage(): string[] {
  const blocks = new Map<Element, string>()
  const blockOf = (element: Element): Element => {
    const isInline = getComputedStyle(element).display.startsWith('inline')
    return isInline && element.parentElement !== null ? blockOf(element.parentElement) : element
  }
  for (const region of document.querySelectorAll('header, main')) {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.nodeName === 'BR' ? ' ' : (node.nodeValue ?? '')
      const around = node.parentElement
      if (words === '' || around === null || !around.checkVisibility({ visibilityProperty: true })) continue
      // For the ear alone: the name of a table.
      if (getComputedStyle(around).clipPath === 'inset(50%)') continue
      const block = blockOf(around)
      blocks.set(block, `${blocks.get(block) ?? ''}${words}`)
    }
  }
  return [...blocks.values()]
}
