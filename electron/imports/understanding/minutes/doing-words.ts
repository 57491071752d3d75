// Words by which a line says what somebody does.
import { plainLine } from '../plain-line.ts'

/** What somebody who was there does, at the beginning of a short sentence or of a bullet: what they take upon them. */
export const TAKES_ON = `(?:relance|reserve|remplit|redige|envoie|prepare|contacte|imprime|commande|achete|notifie|inscrit|accompagne|previent|depose|appelle|ecrit|transmet|diffuse|refait|met (?:a jour|en ligne))(?:nt)? (?!a l'attention|a (?:tou|plus|ne)|ses remerci|qu)`

/** The same in a bullet of its own. */
export const IN_BULLET = `(?:consulte|obtient|rapporte|organise|verifie|cherche|installe|met (?:en place|en ligne|a jour)|prend (?:contact|rendez-vous|rdv)|fait (?:passer|suivre|circuler|l'(?:affiche|inventaire|annonce)|l[ea]s? (?:affiches?|courriers?|courses|demandes?|planning|mail|maquette|dossier|releves?|prelevements)|une? (?:affiche|courrier|devis|mail|memo|brouillon|maquette|demande|sondage|tableau|planning|dossier))|demande (?:un|des|deux|trois) devis) ?`

/** "Relancer les adhérents": a verb, and what it does. */
export const INFINITIVE =
  /^(?!(?:atelier|dossier|cahier|papier|courrier|chantier|premier|dernier|quartier|calendrier|fichier|affaire|lettre|autre|notre|votre|entre|contre|maire|histoire|pouvoir|avenir|loisir|espoir)s?(?!\p{L}))(?:(?:se|s[’']|ne pas)\s?)?\p{L}{2,}(?:er|ir|re|oir)\s(?:l[ea]s?\s|l[’']|une?\s|des?\s|d[’']|du\s|aux?\s|à\s|en\s|ces?\s|cette\s|cet\s|nos\s|notre\s|son\s|sa\s|ses\s|leurs?\s|tou(?:s|te)|plus(?:ieurs)?\s|\d|\p{Lu})/iu

/** "relance la mairie", "met à jour le site": what somebody who was called by name does. */
export function saysDoes(words: string): boolean {
  return new RegExp(`^(?:${TAKES_ON}|${IN_BULLET}|range |repare |contacte )`).test(plainLine(words))
}
