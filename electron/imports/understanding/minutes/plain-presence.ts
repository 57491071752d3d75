/** Words of everyday that lead to who was there, and what minutes call them: "Qui était là ?", "Pas là", "Désolés". */
const PLAIN: readonly (readonly [string, RegExp])[] = [
  [
    'Absents',
    /^(?:qui (?:n[’']?(?:est|était) pas|manque|manquait)(?: là| présent)?|(?:(?:ils?|elles?) manquai(?:en)?t|manqu(?:aient|ants))(?=\s?:\s(?:(?:MM?\.|Mmes?)\s)?\p{Lu}[\p{L}’'-]+\s\p{Lu})|(?:(?:n[’']?)?(?:étai(?:en)?t |sont |est ))?pas (?:là|présente?s?)|n[’']ont pas pu (?:venir|être là)|abs\.?)/iu,
  ],
  [
    'Excusés',
    /^(?:désolée?s(?=\s?[:(])|empêchée?s?(?=\s?[:(])|(?:s[’']étai(?:en)?t|se sont|s[’']est)(?: fait)? excusée?r?s?|(?:absent|excus)[·.]?e?[·.]?s? prévue?s?|absents prévus)/iu,
  ],
  [
    'Présents',
    /^(?:qui (?:est|était|étaient) (?:là|présente?s?)|(?:on|nous) (?:était|étions)(?: là)?|(?:étai(?:en)?t |sont |est )(?:là|réunie?s?|autour de la table)|autour de la table|ont pris part|(?:(?:y )?assist(?:ai)?(?:en)?t |(?:y )?particip(?:ai)?(?:en)?t )?(?:sans voix délibérative|avec (?:une )?voix consultative)|prés?\.)/iu,
  ],
]

/** What may stand between such words and their colon: whom, where and until when, how many, what to do there. */
const TAIL = String.raw`(?:\s(?:à|au|dans|chez|en)\s(?!vote|scrutin|délibération)[^.:;]{2,100}?)?(?:\s?\d{1,3})?\s?\??\s?(?:\([^()]{1,60}\))?\s?`

/** A text as it begins, by whether it stands alone: a title or a cell needs nothing else to say that it leads on. */
const leadingOn = (isAlone: boolean) =>
  PLAIN.map(
    ([term, words]) =>
      [
        term,
        new RegExp(
          `${words.source}${TAIL}(?::|(?<=${isAlone ? '' : '\\?\\s?(?:\\([^()]{1,60}\\))?'})$)`,
          'iu',
        ),
      ] as const,
  )
const ALONE = leadingOn(true)
const IN_LINE = leadingOn(false)

/**
 * "Qui était là ?" as "Présents :"; any other text as it is.
 * @param isAlone it is a title, or a cell
 */
export function inTermsOfMinutes(text: string, isAlone: boolean): string {
  for (const [term, words] of isAlone ? ALONE : IN_LINE) {
    const whole = words.exec(text)?.[0]
    if (whole !== undefined) return `${term} :${text.slice(whole.length)}`
  }
  return text
}
