using System.Globalization;
using EvalHarness.Inputs;
using EvalHarness.Runs;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Tests.Cli;

/// <summary>A run that is killed, interrupted or shared, on a real child process.</summary>
[NonParallelizable]
internal sealed class ResumeTests
{
    private const int Samples = 120;
    private const int KillsAlways = 5;
    private const int KillsInFull = 20;

    private static readonly string Experiment = Path.Combine(Repository.Helpdesk, "experiment.yaml");

    private TemporaryFolder whole = null!;
    private string[] expected = null!;
    private TimeSpan duration;

    [OneTimeSetUp]
    public async Task RunUninterruptedAsync()
    {
        whole = new TemporaryFolder();
        await CliProcess.RunAsync(Arguments(whole, "--new"));
        var begun = TimeProvider.System.GetTimestamp();
        var result = await CliProcess.RunAsync(Arguments(whole, "--new"));
        duration = TimeProvider.System.GetElapsedTime(begun);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        expected = Timeless(whole);
    }

    [OneTimeTearDown]
    public void Remove() => whole.Dispose();

    public static IEnumerable<int> Moments => Enumerable.Range(0, LongTests.Includes(0) ? KillsInFull : KillsAlways);

    [TestCaseSource(nameof(Moments))]
    public async Task A_run_killed_at_any_moment_is_finished_by_the_same_command_with_the_same_rows(int moment)
    {
        using var reports = new TemporaryFolder();
        using (var killed = CliProcess.Start(Arguments(reports)))
        {
            var share = new Random(moment).NextDouble();
            await Task.Delay(duration * (0.2 + (0.75 * share)));
            await killed.KillAsync();
        }

        var result = await CliProcess.RunAsync(Arguments(reports));

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Timeless(reports), Is.EqualTo(expected));
        Assert.That(TracesPerWorkItem(reports), Is.EqualTo((Samples * 2, 1)));
    }

    [Test]
    public async Task Ctrl_C_leaves_a_run_that_the_same_command_resumes()
    {
        if (IsInterruptIgnored())
            Assert.Ignore("SIGINT is ignored here and would be in the child: the tests were started in the background of a shell");
        using var reports = new TemporaryFolder();
        using var interrupted = CliProcess.Start(Arguments(reports));
        while (!interrupted.HasExited && AnswersSoFar(reports) < 20)
            await Task.Delay(10);
        interrupted.Interrupt();
        var stopped = await interrupted.EndAsync();

        var result = await CliProcess.RunAsync(Arguments(reports));

        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("the same command goes on from here"));
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("resum"));
        Assert.That(Timeless(reports), Is.EqualTo(expected));
    }

    // Which signals a process ignores is inherited; SIGINT is the second bit.
    private static bool IsInterruptIgnored() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Any(l => l.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToUInt64(l[7..].Trim(), 16) & 2) != 0);

    [Test]
    public async Task A_second_process_on_the_same_run_is_refused()
    {
        var folder = Run(whole);
        using var held = RunLock.Take(folder);

        var result = await CliProcess.RunAsync("report", folder.FullPath);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain($"process {Environment.ProcessId}, started"));
    }

    [Test]
    public async Task Reporting_twice_writes_the_same_bytes()
    {
        var folder = Run(whole);
        var before = Files(folder);

        var result = await CliProcess.RunAsync("report", folder.FullPath);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Files(folder), Is.EqualTo(before));
    }

    private static string[] Arguments(TemporaryFolder reports, params string[] more) =>
        ["run", Experiment, "--pipelines", "base,rag", "--limit", $"{Samples}", "--out", reports.FullPath, .. more];

    private static RunFolder Run(TemporaryFolder reports) =>
        new(Directory.GetDirectories(reports.FullPath).Where(d => File.Exists(Path.Combine(d, "samples.csv"))).Order(StringComparer.Ordinal).Last());

    // Every column but the run's id and those that are times.
    private static string[] Timeless(TemporaryFolder reports)
    {
        var lines = CsvText.Read(File.ReadAllText(Path.Combine(Run(reports).FullPath, "samples.csv")));
        var kept = lines[0].Index().Where(c => c.Item != "run" && !c.Item.Contains("latency", StringComparison.Ordinal)).Select(c => c.Index).ToList();
        return [.. lines.Select(line => string.Join('|', kept.Select(c => line[c])))];
    }

    private static (int Traces, int MostPerWorkItem) TracesPerWorkItem(TemporaryFolder reports)
    {
        using var connection = Connect(Run(reports).Database);
        using var query = new SqliteCommand("select count(*), max(n) from (select count(*) n from traces group by work_item)", connection);
        using var reader = query.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private static int AnswersSoFar(TemporaryFolder reports)
    {
        var database = Directory.EnumerateFiles(reports.FullPath, "run.db", SearchOption.AllDirectories).FirstOrDefault();
        if (database is null || !File.Exists(Path.Combine(Path.GetDirectoryName(database)!, "run.json")))
            return 0;
        using var connection = Connect(database);
        using var query = new SqliteCommand("select count(*) from traces", connection);
        return Convert.ToInt32(query.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Connect(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private static string[] Files(RunFolder folder) =>
        [.. Directory.EnumerateFiles(folder.FullPath, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith("run.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetFileName(f)} {ContentHash.OfFile(f)}")];
}
