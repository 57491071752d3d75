import type { MeetingRow } from '../../domain/meetings/meeting.ts'
import { formatDate } from '../../domain/text/french.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { openProfileText as text } from '../text/open-profile.ts'
import { HOME, type Look, linkTo, pageOf, paragraph, tableOf } from './page.ts'

export type HomePageContent = {
  body: string
  look: Look
  madeOn: string
  /** Newest first. */
  meetings: readonly (Pick<MeetingRow, 'date' | 'number' | 'title' | 'state' | 'minutesState'> & {
    path: string
  })[]
  registers: readonly { path: string; title: string }[]
  pieceCount: number
  script: string
}

export function homePage({
  body,
  look,
  madeOn,
  meetings,
  registers,
  pieceCount,
  script,
}: HomePageContent): string {
  const main = [
    paragraph(text.lead(formatDate(madeOn))),
    paragraph(text.counts(meetings.length, pieceCount)),
    `<section role="search" aria-labelledby="recherche"><h2 id="recherche">${text.search}</h2>
<noscript>${paragraph(text.searchNeedsScript)}</noscript>
<div id="formulaire" hidden><label for="mots">${text.searchLabel}</label>
<input type="search" id="mots" autocomplete="off" aria-describedby="aide"><p id="aide" class="mention">${text.searchHint}</p>
<p id="compte" role="status"></p><ol id="resultats" class="resultats"></ol></div></section>\n`,
    `<h2>${text.registers}</h2>\n<ul class="registres">${registers.map(({ path, title }) => `<li>${linkTo(HOME, path, title)}</li>`).join('\n')}</ul>\n`,
    `<h2>${text.meetings}</h2>\n`,
    meetings.length === 0 ? paragraph(text.noMeeting) : yearsOf(meetings),
    `<h2>${text.about}</h2>\n<ul>${text.aboutLines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('\n')}</ul>\n`,
  ]
  return pageOf({ path: HOME, title: text.title(body), look, main: main.join(''), script })
}

function yearsOf(meetings: HomePageContent['meetings']): string {
  const years = [...new Set(meetings.map(({ date }) => date.slice(0, 4)))]
  const heads = [
    text.columns.date,
    text.columns.number,
    text.columns.title,
    text.columns.state,
    text.columns.minutes,
  ]
  return years
    .map((year) => {
      const rows = meetings
        .filter(({ date }) => date.startsWith(year))
        .map(({ date, number, title, state, minutesState, path }) => [
          linkTo(HOME, path, formatDate(date)),
          number === null ? '' : String(number),
          escapeMarkup(title),
          text.meetingStates[state],
          minutesState === null ? text.noMinutes : text.minutesStates[minutesState],
        ])
      return `<h3 id="annee-${year}">${text.year(year)}</h3>\n${tableOf(`annee-${year}`, heads, rows)}`
    })
    .join('')
}
