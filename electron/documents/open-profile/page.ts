// One web page of an open profile: sober, complete in itself, readable from a folder without network or script.

import type { DocumentHead } from '../head.ts'
import { wayOf } from '../html/render.ts'
import { styleSheet } from '../html/style.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { openProfileText as text } from '../text/open-profile.ts'

export type Look = DocumentHead['look']

export type PageContent = {
  /** Where it lies in the parcel. */
  path: string
  title: string
  look: Look
  /** Of trusted markup: every word of it has gone through `escapeMarkup`. */
  main: string
  script?: string
  /** Its first page, where it is not that of a profile. */
  home?: string
  /** How the link to the first page is called. */
  homeWords?: string
}

const wider = `body{max-width:70rem}.resultats{padding-inline-start:1.2rem}.resultats li{margin:.5em 0}input[type=search]{font:inherit;color:inherit;background:var(--papier);border:1px solid var(--encre2);border-radius:.3rem;padding:.5rem .7rem;width:100%;max-width:36rem}input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}label{display:block;font-weight:600;margin-bottom:.3em}code{overflow-wrap:anywhere;font-size:.85em}.registres{columns:2 14rem}dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25em 1.2em}dt{color:var(--encre2)}dd{margin:0}.numero-piece{white-space:nowrap}@media (max-width:30rem){dl{display:block}}`

export function pageOf(content: PageContent): string {
  const { path, title, look, main, script, home = HOME, homeWords = text.home } = content
  const isHome = path === home
  const way = isHome ? '' : wayOf([{ href: hrefTo(path, home), words: homeWords }])
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${styleSheet(look)}${wider}</style>
</head>
<body>
${way}<main>
<h1 id="titre">${escapeMarkup(title)}</h1>
${main}</main>
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`
}

export const HOME = 'index.html'

/** The relative address of one file of the parcel from another. */
export function hrefTo(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return up + to.split('/').map(encodeURIComponent).join('/')
}

/** A link of escaped words. */
export function linkTo(from: string, to: string, words: string): string {
  return `<a href="${escapeMarkup(hrefTo(from, to))}">${escapeMarkup(words)}</a>`
}

export function paragraph(words: string): string {
  return `<p>${escapeMarkup(words)}</p>\n`
}

/** A table of trusted cells under a heading, or a sentence when there is no row. */
export function tableOf(
  labelledBy: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return paragraph(text.none)
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell) => `<${tag}>${cell}</${tag.slice(0, 2)}>`).join('')
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>\n`).join('')
  const head = cells('th scope="col"', heads.map(escapeMarkup))
  return `<div class="tableau" role="group" tabindex="0" aria-labelledby="${labelledBy}"><table aria-labelledby="${labelledBy}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`
}

/** A printed number, which no line may cut. */
export function unbroken(number: string): string {
  return `<span class="numero-piece">${escapeMarkup(number)}</span>`
}

/** Facts of a term and its trusted words; empty ones are left out. */
export function factsOf(facts: readonly (readonly [string, string])[]): string {
  const said = facts.filter(([, words]) => words !== '')
  return said.length === 0
    ? ''
    : `<dl>${said.map(([term, words]) => `<dt>${escapeMarkup(term)}</dt><dd>${words}</dd>`).join('\n')}</dl>\n`
}
