// What members answer when minutes are approved by writing.
import { z } from 'zod'
import { Id, Instant, PlainText, Version } from '../ids.ts'
import { fold } from '../text/fold.ts'

/** No row: silence. */
export const ApprovalAnswer = z.enum(['approves', 'observations'])
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>

export const ApprovalReply = z.strictObject({
  id: Id,
  version: Version,
  meetingId: Id,
  personId: Id,
  answer: ApprovalAnswer,
  /** Of the mail it was read in; empty when it was noted by hand. */
  words: PlainText,
  answeredAt: Instant,
})
export type ApprovalReply = z.infer<typeof ApprovalReply>

const remark =
  '(?:observations?|remarques?|modifications?|corrections?|reserves?|amendements?|objections?|commentaires?)'
const none = new RegExp(
  String.raw`\b(?:sans|aucune?|pas (?:d['’ ]|de )?|ni|n['’]\w+ (?:pas|aucune?) (?:d['’])?)\s*(?:autres? |nouvelles? )?${remark}`,
  'gu',
)
const some = new RegExp(
  String.raw`\b(?:${remark}|remplacer|ajouter|supprimer|rectifier|corriger|preciser)\b`,
  'u',
)
const refused =
  /\bn['’ ]?(?:e |est |es |ous )?(?:approuv|valid)\w*\s+pas\b|\bpas d['’ ]accord\b|\bpas (?:favorable|approuver)\b/u
const agreed =
  /\b(?:approuv\w*|valid\w*|d['’ ]accord|accord|favorables?|ras|r\.a\.s|rien a signaler|rien a redire|convient)\b/u

/** What somebody's own words answer; null where they do not say. */
export function readApproval(words: string): ApprovalAnswer | null {
  const said = fold(words)
  const rest = said.replace(none, ' ')
  if (some.test(rest) || refused.test(rest)) return 'observations'
  return agreed.test(rest) || rest !== said ? 'approves' : null
}
