import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Icon, type IconShape } from '../../renderer/ui/Icon.tsx'
import { shape } from '../../renderer/ui/shape.ts'

const root = process.cwd()
const used = new Set(
  readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') || name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(root, 'renderer', name), 'utf8').matchAll(/'lucide-react\/icons\/([\w-]+)'/g),
    ])
    .map(([, icon = '']) => icon),
)

/** The file of another name of an icon has none of its lines. */
type Module = { default: IconShape; __iconData?: { node: [string, object][] } }

/** Without the names that lucide gives to its classes, and without its namespace, which a page needs none of. */
function drawn(of: IconShape): readonly [string[], string] {
  const markup = renderToStaticMarkup(<Icon of={of} size={16} tone="warn" />)
  const [, attributes = '', lines = ''] = /^<svg ([^>]*)>(.+)<\/svg>$/.exec(markup) ?? []
  const own = attributes.split(/ (?=[\w-]+=)/).filter((one) => !/^(?:class|xmlns)=/.test(one))
  return [own.sort(), lines]
}

describe('an icon as the build makes it', () => {
  it('is drawn as lucide draws it, each one that a screen uses', async () => {
    let compared = 0
    for (const name of used) {
      const { default: theirs, __iconData: data }: Module = await import(`lucide-react/icons/${name}`)
      if (data === undefined) continue
      expect(drawn(shape(data.node)), name).toEqual(drawn(theirs))
      compared += 1
    }
    expect(compared).toBeGreaterThan(120)
  })
})
