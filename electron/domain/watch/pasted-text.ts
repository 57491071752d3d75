import { z } from 'zod'
import { CivilDate, Line } from '../ids.ts'
import { NoticeRubrics, noticeFields } from './notice.ts'
import { isSentinelDate } from './text-life.ts'
import { type WatchFields, WatchNature } from './watch.ts'

export const PastedText = z.strictObject({
  nature: WatchNature.nullable(),
  /** What its name says beyond its nature: "organique", "interministériel". */
  qualifier: z.string().max(60).nullable(),
  /** "Projet de …", "proposition de …". */
  isDraft: z.boolean(),
  number: z.string().max(60).nullable(),
  /** Its subject, as pasted: "relatif à …". */
  title: Line.nullable(),
  nor: z.string().max(30).nullable(),
  jorfText: z.string().max(30).nullable(),
  eli: z.string().max(300).nullable(),
  celex: z.string().max(30).nullable(),
  signedOn: CivilDate.nullable(),
  publishedOn: CivilDate.nullable(),
  /** The date that its words set, of the text as a whole. */
  inForceOn: CivilDate.nullable(),
  /** Issue of the JO, "0171", and the rank of the text in it. */
  joNumber: z.string().max(10).nullable(),
  joTextNumber: z.int().min(1).nullable(),
  ministry: Line.nullable(),
  /** What stood above it where it was copied from the JO. */
  notice: NoticeRubrics.nullable(),
  sourceUrl: z.string().max(2000).nullable(),
})
export type PastedText = z.infer<typeof PastedText>

/** Looks like an identifier or a date, and why it is none. */
export const PastedProblem = z.strictObject({
  kind: z.enum(['nor', 'jorfText', 'eli', 'joIssue', 'date', 'unread']),
  /** The words concerned. */
  words: z.string().max(300),
})
export type PastedProblem = z.infer<typeof PastedProblem>

export const PastedTexts = z.strictObject({
  texts: z.array(PastedText),
  problems: z.array(PastedProblem),
})
export type PastedTexts = z.infer<typeof PastedTexts>

/** What words say of a text, beside its title, as the fields of its row: empty where they say nothing. */
export function saidFields(text: PastedText): Partial<Omit<WatchFields, 'title'>> {
  return {
    ...(text.nature === null ? {} : { nature: text.nature }),
    number: text.number ?? '',
    nor: text.nor ?? '',
    jorfText: text.jorfText ?? '',
    eli: text.eli ?? '',
    celex: text.celex ?? '',
    ministry: text.ministry ?? '',
    signedOn: known(text.signedOn),
    publishedOn: known(text.publishedOn),
    ...(known(text.inForceOn) === null ? {} : { inForceOn: text.inForceOn, inForceRule: 'dated' as const }),
    joNumber: text.joNumber ?? '',
    joTextNumber: text.joTextNumber,
    sourceUrl: text.sourceUrl ?? '',
    ...(text.notice === null ? {} : noticeFields(text.notice)),
    status: text.isDraft ? 'draft' : 'published',
  }
}

/** Without the dates by which official files say that there is none. */
const known = (date: string | null) => (isSentinelDate(date) ? null : date)
