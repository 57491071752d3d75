// The row that this window made last, as long as nobody left the field of its name.

let id: string | null = null

export const lastMade = {
  is: (rowId: string): boolean => id === rowId,
  set(rowId: string): void {
    id = rowId
  },
  forget(rowId: string): void {
    if (id === rowId) id = null
  },
}
