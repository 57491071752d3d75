import type { Input } from '../../../../electron/contract/index.ts'
import type { ReplyDraft } from '../../../../electron/contract/replies.ts'

export type MailLine = {
  readonly key: number
  readonly draft: ReplyDraft
  readonly personId: string | null
  readonly answer: ReplyDraft['answer']
  readonly representedBy: string
  /** Null as long as nobody said otherwise: then a line is taken when it can be. */
  readonly taken: boolean | null
}

export function mailLine(key: number, draft: ReplyDraft): MailLine {
  const { personId, answer, representedBy } = draft
  return { key, draft, personId, answer, representedBy, taken: null }
}

/** Whether a line says whose answer it is and which. */
export function isComplete(line: MailLine): boolean {
  return line.personId !== null && line.answer !== null
}

/** Lines that a newer mail of the same person takes the place of; mails without a date are the oldest. */
export function olderLines(lines: readonly MailLine[]): ReadonlySet<number> {
  const newest = new Map<string, MailLine>()
  const older = new Set<number>()
  for (const line of lines) {
    if (line.personId === null || !isComplete(line)) continue
    const other = newest.get(line.personId)
    if (other === undefined) {
      newest.set(line.personId, line)
      continue
    }
    const isNewer = (line.draft.sentAt ?? '') >= (other.draft.sentAt ?? '')
    older.add(isNewer ? other.key : line.key)
    if (isNewer) newest.set(line.personId, line)
  }
  return older
}

/** The lines that are recorded: complete, not put aside, the newest of each person unless an older one was chosen. */
export function takenLines(lines: readonly MailLine[]): readonly MailLine[] {
  const older = olderLines(lines)
  const taken = lines.filter((line) => isComplete(line) && (line.taken ?? !older.has(line.key)))
  // One answer for each person, whatever was ticked: the last of the list wins, as it would if they were typed.
  return [...new Map(taken.map((line) => [line.personId, line])).values()]
}

export function repliesToRecord(lines: readonly MailLine[]): Input<'replies.setAll'>['replies'] {
  return takenLines(lines).flatMap(({ personId, answer, representedBy, draft }) =>
    personId === null || answer === null
      ? []
      : [
          {
            personId,
            fields: { answer, ...(answer === 'represented' ? { representedBy } : {}) },
            ...(draft.sentAt === null ? {} : { answeredAt: draft.sentAt }),
          },
        ],
  )
}
