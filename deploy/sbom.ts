// `npm run sbom`: the packages that Dixit runs on, as CycloneDX 1.6. npm's own `npm sbom --omit dev` leaves out what
// development needs as well, such as graphql.
import packageJson from '../package.json' with { type: 'json' }
import lock from '../package-lock.json' with { type: 'json' }

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
}

const locked: [path: string, found: Locked][] = Object.entries(lock.packages)
const components = locked
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, { version = '', license, integrity }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    const [algorithm = '', digest = ''] = integrity?.split('-') ?? []
    return {
      type: 'library',
      'bom-ref': path,
      name,
      version,
      purl,
      ...(license === undefined
        ? {}
        : { licenses: [/ OR | AND /.test(license) ? { expression: license } : licence(license)] }),
      ...(algorithm === 'sha512'
        ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
        : {}),
    }
  })

function licence(name: string) {
  return name.startsWith('SEE ') ? { license: { name } } : { license: { id: name } }
}

const { name, version } = packageJson
console.log(
  JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: { component: { type: 'application', 'bom-ref': name, name, version, licenses: [licence('MIT')] } },
      components,
    },
    null,
    2,
  ),
)
