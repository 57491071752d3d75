import { useIsMutating } from '@tanstack/react-query'
import type { Sendable } from './use-write.ts'

/** Whether one of these methods is being sent, from this screen or from one that was left meanwhile. */
export function useUnderWay(...methods: readonly Sendable[]): boolean {
  return (
    useIsMutating({ predicate: ({ options }) => methods.some((one) => one === options.mutationKey?.[1]) }) > 0
  )
}
