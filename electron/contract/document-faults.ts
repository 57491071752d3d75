import { z } from 'zod'

/**
 * Found by documents/check. Codes are kept with each produced document: none is ever renamed or taken away.
 * Each has a French sentence in fault-sentences.ts.
 */
export const FaultCode = z.enum([
  // The file as a whole.
  'unreadable',
  'language-not-french',
  'not-tagged',
  'no-structure',
  'title-not-shown',
  'no-title',
  'no-identifier',
  'no-bookmarks',
  'ua-not-claimed',
  'ua-claim-not-described',
  'pdfa-not-claimed',
  'pdfa-level-not-claimed',
  'font-not-embedded',
  'font-without-letters',
  // The data it carries.
  'data-missing',
  'data-not-asked',
  'attachment-without-relation',
  'attachment-without-name',
  'attachment-without-description',
  'attachment-empty',
  // Its structure.
  'misplaced-element',
  'figure-without-alt',
  'first-heading-not-1',
  'heading-skipped',
  'header-without-scope',
  'row-without-header',
  'table-without-header',
  'uneven-rows',
  'link-without-annotation',
  'link-without-description',
  'link-outside-structure',
  'tab-order',
  'painted-outside-structure',
  'content-outside-structure',
  'not-in-place',
  // What is drawn.
  'overprinted',
  'outside-cell',
  'outside-margins',
  'page-miscounted',
  // Warnings: the file is as good as it can be made of what was typed.
  'undrawn-signs',
  'picture-without-alt',
])
export type FaultCode = z.infer<typeof FaultCode>

export const DocumentFault = z.strictObject({
  code: FaultCode,
  /** From 1; null for the whole document. */
  page: z.int().min(1).nullable(),
  /** Title of the item or heading where it is; empty where that is not known. */
  item: z.string(),
  /** The fault's subject in words: the text not read in its place, the signs not drawn; or empty. */
  about: z.string(),
})
export type DocumentFault = z.infer<typeof DocumentFault>
