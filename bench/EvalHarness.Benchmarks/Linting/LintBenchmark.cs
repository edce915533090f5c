using System.Globalization;
using EvalHarness.TrainingData;

namespace EvalHarness.Benchmarks.Linting;

/// <summary>Lints made-up training data against made-up gold with planted leaks, and prints time, throughput, memory and what was found.</summary>
internal static class LintBenchmark
{
    private const int Listed = int.MaxValue;

    /// <param name="arguments"><c>lint [examples] [gold]</c>; 100,000 and 10,000 when left out.</param>
    public static async Task<int> RunAsync(TextWriter output, TimeProvider time, string[] arguments)
    {
        var (examples, gold) = (Number(arguments, 1, 100_000), Number(arguments, 2, 10_000));
        var folder = Directory.CreateTempSubdirectory("evalharness-lint-").FullName;
        try
        {
            var planted = LintData.Write(folder, examples, gold);
            var begun = time.GetTimestamp();
            var result = await TrainingLinter.LintAsync(new LintRequest { TrainFile = Path.Combine(folder, "train.jsonl"), Dataset = Path.Combine(folder, "samples.jsonl"), ListedPerRule = Listed }, CancellationToken.None);
            Print(output, result, planted, time.GetElapsedTime(begun));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(TextWriter output, LintResult result, IReadOnlyDictionary<int, PlantedLeak> planted, TimeSpan elapsed)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Training.Rows:#,0} examples × {result.Dataset.Rows:#,0} gold in {elapsed.TotalSeconds:0.0} s on {Environment.ProcessorCount} processors: {result.Training.Rows / elapsed.TotalSeconds:#,0} examples/s, peak {PeakMegabytes():#,0} MB"));
        var leaks = Found(result, f => f.Rule.StartsWith("leak-", StringComparison.Ordinal));
        var similar = Found(result, f => f.Rule == LintRules.SimilarQuestion.Id);
        foreach (var kind in planted.GroupBy(p => p.Value.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key}: of {kind.Count():#,0} planted {kind.Count(p => leaks.Contains((p.Key, p.Value.Sample))):#,0} are errors, {kind.Count(p => similar.Contains((p.Key, p.Value.Sample))):#,0} warnings"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  not planted: {leaks.Count(IsNotPlanted):#,0} errors, {similar.Count(IsNotPlanted):#,0} warnings"));

        bool IsNotPlanted((int Line, string Sample) found) => !planted.TryGetValue(found.Line, out var leak) || leak.Sample != found.Sample;
    }

    private static HashSet<(int Line, string Sample)> Found(LintResult result, Func<LintFinding, bool> which) =>
        [.. result.Findings.Where(which).Select(f => (int.Parse(f.Where.AsSpan(f.Where.LastIndexOf(':') + 1), CultureInfo.InvariantCulture), f.Sample!))];

    private static long PeakMegabytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024 * 1024);
    }

    private static int Number(string[] arguments, int place, int otherwise) =>
        arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise;
}
