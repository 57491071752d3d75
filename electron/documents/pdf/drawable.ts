import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Typst sees only what is mapped here: the folder does not exist. */
const root = process.platform === 'win32' ? 'C:\\seances-logo' : '/seances-logo'

/** Draws the picture alone on a page, under the standards of our documents. */
export function isDrawable(bytes: Uint8Array): boolean {
  const compiler = NodeCompiler.create({ workspace: root })
  const page =
    '#set document(title: "Logo", date: datetime(year: 2000, month: 1, day: 1))\n#image("/logo", width: 4cm, height: 4cm, fit: "contain", alt: "Logo")'
  compiler.mapShadow(join(root, 'logo'), Buffer.from(bytes))
  compiler.mapShadow(join(root, 'page.typ'), Buffer.from(page))
  try {
    const compiled = compiler.compile({ mainFilePath: join(root, 'page.typ') })
    if (compiled.result === null || compiled.hasError()) return false
    compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
    compiler.pdf(compiled.result, { pdfStandard: 'a-3a' })
    return true
  } catch {
    return false
  }
}
