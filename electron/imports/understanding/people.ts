import { oneLine, plainLine, trimPunctuation } from './plain-line.ts'

export type People = { presenter: string | null; organisation: string | null }

const NAME = String.raw`\p{Lu}[\p{L}’'-]*`
/** "Anne-Lise", "N’Golo". */
const GIVEN = String.raw`(?:[MNO][’'])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`
/** "Gallet", "N’Diaye", "N’guessan", "Floc’h". */
const SURNAME = String.raw`(?:\p{Lu}[’']\p{L}|\p{Lu})\p{Ll}+(?:[’']\p{Ll}+)?`
const SURNAME_IN_CAPITALS = String.raw`(?:\p{Lu}[’'])?\p{Lu}{2,}`
const PARTICLE = String.raw`(?:(?:de|du|des|da|van|von|le|la|d[’'])\s?)?`
const CIVIL = new RegExp(
  String.raw`^(?:M\.|Mme\.?|Mlle\.?|MM\.|Mmes|Mr\.?|Dr\.?|Pr\.?|Me|Monsieur|Madame|Messieurs|Mesdames|Docteur|Professeur)\s+${PARTICLE}(?:\p{Lu}\.|${NAME})`,
  'u',
)
/** "Mme la préfète Anne Colin", "M. le sous-préfet de Mayenne": named by what they are. */
const BY_FUNCTION = new RegExp(
  String.raw`^(?:M\.|Mme\.?|Mr\.?|Monsieur|Madame)\s+(?:l[ea]\s|l[’'])\p{Ll}[\p{L}-]+(?:\s(?:(?:de la|du|des|de|chargée? de|chargée? des)\s\p{L}[\p{L}’'-]*|(?:de l|d)[’']\p{L}[\p{L}’'-]*|\p{Ll}+(?:al|ale|aux|é|ée|ant|ante|oint|ointe|eur|euse|if|ive|ier|ière)|${NAME})){0,6}$`,
  'u',
)
const ONE_OF_SEVERAL = String.raw`(?:\p{Lu}\.\s)?${PARTICLE}${NAME}(?:\s${NAME})?`
/** "MM. de Villiers, Martin et Roy": each of them is somebody. */
const SEVERAL = new RegExp(
  String.raw`^(?:MM\.|Mmes|Messieurs|Mesdames)\s+${ONE_OF_SEVERAL}(?:,\s${ONE_OF_SEVERAL})*\s+et\s+${ONE_OF_SEVERAL}(?=$|[,;]|\s\()`,
  'u',
)
const INITIAL = new RegExp(
  String.raw`^\p{Lu}[\p{Ll}]?\.\s?(?:-?\s?\p{Lu}\.\s?)?${PARTICLE}${NAME}(?:[\s-]${NAME}){0,2}$`,
  'u',
)
const CAPITAL_SURNAME = new RegExp(
  String.raw`^${GIVEN}\s+${PARTICLE}${SURNAME_IN_CAPITALS}[\p{Lu}’' -]*$`,
  'u',
)
// An article in capitals begins a thing: "L’EUROPE Demain".
const SURNAME_FIRST = new RegExp(String.raw`^(?!L[’'])${SURNAME_IN_CAPITALS}[\p{Lu}’'-]*\s+${GIVEN}$`, 'u')
/** "de La", "Le", "Aït": what stands before the family name and is part of it. */
const PARTICLES = String.raw`(?:(?:de|du|des|da|van|von|le|la|Le|La|Du|De|Des|Van|Von|El|Ben|Aït|Saint|Sainte|d[’'])\s?){0,2}`
/** "da", "van": with it in small letters two family names in a row are somebody, "Maria da Silva Costa". */
const FOREIGN = '(?:d[ao]s?|di|del|van|von|el|al|ben|ould)'
const TWO_WORDS = new RegExp(
  String.raw`^${GIVEN}\s+(?:${PARTICLES}${SURNAME}(?:-${SURNAME}){0,2}|${FOREIGN}\s+${SURNAME}\s+${SURNAME})$`,
  'u',
)
const ORGANISATION =
  /^(?:l'|la |le |les )?(?:(?:direction|sous-direction|service|agence|ministere|secretariat|syndicat|association|observatoire|mission|departement|region|metropole|communaute|commune|mairie|ville|conseil|prefecture|sous-prefecture|pole|institut|centre|office|caisse|federation|confederation|union|delegation|comite|cabinet|societe|groupement|banque|ecole|universite|laboratoire|etablissement|assemblee|chambre|cellule|inspection|autorite|commission|bibliotheque|mediatheque|lycee|musee|fondation|entreprise|cooperative|collectivite|intercommunalite|academie|rectorat|amicale|collectif|club|pays|syndicat mixte|ligue|regie|cercle|compagnie|conservatoire|parc naturel|maison des?|archives (?:departementales|municipales|nationales|regionales|du|de la|des))s?|bureaux?|reseaux?|hopita(?:l|ux)|tribuna(?:l|ux))\b/
/** A function: stays beside the name. */
const FUNCTION =
  /^(?:chef|cheffe|directeur|directrice|sous-directeur|sous-prefet|sous-prefete|sous-directrice|charge|chargee|responsable|adjoint|adjointe|president|presidente|vice-president|vice-presidente|secretaire|conseiller|conseillere|maire|prefet|prefete|delegue|deleguee|ingenieur|ingenieure|inspecteur|inspectrice|redacteur|redactrice|expert|experte|animateur|animatrice|pilote|rapporteur|rapporteure|rapporteuse|referent|referente|coordinateur|coordinatrice|coordonnateur|coordonnatrice|membre|invite|invitee|titulaire|suppleant|suppleante|chef de projet|assistant|assistante|tresorier|tresoriere|prefet|medecin|juriste|architecte|urbaniste|technicien|technicienne|gestionnaire|professeur|professeure|enseignant|enseignante|comptable|avocat|avocate|notaire|senateur|senatrice|depute|deputee|elu|elue|agent|agente|commanditaire|doyen|doyenne|recteur|rectrice|commissaire|greffier|greffiere|documentaliste|consultant|consultante|economiste|geographe|archiviste|bibliothecaire|principal|principale|proviseur|proviseure|developpeur|developpeuse|designer|testeur|testeuse|stagiaire|doctorant|doctorante|etudiant|etudiante|chercheur|chercheuse|graphiste|webmestre|webmaster|benevole|salarie|salariee|apprenti|apprentie|bioinformaticien|bioinformaticienne|lead|scrum|product owner|facilitateur|facilitatrice|formateur|formatrice|organisateur|organisatrice|cofondateur|cofondatrice|co-president|co-presidente|dev|developpement|clients?|cliente|tuteur|tutrice|encadrant|encadrante|intervenant|intervenante|parrain|marraine|capitaine|entraineur|entraineuse|arbitre|mediateur|mediatrice|correspondant|correspondante|observateur|observatrice|auditeur|auditrice|adherent|adherente|collaborateur|collaboratrice|associe|associee|gerant|gerante|employe|employee|concepteur|conceptrice|realisateur|realisatrice|community manager|chargees?|parent|habitant|habitante|commercant|commercante|retraite|retraitee|participant|participante|remplacant|remplacante|vice-tresorier|vice-tresoriere|vice-secretaire|co-presidence|copresident|copresidente|co-tresorier|co-tresoriere|co-secretaire|respo|resp|administrateur|administratrice|vice president|vice presidente|representant|representante|psychologue|infirmier|infirmiere|attache|attachee|cadre (?:de|superieure?)|pharmacien|pharmacienne|atsem|ien|dden|dgs|dga)s?\b/
const LABEL =
  /^(?:port(?:eur|euse)|rapport(?:eur|eure|euse)|intervenante?|animat(?:eur|rice)|présentat(?:eur|rice)|orat(?:eur|rice)|conférenci(?:er|ère)|pilote|référente?)(?:s|\(e?s?\))*(?: (?:du|de la|de l[’'])\s?(?:point|dossier|sujet|séquence))?\s?:\s?/iu
/** Two words with capitals that are a place or a thing, not somebody. */
const NOBODY =
  /^(?:salle|salon|square|boulevard|allees?|impasse|chemin|route|pont|port|cimetiere|eglise|stade|gymnase|piscine|hotel|maison|mairie|place|rue|avenue|quai|espace|centre|tour|chateau|palais|theatre|musee|parc|saint|sainte|ile|val|mont|pause|dejeuner|diner|cafe|accueil|questions?|points?|documents?|notes?|annexes?|pieces?|presentation|projets?|programme|bilan|budget|plan|rapport|support|visite|debat|echanges?|table|atelier|groupe|village|pays|grand|grande|haute?|basse?|nouveau|nouvelle|vie|retours?|suivis?|votes?|elections?|etats?|avancement|calendrier|comptes?|compte-rendu|lancement|statuts?|logos?|site|fetes?|festival|journees?|travaux|jardins?|reunions?|seances?|campagne|semaine|mise|choix|gestion|organisation|communication|formation|subventions?|adhesions?|convention|charte|oasis|ecole|prochaine?s?|approbation|validation|adoption|designation|nomination|consultation|informations?|avis|examen|modification|attribution|autorisation|demandes?|renouvellement|signature|cession|vente|achats?|acquisition|creation|cloture|ouverture|lecture|delegation|motion|deliberation|analyses?|etudes?|syntheses?|revues?|cahier|rappels?|allocution|interventions?|remise|evaluations?|preparation|restitution|fonctionnement|perspectives|ressources|recrutements?|tarifs?|contrats?|urbanisme|voirie|assainissement|environnement|securite|finances?|affaires)\b/
/** "DUVERNE JL" */
const WITH_INITIALS = /^\p{Lu}{4,}(?:-\p{Lu}{2,})? \p{Lu}{1,2}$/u
const ACRONYM = /^\p{Lu}[\p{Lu}\d&.-]{1,11}(?:[ /]\p{Lu}[\p{Lu}\d&-]{1,11}){0,2}$/u

/** "Anaïs Gallet, DGX, à la demande de Régions de France": who asked for it, and the rest. */
export function takeRequester(text: string): { rest: string; requester: string | null } {
  const found =
    /(?:^|(?:(?<!\s)\s+)?[,;·]\s*)à la demande (?:d[’']|de l[’']|de la |de |du |des )(.{1,300})$/iu.exec(text)
  if (found?.[1] === undefined) return { rest: text, requester: null }
  const who = found[1].replace(/(?<= et )(?:de l[’']|de la |du |des )(?=\p{Lu})/gu, '')
  return { rest: text.slice(0, found.index), requester: trimPunctuation(oneLine(who)) }
}

/** A name with a civility, an initial or a surname in capitals: hardly anything else looks like it. */
export function isPerson(text: string): boolean {
  const words = oneLine(text)
  if (words.length > 80) return false
  if (ORGANISATION.test(plainLine(words))) return false
  if (CIVIL.test(words) || BY_FUNCTION.test(words) || INITIAL.test(words)) return true
  return CAPITAL_SURNAME.test(words) || SURNAME_FIRST.test(words)
}

/** Also "Anaïs Gallet": two capitalised words, taken for a person where a person is expected. */
export function mayBePerson(text: string): boolean {
  return isPerson(text) || (TWO_WORDS.test(oneLine(text)) && !ORGANISATION.test(plainLine(text)))
}

/** "Rapporteur : …", "Intervenants : …". */
export function saysWhoPresents(text: string): boolean {
  const [, name = ''] =
    /^(?:animation|modération|présentation|intervention)\s?:\s?([^,;(]+)/iu.exec(text) ?? []
  return (
    /^(?:présenté|animé|introduit|rapporté|porté)e?s? par\b/iu.test(text) ||
    // "Référents : quelques mots ?" names nobody.
    (LABEL.test(text) && !/\?$/.test(text)) ||
    isPerson(name.split(/(?<!\s)\s+et\s+/)[0] ?? '')
  )
}

/** "Rapport moral", "QUESTIONS DIVERSES": two words that look like a name, and begin with a thing. */
export function isThing(words: string): boolean {
  return NOBODY.test(plainLine(words))
}

/** Nothing but names, with what each is and where: "Blanche Courtival et Thierry Dampmartin", "Odile Marchal, maire". */
export function onlyPersons(text: string): boolean {
  const words = oneLine(text)
  if (words.length > 150 || /[.!?:]$/.test(words) || /\d/.test(words)) return false
  const isSomebody = (piece: string) =>
    mayBePerson(piece) && !NOBODY.test(plainLine(piece)) && !isFunction(piece)
  const [first = '', ...others] = split(words).flatMap((piece) =>
    piece.replace(/(?<!\s)\s*\([^()]*\)\s*$/, '').split(/(?<!\s)\s+et\s+/),
  )
  return (
    isSomebody(first) &&
    others.every((piece) => isSomebody(piece) || isFunction(piece) || isOrganisationName(piece))
  )
}

/** An acronym, or words that start like a service ("direction des usages"). */
export function isOrganisationName(text: string): boolean {
  const words = oneLine(text)
  // "M. BRISAC" and "G. ROYAL" are somebody.
  if (CIVIL.test(words) || INITIAL.test(words) || WITH_INITIALS.test(words)) return false
  return words.length <= 150 && (ACRONYM.test(words) || ORGANISATION.test(plainLine(words)))
}

/**
 * People in words that may be anything (a bracket or the end of a line); null when they name nobody.
 * @param strict only what can hardly be anything else than a person
 */
export function findPeople(text: string, strict: boolean): People | null {
  const words = withoutLabel(text)
  const labelled = words !== withoutStop(oneLine(text))
  if (/^(?:tous|toutes)$/.test(plainLine(words))) return { presenter: words, organisation: null }
  const inside = insideOrganisation(words)
  if (inside !== null && (!strict || isCertain(inside))) return inside
  const [first = ''] = split(words)
  const person = labelled || !strict ? mayBePerson(withoutBrackets(first)) : isPerson(withoutBrackets(first))
  // "M. le maire et adjoints" may be what the item is about.
  if (person && !labelled && BY_FUNCTION.test(withoutBrackets(first)) && !areNamed(first)) return null
  if (person) return namePeople(words)
  if (!labelled && strict && !ACRONYM.test(words)) return null
  if (isOrganisationName(first))
    return split(words).some(isPerson) ? sort(words) : { presenter: null, organisation: words }
  return labelled ? { presenter: words, organisation: null } : null
}

/** "DGCL (Mme Roux)": who, behind where they work. */
function insideOrganisation(words: string): People | null {
  const [, organisation = '', presenter = ''] = /^([^(),;]+?)\s*\(([^()]+)\)$/u.exec(words) ?? []
  return isOrganisationName(organisation) && onlyPersons(presenter) ? { presenter, organisation } : null
}

const areNamed = (piece: string) => piece.split(/(?<!\s)\s+et\s+/).every(mayBePerson)

const isCertain = ({ presenter, organisation }: People) =>
  ACRONYM.test(organisation ?? '') && isPerson(presenter ?? '')

/** People where people are said to be ("Présenté par …", a column of presenters): whoever is not a person presents too. */
export function namePeople(text: string): People {
  const words = withoutLabel(text)
  const inside = insideOrganisation(words)
  if (inside !== null) return inside
  if (!mayBePerson(withoutBrackets(split(words)[0] ?? ''))) {
    const whole = trimPunctuation(words)
    return { presenter: whole === '' ? null : whole, organisation: null }
  }
  return sort(words)
}

/** A function, not a place of work: "directrice adjointe", "1er vice-président", "animateur". */
export function isFunction(text: string): boolean {
  return FUNCTION.test(
    plainLine(text).replace(
      /^(?:\d{1,2} ?(?:er|ere|e|eme|nd|nde)|premiere?|deuxieme|troisieme|ancienne?) /,
      '',
    ),
  )
}

/** Pieces to names, with the functions that follow them, and to organisations. */
function sort(words: string): People {
  const [several = ''] = SEVERAL.exec(words) ?? []
  const names = several === '' ? [] : [several]
  const organisations: string[] = []
  for (const piece of split(words.slice(several.length))) {
    const bracket = /(?<!\s)\s*\(([^()]*)\)\s*$/.exec(piece)
    const bare = (bracket === null ? piece : piece.slice(0, bracket.index)).trim()
    if (bracket?.[1] !== undefined && bracket[1].trim() !== '') organisations.push(bracket[1].trim())
    if (bare === '') continue
    const isName = areNamed(bare) || (names.length > 0 && isFunction(bare))
    if (isName) names.push(bare)
    else organisations.push(bare)
  }
  return {
    presenter: names.length === 0 ? null : names.join(', '),
    organisation: organisations.length === 0 ? null : [...new Set(organisations)].join(', '),
  }
}

function withoutLabel(text: string): string {
  return withoutStop(oneLine(text.replace(/\n/g, ', ')))
    .replace(LABEL, '')
    .replace(/^(?:présentation|animation|intervention|modération)\s?:\s?/i, '')
    .replace(/^(?:(?:présenté|animé|introduit|exposé|rapporté|proposé|porté|piloté)e?s?\s)?par\s?:?\s/i, '')
}

/** A full stop that is not that of an initial. */
const STOP = /(?<!\b\p{Lu})\.$/u

function withoutStop(text: string): string {
  return text.replace(STOP, '')
}

function withoutBrackets(text: string): string {
  return text.replace(/(?<!\s)\s*\([^()]*\)\s*$/, '').split(/(?<!\s)\s+et\s+/)[0] ?? ''
}

/** Commas, semicolons and dashes outside brackets. */
function split(text: string): string[] {
  return text
    .split(/(?:(?<!\s)\s+)?[,;](?![^(]*\))\s*|(?<!\s)\s+[–—/-]\s+(?![^(]*\))/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}
