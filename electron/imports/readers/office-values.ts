import { childOf, type XmlElement } from '../xml.ts'

/** `w:val` of a child element of a Word part. */
export function wordValue(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.attributes['w:val'] ?? null
}

/** On as an attribute says it: "1", "true" or "on" (ECMA-376 17.17.4). */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
