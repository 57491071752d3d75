export const convocationProofText = {
  mention: 'Usage interne',
  notice: 'Relevé du journal des envois, à conserver avec le dossier de la séance.',
  number: 'Séance',
  message: (rank: number, all: number) => (all === 1 ? 'Message' : `Message ${rank} sur ${all}`),
  subject: 'Objet',
  sentAt: 'Envoi',
  sentAtBy: (when: string, who: string) => `${when}, par ${who}`,
  by: 'Moyen',
  byHand: 'ouvert dans la messagerie, puis noté comme envoyé',
  byServer: (host: string) => `envoyé de l’application par ${host}, qui l’a accepté`,
  bySomebody: (host: string) =>
    `envoyé de l’application par ${host}\u202f; arrivée constatée par le secrétariat`,
  messageId: 'Identifiant',
  hash: 'Empreinte du message (SHA-256)',
  size: 'Taille',
  bytes: (count: number) => `${count.toLocaleString('fr-FR')}\u00a0octets`,
  delay: 'Délai avant la séance',
  days: (count: number, meeting: string) =>
    count < 0
      ? `parti après la séance du ${meeting}`
      : `${count}\u00a0${count < 2 ? 'jour' : 'jours'}, séance du ${meeting}`,
  recipients: ['Destinataire', 'Adresse', 'Remise'],
  faults: { none: 'sans adresse', invalid: 'adresse invalide' },
  delivered: 'remis',
  seen: 'arrivée constatée',
  noted: 'noté comme envoyé',
  refused: (answer: string) => `refusé\u00a0: ${answer}`,
  documents: ['Document', 'Empreinte (SHA-256)'],
  empty: 'Aucune convocation n’a encore été envoyée.',
  emptyHeading: 'Envoi',
} as const
