// Shape: an element of a logo's drawing as it will be written.
export type Shape = { name: string; attributes: [string, string][]; children: (Shape | string)[] }
