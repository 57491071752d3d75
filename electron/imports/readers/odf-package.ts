// Password protection: OpenDocument 1.3 part 2, 4.8.
import type { Archive } from '../archive.ts'
import { childOf, readXml } from '../xml.ts'

/** Old OpenOffice names its document type in each part, and declares nothing there. */
export const ODF_XML = { doctype: 'passed' } as const

export function isEncryptedPackage(archive: Archive): boolean {
  const manifest = archive.read('META-INF/manifest.xml')
  let encrypted = false
  if (manifest !== null) {
    readXml(
      manifest,
      ['manifest:file-entry'],
      (entry) => {
        encrypted ||= childOf(entry, 'manifest:encryption-data') !== undefined
        return !encrypted
      },
      ODF_XML,
    )
  }
  // Newer LibreOffice puts the whole encrypted document into one part.
  return encrypted || archive.names.includes('encrypted-package')
}
