using System.Text;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Nightly.Gold;

/// <summary>Makes a night's samples from a dataset: a rotating choice of rows, their evidence anchored in the corpus as it is tonight.</summary>
/// <param name="Folder">Where a changed copy is kept, named by its content.</param>
/// <param name="Subset">Rows a night; all of them when absent. Rows come in a seeded order, each as often as any other.</param>
/// <param name="Night">From 1: decides which part of the order it is.</param>
public sealed record SamplePreparation(string Dataset, string Split, Corpus? Corpus, string Folder, int? Subset, int Seed, int Night)
{
    /// <exception cref="InputException">Rows are wrong in another way than by evidence that moved.</exception>
    public async Task<PreparedSamples> PrepareAsync(CancellationToken cancellationToken)
    {
        var chosen = await ChosenAsync(cancellationToken);
        List<AnchoredEvidence> anchored = [];
        List<StaleSample> stale = [];
        StringBuilder copy = new();
        await foreach (var line in JsonLines.ReadAsync(Dataset, cancellationToken))
            if (line.Problem is null && chosen.Rows.TryGetValue(SampleId(line) ?? "", out var sample))
                copy.Append(Anchor(JsonNode.Parse(line.Root.GetRawText())!.AsObject(), sample, anchored, stale).ToJsonString(RunJson.Compact)).Append('\n');
        if (chosen.IsAll && anchored.Count == 0 && stale.Count == 0)
            return new(Dataset, chosen.Rows.Count, [], []);
        return new(Write(copy.ToString()), chosen.Rows.Count, anchored, stale);
    }

    private static string? SampleId(JsonLine line) => line.Root.TryGetProperty("id", out var id) ? id.GetString() : null;

    // Evidence is left unchecked here: what moved is found again below.
    private async Task<(Dictionary<string, Sample> Rows, bool IsAll)> ChosenAsync(CancellationToken cancellationToken)
    {
        SampleSelection selection = new(Split, Seed: Seed);
        List<Sample> all = [];
        await foreach (var sample in new DatasetReader().ReadAsync(Dataset, selection, cancellationToken))
            all.Add(sample);
        if (Subset is not { } rows || rows >= all.Count)
            return (all.ToDictionary(s => s.Id, StringComparer.Ordinal), true);
        var order = all.OrderBy(selection.Rank).ToList();
        var first = (int)((long)(Night - 1) * rows % all.Count);
        return (Enumerable.Range(0, rows).Select(i => order[(first + i) % all.Count]).ToDictionary(s => s.Id, StringComparer.Ordinal), false);
    }

    private JsonObject Anchor(JsonObject row, Sample sample, List<AnchoredEvidence> anchored, List<StaleSample> stale)
    {
        if (Corpus is null || sample.Evidence.Count == 0)
            return row;
        EvidenceAnchor anchor = new(Corpus);
        var found = sample.Evidence.Select(e => (Evidence: e, Now: anchor.Find(e))).ToList();
        if (found.Find(f => f.Now.Found is null) is { Now.Why: { } why } gone)
        {
            stale.Add(new(sample.Id, gone.Evidence.Document, why));
            row.Remove("evidence");
            return row;
        }

        List<AnchoredEvidence> moved = [.. found.Where(f => f.Now.Found != f.Evidence).Select(f => new AnchoredEvidence(sample.Id, f.Evidence.Document, f.Evidence.Quote, f.Now.Found!.Document, f.Now.Found.Quote))];
        if (moved.Count > 0)
            row["evidence"] = new JsonArray([.. found.Select(f => Written(f.Now.Found!))]);
        anchored.AddRange(moved);
        return row;
    }

    // An empty quote means the whole document, and is not written.
    private static JsonNode Written(GoldEvidence evidence) => evidence.Quote.Length == 0
        ? new JsonObject { ["document"] = evidence.Document }
        : new JsonObject { ["document"] = evidence.Document, ["quote"] = evidence.Quote };

    private string Write(string text)
    {
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Path.GetFullPath(Folder), $"{ContentHash.Short(ContentHash.Of(text))}.jsonl");
        if (!File.Exists(file))
        {
            File.WriteAllText(file + ".new", text);
            File.Move(file + ".new", file, overwrite: true);
        }

        return file;
    }
}
