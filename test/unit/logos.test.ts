import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDrawable } from '../../electron/documents/pdf/drawable.ts'
import { rasterised } from '../../electron/documents/svg-raster.ts'
import { attributes, elements, properties } from '../../electron/imports/logo/allowed.ts'
import { readLogo } from '../../electron/imports/logo/read-logo.ts'
import { cleanDeclarations, cleanRules } from '../../electron/imports/logo/style-rules.ts'
import { readXml, type XmlElement } from '../../electron/imports/xml.ts'
import { hostileSvg, jpeg, png, svg } from '../logos.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const drawing = (inside: string, head = 'viewBox="0 0 20 10"') =>
  bytesOf(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${head}>${inside}</svg>`,
  )
const kept = (inside: string, head?: string) =>
  new TextDecoder().decode(readLogo(drawing(inside, head)).bytes)
const shape = '<rect width="20" height="10"/>'
const refusal = (bytes: Uint8Array) => {
  try {
    readLogo(bytes)
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'taken in'
}

describe('a drawing', () => {
  it('keeps its shapes, gradients, classes and texts', () => {
    const whole = kept(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
        '<style>.a, g > #b{fill:url(#g);stroke-width:2}</style><g class="a" transform="scale(2)">' +
        '<path d="M0 0L9 9"/><use xlink:href="#b"/></g><a><text x="1">A &amp; B</text></a>',
    )
    expect(whole).toContain('<linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>')
    expect(whole).toContain('.a,g &gt; #b{fill:url(#g);stroke-width:2}')
    expect(whole).toContain(
      '<g class="a" transform="scale(2)"><path d="M0 0L9 9"/><use xlink:href="#b"/></g>',
    )
    expect(whole).toContain('<g><text x="1">A &amp; B</text></g>')
  })

  it('loses every script, event, address and entity of a hostile one, and is still drawn', async () => {
    const { bytes } = readLogo(hostileSvg())
    const text = new TextDecoder().decode(bytes)
    expect(text).not.toMatch(/alert|mauvais|script|foreign|iframe|animate|filter|image|data:|<\?|<!/i)
    expect(text).toContain('fill:#0a5a66')
    expect(isDrawable(bytes)).toBe(true)
    expect((await rasterised(bytes)).width).toBe(1200)
  })

  it('holds nothing but what is allowed, whatever it was made of', () => {
    const names = fc.constantFrom(
      'g',
      'rect',
      'path',
      'script',
      'image',
      'a',
      'style',
      'foreignObject',
      'use',
      'filter',
      'set',
    )
    const attribute = fc.tuple(
      fc.constantFrom(
        'fill',
        'style',
        'href',
        'xlink:href',
        'onclick',
        'class',
        'id',
        'filter',
        'width',
        'src',
      ),
      fc.oneof(
        fc.constantFrom(
          'url(#a)',
          '#a',
          'url(http://m.invalid)',
          'javascript:alert(1)',
          'fill:url(//m.invalid)',
          'data:x',
          'u\\72l(x)',
        ),
        fc.string({ maxLength: 12 }),
      ),
    )
    const node = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc
        .tuple(
          names,
          fc.uniqueArray(attribute, { selector: ([name]) => name, maxLength: 3 }),
          fc.array(fc.oneof({ depthSize: 'small' }, fc.string({ maxLength: 8 }).map(escaped), tie('tree')), {
            maxLength: 3,
          }),
        )
        .map(([name, list, inside]) => {
          const head = list.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
          return `<${name}${head}>${inside.join('')}</${name}>`
        }),
    })).tree
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
        const bytes = drawing(`${shape}${nodes.join('')}`)
        const outcome = refusal(bytes)
        expect(['taken in', 'drawing-refused', 'file-damaged']).toContain(outcome)
        if (outcome !== 'taken in') return
        readXml(readLogo(bytes).bytes, ['svg:svg'], (root) => {
          expectAllowed(root)
          return true
        })
      }),
    )
  })

  it('reads again as itself', () => {
    for (const bytes of [svg(), hostileSvg()]) {
      const once = readLogo(bytes)
      expect(readLogo(once.bytes)).toEqual(once)
    }
  })

  it('has its size from its view box or from what it states', () => {
    const size = (head: string) => {
      const { width, height } = readLogo(drawing(shape, head))
      return [width, height]
    }
    expect(size('viewBox="5 5 1.5 0.5"')).toEqual([1000, 333])
    expect(size('width="40mm" height="2cm"')).toEqual([1000, 500])
    for (const head of [
      '',
      'width="100%" height="100%"',
      'viewBox="0 0 0 1"',
      'viewBox="0 0 1000 1"',
      'viewBox="0 0 NaN 1"',
    ])
      expect(refusal(drawing(shape, head))).toBe('drawing-refused')
  })

  it('that holds itself or becomes too much is refused, as one that draws nothing', () => {
    expect(refusal(drawing(`<g id="a"><use href="#a"/>${shape}</g>`))).toBe('drawing-refused')
    expect(
      refusal(drawing(`<style>rect{fill:url(#p)}</style><pattern id="p">${shape}</pattern>${shape}`)),
    ).toBe('drawing-refused')
    const levels = Array.from(
      { length: 12 },
      (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`,
    )
    expect(refusal(drawing(`<g id="l0">${shape}</g>${levels.join('')}`))).toBe('drawing-refused')
    expect(refusal(drawing('<defs/><script>x</script>'))).toBe('drawing-refused')
    expect(refusal(bytesOf('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>'))).toBe(
      'file-damaged',
    )
    expect(refusal(drawing('<g>'.repeat(300) + shape + '</g>'.repeat(300)))).toBe('file-damaged')
  })
})

const escaped = (text: string) =>
  text.replace(/[^\t\n\r -\ud7ff]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function expectAllowed({ name, attributes: list, children }: XmlElement): void {
  const own = name.replace(/^svg:/, '')
  expect([...Object.values(elements), 'style']).toContain(own)
  for (const [key, value] of Object.entries(list)) {
    if (key.startsWith('?:')) continue
    expect([...attributes, ...properties, 'style', 'xlink:href']).toContain(key)
    expect(value).not.toMatch(/\/\/|javascript:|data:|\\/i)
    if (key === 'xlink:href') expect(value).toMatch(/^#/)
    for (const [, target] of value.matchAll(/url\(\s*(.?)/gi)) expect(target).toMatch(/^[#"']$/)
  }
  for (const child of children) if (typeof child !== 'string') expectAllowed(child)
}

describe('styles', () => {
  it('keep plain declarations and nothing that reaches out or could be read otherwise', () => {
    expect(
      cleanDeclarations('fill : #fff ; -moz-binding:url(x); stroke:url( "#a" ) ;fill:expression(1)'),
    ).toBe('fill:#fff;stroke:url( "#a" )')
    expect(cleanDeclarations('fill:/**/url(//m.invalid)')).toBe('')
    expect(cleanDeclarations('fill:u\\72l(x)')).toBe('')
    expect(cleanRules('@media print{.a{fill:red}} .b{fill:red} @import "x"; .c:hover{fill:red} .d{}')).toBe(
      '.b{fill:red}',
    )
  })
})

describe('pictures', () => {
  it('say their size before they are decoded, and too large ones are not', () => {
    expect(readLogo(png(30, 20))).toMatchObject({ mediaType: 'image/png', width: 30, height: 20 })
    expect(readLogo(jpeg(50, 40))).toMatchObject({ mediaType: 'image/jpeg', width: 50, height: 40 })
    expect(refusal(jpeg(10_000, 8_000))).toBe('logo-too-large')
    expect(refusal(jpeg(50, 40).slice(0, 150))).toBe('file-damaged')
    expect(isDrawable(png(30, 20))).toBe(true)
    expect(isDrawable(bytesOf('<svg'))).toBe(false)
  })

  it('of a drawing are the same twice, at the same ratio', async () => {
    const one = await rasterised(readLogo(svg()).bytes)
    expect(one).toMatchObject({ width: 1200, height: 600 })
    expect(Buffer.from(one.png).equals((await rasterised(readLogo(svg()).bytes)).png)).toBe(true)
  })
})
