using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Nightly;
using EvalHarness.Nightly.History;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Tests.Nightly;

/// <summary>Real nights on the command line: what is quiet, what is an alarm, what says nothing.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NightlyCommandTests : IDisposable
{
    private readonly RecordedNights nights = new();

    public void Dispose() => nights.Dispose();

    [Test]
    public async Task A_first_night_is_quiet_and_leaves_a_page_charts_and_a_line_for_the_log()
    {
        var result = await nights.NightAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("night 1").And.Contain("QUIET").And.Contain("history: "));
        Assert.That(InputSchemas.Named("nightly").Validate(JsonDocument.Parse(nights.Folder.Text("history/nightly.json")).RootElement), Is.Empty);
        Assert.That(nights.Folder.Text("history/nightly.md"), Does.StartWith("**passes, night 1"));
        Assert.That(nights.Folder.Text("history/index.html"), Does.Contain("data:image/svg+xml").And.Contain("Content-Security-Policy").And.Not.Contain("<script"));
        Assert.That(Directory.GetFiles(nights.Folder["history/charts"], "*.png"), Is.Not.Empty);
        Assert.That(Path.Combine(Directory.GetDirectories(nights.Folder["reports"]).Single(d => File.Exists(Path.Combine(d, "run.json"))), "nightly.json"), Does.Exist);
    }

    [Test]
    public async Task A_deterministic_pipeline_adds_no_evidence_however_often_it_is_asked()
    {
        nights.Record("production", i => i != 0);
        await nights.NightAsync();
        var first = nights.Last;
        for (var night = 0; night < 2; night++)
            Assert.That((await nights.NightAsync()).ExitCode, Is.Zero);

        var last = nights.Last;
        Assert.That(last.Number, Is.EqualTo(3));
        Assert.That(last.Diff!.IsNone, Is.True);
        Assert.That(last.Diff.SinceChampion.Select(c => (c.Sample, c.IsWorse)), Is.EqualTo(new[] { ("s00", true) }));
        Assert.That(last.Guardrails[0].E, Is.Null);
        Assert.That((first.Guardrails[0].Statistic, last.Guardrails[0].Statistic), Is.EqualTo((0, 0)));
        Assert.That(last.Why, Does.Contain("byte for byte"));
    }

    [Test]
    public async Task A_change_for_the_worse_is_an_alarm_on_its_night_and_names_what_changed()
    {
        await nights.NightAsync();
        nights.Record("production", i => i % 3 != 0);

        var alarm = await nights.NightAsync();

        Assert.That(alarm.ExitCode, Is.EqualTo(1), alarm.Error);
        Assert.That(alarm.Error, Does.Contain("ALARM: answer-correctness").And.Contain("since night 2").And.Contain("candidate/recording"));
        Assert.That(nights.Last.Onset!.Night, Is.EqualTo(2));
        Assert.That(nights.Last.Guardrails[0].ChangeP, Is.LessThan(0.005));
        Assert.That(nights.Last.Diff!.SinceLastTime, Has.Count.EqualTo(20));

        var standing = await nights.NightAsync();
        Assert.That(standing.ExitCode, Is.EqualTo(1));
        Assert.That(nights.Last.Why, Does.Contain("stands since night 2"));
        Assert.That(nights.Last.Guardrails[0].ChangeP, Is.Null, "a change is judged once");

        nights.Record("production", _ => true);
        Assert.That((await nights.NightAsync()).ExitCode, Is.Zero, "it was rolled back");
    }

    [Test]
    public async Task An_alarm_is_acknowledged_with_a_reason()
    {
        await nights.NightAsync();
        nights.Record("production", i => i % 2 == 0);
        await nights.NightAsync();

        var acknowledged = await nights.NightAsync("--acknowledge", "known, mended on Monday");

        Assert.That(acknowledged.ExitCode, Is.Zero, acknowledged.Error);
        Assert.That((await nights.NightAsync()).ExitCode, Is.Zero);
    }

    [Test]
    public async Task An_outage_says_nothing_and_the_next_night_goes_on()
    {
        await nights.NightAsync();
        nights.Record("production", i => i < 10 ? null : false);

        var outage = await nights.NightAsync();

        Assert.That(outage.ExitCode, Is.EqualTo(3), outage.Error);
        Assert.That(outage.Error, Does.Contain("INVALID: Outage: 10 of 60 answers of 'production' failed, the budget is 2 %"));
        Assert.That(InputSchemas.Named("nightly").Validate(JsonDocument.Parse(nights.Folder.Text("history/nightly.json")).RootElement), Is.Empty);

        nights.Record("production", _ => true);
        Assert.That((await nights.NightAsync()).ExitCode, Is.Zero);
        Assert.That(nights.Last.Number, Is.EqualTo(3));
        Assert.That(nights.Last.Diff!.IsNone, Is.True, "the outage left nothing behind");
    }

    [Test]
    public async Task Gold_that_rotted_is_listed_and_out_of_the_alarm_and_quotes_that_moved_are_found_again()
    {
        await nights.NightAsync();
        Edit(0, "A red harbour pass is valid for 95 days.");
        Edit(1, $"{RecordedNights.Fact(1).ToUpperInvariant()} See below.");
        nights.Folder.Write("corpus/pass-02.md", nights.Folder.Text("corpus/pass-02.md").Replace(RecordedNights.Fact(2), "It moved.", StringComparison.Ordinal));
        nights.Folder.Write("corpus/archive.md", $"---\nid: archive\ntitle: Archive\nupdated: 2026-10-01\n---\n{RecordedNights.Fact(2)}\n");
        nights.Record("production", i => i != 0);

        var result = await nights.NightAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("gold-stale, out of the alarm: s00: 'pass-00' no longer says"));
        Assert.That(nights.Last.GoldStale.Select(s => s.Sample), Is.EqualTo(new[] { "s00" }));
        Assert.That(nights.Last.Anchored.Select(a => (a.Sample, a.NewDocument)), Is.EqualTo(new[] { ("s01", "pass-01"), ("s02", "archive") }));
        Assert.That(nights.Last.Guardrails[0].N, Is.EqualTo(RecordedNights.Samples - 1));
        Assert.That(nights.Last.Diff!.SinceChampion, Is.Empty);
    }

    [Test]
    public async Task Too_much_stale_gold_makes_the_night_invalid_with_the_mend()
    {
        for (var i = 0; i < 7; i++)
            Edit(i, "Nobody knows.");

        var result = await nights.NightAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain("7 of 60 samples are gold-stale").And.Contain("mend their evidence"));
    }

    [Test]
    public async Task A_subset_rotates_through_all_samples()
    {
        for (var night = 0; night < 3; night++)
            Assert.That((await nights.NightAsync("--subset", "20")).ExitCode, Is.Zero);

        using SqliteConnection connection = new($"Data Source={nights.History}/history.db;Pooling=false");
        connection.Open();
        using SqliteCommand query = new("select count(*), count(distinct sample) from answers", connection);
        using var reader = query.ExecuteReader();
        reader.Read();
        Assert.That((reader.GetInt32(0), reader.GetInt32(1)), Is.EqualTo((60, 60)));
        Assert.That(HashChange.Between(NightHistory.Open(nights.History).Nights()[0].Hashes, nights.Last.Hashes), Is.Empty, "a choice of rows is no change of the dataset");
    }

    [Test]
    public async Task Without_a_champion_nights_are_ranked_among_each_other()
    {
        var result = await nights.NightAsync("--champion", "none", "--candidate", "production");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That((nights.Last.Champion, nights.Last.Guardrails[0].Detector), Is.EqualTo(((NightSide?)null, GuardrailLine.Conformal)));
        Assert.That(nights.Last.Guardrails[0].Why, Does.Contain("ties by seed 1"));
    }

    [Test]
    public async Task The_alarm_tests_what_the_gate_forbids()
    {
        var policy = nights.Folder.Write("gate.yaml", "candidate: production\nbaseline: promoted\nmetrics:\n  answer-correctness: { role: guardrail, margin: 0.5 }\n  cost-usd: { role: guardrail, margin: 10% }\n  token-f1: { role: information }\n");
        await nights.NightAsync("--policy", policy);
        nights.Record("production", i => i % 3 != 0);

        var permitted = await nights.NightAsync("--policy", policy);

        Assert.That(permitted.ExitCode, Is.Zero, permitted.Error);
        Assert.That(nights.Last.Guardrails.Select(g => (g.Metric, g.Margin, g.Detector)), Is.EqualTo(new[] { ("answer-correctness", 0.5, "e-shiryaev-roberts"), ("cost-usd", Math.Log(1.1), "cusum") }));
        Assert.That(nights.Last.Guardrails[0].Threshold, Is.EqualTo(4500).Within(1e-9), "the chance is shared by two guardrails");
    }

    [Test]
    public async Task A_night_that_died_after_its_run_is_taken_up_and_recorded_once()
    {
        var run = await nights.RunAsync("run", nights.Folder["experiment.yaml"], "--out", nights.Folder["reports"], "--set", "run.cache=off");
        var id = Path.GetFileName(Directory.GetDirectories(nights.Folder["reports"]).Single(d => File.Exists(Path.Combine(d, "run.json"))));
        NightHistory.Open(nights.History).Begin(id, 1, DateTimeOffset.UtcNow);

        var night = await nights.NightAsync();

        Assert.That((run.ExitCode, night.ExitCode), Is.EqualTo((0, 0)), night.Error);
        Assert.That(night.Error, Does.Contain($"taking up {id}"));
        var history = NightHistory.Open(nights.History);
        history.Append(nights.Last, [], []);
        Assert.That(history.Nights().Select(n => n.Run), Is.EqualTo(new[] { id }));
        Assert.That(history.Unrecorded(), Is.Null);
    }

    [Test]
    public async Task The_history_only_grows()
    {
        await nights.NightAsync();
        using SqliteConnection connection = new($"Data Source={nights.History}/history.db;Pooling=false");
        connection.Open();
        foreach (var table in new[] { "opened", "nights", "answers", "sample_values" })
            foreach (var sql in new[] { $"update {table} set night = 9", $"delete from {table}" })
            {
                using SqliteCommand command = new(sql, connection);
                Assert.That(command.ExecuteNonQuery, Throws.TypeOf<SqliteException>().With.Message.Contains("the history is append-only"), sql);
            }
    }

    [Test]
    public async Task What_is_missing_is_said()
    {
        var nothing = await nights.RunAsync("nightly");
        var noHistory = await nights.RunAsync("nightly", nights.Folder["experiment.yaml"]);

        Assert.That((nothing.ExitCode, noHistory.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(nothing.Error, Does.Contain("no experiment is named"));
        Assert.That(noHistory.Error, Does.Contain("--history: no folder is named"));
    }

    private void Edit(int sample, string text) => nights.Folder.Write($"corpus/pass-{sample:00}.md", nights.Folder.Text($"corpus/pass-{sample:00}.md").Replace(RecordedNights.Fact(sample), text, StringComparison.Ordinal));
}
