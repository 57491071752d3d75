/** The longer side is brought to this, so that whole numbers keep the ratio of the smallest drawing. */
const LONGER_SIDE = 1000
/** A thread, not a logo. */
const MAX_RATIO = 50

export type DrawingSize = { width: number; height: number; viewBox: string }

/** Null when it has no size that can be drawn. */
export function drawingSize(attributes: Readonly<Record<string, string>>): DrawingSize | null {
  const box = viewBoxOf(attributes.viewBox)
  const width = box?.[2] ?? length(attributes.width)
  const height = box?.[3] ?? length(attributes.height)
  if (width === null || height === null || width <= 0 || height <= 0) return null
  const ratio = width / height
  if (!(ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO)) return null
  const scale = LONGER_SIDE / Math.max(width, height)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    viewBox: (box ?? [0, 0, width, height]).join(' '),
  }
}

function viewBoxOf(text: string | undefined): [number, number, number, number] | null {
  const [x, y, width, height, ...more] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  return more.length === 0 && [x, y, width, height].every(Number.isFinite) ? [x, y, width, height] : null
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

function length(text: string | undefined): number | null {
  const [, value, unit] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? []
  const scale = units[unit?.toLowerCase() ?? '%']
  return value === undefined || scale === undefined ? null : Number(value) * scale
}
