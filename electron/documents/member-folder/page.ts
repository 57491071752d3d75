// Everything of a meeting for one member, as one page that needs nothing beside it: read on any tablet, without a network.

import { createHash } from 'node:crypto'
import type { ImageBytes } from '../../contract/wire.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { AgendaModel } from '../agenda/model.ts'
import { htmlOf } from '../html/render.ts'
import { styleSheet } from '../html/style.ts'
import type { MinutesModel } from '../minutes/model.ts'
import { itemAnchor } from '../paper/anchors.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { factsTable } from '../paper/facts.ts'
import { paperOf } from '../paper/paper-of.ts'
import { raisedMarkup } from '../paper/raised.ts'
import { memberFolderText as text } from '../text/member-folder.ts'
import { remarksScript } from './script.ts'

export type MemberFolder = {
  meetingId: string
  /** As the member is called; the organisation that a remark is of. */
  member: string
  /** "Séance n° 3 du jeudi 4 mars 2027". */
  meeting: string
  /** Address that remarks are sent to; empty when it is not known. */
  secretariat: string
  agenda: AgendaModel
  /** Null before the members are asked to read it. */
  minutes: MinutesModel | null
  /** Minutes that are approved take no remarks. */
  isApproved: boolean
  said: readonly { meeting: string; item: string; words: string }[]
  documents: readonly FolderDocument[]
  fileName: string
}
/** `bytes` is null of what is too heavy to be carried. */
export type FolderDocument = { title: string; fileName: string; bytes: Uint8Array | null }

const own = `html{scroll-padding-block-end:10rem}body{max-width:54rem}section{margin-block-start:2.5em}.points{list-style:none;padding:0}.points li{text-indent:0;padding-inline-start:0;margin-block:.7em}.points p{margin:0}.remarque,.panneau button,#remarques button{font:inherit;font-size:.95rem;color:var(--accent);background:transparent;border:1px solid var(--accent);border-radius:.3rem;min-height:2.75rem;padding:.3rem .8rem;margin:.2em 0}button.remarque{display:block;border-color:transparent;min-height:1.75rem;padding:0;margin:0 0 .7em;font-size:.85em;text-decoration:underline}[data-ancre]:has(+.remarque){margin-block-end:0}h3+.remarque{margin-block-start:.1em}.remarque:focus-visible,.panneau :focus-visible,#remarques :focus-visible{outline:3px solid var(--accent);outline-offset:2px}#remarques button:disabled{color:var(--encre2);border-color:var(--filet)}.panneau{border-inline-start:3px solid var(--accent);padding:.2em 1em;margin:.3em 0 1em}.champ{margin:.5em 0}label{display:block;font-weight:600}textarea,input{font:inherit;color:inherit;background:var(--papier);border:1px solid var(--encre2);border-radius:.3rem;padding:.5rem;width:100%}#remarques{position:sticky;bottom:0;background:var(--papier);border-block-start:2px solid var(--accent);padding:.6em 0}#remarques p{margin:.3em 0}.barre{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end}.barre>div{flex:1 1 14rem}@media print{.remarque,#remarques{display:none}}`

export function memberFolderPage(folder: MemberFolder, images: ImageBytes): Uint8Array {
  const { agenda, minutes, member, isApproved } = folder
  const { head } = agenda
  const paper = minutes === null ? ('agenda' as const) : ('minutes' as const)
  const script = remarksScript({
    meetingId: folder.meetingId,
    paper,
    organisation: member,
    fileName: folder.fileName,
    secretariat: folder.secretariat,
  })
  const style = styleSheet(head.look) + own
  const title = `${text.title(member)}, ${folder.meeting}`
  const parts = [
    part('ordre-du-jour', text.agenda, agendaOf(agenda, paper === 'agenda')),
    part('documents', text.documents, documentsOf(folder.documents)),
    part('dit', text.said, saidOf(folder.said)),
    ...(minutes === null
      ? []
      : [part('compte-rendu', isApproved ? text.approved : text.minutes, minutesOf(minutes, images))]),
  ]
  const way = parts
    .map(({ id, heading }) => `<li><a href="#${id}">${escapeMarkup(heading)}</a></li>`)
    .join('')
  const page = `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="issuer">${escapeMarkup(head.issuer || head.bodyName)}</p>
<h1 id="_titre">${escapeMarkup(text.title(member))}</h1>
<p class="subtitle">${raisedMarkup(folder.meeting)}</p>
${stateOf(head)}<nav aria-label="${escapeMarkup(text.parts)}"><ul class="chemin">${way}</ul></nav>
</header>
<main>
${isApproved ? '' : leadOf(folder.secretariat)}${parts.map(({ id, heading, html }) => `<section aria-labelledby="${id}"><h2 id="${id}">${escapeMarkup(heading)}</h2>\n${html}</section>\n`).join('')}
${isApproved ? '' : desk}</main>
${isApproved ? '' : `<script>${script}</script>\n`}</body>
</html>
`
  return Buffer.from(page, 'utf8')
}

const stateOf = ({ mention, sampleMark, notice }: AgendaModel['head']) =>
  [
    ['state', mention],
    ['state', sampleMark],
    ['notice', notice],
  ]
    .map(([kind, words = '']) => (words === '' ? '' : `<p class="${kind}">${escapeMarkup(words)}</p>\n`))
    .join('')
const leadOf = (secretariat: string) => `<p>${escapeMarkup(text.lead(secretariat))}</p>
<noscript><p class="state">${escapeMarkup(text.noScript)}</p></noscript>
`
/** Where remarks are signed and saved. */
const desk = `<section id="remarques" aria-label="${escapeMarkup(text.remarks)}" hidden>
<div class="barre"><div><label for="auteur">${escapeMarkup(text.author)}</label><input id="auteur" autocomplete="name" maxlength="${LINE_LENGTH}"></div>
<button type="button" id="enregistrer">${escapeMarkup(text.save)}</button></div>
<p id="etat" role="status"></p>
</section>
`

const part = (id: string, heading: string, html: string) => ({ id, heading, html })
const hashOf = (words: string) => `sha256-${createHash('sha256').update(words).digest('base64')}`

function agendaOf({ facts, rows, empty }: AgendaModel, takesRemarks: boolean): string {
  const told = htmlOf(factsTable(facts, text.agenda), [], { below: 1, anchors: 'id' })
  const items = rows
    .filter(({ kind }) => kind !== 'gap')
    .map(({ number, title, time, nature, presenter, depth }) => {
      const anchor = takesRemarks ? ` data-ancre="${escapeMarkup(itemAnchor({ number, title }))}"` : ''
      const about = [time, nature, presenter].filter((words) => words !== '').join(', ')
      return `<li class="point${Math.min(depth, 3)}"><p${anchor}>${escapeMarkup(`${number} ${title}`.trim())}</p>${about === '' ? '' : `<p class="mention">${escapeMarkup(about)}</p>`}</li>\n`
    })
  return items.length === 0
    ? `${told}<p>${escapeMarkup(empty)}</p>\n`
    : `${told}<ul class="points">\n${items.join('')}</ul>\n`
}

function documentsOf(documents: readonly FolderDocument[]): string {
  if (documents.length === 0) return `<p>${escapeMarkup(text.noDocument)}</p>\n`
  const lines = documents.map(({ title, fileName, bytes }) => {
    const words = escapeMarkup(title || fileName)
    if (bytes === null) return `<li>${words} <span class="mention">${escapeMarkup(text.beside)}</span></li>`
    // Never a type that a program of the reader's would run: what it is, is said by its name.
    const data = `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`
    return `<li><a href="${data}" download="${escapeMarkup(fileName)}">${words}</a></li>`
  })
  return `<ul>\n${lines.join('\n')}\n</ul>\n`
}

function saidOf(said: MemberFolder['said']): string {
  if (said.length === 0) return `<p>${escapeMarkup(text.noneSaid)}</p>\n`
  return said
    .map(
      ({ meeting, item, words }) =>
        `<h3>${escapeMarkup(text.saidAt(meeting, item))}</h3>\n<p>${escapeMarkup(words)}</p>\n`,
    )
    .join('')
}

/** Its paragraphs keep the names that remarks come back by. */
function minutesOf(minutes: MinutesModel, images: ImageBytes): string {
  const paper = paperOf(minutes)
  if (paper === null) return ''
  // The page has its own title.
  const blocks = paper.blocks.filter(({ type }) => type !== 'title')
  return htmlOf(blocks, images, { below: 1, anchors: 'data-ancre' })
}
