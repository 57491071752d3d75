import type { ComponentType, SVGProps } from 'react'

export type IconShape = ComponentType<SVGProps<SVGSVGElement> & { size?: number | string }>

/** `of` is a single import such as `lucide-react/icons/house`; `tone` colours it with a token. */
export function Icon({ of: Shape, size = 18, tone = '' }: { of: IconShape; size?: number; tone?: string }) {
  return <Shape className={`glyph ${tone}`} width={size} height={size} aria-hidden="true" />
}
