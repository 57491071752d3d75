// What has a limit: each refusal says its own number, and what helps.
import { formatSize } from '../domain/text/french.ts'
import { count, plural } from '../domain/text/plural.ts'

export const limited = [
  'fileBytes',
  'mailsBytes',
  'messageBytes',
  'files',
  'oldFiles',
  'deliveryTexts',
  'bulletinTexts',
  'items',
  'levels',
  'templateLines',
  'planLines',
  'observations',
  'references',
  'ofText',
  'ofProject',
  'awaited',
  'logos',
  'signatures',
] as const

type Limited = (typeof limited)[number]

const toRemove = 'Rien n’a été ajouté : en retirer d’abord.'

export const limitSentences: Readonly<Record<Limited, (most: number) => string>> = {
  fileBytes: (most) =>
    `Le fichier est trop volumineux : ${formatSize(most)} au plus ici. Retirer ce qui l’alourdit, le plus souvent des images, puis réessayer.`,
  mailsBytes: (most) =>
    `Ces messages pèsent trop lourd ensemble : ${formatSize(most)} au plus à la fois. Rien n’a été pris : en déposer une partie, puis le reste.`,
  messageBytes: (most) =>
    `Le message est trop lourd avec ses documents : ${formatSize(most)} au plus. Rien n’est parti : mettre des documents à côté du message, puis réessayer.`,
  files: (most) =>
    `Trop de fichiers à la fois : ${count(most)} au plus. Rien n’a été lu : en choisir une partie, puis le reste.`,
  oldFiles: (most) =>
    `Ce dossier compte plus de ${plural(most, 'fichier', 'fichiers')}. Rien n’a été lu : le partager en plusieurs dossiers, puis les reprendre l’un après l’autre.`,
  deliveryTexts: (most) =>
    `Les critères retiennent plus de ${plural(most, 'texte', 'textes')} de cette livraison. Rien n’a été pris : les resserrer, puis réessayer.`,
  bulletinTexts: (most) =>
    `Le bulletin compte plus de ${plural(most, 'texte', 'textes')} à inscrire. Rien n’a été inscrit : choisir une période plus courte, puis réessayer.`,
  items: (most) =>
    `Un ordre du jour compte ${plural(most, 'point', 'points')} au plus. Rien n’a été changé : en retirer avant d’en ajouter.`,
  levels: (most) =>
    `Un ordre du jour compte ${plural(most, 'niveau', 'niveaux')} au plus. Rien n’a été changé : mettre ce point sous un point de niveau plus haut.`,
  templateLines: (most) =>
    `L’ordre du jour type compte ${plural(most, 'ligne', 'lignes')} au plus. ${toRemove}`,
  planLines: (most) => `Un rétroplanning compte ${plural(most, 'ligne', 'lignes')} au plus. ${toRemove}`,
  observations: (most) =>
    `Une séance garde ${plural(most, 'observation', 'observations')} au plus. Rien n’a été ajouté : en prendre moins, ou en retirer d’abord.`,
  references: (most) => `La liste compte ${plural(most, 'référence', 'références')} au plus. ${toRemove}`,
  ofText: (most) => `Un texte a ${plural(most, 'ligne', 'lignes')} de cette sorte au plus. ${toRemove}`,
  ofProject: (most) => `Un projet a ${plural(most, 'ligne', 'lignes')} de cette sorte au plus. ${toRemove}`,
  awaited: (most) => `Un point attend ${plural(most, 'document', 'documents')} au plus. ${toRemove}`,
  logos: (most) => `Un en-tête a ${plural(most, 'logo', 'logos')} de partenaires au plus. ${toRemove}`,
  signatures: (most) =>
    `Ce PDF porte plus de ${plural(most, 'signature', 'signatures')} : ce n’est sans doute pas un compte rendu. Rien n’a été ajouté : choisir l’exemplaire signé de cette séance.`,
}
