using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Drafting.Reviews;

/// <summary>The file of decisions while drafts are reviewed: what was decided is on the disk, and one process at a time has it.</summary>
public sealed class ReviewFile : IDisposable
{
    private const string Drafts = ".drafts.jsonl";

    private readonly DurableLines lines;
    private readonly Dictionary<string, ReviewDecision> last;

    private ReviewFile(DurableLines lines, Dictionary<string, ReviewDecision> last) => (this.lines, this.last) = (lines, last);

    /// <summary>By draft, the last on each.</summary>
    public IReadOnlyDictionary<string, ReviewDecision> Decisions => last;

    /// <summary>samples.drafts.jsonl → samples.reviews.jsonl.</summary>
    public static string Beside(string drafts) => $"{(drafts.EndsWith(Drafts, StringComparison.Ordinal) ? drafts[..^Drafts.Length] : drafts)}.reviews.jsonl";

    /// <summary>Opens the file, made when it is not there.</summary>
    /// <exception cref="InputException">It is no file of decisions, or another process has it.</exception>
    public static async Task<ReviewFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var lines = DurableLines.Open(path, "decisions");
        try
        {
            return new ReviewFile(lines, await ReadAsync(path, lines.Content(), cancellationToken));
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    /// <summary>Durable when it returns; the same decision once more is none.</summary>
    public void Enter(ReviewDecision decision)
    {
        if (last.GetValueOrDefault(decision.Id) is { } before && before with { At = decision.At } == decision)
            return;
        lines.Append(JsonSerializer.Serialize(decision, RunJson.Compact));
        last[decision.Id] = decision;
    }

    public void Dispose() => lines.Dispose();

    private static async Task<Dictionary<string, ReviewDecision>> ReadAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        Dictionary<string, ReviewDecision> last = new(StringComparer.Ordinal);
        await foreach (var line in JsonLines.ReadAsync(path, content, cancellationToken))
        {
            if (line.Problem is { } problem)
                problems.Add(problem);
            else if (InputSchemas.Named("reviews").Validate(line.Root) is { Count: > 0 } errors)
                problems.AddErrors(errors, line.Source());
            else if (line.Root.Deserialize<ReviewDecision>(RunJson.Compact) is { } decision)
                last[decision.Id] = decision;
        }

        problems.ThrowIfAny();
        return last;
    }
}
