import type { DocumentKind } from '../../../electron/contract/documents.ts'

/** `book`: pages of others, as they were received. `format`: not a PDF. */
export type Unchecked = 'book' | 'format'

/** Why a file is not checked; null for a PDF that is ours from end to end. */
export function uncheckedBecause(kind: DocumentKind, format: string): Unchecked | null {
  if (format !== 'pdf') return 'format'
  return kind === 'meetingBook' ? 'book' : null
}
