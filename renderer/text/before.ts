import { meetingName, meetingNumbered } from '../../electron/domain/meetings/meeting-name.ts'
import { formatDate, formatShortDate } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const beforeText = {
  open: {
    title: 'Avant d’ouvrir la séance',
    ahead: (date: string, days: number) =>
      `Elle est prévue le ${formatDate(date)}, dans ${plural(days, 'jour', 'jours')}.`,
    past: (date: string, days: number) =>
      `Elle était prévue le ${formatDate(date)}, il y a ${plural(days, 'jour', 'jours')}.`,
    other: (number: number | null, date: string) =>
      `La ${meetingName(number, formatShortDate(date))} est en cours.`,
    goThere: 'Y aller',
    act: 'Ouvrir maintenant',
  },
  convene: {
    title: 'Avant de noter la convocation',
    nobody: 'Personne n’est convié.',
    add: 'Ajouter',
    note: 'Noter',
    people: (count: number) => `${plural(count, 'personne conviée', 'personnes conviées')}.`,
    number: 'La séance reçoit son numéro de l’année.',
    draft: 'L’ordre du jour n’est pas publié\u00a0: il est encore à l’état de projet.',
    see: 'Voir',
    act: (count: number) =>
      count === 0
        ? 'Noter la convocation'
        : `Noter ${plural(count, 'personne convoquée', 'personnes convoquées')}`,
  },
  goBack: {
    title: 'Avant de revenir à «\u00a0convoquée\u00a0»',
    interrupted: 'La séance en cours s’interrompt\u00a0: elle n’aura été ouverte que par erreur.',
    hour: 'Rouverte, elle prendra l’heure de cette nouvelle ouverture.',
    cancelled: 'La séance n’est plus annulée\u00a0: les personnes convoquées sont à prévenir.',
    act: 'Revenir à «\u00a0convoquée\u00a0»',
  },
  plan: {
    title: 'Avant de revenir à «\u00a0prévue\u00a0»',
    told: 'Qui a reçu une convocation l’a toujours\u00a0: pour y renoncer, annuler la séance et le faire savoir.',
    act: 'Revenir à «\u00a0prévue\u00a0»',
  },
  hold: {
    title: 'Avant de noter la séance tenue',
    notYet: (date: string) => `Sa date n’est pas passée : ${formatDate(date)}.`,
    silent: 'Rien n’a été noté en séance.',
    act: 'Noter la séance tenue',
  },
  close: {
    title: (number: number | null) => `Lever la ${meetingNumbered(number)}`,
    untreated: (count: number) => `${plural(count, 'point n’est pas traité', 'points ne sont pas traités')}.`,
    noteUntreated: 'Noter non traités',
    unnoted: (count: number) =>
      `${plural(count, 'présence n’est pas notée', 'présences ne sont pas notées')}.`,
    speakers: (count: number) =>
      count > 1
        ? `${count} personnes ont parlé sans être notées présentes.`
        : 'Une personne a parlé sans être notée présente.',
    present: 'Noter présentes',
    confirm: 'Confirmer',
    nobody: (count: number) =>
      `${plural(count, 'action n’a pas de responsable', 'actions n’ont pas de responsable')}.`,
    toLine: 'Compléter la ligne',
    questions: (count: number) => `${plural(count, 'question reste ouverte', 'questions restent ouvertes')}.`,
    typed: 'La ligne qui n’a pas été entrée sera gardée comme note.',
    counts: (decisions: number, actions: number) =>
      `${plural(decisions, 'décision', 'décisions')}, ${plural(actions, 'action', 'actions')}.`,
    more: (names: readonly string[], others: number) =>
      others === 0 ? names.join(', ') : `${names.join(', ')} et ${plural(others, 'autre', 'autres')}`,
    keep: 'Continuer la séance',
    act: (time: string) => `Lever à ${time}`,
    andSave: 'Lever et exporter le projet',
    closing: 'Clôture…',
  },
  validate: {
    title: 'Avant de valider le compte rendu',
    decided: 'Aucune observation n’attend de décision.',
    notHeld: 'La séance n’est pas notée tenue.',
    version: 'La version validée est gardée et pourra être relue.',
    act: 'Valider le compte rendu',
  },
}
