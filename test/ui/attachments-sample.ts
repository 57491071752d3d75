import { fireEvent } from '@testing-library/react'
import type { Output } from '../../electron/contract/index.ts'
import { itemId, MEETING_ID } from './agenda-fake-core.tsx'

type Listed = Output<'attachments.list'>[number]
type Awaited = Output<'attachments.awaited'>[number]

export function attachment(n: number, fileName: string, more: Partial<Listed> = {}): Listed {
  return {
    id: itemId(500 + n),
    version: 1,
    meetingId: MEETING_ID,
    itemId: null,
    projectId: null,
    fileName,
    mediaType: '',
    sizeBytes: 412_000,
    sha256: '0'.repeat(64),
    addedAt: '2026-11-24T10:00:00.000Z',
    title: '',
    tabled: false,
    circulation: 'members',
    replacedBy: null,
    versionNumber: 1,
    ...more,
  }
}

/** Promised by Hélène Marchetti for the first item. */
export function awaitedDocument(n: number, more: Partial<Awaited> = {}): Awaited {
  return {
    id: itemId(700 + n),
    version: 1,
    itemId: itemId(0),
    title: 'Support',
    fromName: 'Hélène Marchetti',
    fromId: null,
    dueOn: '2030-12-03',
    attachmentId: null,
    ...more,
  }
}

export function drop(element: Element, files: File[]): void {
  const data = { types: ['Files'], files, dropEffect: 'none' }
  fireEvent.dragOver(element, { dataTransfer: data })
  fireEvent.drop(element, { dataTransfer: data })
}
