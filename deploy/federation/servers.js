/** The servers by their names: SERVERS="commons=http://127.0.0.1:4101 lords=http://127.0.0.1:4102". */
export const servers = (process.env.SERVERS ?? '')
  .split(/\s+/)
  .filter(Boolean)
  .map(each => {
    const [, name, address] = /^([a-z][a-z0-9]*)=(https?:\/\/[^\s/]+)\/?$/.exec(each) ?? []
    if (name === undefined) throw new Error(`SERVERS: “${each}” is not name=http://host:port`)
    return { name, endpoint: `${address}/graphql` }
  })

if (servers.length === 0) throw new Error('SERVERS names no server')
