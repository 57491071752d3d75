// What a message carried when it was handed over: what became of it may be told once its papers say something else.
import { z } from 'zod'
import { MeetingDocumentKind } from '../../../contract/documents.ts'
import { keptBytes } from '../../../db/files/store.ts'
import { Id } from '../../../domain/ids.ts'
import { MinutesState } from '../../../domain/minutes/minutes.ts'
import { MinutesContent } from '../../../domain/minutes/version.ts'
import type { LongContext } from '../../context.ts'
import { readComposition } from '../compose.ts'
import type { MadeMessage } from '../mark-sent.ts'
import type { Paper } from '../papers.ts'

const Handed = z.strictObject({
  agendaVersionNumber: z.int().nullable(),
  calendar: z.strictObject({ sequence: z.int(), content: z.string() }).nullable(),
  papers: z.array(
    z.strictObject({
      documentId: Id,
      fileName: z.string(),
      sizeBytes: z.int(),
      sha256: z.string(),
      made: z
        .strictObject({
          kind: MeetingDocumentKind,
          format: z.enum(['pdf', 'docx']),
          pageCount: z.int().nullable(),
        })
        .nullable(),
    }),
  ),
  minutes: z.strictObject({ state: MinutesState, content: MinutesContent }).nullable(),
})
type Handed = z.infer<typeof Handed>

export function handedOf({ composition, papers, minutes }: MadeMessage): string {
  const { agendaVersionNumber, calendar } = composition
  return JSON.stringify({
    agendaVersionNumber,
    calendar: calendar === null ? null : { sequence: calendar.file.sequence, content: calendar.content },
    papers: papers.map(({ document, fileName, sizeBytes, sha256, made }) => ({
      documentId: document.id,
      fileName,
      sizeBytes,
      sha256,
      made:
        made === null ? null : { kind: made.kind, format: made.format, pageCount: made.document.pageCount },
    })),
    minutes,
  } satisfies Handed)
}

/** The message as it was handed over, its papers from the store. */
export async function asHanded(
  context: LongContext,
  { id, handed, sha256 }: { id: string; handed: string; sha256: string },
): Promise<MadeMessage> {
  const then = Handed.parse(JSON.parse(handed))
  const now = await readComposition(context, id)
  const papers: Paper[] = []
  for (const { documentId, made, ...paper } of then.papers) {
    const document = now.view.documents.find((one) => one.id === documentId)
    if (document === undefined) continue
    if (made === null) papers.push({ document, ...paper, bytes: null, made })
    else {
      const bytes = await keptBytes(context.dataFolder, paper.sha256)
      const { kind, format, pageCount } = made
      papers.push({
        document,
        ...paper,
        bytes,
        made: { kind, format, document: { bytes, pageCount, model: null, undrawn: [] } },
      })
    }
  }
  const { calendar } = now
  return {
    composition: {
      ...now,
      agendaVersionNumber: then.agendaVersionNumber,
      calendar:
        calendar === null || then.calendar === null
          ? null
          : {
              ...calendar,
              content: then.calendar.content,
              file: { ...calendar.file, sequence: then.calendar.sequence },
            },
    },
    papers,
    message: await keptBytes(context.dataFolder, sha256),
    minutes: then.minutes,
  }
}
