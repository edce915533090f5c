using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Gates;

/// <summary>Counts how often each dataset was looked at through a gate, and what each look spent of α: <c>looks.jsonl</c> beside the runs, append-only.</summary>
/// <remarks>
/// Twenty candidates at −margin against one test set promote one with 64 %: so α is shared over looks. A verdict of INVALID looks
/// at no difference and spends nothing. One process at a time has the ledger.
/// </remarks>
public sealed class LookLedger : IDisposable
{
    public const string FileName = "looks.jsonl";

    private readonly FileStream file;
    private readonly List<LookEntry> entries;

    private LookLedger(FileStream file, List<LookEntry> entries) => (this.file, this.entries) = (file, entries);

    /// <param name="parent">The folder of runs.</param>
    /// <exception cref="InputException">It is damaged, or another process has it.</exception>
    public static LookLedger Open(string parent)
    {
        var path = Path.Combine(Path.GetFullPath(parent), FileName);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new LookLedger(file, Read(path, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, $"the ledger of looks cannot be opened ({exception.Message})", "Wait for the other gate, or name a folder of runs that can be written to."));
        }
    }

    /// <summary>The look that judging this evidence would be: the one that it already was, or the next.</summary>
    public Look Next(Policy policy, JudgedRun run, string evidence)
    {
        var looks = entries.Where(e => e.DatasetHash == run.DatasetHash && e.Split == run.Split).ToList();
        if (looks.Find(e => e.Evidence == evidence) is { } again)
            return new Look(again.Look, again.Alpha);
        var left = Math.Max(0, policy.Alpha - looks.Sum(e => e.Alpha));
        var share = policy.Looks is { } planned ? Math.Min(left, policy.Alpha / planned) : left / 2;
        // What rounding leaves is nothing.
        return new Look(looks.Count + 1, share > policy.Alpha * 1e-6 ? share : 0);
    }

    /// <summary>Writes down what was looked at; the same evidence once.</summary>
    public void Enter(JudgedRun run, string evidence, Look look, GateResult result)
    {
        if (result.Verdict is Verdict.Invalid || entries.Exists(e => e.Evidence == evidence && e.DatasetHash == run.DatasetHash && e.Split == run.Split))
            return;
        LookEntry entry = new(run.DatasetHash, run.Split, evidence, look.Number, look.Alpha, run.Run, result.PolicyHash, result.Verdict, result.DecidedAt);
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, RunJson.Compact) + "\n"));
        file.Flush(flushToDisk: true);
        entries.Add(entry);
    }

    /// <summary>What makes two looks the same: both sides' answers, how they were scored, and the policy.</summary>
    public static string Evidence(Policy policy, IEnumerable<JudgedRun> runs) => ContentHash.Of(
    [
        policy.Hash,
        .. runs.SelectMany(r => (string[])[r.Run, r.Candidate, r.CandidateIdentity, r.BaselineRun, r.Baseline, r.BaselineIdentity, .. r.Definitions.Values, r.Calibrations ?? ""]),
    ]);

    public void Dispose() => file.Dispose();

    private static List<LookEntry> Read(string path, FileStream file)
    {
        using StreamReader reader = new(file, Encoding.UTF8, leaveOpen: true);
        List<LookEntry> entries = [];
        for (var number = 1; reader.ReadLine() is { } line; number++)
            entries.Add(Entry(line) ?? throw Damaged(path, number, file));
        return entries;
    }

    private static LookEntry? Entry(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LookEntry>(line, RunJson.Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static InputException Damaged(string path, int line, FileStream file)
    {
        file.Dispose();
        return new InputException(new InputProblem($"{path}:{line}", "this line is no look", "Put the ledger back from a copy: without it nobody knows how much of α is spent."));
    }
}
