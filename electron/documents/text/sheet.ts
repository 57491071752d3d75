// Text of the fiche de présentation around its questions (which are in domain/attendance/sheet.ts, for its reader too).
import type { SheetField } from '../../domain/attendance/sheet.ts'

export const sheetText = {
  title: 'Fiche de présentation d’un sujet',
  fileName: 'Fiche de présentation',
  intro: (body: string) =>
    `Cette fiche sert à inscrire un sujet à l’ordre du jour (${body}). Répondre dans les cases de droite ; une case sans objet reste vide.`,
  sendTo: (address: string) =>
    `La fiche remplie est à retourner, avec les documents de présentation, à ${address}.`,
  sendBack: 'La fiche remplie est à retourner au secrétariat, avec les documents de présentation.',
  question: 'Question',
  answer: 'Réponse',
  /** Under a question. */
  help: {
    title: 'Tel qu’il figurera à l’ordre du jour.',
    requester: 'Prénom et nom de la personne qui demande l’inscription.',
    nature: 'Ce que la séance doit faire du sujet.',
    duration: 'Présentation et échanges compris, par exemple 20 minutes.',
    projectTitle: 'S’il diffère de l’intitulé du sujet.',
    projectOwner: 'Prénom et nom de la personne qui présentera.',
    purpose: 'En quelques phrases : pour qui, pour quoi, quand.',
    localImpact: 'Techniques, financiers, d’organisation ; calendrier de déploiement.',
    regulatorySide: 'Textes en vigueur ou en préparation, et leurs échéances.',
  } satisfies Partial<Record<SheetField, string>> as Partial<Record<SheetField, string>>,
} as const
