import { z } from 'zod'
import { CivilDate, Line } from '../ids.ts'
import { addDays } from '../time/civil-date.ts'
import { blankNotice, NoticeRubrics, noticeFields } from './notice.ts'
import { jorfTextAddress } from './text-identifiers.ts'
import { LinkKind } from './text-life.ts'
import { type WatchFields, WatchNature } from './watch.ts'

/** Who was consulted, or told, before the text was signed, as its visas say. */
export const Consultation = z.strictObject({
  body: z.enum(['cnen', 'cnil', 'councilOfState', 'european']),
  on: CivilDate.nullable(),
})
export type Consultation = z.infer<typeof Consultation>

/**
 * The effect of one text on another, or, when it is not the source, another to it, as its file says. `key` is a name by which that other
 * text is recognised (`identityKeys`).
 */
export const JorfLink = z.strictObject({
  kind: LinkKind,
  isSource: z.boolean(),
  citation: Line.min(1),
  key: z.string().min(1).max(400),
})
export type JorfLink = z.infer<typeof JorfLink>

/** Values written wrongly in the file, and left out or read in another way. */
export const JorfWarning = z.enum(['nor', 'eli', 'date', 'encoding'])
export type JorfWarning = z.infer<typeof JorfWarning>

export const JorfText = z.strictObject({
  jorfText: z.string().max(30),
  nature: WatchNature.nullable(),
  title: Line.min(1),
  number: z.string().max(60),
  nor: z.string().max(30),
  eli: z.string().max(300),
  ministry: Line,
  signedOn: CivilDate.nullable(),
  publishedOn: CivilDate.nullable(),
  joNumber: z.string().max(10),
  joTextNumber: z.int().min(1).nullable(),
  inForceOn: CivilDate.nullable(),
  endsOn: CivilDate.nullable(),
  state: z.enum(['inForce', 'modified', 'repealed', 'expired']).nullable(),
  ...NoticeRubrics.shape,
  consultations: z.array(Consultation).max(20),
  keywords: z.array(z.string().max(200)).max(50),
  /** When the file says that it was changed last. */
  modifiedOn: CivilDate.nullable(),
  /** Absent when it names none. */
  links: z.array(JorfLink).max(100).optional(),
  warnings: z.array(JorfWarning),
})
export type JorfText = z.infer<typeof JorfText>

/** From other files of a delivery: a text's dates as kept up by Légifrance. */
export const JorfStructure = JorfText.pick({
  jorfText: true,
  eli: true,
  inForceOn: true,
  endsOn: true,
  state: true,
})
export type JorfStructure = z.infer<typeof JorfStructure>

/** Why a file of a delivery was not read. */
export const FileRefusal = z.enum([
  'malformed',
  'doctype',
  'noId',
  'noTitle',
  'tooLarge',
  'tooDeep',
  'badName',
  'notAFile',
])
export type FileRefusal = z.infer<typeof FileRefusal>

/** A text of which nothing but its id and title is known. */
export const blankJorfText: Omit<JorfText, 'jorfText' | 'title'> = {
  nature: null,
  number: '',
  nor: '',
  eli: '',
  ministry: '',
  signedOn: null,
  publishedOn: null,
  joNumber: '',
  joTextNumber: null,
  inForceOn: null,
  endsOn: null,
  state: null,
  ...blankNotice,
  consultations: [],
  keywords: [],
  modifiedOn: null,
  warnings: [],
}

/** A text with what was said of it before, where it says nothing: an article that comes alone knows no notice. */
export function filledFrom<T extends object>(said: T, before: T): T {
  const isEmpty = (value: unknown) =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  const kept = Object.entries(before).filter(
    ([key, value]) => key !== 'warnings' && isEmpty(said[key as keyof T]) && !isEmpty(value),
  )
  return { ...said, ...Object.fromEntries(kept) }
}

/** Fields of a followed text as a delivered text gives them. */
export type DeliveredFields = Omit<
  WatchFields,
  | 'followUp'
  | 'appliesOn'
  | 'consequences'
  | 'celex'
  | 'shortTitle'
  | 'draftTitle'
  | 'theme'
  | 'announcedOn'
  | 'draftedOn'
  | 'checkedOn'
>

/** The fields of the watch that a delivered text fills; its follow-up and its consequences are for people to say. */
export function deliveredFields(text: JorfText): DeliveredFields {
  return {
    nature: text.nature ?? 'autre',
    title: text.title,
    number: text.number,
    nor: text.nor,
    jorfText: text.jorfText,
    eli: text.eli,
    ministry: text.ministry,
    status: statusOf(text.state),
    signedOn: text.signedOn,
    publishedOn: text.publishedOn,
    inForceOn: text.inForceOn,
    inForceRule: ruleOf(text),
    repealedOn: statusOf(text.state) === 'repealed' ? text.endsOn : null,
    joNumber: text.joNumber,
    joTextNumber: text.joTextNumber,
    ...noticeFields(text),
    sourceUrl: text.eli === '' ? jorfTextAddress(text.jorfText) : text.eli,
  }
}

function ruleOf({ inForceOn, publishedOn }: JorfText): WatchFields['inForceRule'] {
  if (inForceOn === null) return ''
  return publishedOn !== null && inForceOn === addDays(publishedOn, 1) ? 'dayAfter' : 'dated'
}

/** Never by today's date: the same file says the same on every day. */
function statusOf(state: JorfText['state']): WatchFields['status'] {
  if (state === 'repealed' || state === 'expired') return 'repealed'
  return state === null ? 'published' : 'inForce'
}
