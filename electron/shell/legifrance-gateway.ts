// Read before the window is: what asks the gateway is loaded when somebody does.
import type { Settled } from '../domain/managed/policies.ts'

/** Where the gateway is asked; null where the administration lets nobody ask. */
export function legifranceGateway({
  Legifrance,
  LegifranceAddress,
}: Settled): { token: string; api: string } | null {
  if (Legifrance === false) return null
  const own = LegifranceAddress?.replace(/\/+$/, '')
  return {
    token: `${own ?? 'https://oauth.piste.gouv.fr'}/api/oauth/token`,
    api: `${own ?? 'https://api.piste.gouv.fr'}/dila/legifrance/lf-engine-app`,
  }
}

/** The hosts that are resolved for it. */
export function legifranceHosts(settled: Settled): string[] {
  const at = legifranceGateway(settled)
  return at === null ? [] : [...new Set([at.token, at.api].map((address) => new URL(address).hostname))]
}
