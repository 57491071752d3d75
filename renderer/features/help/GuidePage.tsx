import { useEffect, useRef } from 'react'
import agenda from '../../../docs/pictures/agenda.png?url'
import received from '../../../docs/pictures/import.png?url'
import minutes from '../../../docs/pictures/minutes.png?url'
import { bringToTop } from '../../ui/into-view.ts'
import type { Block, Page, Run } from './guide.ts'

/** By the names in the guide; made by `npm run pictures`. */
const pictures: Readonly<Record<string, string>> = { agenda, import: received, minutes }

/** @param from the block brought to the head of what scrolls; none at 0 */
export function GuidePage({ page, from = 0 }: { page: Page; from?: number }) {
  const blocks = useRef<HTMLElement>(null)
  useEffect(() => {
    // The title stands before them.
    const block = blocks.current?.children[from + 1]
    if (from > 0 && block !== undefined) bringToTop(block)
  }, [from])
  return (
    <article ref={blocks} className="guide-page">
      <h3 className="h2">{page.title}</h3>
      {page.blocks.map((block, at) => (
        // A page is written once and never changes its order.
        <BlockOf key={`${page.title} ${String(at)}`} block={block} />
      ))}
    </article>
  )
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h4 className="h3">
          <Runs runs={block.runs} />
        </h4>
      )
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item) => (
        <li key={textOf(item)}>
          <Runs runs={item} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return <GuideTable rows={block.rows} />
    case 'picture':
      return <img src={pictures[block.name]} alt={block.alt} />
  }
}

function GuideTable({ rows: [head = [], ...rows] }: { rows: readonly (readonly (readonly Run[])[])[] }) {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={textOf(cell)} scope="col">
              <Runs runs={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.map(textOf).join()}>
            {row.map((cell) => (
              <td key={textOf(cell)}>
                <Runs runs={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  let at = 0
  return runs.map(({ kind, text }) => {
    // A run is known by the place where it begins.
    const key = at
    at += text.length
    if (kind === 'strong') return <strong key={key}>{text}</strong>
    return kind === 'key' ? <kbd key={key}>{text}</kbd> : <span key={key}>{text}</span>
  })
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
