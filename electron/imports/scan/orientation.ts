/** JPEG markers, and the tag of EXIF 2.32 (4.6.4) that says how the camera was held. */
const [START, APP1, SCAN, ORIENTATION] = [0xffd8, 0xffe1, 0xffda, 0x0112]

/** @returns 1 to 8 as EXIF numbers it; 1, upright, where a picture says nothing */
export function orientationOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 4 || file.readUInt16BE(0) !== START) return 1
  for (let at = 2; at + 10 <= file.length; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file.readUInt16BE(at)
    if (marker === SCAN || marker < 0xff00) return 1
    if (marker !== APP1 || file.toString('latin1', at + 4, at + 8) !== 'Exif') continue
    return saidIn(file.subarray(at + 10, at + 2 + file.readUInt16BE(at + 2)))
  }
  return 1
}

/** @param tiff the directory of a picture, in the order of bytes that its first two letters say */
function saidIn(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const long = (at: number) =>
    at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const first = long(4)
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12
    if (short(at) !== ORIENTATION) continue
    const said = short(at + 8)
    return said >= 1 && said <= 8 ? said : 1
  }
  return 1
}
