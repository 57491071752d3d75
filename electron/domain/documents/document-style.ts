import { z } from 'zod'
import { Line, Version } from '../ids.ts'
import { Letterhead, Logo } from './letterhead.ts'

/** "#rrggbb", lower case. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** Parts of documents that can be left out; everything else is always printed. */
export const OptionalSection = z.enum([
  'attendance',
  'agenda',
  'record',
  'watch',
  'nextMeeting',
  'followUp',
  'minutesSignature',
  'signature',
])
export type OptionalSection = z.infer<typeof OptionalSection>

export const DocumentStyleFields = z.strictObject({
  /** Each at least 4.5:1 on white and on its own tint (WCAG 2.2, 1.4.3). */
  accent: Colour,
  decisionColour: Colour,
  actionColour: Colour,
  /** Printed at the foot of every page beside the reference; empty = nothing. */
  footer: Line,
  /** The list of those present: names and functions, or organisations only. */
  attendanceList: z.enum(['names', 'organisations']),
  /** "Relevé de décisions" or "Relevé de conclusions". */
  recordWord: z.enum(['décisions', 'conclusions']),
  /** What organisations said of an item, under it in the minutes. */
  positions: z.enum(['text', 'table', 'none']),
  /** Whether the minutes say of an item that nothing was written about it. */
  emptyItems: z.enum(['silent', 'said']),
  /** Who is named in what is published: persons, or what they are. */
  publicNames: z.enum(['names', 'functions']),
  /** Whether the record of the minutes stands after the discussion or before it. */
  recordPlace: z.enum(['afterItems', 'beforeItems']),
  hiddenSections: z.array(OptionalSection),
  /** PDF and Word files carry the data that they print. */
  embedsData: z.boolean(),
})
export type DocumentStyleFields = z.infer<typeof DocumentStyleFields>
export const DocumentStyle = DocumentStyleFields.extend({
  version: Version,
  /** Name and bytes of the Word files that exports fill (word-template.ts); empty and null = the application's own look. */
  minutesTemplate: z.string(),
  minutesTemplateSha256: z.string().nullable(),
  agendaTemplate: z.string(),
  agendaTemplateSha256: z.string().nullable(),
})
export type DocumentStyle = z.infer<typeof DocumentStyle>

/** The colours of a new desk. */
export const shippedColours = {
  accent: '#0a5a66',
  decisionColour: '#76306a',
  actionColour: '#1d558f',
} as const

/** Contrast that small text needs (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5

/**
 * Contrast ratio of two colours, 1 to 21.
 * @param one "#rrggbb".
 * @see WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** The pale ground of a note in one colour: 7 % of it on white. */
export function tint(colour: string): string {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16)
    return Math.round(255 - (255 - value) * 0.07)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** Whether text in this colour can be read on white and on its own tint. */
export function isLegible(colour: string): boolean {
  return contrast(colour, '#ffffff') >= LEAST_CONTRAST && contrast(colour, tint(colour)) >= LEAST_CONTRAST
}

/** The nearest colour of the same hue that can be read: the colour itself, or darker just enough. */
export function legibleColour(colour: string): string {
  for (let part = 100; part > 0; part -= 1) {
    const darker = shaded(colour, part / 100)
    if (isLegible(darker)) return darker
  }
  return '#000000'
}

function shaded(colour: string, part: number): string {
  const channel = (from: number) =>
    Math.round(Number.parseInt(colour.slice(from, from + 2), 16) * part)
      .toString(16)
      .padStart(2, '0')
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** Everything that decides how the documents of one day look. */
export const DocumentLook = z.strictObject({
  /** In force on the day of the document; null while none is. */
  letterhead: Letterhead.nullable(),
  /** Of that letterhead, the issuer's first, then the partners'. */
  logos: z.array(Logo),
  style: DocumentStyle,
  /** Standard sentences that somebody changed, by key; the others are the shipped ones. */
  sentences: z.record(z.string(), z.string()),
})
export type DocumentLook = z.infer<typeof DocumentLook>
