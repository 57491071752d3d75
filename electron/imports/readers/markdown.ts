// Headings, lists, tables and paragraphs to blocks; a small reader, since only the structure matters.
import { AppError } from '../../contract/errors.ts'
import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { decodeText } from '../decode.ts'
import { unescaped } from '../text/entities.ts'
import { withoutFrontMatter } from './front-matter.ts'
import { readHtmlText } from './html.ts'
import { emptyReading, MAX_BLOCK_CHARACTERS, MAX_BLOCKS, MAX_COLUMNS, type Reading } from './reading.ts'
import { areEndedByHand, HOUR, isListedUnder, isToldBelow } from './text-lines.ts'

/** A box to tick is a bullet too. */
const BULLET =
  /^(\s*)(?:[-*+:•◦▪‣–—]\s+|-(?=\p{Lu}[\p{L}’'-]*\s\p{L})|(?=\[(?:[ xX]|[Ee]n cours|[AÀà] faire|[Ff]ait|OK|ok)\]\s))(?:(\[(?:[ xX]?|[Ee]n cours|[AÀà] faire|[Ff]ait|OK|ok)\])\s+)?(\S.*)$/u
const NUMBERED = /^(\s*)(\d{1,3}(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+(\S.*)$/
/** More rows are no table that dashes frame. */
const MAX_FRAMED = 200
/** Dashes under each column, two spaces or one between: a table without bars. */
const DIVIDED = /^\s*-{3,}(?:\s+-{3,})+\s*$/
const DIVIDER_ROW = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/

/** @throws AppError `file-empty`, `file-format-unknown` (not text) */
export function readMarkdown(bytes: Uint8Array): Reading {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new AppError('file-empty')
  const body = withoutWikiMarks(withoutFrontMatter(withoutRemarks(text)))
  if (isPage(body)) return readHtmlText(body)
  const blocks = new MarkdownBlocks().read(withWholeLinks(body.split('\n')))
  return { ...emptyReading(), blocks: blocks.slice(0, MAX_BLOCKS), truncated: blocks.length > MAX_BLOCKS }
}

/** Remarks of whoever wrote the page ("<!-- … -->") are not shown. */
function withoutRemarks(text: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = text.indexOf('<!--', at)
    const end = start < 0 ? -1 : text.indexOf('-->', start)
    if (end < 0) return kept.length === 0 ? text : `${kept.join('')}${text.slice(at)}`
    kept.push(text.slice(at, start))
    at = end + 3
  }
}

/** Written with the marks of a page, as some sites are, though it is called Markdown. */
function isPage(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const marked = lines.filter((line) =>
    /^\s*<\/?(?:p|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|div|section)\b/i.test(line),
  )
  return marked.length >= 10 && marked.length >= lines.length * 0.4
}

/** The marks of a wiki ("== Titre ==", "# un", "'''gras'''") as those of Markdown; other texts as they are. */
function withoutWikiMarks(text: string): string {
  const heading = /^(={2,6})([^=\n]{1,300})\1\s*$/
  const lines = text.split('\n')
  if (lines.filter((line) => heading.test(line)).length < 2) return text
  return lines
    .map((line) => {
      const [, level, words] = heading.exec(line) ?? []
      if (level !== undefined && words !== undefined)
        return `\n${'#'.repeat(level.length - 1)} ${words.trim()}\n`
      const [mark, list = '', said = ''] = /^([#*]{1,5})\s*(\S.*)$/.exec(line) ?? []
      const item =
        mark === undefined
          ? line
          : `${'  '.repeat(list.length - 1)}${list.endsWith('#') ? '1.' : '-'} ${said}`
      return item.replace(/'{2,3}/g, '').replace(/\[\[(?:[^\]|]{0,300}\|)?([^\]|]{1,300})\]\]/g, '$1')
    })
    .join('\n')
}

/** "[la charte](/qui-sommes-" over "nous/charte/)", "[la" over "charte](…)": a link that the margin cut is one. */
function withWholeLinks(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const above = whole.at(-1)
    const isAddress = above !== undefined && /\]\([^()\s]{1,300}$/.test(above) && /^[^()]{1,300}\)/.test(line)
    const isWords =
      above !== undefined && /(?<![\]!])\[[^[\]]{1,80}$/.test(above) && /^[^[\]]{1,80}\]\(/.test(line)
    if (isAddress || isWords) whole[whole.length - 1] = `${above}${isAddress ? '' : ' '}${line.trim()}`
    else whole.push(line)
  }
  return whole
}

/** A box to tick, as pages show it: empty, or ticked. */
function boxOf(box: string | undefined): string | null {
  if (box === undefined) return null
  return /^\[(?:x|fait|ok)\]$/i.test(box) ? '☑' : '☐'
}

class MarkdownBlocks {
  private readonly blocks: SourceBlock[] = []
  private readonly indents: number[] = []
  private table = -1
  private inTable = false
  /** Where the columns of a table without bars begin. */
  private columns: readonly number[] | null = null
  /** The last block takes the next plain line in (Markdown joins lines until a blank one). */
  private open = false
  /** A line of the open paragraph began with its hour: others that do are lines of their own. */
  private hasHours = false

  read(lines: readonly string[]): SourceBlock[] {
    for (const [at, raw] of lines.entries()) {
      const words = raw.replace(/^\s{0,3}(?:> ?)+/, '').replaceAll('\t', '    ')
      const line = isSaidAside(raw, lines[at - 1], lines[at + 1]) ? `→ ${words.trim()}` : words
      if (this.framedRow(lines, at) || this.dividedRow(line, lines[at + 1] ?? '')) continue
      // Rules and fences: their own lines say nothing.
      if (/^\s*(-{3,}|\*{3,}|_{3,}|```.*|~~~.*)\s*$/.test(line)) this.rule(line)
      else if (line.trim() === '') this.close()
      else if (
        !this.tableRow(line, lines[at + 1] ?? '') &&
        !this.heading(isTitleWithoutBlank(lines, at) ? line.replace('#', '# ') : line) &&
        !this.listItem(line)
      ) {
        this.plain(line, areEndedByHand(lines, at))
      }
    }
    return this.blocks
  }

  /** A line of dashes right under a paragraph makes it a heading (setext). */
  private rule(line: string): void {
    const last = this.blocks.at(-1)
    if (
      this.open &&
      last?.type === 'paragraph' &&
      line.trim().startsWith('---') &&
      !last.text.includes('\n')
    ) {
      this.blocks.splice(-1, 1, { type: 'heading', level: 2, text: last.text })
    }
    this.close()
  }

  private close(): void {
    this.open = false
    this.hasHours = false
    this.inTable = false
    this.columns = null
  }

  /** Dashes over rows and under them, without heads: where each column begins. */
  private framedRow(lines: readonly string[], at: number): boolean {
    const line = lines[at] ?? ''
    if (this.columns !== null || this.open || !DIVIDED.test(line)) return false
    const below = lines.slice(at + 1, at + 1 + MAX_FRAMED)
    const end = below.findIndex((one) => one.trim() === '' || DIVIDED.test(one))
    if (end < 1 || !DIVIDED.test(below[end] ?? '')) return false
    this.columns = [...line.matchAll(/-+/g)].map(({ index }) => index)
    this.table += 1
    return true
  }

  /** Rows over and under dashes that say where each column begins. */
  private dividedRow(line: string, next: string): boolean {
    if (this.columns === null) {
      if (line.trim() === '' || DIVIDED.test(line) || !DIVIDED.test(next)) return false
      this.close()
      this.columns = [...next.matchAll(/-+/g)].map(({ index }) => index)
      this.table += 1
    }
    if (line.trim() === '' || DIVIDED.test(line)) return DIVIDED.test(line)
    const columns = this.columns
    const cells = columns.map((from, at) => inline(line.slice(at === 0 ? 0 : from, columns[at + 1]).trim()))
    this.blocks.push({ type: 'row', table: this.table, cells: cells.slice(0, MAX_COLUMNS) })
    return true
  }

  private tableRow(line: string, next: string): boolean {
    if (!line.includes('|')) return false
    if (this.inTable && DIVIDER_ROW.test(line)) return true
    if (!this.inTable && !(next.includes('-') && DIVIDER_ROW.test(next))) return false
    if (!this.inTable) this.table += 1
    this.inTable = true
    this.open = false
    const inner = line
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '')
    const cells = inner
      .split(/(?<!\\)\|/, MAX_COLUMNS)
      .map((cell) => inline(cell.replaceAll('\\|', '|').trim()))
    if (cells.some((cell) => cell !== '')) this.blocks.push({ type: 'row', table: this.table, cells })
    return true
  }

  private heading(line: string): boolean {
    // Many write "##Budget" without the blank; "#budget" is the word of a network.
    const found = /^\s{0,3}(#{1,6}(?=\s)|#{2,6}(?=[\p{L}\d*]))\s?([\s\S]*)$/u.exec(line)
    if (found === null) {
      const last = this.blocks.at(-1)
      if (!/^=+\s*$/.test(line) || !this.open || last?.type !== 'paragraph') return false
      this.blocks.splice(-1, 1, { type: 'heading', level: 1, text: last.text })
      this.close()
      return true
    }
    this.close()
    this.indents.length = 0
    const text = inline(withoutClosing(found[2] ?? ''))
    if (text !== '') this.blocks.push({ type: 'heading', level: (found[1] ?? '#').length, text })
    return true
  }

  private listItem(line: string): boolean {
    const bullet = BULLET.exec(line)
    const numbered = bullet === null ? NUMBERED.exec(line) : null
    const found = bullet ?? numbered
    if (found === null) return false
    const marker = numbered?.[2] ?? null
    // "12 mars": a number without punctuation opens no list, "2.1 Sujet" does.
    if (marker !== null && /^\d+$/.test(marker)) return false
    const indent = (found[1] ?? '').length
    // "a. Sujet" goes under an item; at the margin it may be a sentence.
    if (/^[a-z]\.$/.test(marker ?? '') && (indent === 0 || this.indents.length === 0)) return false
    while (this.indents.length > 0 && (this.indents.at(-1) ?? 0) > indent) this.indents.pop()
    if (this.indents.at(-1) !== indent) this.indents.push(indent)
    this.blocks.push({
      type: 'listItem',
      level: this.indents.length - 1,
      marker: marker ?? boxOf(bullet?.[2]) ?? '•',
      text: inline((found[3] ?? '').replace(/\\$/, '')).trimEnd() + (HARD_BREAK.test(line) ? '\n' : ''),
    })
    this.open = true
    this.inTable = false
    return true
  }

  private plain(line: string, isByHand: boolean): void {
    const last = this.blocks.at(-1)
    const hardBreak = HARD_BREAK.test(line)
    const text = inline(line.trim().replace(/\\$/, ''))
    const isStrong = STRONG.test(line)
    // A bold line of its own is no part of the text above it, nor is the text below part of it.
    const isApart = isStrong || (last?.type === 'paragraph' && last.isStrong === true)
    if (this.open && !isApart && (last?.type === 'paragraph' || last?.type === 'listItem')) {
      // An arrow, a tag and who is spoken to begin what is said by itself.
      const isLabel =
        /^(?:\p{L}[\p{L}\d°. ’']{1,30}\s?:(?:\s|$)|(?:=>|->|→|➔|➜|⇒|►)\s?\S|[@#]\p{L}|\[\p{Lu}{4,9}\])/u.test(
          text,
        )
      // Wrapped prose fills its lines; what ends early before a capital was meant as a line.
      const above = last.text.slice(last.text.lastIndexOf('\n') + 1)
      const isOwnLine =
        (last.type === 'paragraph' || last.marker !== '•') &&
        (isByHand || (above.length <= 50 && /[\p{L}\d)]$/u.test(above))) &&
        /^\p{Lu}/u.test(text)
      const isParted =
        isLabel ||
        isOwnLine ||
        (last.type === 'listItem' && isListedUnder(last.text, text)) ||
        isToldBelow(above, text) ||
        (this.hasHours && HOUR.test(text))
      // What is said below a numbered title is no part of it.
      if (isParted && (last.type === 'paragraph' || last.marker !== '•') && !last.text.endsWith('\n'))
        this.blocks.push({ type: 'paragraph', text })
      else
        last.text +=
          isParted || last.text.endsWith('\n') ? `${last.text.endsWith('\n') ? '' : '\n'}${text}` : ` ${text}`
    } else this.blocks.push({ type: 'paragraph', text, ...(isStrong ? { isStrong } : {}) })
    this.hasHours ||= HOUR.test(text)
    const block = this.blocks.at(-1)
    if (hardBreak && block !== undefined && block.type !== 'row') block.text += '\n'
    this.open = true
    this.inTable = false
  }
}

/** Two spaces, or a sign, at the end of a line end it by hand. */
const HARD_BREAK = /(?: {2}|\\)$/

/** "#Trésorerie" alone between blank lines, over a text, on a page with other titles: many forget the blank. */
function isTitleWithoutBlank(lines: readonly string[], at: number): boolean {
  const isBlank = (one: string | undefined) => (one ?? '').trim() === ''
  if (!/^#\p{Lu}[^#]{2,60}$/u.test(lines[at] ?? '') || !isBlank(lines[at - 1]) || !isBlank(lines[at + 1]))
    return false
  const below = lines.slice(at + 1).find((one) => !isBlank(one))
  return below !== undefined && !below.startsWith('#') && lines.some((one) => /^#{1,3}\s+\S/.test(one))
}

/** "> Envoyer le courrier" alone between lines of the text: pointed at, and no words of others. */
function isSaidAside(line: string, above = '', below = ''): boolean {
  const isQuoted = (one: string) => /^\s{0,3}>/.test(one)
  return (
    /^\s{0,3}>\s*(?:\p{Lu}\p{Ll}+(?:er|ir|re|oir)|Il faudrait|Il faut|Il faudra)\s/u.test(line) &&
    !isQuoted(above) &&
    !isQuoted(below)
  )
}

/** "**Les clés**", "**Les clés** :", "<b>Les clés</b>" alone in its line. */
const STRONG =
  /^\s{0,3}(?:\*\*[^*]{1,200}\*\*|__[^_]{1,200}__|<(?:b|strong)>[^<>]{1,200}<\/(?:b|strong)>)\s?:?\s*\\?$/

/** Words without their marks; a link keeps its address after them. */
function inline(text: string): string {
  return unescaped(
    text
      .slice(0, MAX_BLOCK_CHARACTERS)
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/!\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, '$1')
      .replace(
        /\[([^\]]{0,300})\]\((https?:[^)\s]{0,2000})[^)]{0,300}\)/g,
        (_, words: string, address: string) => (words === address ? address : `${words} (${address})`),
      )
      .replace(/\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, '$1')
      .replace(/<(https?:[^>\s]{1,2000})>/g, '$1')
      // "[[Club/Four|four]]" of a wiki, and the mark of a note ("préau[^toit]").
      .replace(/\[\[(?:[^\][|]{0,300}\|)?([^\][|]{1,300})\]\](?!\()/g, '$1')
      .replace(/(?<=\S)\[\^[^\]\s]{1,40}\](?!:)/g, '')
      // A class given to words ("[Roy]{.smallcaps}"), and the marks of pages.
      .replace(/\[([^\]]{0,300})\]\{[^}]{0,100}\}/g, '$1')
      .replace(
        /<\/?(?:a|abbr|b|br|center|code|div|em|font|i|img|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]{0,1000})?\/?>/gi,
        '',
      )
      .replace(/^\[![A-Z]{3,12}\]\s*/, '')
      .replace(/\{% [^%]{1,1000}%\}/g, '')
      // "[charte](…){: target="_blank"}": how a link opens.
      .replace(/\{:[^{}]{0,300}\}/g, '')
      // ":date: 3 mars" is a picture.
      .replace(/(?<=^|\s):[a-z][a-z0-9_+-]{1,30}:(?=\s|$)/g, '')
      // "**4. Les clés. **" is meant as bold, whatever the rules of Markdown make of its space.
      .replace(/(?<![\w*])\*\*(?=\S)([^*]{1,500}?)\s+\*\*(?![\w*])/g, '$1')
      // "**Excusés : **Anne Roy"
      .replace(/(?<!\S)\*\*(?=\S)([^*]{1,80}:)\s+\*\*(?=\S)/g, '$1 ')
      .replace(/(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
      // "->** @zoe**"
      .replace(/(?<=->|=>|→)\s?\*\*\s([^*]{1,200})\*\*/gu, (_, words: string) => ` ${words.trim()}`)
      .replace(/(?<![\w*])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?![\w*])/g, '$1')
      .replace(/(?<![\w_])_(?=\S)((?:[^_]|(?<=\w)_(?=\w)){1,500}?)(?<=\S)_(?![\w_])/g, '$1')
      .replace(/~~(.{1,500}?)~~/g, '$1')
      .replace(/`([^`]{1,500})`/g, '$1')
      .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, '$1'),
  )
}

/** A heading may end with the signs that it begins with. */
function withoutClosing(heading: string): string {
  const words = heading.trim()
  let end = words.length
  while (words[end - 1] === '#') end -= 1
  return words.slice(0, end).trimEnd()
}
