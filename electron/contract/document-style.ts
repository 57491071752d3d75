import { z } from 'zod'
import { DocumentStyle, DocumentStyleFields } from '../domain/documents/document-style.ts'
import { ImageType, Letterhead, LetterheadFields, Logo } from '../domain/documents/letterhead.ts'
import { TemplateFields, TemplateKind } from '../domain/documents/word-template.ts'
import { Bytes, CivilDate, Id, PlainText, Version } from '../domain/ids.ts'
import { SentenceKey } from '../domain/text/standard-sentences.ts'
import { journaled, long, read, shell, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })
const logoPlace = z.strictObject({ letterheadId: Id, role: Logo.shape.role })

/** The issuer's logo first, then the partners'. */
export const ListedLetterhead = Letterhead.extend({ logos: z.array(Logo) })
export type ListedLetterhead = z.infer<typeof ListedLetterhead>

export const StandardSentence = z.strictObject({
  key: SentenceKey,
  /** 0 while it is the shipped one. */
  version: z.int().min(0),
  /** As printed: somebody's own words, or the shipped ones. */
  text: z.string(),
  shipped: z.string(),
  /** Words in braces that it may hold, without braces. */
  fields: z.array(z.string()),
})
export type StandardSentence = z.infer<typeof StandardSentence>

export const documentStyle = {
  'documentStyle.get': read(() => [z.strictObject({}), DocumentStyle]),
  /** `colour-illegible`, with the field, for a colour in which text cannot be read on paper. */
  'documentStyle.update': write('modification de la présentation des documents', () => [
    z.strictObject({ version: Version, patch: DocumentStyleFields.partial() }),
    DocumentStyle,
  ]),
  /**
   * A Word file whose named content controls the exports of one kind of document fill; it takes the place of the former.
   * `fields` is what it asks for: where something of it would not be filled, the style is unchanged. `file-damaged`,
   * `file-empty`, `file-too-large`.
   */
  'documentStyle.setTemplate': journaled(
    'choix d’un modèle Word',
    long('saves', () => [
      z.strictObject({
        kind: TemplateKind,
        file: z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }),
      }),
      z.strictObject({ fields: TemplateFields, style: DocumentStyle }),
    ]),
  ),
  'documentStyle.removeTemplate': write('retrait d’un modèle Word', () => [
    z.strictObject({ kind: TemplateKind, version: Version }),
    DocumentStyle,
  ]),
  /** Oldest first; the one without a date, valid before all, is always there. */
  'documentStyle.letterheads': read(() => [z.strictObject({}), z.array(ListedLetterhead)]),
  /**
   * A letterhead in force from a day on: it starts as a copy, logos included, of the one in force on that day.
   * `invalid-input`, field `validFrom`, where another starts on that day.
   */
  'documentStyle.addLetterhead': write('ajout d’un en-tête', () => [
    z.strictObject({ id: Id, validFrom: CivilDate }),
    z.array(ListedLetterhead),
  ]),
  /** The first one cannot be dated, the others cannot lose their date: `invalid-input`, field `validFrom`. */
  'documentStyle.updateLetterhead': write('modification d’un en-tête', () => [
    target.extend({ patch: LetterheadFields.partial() }),
    z.array(ListedLetterhead),
  ]),
  /** With its logos. `invalid-input`, field `id`, for the first one. */
  'documentStyle.removeLetterhead': write('suppression d’un en-tête', () => [
    target,
    z.array(ListedLetterhead),
  ]),
  /**
   * A dropped or pasted picture: PNG, JPEG, or SVG, which is written again from what is harmless in it. The issuer's takes
   * the place of the former one. `picture-unknown`, `logo-too-large`, `drawing-refused`, `file-damaged`, `file-empty`.
   */
  'documentStyle.addLogo': journaled(
    'ajout d’un logo',
    long('saves', () => [
      logoPlace.extend({ file: z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }) }),
      z.array(ListedLetterhead),
    ]),
  ),
  /** The same with the system's dialog; null when given up. */
  'documentStyle.chooseLogo': shell('saves', () => [logoPlace, z.array(ListedLetterhead).nullable()]),
  'documentStyle.updateLogo': write('modification d’un logo', () => [
    target.extend({ patch: Logo.pick({ alt: true }).partial() }),
    z.array(ListedLetterhead),
  ]),
  /** Puts a partner's logo at a rank among the partners'. */
  'documentStyle.moveLogo': write('déplacement d’un logo', () => [
    target.extend({ index: z.int().min(0) }),
    z.array(ListedLetterhead),
  ]),
  'documentStyle.removeLogo': write('retrait d’un logo', () => [target, z.array(ListedLetterhead)]),
  /** The picture itself, as documents show it. */
  'documentStyle.logoImage': read(() => [
    z.strictObject({ id: Id }),
    z.strictObject({ bytes: Bytes, mediaType: ImageType }),
  ]),
  'documentStyle.sentences': read(() => [z.strictObject({}), z.array(StandardSentence)]),
  /** `invalid-input` with the field in braces that the sentence does not have. */
  'documentStyle.updateSentence': write('modification d’une phrase type', () => [
    z.strictObject({
      key: SentenceKey,
      version: z.int().min(0),
      patch: z.strictObject({ text: PlainText.min(1) }),
    }),
    z.array(StandardSentence),
  ]),
  /** The shipped sentence again. */
  'documentStyle.resetSentence': write('retour à une phrase type d’origine', () => [
    z.strictObject({ key: SentenceKey }),
    z.array(StandardSentence),
  ]),
}
