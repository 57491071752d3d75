import type { ErrorCode } from './errors.ts'

/** What keeps Légifrance from being asked. */
export const legifranceSentences = {
  'legifrance-no-keys':
    'Légifrance n’est interrogé qu’avec les clés PISTE du secrétariat. Les saisir dans Réglages, « Légifrance », puis réessayer.',
  'legifrance-keys-refused':
    'Légifrance refuse ces clés. Rien n’a été changé : vérifier l’identifiant et le secret « OAuth » de l’application sur piste.gouv.fr, et qu’elle est abonnée à l’API Légifrance.',
  'legifrance-not-there':
    'Légifrance ne connaît pas ce texte : il n’est pas encore paru, ou sa référence est fausse. Rien n’a été changé ; la vérifier à la source.',
  'legifrance-limit':
    'Le nombre de demandes permis par Légifrance est atteint. Rien n’a été changé : réessayer dans quelques minutes.',
  'legifrance-away':
    'Légifrance ne répond pas, ou sa réponse n’a pas pu être lue. Rien n’a été changé : vérifier le réseau, puis réessayer, ou coller le texte copié de sa page.',
} as const satisfies Partial<Record<ErrorCode, string>>
