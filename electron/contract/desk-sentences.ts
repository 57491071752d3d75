import type { ErrorCode } from './errors.ts'

/** What keeps a new version from coming here. */
export const deskSentences = {
  'update-away':
    'La nouvelle version n’a pas pu être cherchée ou téléchargée. Rien n’a changé : vérifier le réseau, puis réessayer.',
} satisfies Partial<Record<ErrorCode, string>>
