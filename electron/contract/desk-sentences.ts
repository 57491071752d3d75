import type { ErrorCode } from './errors.ts'

/** What the administration settled, and what keeps a new version from coming here. */
export const deskSentences = {
  'setting-managed':
    'L’administration de ce poste a fixé ce réglage. Rien n’a été changé : Réglages, « Réglages imposés », dit lequel.',
  'data-place-unsure':
    'L’administration de ce poste fixe le dossier des données, et sa consigne n’a pas pu être lue ou comprise. Rien n’a été ouvert ni créé, pour ne pas écrire à côté : relancer l’application, puis prévenir l’assistance informatique.',
  'update-in-session': 'Une séance est en cours. La lever avant d’installer la nouvelle version.',
  'update-unsaved':
    'Un texte saisi n’est pas enregistré : la marque en haut de la fenêtre dit lequel. Le terminer ou l’abandonner avant d’installer la nouvelle version.',
  'update-away':
    'La nouvelle version n’a pas pu être cherchée ou téléchargée. Rien n’a changé : vérifier le réseau, puis réessayer.',
} satisfies Partial<Record<ErrorCode, string>>
