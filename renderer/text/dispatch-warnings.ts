import type { ComposedMessage, DispatchView, DispatchWarning } from '../../electron/contract/dispatch.ts'
import { formatSize } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

/** The fault; a button beside mends it. */
export const warningText: Readonly<
  Record<DispatchWarning, (view: DispatchView, message: ComposedMessage | null) => string>
> = {
  'no-recipient': () => 'Ce message n’atteint personne.',
  'without-address': ({ recipients }) =>
    recipients.filter(({ email }) => email.trim() === '').length === 1
      ? 'Une personne n’a pas d’adresse : ce message ne lui parviendra pas.'
      : 'Des personnes n’ont pas d’adresse : ce message ne leur parviendra pas.',
  'invalid-address': () => 'Des adresses ne sont pas valables : elles sont laissées hors du message.',
  'too-heavy': (_, message) =>
    message === null
      ? 'Le message est trop lourd pour les serveurs de messagerie.'
      : `Le message dépasse de ${formatSize(message.sizeBytes - message.limitBytes)} la limite de ${formatSize(message.limitBytes)}.`,
  'agenda-not-validated': () => 'L’ordre du jour n’est pas validé : le message l’emporte comme projet.',
  'agenda-not-published': () => 'L’ordre du jour n’est pas publié : le message l’emporte comme projet.',
  'too-late-to-convene': () =>
    'Le délai de convocation n’est plus tenu. Le message peut partir, ou la séance être déplacée.',
  'many-recipients': ({ recipients }) =>
    `${plural(recipients.length, 'destinataire', 'destinataires')} : beaucoup de serveurs refusent ou retardent un tel message.`,
  'documents-missing': () =>
    'Un document n’a plus rien à joindre : il a été remplacé, retiré ou réservé au secrétariat.',
  'text-out-of-date': () => 'Le texte ne dit plus la date, le numéro ou l’ordre du jour de la séance.',
  'reserved-to-guests': () =>
    'Des invités recevraient des points réservés aux membres. Retirer ces personnes, ou leur envoyer le compte rendu public.',
}

/** The act that ends a warning. */
export const warningActText: Partial<Record<DispatchWarning, string>> = {
  'no-recipient': 'Ajouter un destinataire',
  'without-address': 'Voir qui',
  'invalid-address': 'Voir ces adresses',
  'too-heavy': 'Mettre les plus lourds à côté du message',
  'agenda-not-validated': 'Ouvrir l’ordre du jour',
  'agenda-not-published': 'Ouvrir l’ordre du jour',
  'too-late-to-convene': 'Déplacer la séance',
  'many-recipients': 'Tout mettre en copie cachée',
  'documents-missing': 'Voir les documents de la séance',
  'text-out-of-date': 'Préparer de nouveau',
}
