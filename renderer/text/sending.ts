import type { MailAccount, Sending } from '../../electron/domain/dispatch/sending.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Way = MailAccount['way']

export const sendingText = {
  title: 'Envoi depuis l’application',
  lead: 'Rien ne part d’ici tant qu’un serveur n’est pas choisi ; ensuite, chaque message est montré avant de partir, et le réseau ne sert qu’à ce moment.',
  way: 'Les messages',
  choices: {
    program: 's’ouvrent dans la messagerie',
    drafts: 'se déposent dans les brouillons de la boîte (IMAP)',
    server: 'partent par un serveur (SMTP)',
  },
  host: 'Serveur',
  hostRule: 'Écrire le nom du serveur, comme « imap.exemple.fr ».',
  port: 'Port',
  portRule: 'Un nombre de 1 à 65535.',
  security: 'Chiffrement',
  securities: { tls: 'TLS dès la connexion', starttls: 'STARTTLS' } satisfies Record<
    MailAccount['security'],
    string
  >,
  user: 'Compte',
  userRule: 'Écrire le nom du compte ou son adresse.',
  password: 'Mot de passe de la boîte',
  passwordHelp: (canKeep: boolean) =>
    canKeep
      ? 'Gardé dans le trousseau de clés de cet ordinateur.'
      : 'Cet ordinateur n’a pas de trousseau de clés : demandé à chaque démarrage, écrit nulle part.',
  passwordNeeded: 'Saisir d’abord le mot de passe.',
  passwordKept: 'Un mot de passe est connu. Ne le saisir que pour le remplacer.',
  forget: 'Oublier le mot de passe',
  forgotten: 'Mot de passe oublié',
  save: 'Enregistrer et essayer',
  leave: 'Arrêter l’envoi et oublier ce compte',
  saving: 'Essai…',
  saved: 'Le serveur répond et reconnaît ce compte',
  left: 'Plus rien ne part de l’application',

  act: { drafts: 'Déposer dans les brouillons…', server: 'Envoyer…' } satisfies Record<Way, string>,
  dialog: { drafts: 'Déposer ce message', server: 'Envoyer ce message' } satisfies Record<Way, string>,
  dialogAll: { drafts: 'Déposer ces messages', server: 'Envoyer ces messages' } satisfies Record<Way, string>,
  confirm: { drafts: 'Déposer', server: 'Envoyer' } satisfies Record<Way, string>,
  all: { drafts: 'Tout déposer…', server: 'Tout envoyer…' } satisfies Record<Way, string>,
  underWay: { drafts: 'Dépôt…', server: 'Envoi…' } satisfies Record<Way, string>,
  through: (host: string) => `Par ${host}`,
  from: 'De',
  noFrom: 'l’adresse du secrétariat manque',
  subject: 'Objet',
  documents: 'Documents',
  noDocument: 'aucun',
  done: {
    drafts: 'Message déposé dans les brouillons de la boîte',
    server: 'Message remis au serveur, et noté comme envoyé',
  } satisfies Record<Way, string>,
  doneOf: {
    drafts: (done: number, all: number) =>
      `${done} sur ${plural(all, 'message déposé', 'messages déposés')}.`,
    server: (done: number, all: number) =>
      `${done} sur ${plural(all, 'message envoyé', 'messages envoyés')}.`,
  } satisfies Record<Way, (done: number, all: number) => string>,
  noSoundAddress: 'aucune adresse valable. La corriger dans le message, puis réessayer.',
  about: (who: string, sentence: string) => `${who} : ${sentence}`,

  unknown: {
    drafts: (when: string) =>
      `Déposé le ${when}, mais la liaison a été coupée avant la réponse : ce message est peut-être dans les brouillons. Regarder dans la boîte.`,
    server: (when: string) =>
      `Remis au serveur le ${when}, mais la liaison a été coupée avant la réponse : ce message est peut-être parti. Regarder dans les messages envoyés, ou demander à un destinataire.`,
  } satisfies Record<Way, (when: string) => string>,
  hasLeft: { drafts: 'Il y est', server: 'Il est parti' } satisfies Record<Way, string>,
  hasNot: { drafts: 'Il n’y est pas', server: 'Il n’est pas parti' } satisfies Record<Way, string>,
  lies: (when: string) =>
    `Déposé dans les brouillons le ${when}. Une fois envoyé de la messagerie, le marquer comme envoyé.`,
  already: (when: string) =>
    `Parti de l’application le ${when}, et il n’est pas marqué comme envoyé : il ne repart pas. Le marquer comme envoyé.`,
  failed: (when: string, answer: string) => `Le ${when}, rien n’est parti. Réponse du serveur : ${answer}`,
  perhaps: 'peut-être parti',
  inDrafts: 'dans les brouillons',
  allDeposited: 'Tous ces messages sont déjà dans les brouillons de la boîte.',
  refused: 'Refusés par le serveur',
  notSent:
    'Noté comme envoyé, mais le serveur l’a refusé à tous : rien n’est parti. La personne qui l’a noté reprend cet acte par Ctrl Z, puis le message se renvoie.',
  accepted: 'Remis au serveur',
  acceptedLine: (host: string, when: string) => `${host}, le ${when}`,
  states: {
    prepared: 'préparée',
    handed: 'peut-être partie',
    confirmed: 'confirmée',
    refused: 'refusée',
  } satisfies Record<Sending['state'], string>,
  ways: { drafts: 'brouillons', server: 'envoi' } satisfies Record<Way, string>,
} as const
