import { createElement, type SVGProps } from 'react'
import type { IconShape } from './Icon.tsx'

/**
 * What the build puts in the place of lucide's own way to make a component of an icon's lines (vite.renderer.config.ts):
 * that draws each of them by three components, and is larger than a screen. The lines are made once.
 */
export function shape(node: readonly (readonly [string, object])[]): IconShape {
  const lines = node.map(([tag, attributes]) => createElement(tag, attributes))
  return (props: SVGProps<SVGSVGElement>) => createElement('svg', { ...outline, ...props }, ...lines)
}

const outline = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
