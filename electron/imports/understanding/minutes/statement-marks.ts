import type { Line } from '../lines.ts'
import { plainLine, SAYS_NOTHING } from '../plain-line.ts'
import { isOfOthers, OWN } from './whose.ts'

export type Kind = 'decision' | 'action' | 'both' | 'done'
export type Mark = {
  kind: Kind
  number: string | null
  owner: string | null
  rest: string
  /** Below "Qui fait quoi" the words before a colon are whoever does it. */
  isShared?: true
  /** A sentence of the text leads to some of it: others may tell more. */
  isInText?: true
  /** How what stands under the mark is listed, once some of it was read, and how deep. */
  listed?: 'bullets' | 'numbers' | 'paragraphs'
  level?: number
}

const MARK =
  /^[\s*=>→➔➜►▶-]*(?<word>(?:d[ée]cid[ée]e?s?|(?:valid|approuv|act|adopt)[ée]e?s?|accords?(?=\s?:\s(?:une?\s|on\s|pour\s|d[’']))|(?:position|date|solution|option|choix|conclusion)s? retenue?s?(?: (?:en|par le) \p{L}+)?)(?=\s?:\s)|d[ée]cisions?\s*(?:\/|et)\s*(?:actions?|r[ée]ponses?|conclusions?|orientations?)|d[ée]cisions?(?:\(s\))?(?!\s+modificative)|ce qui a [ée]t[ée] d[ée]cid[ée]|choix retenus|r[ée]solutions|actions?(?:\(s\))?|relev[ée] d[’']actions?|points? d[’']actions?|plan d[’']actions?|[àa] (?:faire|r[ée]aliser|mener)|reste [àa] faire|(?:choses?|travail|travaux) [àa] (?:faire|r[ée]aliser|effectuer)|travail (?:[àa] venir|pr[ée]vu|demand[ée])|t[âa]ches|suites? [àa] donner|to[ -]?do(?: list)?)(?![\p{L}\d])\s*(?:(?<who>[^\s:*][^:*]{0,59}?)\s*)?(?:\*+\s*)?(?::|$|–|—)\s*(?:\*+\s*)?/iu
const TAIL =
  /(?:^|[.!?…,] |\bet )(?:il (?:nous |lui |leur )?reste (?:donc )?(?:a|a faire)|reste a faire|(?:nous|on) (?:devons|doit|devrons|devra)|il faudra|il faut)\s?:$/
const NUMBER = /^(?:n°\s*)?([DA]-?\d[\w.-]*|\d{1,3})$/i

const RECALLS =
  /^(?:\d[\d.)]* ?)?(?:rappels?|suivi|suites?|bilan|retour|point|etat)\b.{0,30}\bdecisions\b.{0,30}\b(?:precedente?s?|derniere?s?|anterieure?s?|20\d\d)\b|^(?:\d[\d.)]* ?)?rappels? des? decisions/

/** "Rappel des décisions 2025", "Suivi des décisions de la séance précédente": what was decided before. */
export const recalls = (words: string): boolean => RECALLS.test(plainLine(words))

/** "Ci-dessous, la liste des sujets votés et approuvés par l’assemblée." over bullets. */
const VOTED_LIST =
  /\b(?:sujets?|points?|propositions?|decisions?|resolutions?|mesures?|modifications?)(?: (?:suivantes?|suivants?))? (?:(?:qui )?(?:ont|ayant) ete |sont )?(?:votee?s?|approuvee?s?|adoptee?s?|decidee?s?|prises?|validee?s?|retenue?s?|actee?s?)\b[^.:]{0,60}[.:]$/

/** "L’équipe a décidé à l’unanimité des mesures suivantes :" over bullets; whoever decides met, or nobody is named. */
const DECIDED_LIST = new RegExp(
  String.raw`(?:^|, )(?:(?:${OWN}|on|nous|il)[^.:;,]{0,100} |(?:sont|ont ete) |[^.:;,]{0,100} (?=\S+ a l'unanimite ))decid(?:e|ee|es|ees|ent|ons)\b(?: (?:a l'unanimite|ensemble|collectivement|donc))? (?:des?|les) (?<what>actions|mesures|principes|points|choses|dispositions|regles|elements) suivante?s? ?:$`,
)

/** "Le bureau a décidé des actions suivantes :": what is listed then says whether somebody does it. */
export const leadsToDecidedActions = (words: string): boolean =>
  DECIDED_LIST.exec(plainLine(words))?.groups?.what === 'actions'

function leadsToDecisions(words: string): boolean {
  const folded = plainLine(words)
  if (recalls(words)) return false
  if (VOTED_LIST.test(folded)) return !isOfOthers(words)
  return DECIDED_LIST.test(folded) && !leadsToDecidedActions(words)
}

/** "4 To do list", "Répartition des tâches", "Travail à faire" alone over what is to be done. */
const ACTION_TITLE =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?(?:(?:liste|releve|repartition|plan|suivi|tableau|rappel|recap(?:itulatif)?|resume|synthese|bilan) (?:des |de |d'))?(?:prochaines? |nouvelles? |nouveaux |futures? |principales? )?(?:actions?|taches?|travail|travaux|choses|missions?|to[ -]?do(?:[ -]?list)?|objectifs?|action items?)(?: (?:a (?:faire|realiser|effectuer|mener|venir|suivre|engager|prevoir)|decidees?|futures?|suivantes?|individuelle?s|de chacun))?(?: (?:pour|d'ici|avant) (?:la |le )?prochaine? .{3,30})?\s?:?$/
const FOR_NEXT =
  /^(?:il (?:faut|faudra) (?:faire |preparer )?|a faire |a preparer |travail |taches )?(?:(?:pour|d'ici|avant) (?:la |le )?(?:prochaine? (?:fois|reunion|seance|rencontre)|(?:fois|reunion|seance|rencontre) (?:a venir|prochaine|suivante))|(?:dans|pour|durant) (?:les prochains jours|les prochaines semaines|la semaine (?:prochaine|a venir|qui vient)))\s?:?$/

/** "Prochaines étapes", "Pour la suite", "Et après ?": what comes next, over a list of it. */
const NEXT_STEPS =
  /^(?:les )?(?:(?:prochaines|futures) (?:etapes|echeances|taches|demarches)|pour la suite|suites? (?:du projet|du travail|de la reunion|envisagees?|prevues?)|next steps|et (?:apres|maintenant|ensuite)|perspectives et actions)\s?[?:]?$/

/** "Qui fait quoi", "Dispatch": what everybody is to do. */
const WHO_DOES =
  /^(?:qui fait quoi|(?:dispatch|attribution|partage)(?: (?:des |de |du )?(?:taches?|travail|roles?))?)\s?[?:]?$/

export const saysWhoDoes = (words: string): boolean => WHO_DOES.test(plainLine(words))

/** What such a title leads to may be a subject by itself, and sentences below it only tell. */
export const saysNextSteps = (words: string): boolean => NEXT_STEPS.test(plainLine(words))

function isListTitle(line: Line): boolean {
  const folded = plainLine(line.words)
  const isTitle = line.type === 'heading' || /:\s*$/.test(line.words)
  if (!isTitle || line.words.length > 70) return false
  if (FOR_NEXT.test(folded) || NEXT_STEPS.test(folded) || saysWhoDoes(line.words)) return true
  // "Objectifs" alone are those of the meeting; "Prochaines étapes" are those of a plan.
  return ACTION_TITLE.test(folded) && !/^(?:objectifs?|missions?|travaux|choses|travail)\s?:?$/.test(folded)
}

/** "Relevé de décisions :" over what was decided, below the text that tells how. */
const DECISION_TITLE =
  /^(?:releve|liste|recapitulatif|synthese|resume) (?:de |des |d')(?:decisions|conclusions)(?: (?:prises|de (?:la )?(?:reunion|seance)))?$/

function isDecisionTitle({ type, level, words }: Line): boolean {
  const isTitle = /:\s*$/.test(words) || (type === 'heading' && level > 1)
  return isTitle && DECISION_TITLE.test(plainLine(words).replace(/\s?:\s*$/, ''))
}

const PUT_OFF = /^(?:a prendre|reportee?s?|ajournee?s?|differee?s?|en attente)\b/

export function markOf(line: Line): Mark | null {
  // "La salle est prête. Il nous reste à :" over what is to be done.
  if (line.type === 'paragraph' && TAIL.test(plainLine(line.words)))
    return { kind: 'action', number: null, owner: null, rest: '' }
  if (line.type === 'paragraph' && leadsToDecisions(line.words))
    return {
      kind: 'decision',
      number: null,
      owner: null,
      rest: '',
      ...(/\bliste\b/.test(plainLine(line.words)) ? {} : { isInText: true }),
    }
  // "#ACTION Zoé écrit à la mairie", as chats mark it
  const tagged =
    /^(?:#\s?|\[)(?:(action|todo|[àa] faire)|(agreed|accord|d[ée]cision|d[ée]cid[ée]|decided|valid[ée]))\]?\s?:?\s+(\S.*)$/iu.exec(
      line.words,
    )
  if (tagged !== null)
    return {
      kind: tagged[1] === undefined ? 'decision' : 'action',
      number: null,
      owner: null,
      rest: tagged[3] ?? '',
    }
  if (isListTitle(line))
    return {
      kind: 'action',
      number: null,
      owner: null,
      rest: '',
      ...(saysWhoDoes(line.words) ? { isShared: true } : {}),
    }
  if (isDecisionTitle(line)) return { kind: 'decision', number: null, owner: null, rest: '' }
  const found = MARK.exec(line.words)
  const { word = '', who = '' } = found?.groups ?? {}
  if (found === null) return null
  const rest = line.words
    .slice(found[0].length)
    .replace(/(?<!\*)\*+\s*$/, '')
    .trim()
  const folded = plainLine(word)
  const isHeld = / retenue?s?(?: (?:en|par le) [a-z]+)?$/.test(folded) && rest !== ''
  // A position that is put off is none; a decision to put something off is one.
  if (isHeld && PUT_OFF.test(plainLine(rest))) return null
  // "Date retenue : le 5 mai" says only with its label what it is.
  if (isHeld)
    return {
      kind: 'decision',
      number: null,
      owner: null,
      rest: SAYS_NOTHING.test(plainLine(rest)) ? rest : line.words,
    }
  const said = plainLine(who).replace(/^\//, '').trim()
  // "Action sur le logo :" is what was done about it.
  if (/^(?:sur|autour|en faveur|en direction|contre|aupres) /.test(said)) return null
  // "Décision de principe attendue au printemps" is a sentence: only a colon makes it a mark.
  const isPlan =
    /^(?:a (?:poursuivre|prevoir|mener|suivre|faire|venir|engager|lancer|realiser)|\/? ?a prevoir|en cours|prises?|retenues?|actees?|de (?:la |cette )?(?:reunion|seance)$|prochaines?|avant (?:la |le )?prochain|pour (?:la |le )?prochain)/.test(
      said,
    )
  // "Actions à suivre" is a title without a colon too.
  const isTitle = rest === '' && isPlan && line.words.length <= 40
  if (!/[:–—]\s*\**\s*$/.test(found[0]) && (rest !== '' || who !== '') && !isTitle) return null
  const number = NUMBER.exec(who.trim())?.[1] ?? null
  const kind: Kind = /\b(?:realisee?s?|menee?s?|terminee?s?|soldee?s?)\b|faites?$/.test(said)
    ? 'done'
    : /decisions?.*actions?/.test(folded)
      ? 'both'
      : /^(?:decision|decide|valide|approuve|acte|adopte|accord|position|date|solution|option|conclusion|ce qui|choix|resolution)/.test(
            folded,
          )
        ? 'decision'
        : 'action'
  const through = /\bpar\s+(\p{Lu}.*)$/u.exec(who)?.[1]
  const by = through ?? who.trim().replace(/^\((.*)\)$/, '$1')
  const owner =
    kind === 'action' && by !== '' && number === null && (!isPlan || through !== undefined) ? by : null
  return { kind, number, owner, rest }
}

/** The words of a line that was said to be a decision or an action, without the mark before them. */
export function statementIn(words: string): string {
  const mark = MARK.exec(words)
  const rest = mark === null || !/[:–—]/.test(mark[0]) ? '' : words.slice(mark[0].length).trim()
  return rest === '' ? words.replace(/^[\s*=>→➔➜►-]+/u, '').trim() : rest
}

/** "D1 : le périmètre est validé", "D2 – …", "A1 – transmettre la carte": two of a letter at least, counted from one. */
export function codedLines(lines: readonly Line[]): Map<Line, Kind> {
  const coded = new Map<Line, Kind>()
  for (const [letter, kind] of [
    ['D', 'decision'],
    ['A', 'action'],
  ] as const) {
    const code = new RegExp(`^\\(?${letter}(\\d{1,2})\\)?\\s?[:.–—-]\\s+\\p{L}`, 'u')
    // What is numbered so besides is an item under its letter.
    const own = lines.filter(
      ({ type, number, text }) => type !== 'row' && type !== 'heading' && number === null && code.test(text),
    )
    const counts = own.every(({ text }, at) => Number(code.exec(text)?.[1]) === at + 1)
    if (own.length > 1 && counts) for (const line of own) coded.set(line, kind)
  }
  return coded
}
