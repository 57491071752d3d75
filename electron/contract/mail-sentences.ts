import type { ErrorCode } from './errors.ts'

/** What keeps a message from leaving from here. */
export const mailSentences = {
  'mail-not-chosen':
    'Aucun envoi depuis l’application n’est choisi. Choisir un serveur dans Réglages, « Envois », ou ouvrir le message dans la messagerie.',
  'mail-no-sender':
    'L’adresse du secrétariat manque : le message partirait sans expéditeur. L’écrire dans Réglages, « Envois ».',
  'mail-password-needed': 'Le serveur de messagerie demande un mot de passe. Le saisir, puis réessayer.',
  'mail-password-wrong':
    'Le serveur de messagerie refuse ce compte ou ce mot de passe. Rien n’est parti : le saisir de nouveau, puis réessayer.',
  'mail-server-away':
    'Le serveur de messagerie ne répond pas. Rien n’est parti : vérifier son nom, le port et le réseau, puis réessayer.',
  'mail-certificate':
    'Le certificat du serveur de messagerie n’est pas reconnu par cet ordinateur. Rien n’est parti, pas même le mot de passe : vérifier le nom du serveur auprès du service informatique.',
  'mail-without-tls':
    'Le serveur de messagerie ne chiffre pas la liaison. Rien n’est parti, pas même le mot de passe : demander le bon port au service informatique.',
  'mail-no-drafts':
    'La boîte n’a pas de dossier de brouillons. Rien n’y a été déposé : en créer un dans la messagerie, puis réessayer.',
  'mail-recipients-refused':
    'Le serveur a refusé tous les destinataires. Rien n’est parti : vérifier leurs adresses, puis réessayer.',
  'mail-too-large':
    'Le message est trop lourd pour ce serveur. Rien n’est parti : mettre des documents à côté du message, puis réessayer.',
  'mail-quota': 'La boîte est pleine, ou son quota d’envoi atteint. Rien n’est parti : réessayer plus tard.',
  'mail-refused': 'Le serveur a refusé le message. Rien n’est parti : sa réponse est notée sous le message.',
  'mail-perhaps-left':
    'La liaison a été coupée avant la réponse du serveur : le message est peut-être parti. Il ne repart pas de lui-même : dire d’abord s’il est arrivé.',
  'mail-under-way':
    'Un autre poste remet ce message à la messagerie en ce moment. Rien n’a été changé : attendre qu’il ait fini, puis regarder ce que le message est devenu.',
  'mail-left-after-all':
    'Ce message est bien arrivé à son serveur, alors qu’un autre poste venait de noter le contraire. C’est noté ainsi : prévenir la personne, et regarder le message avant d’aller plus loin.',
  'mail-refused-after-all':
    'Le serveur a refusé ce message, alors qu’un autre poste venait de le noter parti. Rien n’est parti : la personne qui l’a noté reprend cet acte par Ctrl Z, puis il se renvoie.',
  'mail-already-left': 'Ce message est déjà parti de l’application. Rien n’a été envoyé une seconde fois.',
} as const satisfies Partial<Record<ErrorCode, string>>
