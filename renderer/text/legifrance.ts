export const legifranceText = {
  title: 'Légifrance',
  lead: 'Avec les clés du secrétariat sur la passerelle PISTE (piste.gouv.fr), un texte publié se complète d’un clic dans la Veille. Sans clés, rien n’est demandé\u202f; avec elles, seule part la référence du texte, à chaque demande.',
  clientId: 'Identifiant (client ID)',
  secret: 'Secret (client secret)',
  secretHelp: (canKeep: boolean) =>
    canKeep
      ? 'Gardé dans le trousseau de clés de cet ordinateur.'
      : 'Cet ordinateur n’a pas de trousseau de clés\u00a0: les deux sont demandés à chaque démarrage, écrits nulle part.',
  bothNeeded: 'Saisir l’identifiant et le secret.',
  save: 'Enregistrer et essayer',
  saving: 'Essai…',
  saved: 'Légifrance répond et reconnaît ces clés',
  known: (clientId: string) => `Clés connues\u00a0: ${clientId}`,
  forget: 'Oublier ces clés',
  forgotten: 'Clés oubliées\u00a0: Légifrance n’est plus interrogé',
  off: 'L’administration de ce poste n’ouvre pas Légifrance à l’application.',

  ask: 'Demander à Légifrance',
  complete: 'Compléter depuis Légifrance',
  asking: 'Légifrance…',
}
