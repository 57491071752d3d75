import { type Drawing, dotPath, type Shape } from '../../../electron/domain/documents/drawing.ts'
import { placed } from './placed.ts'

export function DrawnChart({ drawing, told }: { drawing: Drawing; told: string }) {
  return (
    <svg className="drawn" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={told}>
      {placed(drawing.shapes).map(({ one, place }) => (
        <Drawn key={place} shape={one} />
      ))}
    </svg>
  )
}

function Drawn({ shape }: { shape: Shape }) {
  const tone = `dw-${shape.tone}`
  switch (shape.type) {
    case 'rect':
      return (
        <rect
          className={`${tone} ${shape.hollow ? 'dw-hollow' : 'dw-full'}`}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
        />
      )
    case 'line':
      return <line className={`${tone} dw-stroke`} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />
    case 'path':
      return <path className={`${tone} dw-path`} d={shape.d} strokeDasharray={shape.dash || undefined} />
    case 'dot':
      return shape.look === 'round' ? (
        <circle className={`${tone} dw-full`} cx={shape.x} cy={shape.y} r={4} />
      ) : (
        <path className={`${tone} dw-full`} d={dotPath(shape)} />
      )
    case 'text':
      return (
        <text
          className={`${tone} dw-full`}
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          fontSize={shape.size}
          fontWeight={shape.bold ? 600 : 400}
        >
          {shape.words}
        </text>
      )
  }
}
