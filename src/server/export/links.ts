import { metadataName } from '../../export/sources.ts'

/** Where exports begin. */
export const exportPath = '/export/'

/** The media type of what says licences and sources: W3C, CSV on the Web. */
export const metadataType = 'application/csvm+json'

/** Where the licences and sources of an export are: as a list of the datasets, and as metadata of this one. */
export function licenceLinks(baseUrl: string, { pathname, search }: URL): string {
  const described = `<${baseUrl}${metadataName(pathname)}${search}>; rel="describedby"; type="${metadataType}"`
  return `<${baseUrl}${exportPath}datasets.csv>; rel="license", ${described}`
}
