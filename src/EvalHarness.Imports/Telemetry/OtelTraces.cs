using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Telemetry;

/// <summary>OpenTelemetry GenAI spans in OTLP's JSON form: one object, or one a line as the collector's file exporter writes them. A trace becomes a row.</summary>
internal static class OtelTraces
{
    /// <remarks>A trace may be spread over the file: its spans are held in memory.</remarks>
    /// <exception cref="InputException">No trace says what was asked.</exception>
    public static async IAsyncEnumerable<Row> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, List<Span>> traces = new(StringComparer.Ordinal);
        List<string> order = [];
        await foreach (var request in RequestsAsync(file, cancellationToken))
            foreach (var span in Spans(request))
                Add(span, traces, order);

        var any = false;
        foreach (var row in order.Select(id => new TraceRow(traces[id]).Read(file)).OfType<Row>())
        {
            any = true;
            yield return row;
        }

        if (!any)
            throw new InputException(new InputProblem(
                file,
                traces.Count == 0 ? "there is no trace in it" : $"none of the {traces.Count} traces says what was asked and answered",
                "Record GenAI spans with content: OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true, or your instrumentation's own setting."));
    }

    private static void Add(Span span, Dictionary<string, List<Span>> traces, List<string> order)
    {
        if (!traces.TryGetValue(span.TraceId, out var spans))
        {
            traces.Add(span.TraceId, spans = []);
            order.Add(span.TraceId);
        }

        spans.Add(span);
    }

    private static async IAsyncEnumerable<JsonElement> RequestsAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (InputStream.Ending(file) == ".json")
        {
            yield return await WholeJson.ReadAsync(file, cancellationToken);
            yield break;
        }

        await foreach (var row in RowFile.ReadAsync(file, cancellationToken))
            yield return row.Values;
    }

    private static IEnumerable<Span> Spans(JsonElement request) =>
        from emitted in OtlpValue.List(request, "resourceSpans")
        let resource = emitted.TryGetProperty("resource", out var found) ? OtlpValue.Attributes(found) : []
        from scope in OtlpValue.List(emitted, "scopeSpans").Concat(OtlpValue.List(emitted, "instrumentationLibrarySpans"))
        from span in OtlpValue.List(scope, "spans")
        select Span.Read(span, resource);
}
