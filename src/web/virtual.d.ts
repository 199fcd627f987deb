declare module 'virtual:docs' {
  /** The pages of the documentation, as HTML that is loaded when it is read. */
  export const pages: readonly {
    readonly name: string
    readonly title: string
    /** Under which heading README lists it, and what it says of it there. */
    readonly group: string
    readonly about: string
    readonly load: () => Promise<{ readonly default: string }>
  }[]
}
