import { crc32, deflateSync } from 'node:zlib'

export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const row = Buffer.alloc(1 + width * 3, 90)
  row[0] = 0
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const parts = [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  data.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
  return whole
}

/** One grey baseline picture, whatever the size that its head states. */
export function jpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
  const base = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbd53fffd9',
    'hex',
  )
  const frame = base.indexOf(Buffer.from([0xff, 0xc0]))
  base.writeUInt16BE(height, frame + 5)
  base.writeUInt16BE(width, frame + 7)
  return new Uint8Array(base)
}

export function svg(fill = '#0a5a66'): Uint8Array {
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="${fill}"/></svg>`,
  )
}

export function hostileSvg(): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<?xml-stylesheet href="http://mauvais.invalid/s.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml"
  viewBox="0 0 200 100" onload="alert(1)">
  <script>alert(1)</script><h:script>alert(1)</h:script>
  <style>@import url(http://mauvais.invalid/a.css); .a{fill:#0a5a66;background:url(http://mauvais.invalid/b)}
    @font-face{font-family:x;src:url(http://mauvais.invalid/c)} .b{fill:url(http://mauvais.invalid/d#e)}</style>
  <foreignObject><h:iframe src="http://mauvais.invalid"/></foreignObject>
  <image href="http://mauvais.invalid/e.png" width="9" height="9"/>
  <use href="http://mauvais.invalid/f.svg#g"/><use xlink:href="data:image/svg+xml;base64,AAAA#h"/>
  <a href="javascript:alert(1)"><rect class="a" width="200" height="100" onclick="alert(1)"/></a>
  <rect width="9" height="9" fill="url(http://mauvais.invalid/i#j)" style="fill:url('javascript:alert(1)')"/>
  <animate attributeName="href" to="javascript:alert(1)"/><set attributeName="onload" to="alert(1)"/>
  <filter id="k"><feImage href="http://mauvais.invalid/l.png"/></filter>
</svg>`)
}
