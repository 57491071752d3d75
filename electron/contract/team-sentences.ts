import type { ErrorCode } from './errors.ts'

/** What may stand between a desk and the base of its team. */
export const teamSentences = {
  'not-for-a-team':
    'Les données de l’équipe sont sur son serveur, que l’administration sauvegarde : ceci ne concerne que les données d’un seul poste.',
  'team-older':
    'La base de l’équipe est d’une version antérieure à cette application. Demander à l’administration de la mettre à niveau ; rien n’a été modifié.',
  'team-missing':
    'Cette base n’est pas celle d’une équipe de Séances INP. Vérifier le fichier de connexion, ou demander à l’administration de créer la base ; rien n’y a été modifié.',
  'team-incomplete':
    'La base de l’équipe est incomplète : il en manque une partie. Rien n’a été modifié : demander à l’administration de la rétablir depuis sa sauvegarde.',
  'team-current': 'La base de l’équipe est déjà de cette version. Rien n’a été modifié.',
  'team-there': 'Cette base contient déjà les données d’une équipe. Rien n’a été modifié.',
  'team-encoding':
    'Cette base n’est pas en UTF-8, et ne pourrait pas tout contenir. Rien n’y a été créé : en créer une par « createdb --encoding=UTF8 --template=template0 ».',
  'team-server-old':
    'Le serveur est d’une version de PostgreSQL trop ancienne. Rien n’y a été créé : il faut la version 15, ou une plus récente.',
  'team-no-account': 'Ce compte n’existe pas sur le serveur. Rien n’a été modifié : le créer d’abord.',
  'team-role-stays':
    'Ce compte garde un rôle plus élevé, qu’un groupe ou un autre compte lui donne. Rien n’a été modifié : le lui ôter là d’abord.',
  'team-none':
    'Ce dossier n’a rejoint aucune équipe. Rien n’a été modifié : le joindre d’abord à une équipe, ou indiquer le fichier de connexion.',
  'data-there': 'Ce dossier contient déjà des données. Rien n’y a été copié : choisir un dossier neuf.',
  'team-password-needed': 'Saisir le mot de passe de ce compte pour ouvrir la base de l’équipe.',
  'team-password-wrong':
    'Le serveur de l’équipe refuse ce compte ou ce mot de passe. Le saisir à nouveau, ou demander à l’administration s’il a expiré.',
  'team-not-allowed':
    'Ce compte n’a pas le droit de faire cela dans la base de l’équipe. Rien n’a été modifié : demander ce droit à l’administration.',
  'team-certificate':
    'Le certificat du serveur n’est pas celui du fichier de connexion. Rien ne lui a été envoyé : demander un nouveau fichier à l’administration.',
  'team-file-refused':
    'Ce fichier n’est pas un fichier de connexion. Demander à l’administration celui de l’équipe.',
  'team-perhaps-done':
    'Le serveur de l’équipe a été coupé pendant cet enregistrement, et n’a pas dit s’il a eu lieu. Regarder ce qui est enregistré avant de recommencer.',
  'team-away':
    'Le serveur de l’équipe ne répond pas. Vérifier le réseau, puis réessayer ; prévenir l’administration si cela dure.',
  'team-crowded':
    'Le serveur de l’équipe n’a plus de connexion libre pour ce compte. Rien n’a été modifié : réessayer dans un moment, et prévenir l’administration si cela dure.',
  'team-full':
    'Le disque du serveur de l’équipe est plein : rien n’y est enregistré. Prévenir l’administration.',
  'team-read-only':
    'Le serveur de l’équipe n’accepte pas d’écriture pour le moment : rien n’y est enregistré. Prévenir l’administration si cela dure.',
} as const satisfies Partial<Record<ErrorCode, string>>
