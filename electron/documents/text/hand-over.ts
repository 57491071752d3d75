export const sharedWriterText = {
  offered:
    'Ce fichier dit à qui est la main dans Séances INP. La main a été déposée : un autre poste peut la prendre dans « Passer la main ». Ne pas modifier ni supprimer.',
  held: 'Ce fichier dit à qui est la main dans Séances INP : le poste nommé ici écrit, les autres lisent. Ne pas modifier ni supprimer.',
  aside:
    'Ce poste a écrit pendant qu’un autre avait la main. La copie nommée ici garde ce qu’il a écrit ; le poste qui a la main peut la comparer. Ne pas supprimer.',
} as const
