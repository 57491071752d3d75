// Without a browser pdf.js runs its worker in place, and finds it by this import.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Line = { page: number; y: number; right: number; words: string; sizes: number[] }

/** The lines of each page from the top, each with its pieces from the left. */
export async function drawnLines(bytes: Uint8Array): Promise<Line[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  try {
    const document = await task.promise
    const lines: Line[] = []
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent()
      const rows = new Map<number, { x: number; right: number; str: string; size: number }[]>()
      for (const piece of items) {
        if (!('str' in piece) || piece.str === '') continue
        const [, , , size = 0, x = 0, y = 0] = piece.transform as number[]
        // Raised letters stand on the line they belong to.
        const key = [...rows.keys()].find((one) => Math.abs(one - y) < 5) ?? y
        rows.set(key, [...(rows.get(key) ?? []), { x, right: x + piece.width, str: piece.str, size }])
      }
      for (const [y, pieces] of [...rows].sort(([a], [b]) => b - a)) {
        const ordered = pieces.sort((a, b) => a.x - b.x)
        lines.push({
          page,
          y,
          right: Math.max(...ordered.map(({ right }) => right)),
          words: ordered.map(({ str }) => str).join(''),
          sizes: ordered.map(({ size }) => size),
        })
      }
    }
    return lines
  } finally {
    await task.destroy()
  }
}

type Piece = { text: string; y: number; size: number }

/** Drawn on each page: text, place of its foot and size, in points. */
export async function drawnPieces(bytes: Uint8Array): Promise<Piece[][]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items.flatMap((one) =>
        'str' in one && one.str.trim() !== ''
          ? [
              {
                text: one.str,
                y: Number(one.transform[5]),
                size: Math.hypot(Number(one.transform[0]), Number(one.transform[1])),
              },
            ]
          : [],
      ),
    )
  }
  await document.loadingTask.destroy()
  return pages
}
