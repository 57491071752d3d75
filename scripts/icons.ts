// Draws the application's icon, the mark of the title bar (a thread with three stops), as SVG and as PNG. Run by hand
// when the mark changes: `node scripts/icons.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { requirePinnedNode, root } from './pinned-node.mjs'

const petrol = [10, 90, 102] as const
const white = [255, 255, 255] as const
/** Side of the drawing the shapes are given in, and of the picture in pixels. */
const side = 30
const pixels = 512

type Shape = { colour: readonly [number, number, number]; distance: (x: number, y: number) => number }

const circle = (cx: number, cy: number, r: number) => (x: number, y: number) => Math.hypot(x - cx, y - cy) - r
/** A straight stroke with round ends. */
const stroke = (x1: number, y1: number, x2: number, y2: number, width: number) => (x: number, y: number) => {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) - width / 2
}
const roundedSquare = (margin: number, radius: number) => (x: number, y: number) => {
  const half = side / 2 - margin - radius
  const dx = Math.abs(x - side / 2) - half
  const dy = Math.abs(y - side / 2) - half
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
}

const shapes: readonly Shape[] = [
  { colour: petrol, distance: roundedSquare(1, 7) },
  { colour: white, distance: stroke(10, 8, 10, 22, 1.4) },
  { colour: white, distance: circle(10, 8, 2.2) },
  { colour: white, distance: circle(10, 15, 2.9) },
  { colour: petrol, distance: circle(10, 15, 1.5) },
  { colour: white, distance: circle(10, 22, 2.2) },
  { colour: white, distance: stroke(16, 8, 23, 8, 1.8) },
  { colour: white, distance: stroke(16, 15, 21, 15, 1.8) },
  { colour: white, distance: stroke(16, 22, 23, 22, 1.8) },
]

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30">
  <rect x="1" y="1" width="28" height="28" rx="7" fill="#0a5a66"/>
  <g fill="none" stroke="#fff" stroke-linecap="round">
    <path d="M10 8v14" stroke-width="1.4"/>
    <path d="M16 8h7M16 15h5M16 22h7" stroke-width="1.8"/>
  </g>
  <circle cx="10" cy="8" r="2.2" fill="#fff"/>
  <circle cx="10" cy="15" r="2.2" fill="#0a5a66" stroke="#fff" stroke-width="1.4"/>
  <circle cx="10" cy="22" r="2.2" fill="#fff"/>
</svg>
`

function draw(): Buffer {
  const scale = side / pixels
  const rows = Buffer.alloc(pixels * (pixels * 4 + 1))
  for (let row = 0; row < pixels; row += 1)
    for (let column = 0; column < pixels; column += 1) {
      let [r, g, b, alpha] = [0, 0, 0, 0]
      for (const { colour, distance } of shapes) {
        const away = distance((column + 0.5) * scale, (row + 0.5) * scale) / scale
        const cover = Math.min(1, Math.max(0, 0.5 - away))
        const over = cover + alpha * (1 - cover)
        if (cover === 0) continue
        const mix = (below: number, own: number) => (own * cover + below * alpha * (1 - cover)) / over
        r = mix(r, colour[0])
        g = mix(g, colour[1])
        b = mix(b, colour[2])
        alpha = over
      }
      rows.set([r, g, b, alpha * 255].map(Math.round), row * (pixels * 4 + 1) + 1 + column * 4)
    }
  return rows
}

/** A PNG file of 8-bit RGBA rows, each preceded by its filter byte (PNG specification, third edition, 5.3 and 11.2). */
function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels, 0)
  header.writeUInt32BE(pixels, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

requirePinnedNode()
const folder = join(root, 'resources', 'icons')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'icon.svg'), svg)
writeFileSync(join(folder, 'icon.png'), png(draw()))
