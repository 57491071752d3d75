// The settings that some programs put before a page in Markdown.

/**
 * Of the settings some programs put first (between two lines of dashes), only what a reader would look for. The date may
 * be when the page was put online: it stands without its label and its hour, so that any date of the text says more.
 */
export function withoutFrontMatter(text: string): string {
  const found = /^---\n([\s\S]*?)\n(?:---|\.\.\.)\n/.exec(text)
  if (found === null) return text
  const settings = (found[1] ?? '').split('\n')
  const kept = [...settings, ...eventIn(settings)]
    .filter(
      (line) =>
        /^(?:title|titre|subtitle|date|lieu|location|heure|horaires?|visio)\s*:\s*\S/i.test(line) ||
        // What a page says of itself: only that it is minutes or an agenda.
        /^description\s*:\s*["']?(?:comptes?[- ]rendus?|cr\s|pv\s|proc[èe]s[- ]verba|relev[ée] de|ordre du jour|convocation)/iu.test(
          line,
        ),
    )
    .map((line) =>
      line
        .replace(/:\s*["'`]{1,2}([^"`]{0,300})["'`]{1,2}\s*$/, ': $1')
        .replace(/^(?:subtitle|description)\s*:\s*/i, '')
        .replace(/^location(?=\s*:)/i, 'lieu')
        .replace(
          /^date\s*:\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{1,2}.*)?$/i,
          (_, year: string, month: string, day: string) =>
            [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
        ),
    )
  return `${kept.join('\n\n')}\n\n${text.slice(found[0].length)}`
}

/** Of an event: "eventDate: 2026-05-12T18:30", "locationStreet: 3 rue du Lac" as lines that say when and where. */
function eventIn(settings: readonly string[]): string[] {
  const saidOf = (key: RegExp) =>
    settings.flatMap((line) => {
      const [name = '', ...said] = line.slice(0, LONGEST_SETTING).split(':')
      return key.test(name.trim())
        ? [
            said
              .join(':')
              .trim()
              .replace(/^["'`]|["'`]$/g, ''),
          ]
        : []
    })
  const [day = ''] = saidOf(
    /^(?:event|start)[-_]?(?:date|day)?$|^(?:date|jour)[-_]?(?:debut|start|event|evenement)$/i,
  )
  const [, date = '', hour = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(day) ?? []
  const places = saidOf(/^(?:location|lieu|venue|place)[-_]?(?:name|street|address|city|nom|rue|ville)$/i)
  return [
    ...(date === '' ? [] : [`date: ${date}`]),
    ...(hour === '' || hour === '00:00' ? [] : [`heure: ${hour.replace(':', 'h')}`]),
    ...(places.length === 0 ? [] : [`lieu: ${places.join(', ')}`]),
  ]
}

/** When and where are said in fewer letters. */
const LONGEST_SETTING = 240
