// A signature by a certificate, as a PDF carries it. Whether the certificate is to be trusted is not asked here.
import { createHash } from 'node:crypto'

type Read = {
  signer: string
  organisation: string
  issuer: string
  /** An instant; null = it says none. */
  signedAt: string | null
  /** Whether it is the signature of these bytes. */
  isOfThese: boolean
}

/** Source: X.520 attribute types; CMS attributes of RFC 5652, section 11. */
const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** @returns null when it is of no form that is read here */
export async function readCms(
  contents: Uint8Array,
  covered: Uint8Array,
  isTimestamp: boolean,
): Promise<Read | null> {
  const { ContentInfo, SignedData, TSTInfo } = await import('pkijs')
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(buffer(contents)).content })
    const [info] = signed.signerInfos
    if (info === undefined) return null
    const content = signed.encapContentInfo.eContent
    // A signature that brings its own words with it is one of those, whatever file it stands in.
    if (!isTimestamp && content !== undefined) return null
    const stamped = isTimestamp ? TSTInfo.fromBER(content?.getValue() ?? new ArrayBuffer(0)) : null
    const verified = await signed
      .verify({ signer: 0, data: buffer(covered), checkChain: false, extendedMode: true })
      .catch((thrown: unknown) => ({ signerCertificate: null, signatureVerified: verdictOf(thrown) }))
    const certificate =
      verified.signerCertificate ??
      signed.certificates?.flatMap((one) => ('subject' in one ? [one] : []))[0] ??
      null
    const part = (of: 'subject' | 'issuer', type: string) =>
      String(
        certificate?.[of].typesAndValues.find((attribute) => attribute.type === type)?.value.valueBlock
          .value ?? '',
      )
    const signingTime = info.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME)?.values[0]
    const at: unknown = stamped?.genTime ?? signingTime?.toDate?.()
    if (verified.signatureVerified == null) return null
    return {
      signer: part('subject', COMMON_NAME),
      organisation: part('subject', ORGANISATION),
      issuer: part('issuer', COMMON_NAME),
      signedAt: at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
      isOfThese:
        verified.signatureVerified && (stamped === null || isImprintOf(stamped.messageImprint, covered)),
    }
  } catch {
    return null
  }
}

/** What a failed verification says of the bytes: they are others, or nothing that can be told. */
function verdictOf(thrown: unknown): false | null {
  return /digest doesn't match|TSTInfo verification is failed/u.test(String(thrown)) ? false : null
}

type Imprint = {
  hashAlgorithm: { algorithmId: string }
  hashedMessage: { valueBlock: { valueHexView: Uint8Array } }
}

function isImprintOf({ hashAlgorithm, hashedMessage }: Imprint, covered: Uint8Array): boolean {
  const hash = hashes[hashAlgorithm.algorithmId]
  if (hash === undefined) return false
  const digest = createHash(hash).update(covered).digest()
  return Buffer.compare(digest, Buffer.from(hashedMessage.valueBlock.valueHexView)) === 0
}

/** Exactly these bytes: a view of a larger memory would be read whole. */
const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
