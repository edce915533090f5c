using System.Globalization;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>What a reader is told of an answer's calls: which came from the cache, and every try of those that were tried again or failed.</summary>
internal static class TryLines
{
    private const int Most = 20;

    public static IReadOnlyList<string> Of(IReadOnlyList<ModelCall> calls) => [.. calls.SelectMany(Of).Take(Most)];

    private static IEnumerable<string> Of(ModelCall call)
    {
        if (call.FromCache)
            return [$"{call.Endpoint}, {call.Kind}: answered by the response cache"];
        return call.Tries is [{ Status: "ok" }] ? [] : call.Tries.Select(t => Line(call, t));
    }

    private static string Line(ModelCall call, Try made) => string.Create(
        CultureInfo.InvariantCulture,
        $"{call.Endpoint}, {call.Kind}: {(made.Waited > TimeSpan.Zero ? $"waited {made.Waited.TotalMilliseconds:0} ms, then " : "")}{made.Status} after {made.Duration.TotalMilliseconds:0} ms{(made.Reason is { } reason ? $": {reason}" : "")}");
}
