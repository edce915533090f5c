using System.Text.Json;
using EvalHarness.Gates;
using EvalHarness.Nightly;
using EvalHarness.Runs;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Story;

/// <summary>The faults of datasets/helpdesk/faults, made on a copy of the dataset: each experiment is run once, and judged as often as is asked.</summary>
internal sealed class HelpdeskFaults : IAsyncDisposable
{
    private readonly HelpdeskCopy helpdesk = new();
    private readonly ServedHelpdesk served;
    private readonly StubServer server;
    private readonly Dictionary<string, Task<string>> runs = new(StringComparer.Ordinal);

    private HelpdeskFaults(ServedHelpdesk served, StubServer server)
    {
        (this.served, this.server) = (served, server);
        helpdesk.Make("train.2026-09.jsonl", "faults/train.corrupted.jsonl", TrainingChanges.Rotated);
        helpdesk.Make("train.2026-09.jsonl", "faults/train.reordered.jsonl", TrainingChanges.Reordered);
        helpdesk.Make("train.2026-09.jsonl", "faults/train.leaked.jsonl", lines => TrainingChanges.WithQuestion(lines, GoldQuestion()));
        helpdesk.Make("train.2026-09.jsonl", "faults/train.grown.jsonl", lines => TrainingChanges.WithQuestion(lines, "May the shop's parrot have an account of its own?"));
        helpdesk.Make("samples.jsonl", "faults/samples.changed.jsonl", lines => lines.Where(l => l.Contains("\"changed_since_march\": \"yes\"", StringComparison.Ordinal)));
        helpdesk.Make("samples.jsonl", "faults/samples.few.jsonl", lines => lines.Take(24));
        helpdesk.Folder.Write("faults/anchors.jsonl", AnchorLabels.Of(helpdesk.Folder["samples.jsonl"]));
    }

    public static async Task<HelpdeskFaults> StartAsync()
    {
        ServedHelpdesk served = new();
        return new HelpdeskFaults(served, await served.StartAsync());
    }

    /// <summary>Runs an experiment, where nobody has yet, and judges one of its pipelines against the baseline.</summary>
    public async Task<Finding> GateAsync(string experiment, string policy, string candidate, params string[] more)
    {
        var key = string.Join(' ', [experiment, .. more]);
        if (!runs.TryGetValue(key, out var run))
            runs[key] = run = RunAsync(experiment, more);
        var result = await helpdesk.RunAsync("gate", await run, "--policy", $"./faults/{policy}.gate.yaml", "--candidate", candidate, "--out", "./reports");
        var gate = JsonDocument.Parse(File.ReadAllText(Path.Combine(helpdesk.Reports, await run, GateFile.Name))).RootElement;
        return new Finding(result.ExitCode, $"{Verdict(gate)}{string.Concat(Lines(gate).Select(l => $"; {l}"))}");
    }

    public async Task<Finding> LintAsync(string train)
    {
        var result = await helpdesk.RunAsync("lint-training", $"./faults/{train}", "--against", "./samples.jsonl", "--format", "json");
        var lint = JsonDocument.Parse(result.Output).RootElement;
        var errors = lint.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() == "error");
        return new Finding(result.ExitCode, $"{lint.GetProperty("leaks")} leaks{string.Concat(errors.Select(f => $"; {f.GetProperty("rule")}, gold {f.GetProperty("sample")}: {f.GetProperty("found").GetString()}"))}");
    }

    /// <summary>The second night of a history of its own; the first is a good one, the same for all.</summary>
    /// <param name="change">What is otherwise from then on.</param>
    public async Task<Finding> SecondNightAsync(string experiment, string history, string change)
    {
        await GoodNightAsync(experiment, history);
        return await NightAsync(experiment, history, "--set", change);
    }

    /// <summary>The second night of served models, after something has broken.</summary>
    /// <param name="isAnchored">Whether the judge is held against labels first.</param>
    public async Task<Finding> ServedNightAsync(string history, Action<ServedHelpdesk> fault, bool isAnchored = true)
    {
        string[] anchors = isAnchored ? ["--anchors", "groundedness=./faults/anchors.jsonl"] : [];
        await GoodNightAsync("nightly", history, Serving);
        fault(served);
        try
        {
            return await NightAsync("nightly", history, [.. Serving, .. anchors]);
        }
        finally
        {
            served.Mend();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        helpdesk.Dispose();
    }

    private string[] Serving => ["--set", $"endpoints.serving.url={server.Url}/v1"];

    private async Task GoodNightAsync(string experiment, string history, params string[] more)
    {
        var first = $"{experiment}-night-1";
        if (!Directory.Exists(helpdesk.Folder[first]))
        {
            var night = await NightAsync(experiment, first, more);
            Assert.That(night.ExitCode, Is.Zero, night.Says);
        }

        foreach (var file in Directory.EnumerateFiles(helpdesk.Folder[first]))
            helpdesk.Folder.Write($"{history}/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file));
    }

    private async Task<Finding> NightAsync(string experiment, string history, params string[] more)
    {
        var result = await helpdesk.RunAsync(["nightly", $"./faults/{experiment}.yaml", "--history", $"./{history}", "--policy", $"./faults/{experiment}.gate.yaml", "--out", "./reports", .. more]);
        var night = JsonSerializer.Deserialize<Night>(helpdesk.Folder.Text($"{history}/nightly.json"), RunJson.Indented)!;
        return new Finding(result.ExitCode, $"{night.Verdict.ToString().ToUpperInvariant()}: {night.Why}");
    }

    private async Task<string> RunAsync(string experiment, string[] more)
    {
        string[] served = experiment == "reranker" ? ["--set", $"endpoints.ranking.url={server.Url}/v1"] : [];
        var result = await helpdesk.RunAsync(["run", $"./faults/{experiment}.yaml", "--out", "./reports", .. served, .. more]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return Directory.GetDirectories(helpdesk.Reports).Select(d => new RunFolder(d)).Where(f => File.Exists(f.ManifestFile)).Select(f => f.ReadManifest()).MaxBy(m => m.StartedAt)!.Id;
    }

    private static string Verdict(JsonElement gate) => $"{gate.GetProperty("verdict").GetString()!.ToUpperInvariant()}: {gate.GetProperty("why").GetString()}";

    private static IEnumerable<string> Lines(JsonElement gate) => gate.GetProperty("lines").EnumerateArray()
        .Where(l => l.GetProperty("outcome").GetString() is "fail" or "invalid")
        .Select(l => $"{l.GetProperty("metric").GetString()} {l.GetProperty("why").GetString()}");

    private string GoldQuestion() => JsonDocument.Parse(File.ReadLines(helpdesk.Folder["samples.jsonl"]).First()).RootElement.GetProperty("question").GetString()!;
}
