// Its own declarations name files without their endings, which TypeScript does not find.
declare module '@recogito/text-annotator' {
  interface Read {
    readonly error?: unknown
    readonly parsed?: {
      readonly id: string
      readonly target: { readonly selector: readonly { start: number; end: number; quote: string }[] }
    }
  }
  export function parseW3CTextAnnotation(annotation: object): Read
}
