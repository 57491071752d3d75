import { readFile } from 'node:fs/promises'
import type { Jobs } from '../../contract/wire.ts'
import { writeAtomically } from '../write-atomically.ts'
import { type FolderDocument, type MemberFolder, memberFolderPage } from './page.ts'

/** More than a mail carries, and than a tablet opens at once. */
const MOST_CARRIED = 15 * 1024 * 1024

/** The lightest first, as many as fit. */
export async function writeMemberFolder({
  folder,
  images,
  files,
  path,
}: Jobs['writeMemberFolder']['input']): Promise<{ sizeBytes: number }> {
  let left = MOST_CARRIED
  const carried = new Set(
    [...files]
      .sort((a, b) => a.sizeBytes - b.sizeBytes)
      .filter(({ sizeBytes }) => {
        left -= sizeBytes
        return left >= 0
      }),
  )
  const documents: FolderDocument[] = []
  for (const file of files) {
    const { title, fileName } = file
    documents.push({ title, fileName, bytes: carried.has(file) ? await readFile(file.path) : null })
  }
  // The models are ours: they travelled from the core as they are.
  const page = memberFolderPage({ ...(folder as Omit<MemberFolder, 'documents'>), documents }, images)
  await writeAtomically(path, page)
  return { sizeBytes: page.length }
}
