import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { call } from '../../api/client.ts'
import { usePrinted } from '../../parts/printed.ts'

/** As long as it stands there, for a screen that works on a document with some of its parts only. */
export function PrintedDocument({ subject }: { subject: DocumentSubject }): null {
  usePrintedDocument(subject)
  return null
}

/** Of a screen that works on a document: this one is printed where no other is seen. */
export function usePrintedDocument(subject: DocumentSubject): void {
  usePrinted({ kind: 'document', pdf: async () => (await call('documents.render', subject)).bytes })
}
