import type { FinishedRequest, Observer } from './requestRecord.ts'

/** Where spans go, in the words of OpenTelemetry. */
const endpoints = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT']

type Environment = Readonly<Record<string, string | undefined>>

/** Whether OpenTelemetry's own settings ask for spans. */
export function isTraced(environment: Environment): boolean {
  return environment.OTEL_SDK_DISABLED !== 'true' && endpoints.some(name => (environment[name] ?? '') !== '')
}

/** Sends a span of each request, within the trace of whoever sent it. Loads OpenTelemetry, which nothing else needs. */
export async function tracing(): Promise<{ readonly observe: Observer; close(): Promise<void> }> {
  const [{ context, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace }, sdk, exporter, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const named = resources.detectResources({ detectors: [resources.envDetector, resources.serviceNameEnvDetector] })
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'dixit' }).merge(named),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new exporter.OTLPTraceExporter() })],
  })
  const tracer = provider.getTracer('dixit')

  function observe({ id, begun, milliseconds, method, path, status, document, code, headers }: FinishedRequest): void {
    const sender = senderOf(headers.traceparent)
    const parent =
      sender === null
        ? ROOT_CONTEXT
        : trace.setSpanContext(context.active(), { ...sender, traceFlags: TraceFlags.SAMPLED, isRemote: true })
    const span = tracer.startSpan(
      `${method} ${document ?? path}`,
      {
        kind: SpanKind.SERVER,
        startTime: begun,
        attributes: {
          'http.request.method': method,
          'url.path': path,
          'http.response.status_code': status,
          'dixit.request_id': id,
          ...(document === null ? {} : { 'graphql.document.name': document }),
          ...(code === null ? {} : { 'error.type': code }),
        },
      },
      parent,
    )
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(new Date(begun.getTime() + milliseconds))
  }

  return {
    observe,
    // Spans that nobody takes are lost, and are no reason not to end as usual.
    close: () => provider.shutdown().catch(() => undefined),
  }
}

/** Who sent a request, by W3C Trace Context; null if it does not say, or is not sampled. */
function senderOf(header: string | readonly string[] | undefined): { traceId: string; spanId: string } | null {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(header ?? '')) ?? []
  if (traceId === undefined || spanId === undefined || (Number.parseInt(flags ?? '0', 16) & 1) === 0) return null
  return { traceId, spanId }
}
