import { useEffect, useMemo, useRef, useState } from 'react'
import type { DraftSource } from '../../../electron/domain/agenda/draft.ts'
import type { SourceBlock } from '../../../electron/domain/agenda/source-block.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { scrolls } from '../../ui/scrolls.ts'
import { groupsOf, type SourceGroup } from './source-groups.ts'

/** Blocks laid out at once: a table of a million lines would hold the window still. */
const AT_ONCE = 1_500
/** Shown after the block of the chosen line, when that one stands further. */
const AFTER_CHOSEN = 200

/** Something that was understood of a block. */
type Understood = { readonly key: number; readonly taken: boolean; readonly source: DraftSource }

export function SourcePage<L extends Understood>(props: {
  blocks: readonly SourceBlock[]
  lines: readonly L[]
  isToCheck: (line: L) => boolean
  chosen: number | null
  onChoose: (key: number) => void
}) {
  const { blocks, lines, isToCheck, chosen, onChoose } = props
  const page = useRef<HTMLElement>(null)
  const [more, setMore] = useState(AT_ONCE)
  const chosenBlock = lines.find(({ key }) => key === chosen)?.source.block ?? 0
  const shown = Math.min(blocks.length, Math.max(more, chosenBlock + AFTER_CHOSEN))
  const groups = useMemo(() => groupsOf(blocks.slice(0, shown)), [blocks, shown])
  const marks = useMemo(() => marksOf(lines, chosen, isToCheck), [lines, chosen, isToCheck])
  useEffect(() => {
    if (chosen !== null)
      page.current?.querySelector('.source-line.on')?.scrollIntoView?.({ block: 'nearest', inline: 'start' })
  }, [chosen])
  // A shortcut for the mouse only: by keyboard the same is done by choosing the line at right.
  useEffect(() => {
    const article = page.current
    const choose = (event: MouseEvent) => {
      const block = event.target instanceof Element ? event.target.closest('[data-block]') : null
      const line = lines.find((one) => String(one.source.block) === block?.getAttribute('data-block'))
      if (line !== undefined) onChoose(line.key)
    }
    article?.addEventListener('click', choose)
    return () => article?.removeEventListener('click', choose)
  }, [lines, onChoose])
  return (
    <div className="scroll" {...scrolls}>
      <article
        className={groups.some(({ type }) => type === 'table') ? 'source-page wide' : 'source-page'}
        ref={page}
      >
        {groups.map((group) => (
          <Group key={group.index} group={group} marks={marks} />
        ))}
      </article>
      {shown === blocks.length ? null : (
        <p className="source-more">
          <Button small reads onPress={() => setMore(shown + AT_ONCE)}>
            {importsText.more(blocks.length - shown)}
          </Button>
        </p>
      )}
    </div>
  )
}

type Marks = ReadonlyMap<number, string>

/** How each source block is marked: chosen, to check, left aside. */
function marksOf<L extends Understood>(
  lines: readonly L[],
  chosen: number | null,
  isToCheck: (line: L) => boolean,
): Marks {
  const marks = new Map<number, string>()
  for (const line of lines) {
    const mark = line.taken ? (isToCheck(line) ? 'query' : '') : 'x'
    if (line.key === chosen) marks.set(line.source.block, `${mark} on`)
    else if (!marks.has(line.source.block)) marks.set(line.source.block, mark)
  }
  return marks
}

function lineClass(marks: Marks, index: number): string {
  const mark = marks.get(index)
  return mark === undefined ? 'source-line plain' : `source-line ${mark}`
}

function Group({ group, marks }: { group: SourceGroup; marks: Marks }) {
  if (group.type === 'table') {
    return (
      <table className="source-table">
        <tbody>
          {group.rows.map(({ index, cells }) => (
            <tr key={index} data-block={index} className={lineClass(marks, index)}>
              {cells.map(({ key, text }) => (
                <td key={key}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  const { block, index } = group
  const shape = { 'data-block': index, className: lineClass(marks, index) }
  if (block.type === 'heading') {
    return (
      <h3 {...shape} data-level={block.level}>
        {block.text}
      </h3>
    )
  }
  if (block.type === 'paragraph') return <p {...shape}>{block.text}</p>
  return (
    <p {...shape} style={{ paddingInlineStart: `${1 + block.level * 1.25}rem` }}>
      <span className="source-marker">{block.marker ?? '•'}</span>
      {block.text}
    </p>
  )
}
