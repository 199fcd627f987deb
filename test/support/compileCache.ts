// Processes that the tests start do not compile again what another has compiled.
import { enableCompileCache } from 'node:module'

enableCompileCache()
