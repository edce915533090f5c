using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Telemetry;

/// <summary>One trace as a row: the question that came in, the answer that went out, and what it took.</summary>
/// <remarks>A model call inside a retrieval span belongs to the retrieval: it is counted in the tokens and is not the answer.</remarks>
internal sealed class TraceRow(IReadOnlyList<Span> spans)
{
    private readonly Dictionary<string, Span> byId = spans.Where(s => s.Id.Length > 0).DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, StringComparer.Ordinal);

    /// <summary>Nothing when no span says what was asked: content is captured only when it is asked for.</summary>
    public Row? Read(string file)
    {
        var chats = spans.Where(s => s.IsChat).OrderBy(s => s.End).ToList();
        if (chats.LastOrDefault(c => !IsInRetrieval(c)) is not { } answering)
            return null;
        var root = Root(answering);
        var retrievals = spans.Where(s => s.IsRetrieval).OrderBy(s => s.Start).ToList();
        var question = GenAiMessages.Question(root) ?? retrievals.Select(r => r.Text("gen_ai.retrieval.query.text")).OfType<string>().FirstOrDefault() ?? GenAiMessages.Question(answering);
        if (question is null)
            return null;

        var reply = GenAiMessages.Reply(answering) ?? GenAiMessages.Reply(root);
        JsonObject row = new(answering.Attributes.Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())))
        {
            ["trace_id"] = answering.TraceId,
            ["question"] = question,
            ["answer"] = reply,
            ["model"] = answering.Text("gen_ai.response.model") ?? answering.Text("gen_ai.request.model"),
            ["latency_ms"] = root.Milliseconds > 0 ? root.Milliseconds : null,
            ["error"] = answering.Error ?? root.Error ?? (reply is null ? WithoutText(answering) : null),
            ["passages"] = new JsonArray([.. retrievals.SelectMany(Passages)]),
        };
        AddUsage(row, chats);
        return new Row($"{file}: trace {answering.TraceId}", JsonSerializer.SerializeToElement(row));
    }

    // A call that ended in a tool call, or whose content was not captured, is a question without an answer.
    private static string WithoutText(Span answering) => answering["gen_ai.response.finish_reasons"] is { } reasons
        ? $"the trace holds no text of an answer (finish reasons {reasons.ToJsonString()})"
        : "the trace holds no text of an answer: was content captured?";

    private static void AddUsage(JsonObject row, List<Span> chats)
    {
        row["input_tokens"] = Sum(chats, "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens");
        row["output_tokens"] = Sum(chats, "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens");
        row["cache_read_tokens"] = Sum(chats.Where(c => c["gen_ai.usage.cache_read.input_tokens"] is not null), "gen_ai.usage.cache_read.input_tokens");
        row["cache_write_tokens"] = Sum(chats.Where(c => c["gen_ai.usage.cache_creation.input_tokens"] is not null), "gen_ai.usage.cache_creation.input_tokens");
        row["reasoning_tokens"] = Sum(chats.Where(c => c["gen_ai.usage.reasoning.output_tokens"] is not null), "gen_ai.usage.reasoning.output_tokens");
        row["calls"] = chats.Count;
    }

    // Where one call does not say, the sum is unknown.
    private static long? Sum(IEnumerable<Span> chats, params string[] names)
    {
        long? sum = 0;
        foreach (var chat in chats)
            sum += names.Select(n => chat.Text(n)).OfType<string>().Select(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (long?)n : null).FirstOrDefault();
        return sum;
    }

    private static IEnumerable<JsonNode?> Passages(Span retrieval)
    {
        if (GenAiMessages.Structure(retrieval["gen_ai.retrieval.documents"]) is JsonArray documents)
            return documents.Select(d => d?.DeepClone());
        return Enumerable.Range(0, 1000)
            .Select(i => $"retrieval.documents.{i.ToString(CultureInfo.InvariantCulture)}.document.")
            .TakeWhile(prefix => retrieval[$"{prefix}content"] is not null || retrieval[$"{prefix}id"] is not null)
            .Select(prefix => (JsonNode?)new JsonObject { ["id"] = retrieval.Text($"{prefix}id"), ["content"] = retrieval.Text($"{prefix}content") });
    }

    private Span Root(Span span)
    {
        for (var steps = 0; span.Parent is { } parent && byId.TryGetValue(parent, out var above) && steps < byId.Count; steps++)
            span = above;
        return span;
    }

    private bool IsInRetrieval(Span span)
    {
        for (var steps = 0; span.Parent is { } parent && byId.TryGetValue(parent, out var above) && steps < byId.Count; steps++)
        {
            if (above.IsRetrieval)
                return true;
            span = above;
        }

        return false;
    }
}
