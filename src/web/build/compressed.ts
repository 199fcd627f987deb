import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What is not worth compressing: fonts are compressed already. */
const packed = /\.(woff2|png)$/

/** Puts each file beside itself as brotli and gzip, so that the server sends it as it stands. */
export function compressed(): Plugin {
  return {
    name: 'dixit:compressed',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (packed.test(file.fileName)) continue
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
          const made = { br: brotliCompressSync(bytes, { params: quality }), gz: gzipSync(bytes, { level: 9 }) }
          for (const [ending, source] of Object.entries(made)) {
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.${ending}`, source })
          }
        }
      },
    },
  }
}
