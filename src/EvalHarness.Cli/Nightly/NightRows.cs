using System.Globalization;
using EvalHarness.Inputs;
using EvalHarness.Nightly.History;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Nightly;

/// <summary>What a night's rows leave in the history: the answers' bytes in short, and the models that say they answered.</summary>
internal sealed class NightRows(NightlyPipelines pipelines)
{
    private readonly List<NightAnswer> answers = [];
    private readonly Dictionary<string, SortedSet<string>> served = new(StringComparer.Ordinal);

    public IReadOnlyList<NightAnswer> Answers => answers;

    /// <summary>By pipeline.</summary>
    public IReadOnlyDictionary<string, string> Served => served.ToDictionary(s => s.Key, s => string.Join(", ", s.Value), StringComparer.Ordinal);

    public void Add(ResultRow row)
    {
        answers.Add(new(row.Sample.Id, row.Repeat, row.Pipeline == pipelines.Champion, Digest(row.Trace)));
        if (row.Trace.Answer?.Model is not { } model)
            return;
        if (!served.TryGetValue(row.Pipeline, out var models))
            served[row.Pipeline] = models = new(StringComparer.Ordinal);
        models.Add(model);
    }

    private static ulong Digest(Trace trace)
    {
        var hash = ContentHash.Of(trace.Answer?.Text ?? $"failed: {trace.Error?.Kind}", string.Join('\n', trace.Answer?.Passages?.Select(p => p.Id) ?? []));
        return ulong.Parse(hash.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
