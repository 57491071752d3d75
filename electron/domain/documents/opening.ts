/**
 * What may become of a file that came from elsewhere: it opens from a click; it is kept and can only be exported; it
 * never comes in, and does not leave again when a backup or a profile brought it.
 */
export type FileFate = 'opens' | 'kept' | 'refused'

/** Programs, scripts and shortcuts, by the extension that makes a desk run or follow them. */
const refused = new Set(
  [
    'exe com bat cmd msi msp mst msu msix msixbundle appx appxbundle appinstaller scr pif cpl dll sys ocx xll wll',
    'vbs vbe vbscript js jse wsf wsh wsc sct ps1 ps1xml psm1 psd1 hta chm msc gadget reg inf',
    'jar jnlp class py pyw pyz pyc pl rb sh bash zsh csh fish command app desktop apk run bin out',
    'dmg pkg deb rpm appimage flatpakref snap',
    'lnk url website webloc scf library-ms search-ms searchconnector-ms settingcontent-ms application appref-ms rdp diagcab',
  ].flatMap((line) => line.split(' ')),
)

const startsWith =
  (...starts: readonly string[]) =>
  (head: string) =>
    starts.some((start) => head.startsWith(start))

/** Programs of Windows, Linux, macOS and Java, scripts; a shortcut and a help file of Windows. */
const program = startsWith(
  ...['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', 'ITSF', 'L\0\0\0\x01\x14\x02\0'],
  ...['\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', '\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf'],
)
const zip = startsWith('PK\x03\x04', 'PK\x05\x06')
const compound = startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
const richText = startsWith('{\\rtf')
/** Words, in any alphabet: a program that is none of those known has zeros, and UTF-16 says itself at its beginning. */
const words = (head: string) => startsWith('\xff\xfe', '\xfe\xff')(head) || !head.includes('\0')

/** What opens from a click: documents, pictures, tables, slides, texts, mails, and archives that show as a folder. */
const opening: ReadonlyMap<string, (head: string) => boolean> = new Map(
  (
    [
      // Some writers put a few lines before.
      ['pdf', (head) => head.slice(0, 1024).includes('%PDF-')],
      ['docx xlsx pptx ppsx odt ods odp odg zip', zip],
      ['doc', (head) => compound(head) || richText(head)],
      ['xls ppt pps msg', compound],
      ['rtf', richText],
      ['png', startsWith('\x89PNG\r\n\x1a\n')],
      ['jpg jpeg', startsWith('\xff\xd8\xff')],
      ['gif', startsWith('GIF87a', 'GIF89a')],
      ['bmp', startsWith('BM')],
      ['tif tiff', startsWith('II*\0', 'MM\0*')],
      ['webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
      ['heic', (head) => head.slice(4, 8) === 'ftyp'],
      ['txt md csv tsv ics eml', words],
    ] satisfies [string, (head: string) => boolean][]
  ).flatMap(([extensions, holds]) => extensions.split(' ').map((extension) => [extension, holds] as const)),
)

/** How much of a file its judgement reads, in bytes. */
export const HEAD_BYTES = 4096

/** The extension that a desk goes by: the last one, after the dots and spaces that Windows drops from the end of a name. */
export function extensionOf(fileName: string): string {
  const name = fileName.normalize('NFC').replace(/(?<![.\s\p{C}])[.\s\p{C}]+$/u, '')
  const dot = name.lastIndexOf('.')
  return dot < 0
    ? ''
    : name
        .slice(dot + 1)
        .replace(/[\s\p{C}]/gu, '')
        .toLowerCase()
}

/** Programs, scripts and shortcuts are refused whatever they are called for. */
export function isRefusedFile(fileName: string): boolean {
  return refused.has(extensionOf(fileName))
}

/** Whether a file of this name opens from a click, if it holds what its name says. */
export function isOpeningName(fileName: string): boolean {
  return opening.has(extensionOf(fileName))
}

/** By name and by first bytes, under whatever name. */
export function fateOf(fileName: string, bytes: Uint8Array): FileFate {
  const head = signs(bytes.subarray(0, HEAD_BYTES))
  if (isRefusedFile(fileName) || program(head)) return 'refused'
  return opening.get(extensionOf(fileName))?.(head) === true ? 'opens' : 'kept'
}

/** One sign a byte. */
function signs(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
