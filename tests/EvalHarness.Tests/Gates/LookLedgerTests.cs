using EvalHarness.Gates;
using EvalHarness.Inputs;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

public sealed class LookLedgerTests
{
    private const string Guardrail = "metrics: { answer-correctness: { role: guardrail, margin: 0.05 } }\n";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Each_look_gets_half_of_what_is_left_and_all_of_them_never_more_than_alpha()
    {
        var alphas = await LooksAsync(Guardrail, 30);

        Assert.That(alphas[..3], Is.EqualTo(new[] { 0.025, 0.0125, 0.00625 }).Within(1e-12));
        Assert.That(alphas.Sum(), Is.LessThanOrEqualTo(0.05));
    }

    [Test]
    public async Task Planned_looks_get_equal_shares_and_then_nothing_is_left()
    {
        var alphas = await LooksAsync("looks: 4\n" + Guardrail, 6);

        Assert.That(alphas, Is.EqualTo(new[] { 0.0125, 0.0125, 0.0125, 0.0125, 0, 0 }).Within(1e-12));
    }

    [Test]
    public async Task The_same_evidence_looked_at_again_is_no_new_look()
    {
        TestGate gate = new(folder, Guardrail);
        var run = gate.Run(await RatesAsync(200, 0, 0, 200));
        var evidence = LookLedger.Evidence(gate.Policy, [run.Judged()]);

        Look first, again;
        using (var ledger = LookLedger.Open(folder.FullPath))
        {
            first = ledger.Next(gate.Policy, run.Judged(), evidence);
            ledger.Enter(run.Judged(), evidence, first, gate.Decide(run));
        }

        using (var ledger = LookLedger.Open(folder.FullPath))
            again = ledger.Next(gate.Policy, run.Judged(), evidence);

        Assert.That(again, Is.EqualTo(first));
    }

    [Test]
    public async Task Another_policy_on_the_same_answers_is_another_look_and_other_data_are_not()
    {
        TestGate gate = new(folder, Guardrail), wider = new(folder, Guardrail.Replace("0.05", "0.1", StringComparison.Ordinal));
        var run = gate.Run(await RatesAsync(200, 0, 0, 200));
        var judged = run.Judged();

        using var ledger = LookLedger.Open(folder.FullPath);
        ledger.Enter(judged, LookLedger.Evidence(gate.Policy, [judged]), ledger.Next(gate.Policy, judged, "a"), gate.Decide(run));

        Assert.That(ledger.Next(wider.Policy, judged, LookLedger.Evidence(wider.Policy, [judged])).Number, Is.EqualTo(2));
        Assert.That(ledger.Next(gate.Policy, judged with { DatasetHash = "other" }, "b").Number, Is.EqualTo(1));
        Assert.That(ledger.Next(gate.Policy, judged with { Split = "reserve" }, "b").Number, Is.EqualTo(1));
    }

    [Test]
    public void A_damaged_ledger_is_refused_by_line()
    {
        folder.Write(LookLedger.FileName, "{\"dataset_hash\":\n");

        Assert.That(() => LookLedger.Open(folder.FullPath), Throws.TypeOf<InputException>().With.Message.Contains("looks.jsonl:1"));
    }

    [Test]
    public void One_process_at_a_time_has_it()
    {
        using var held = LookLedger.Open(folder.FullPath);

        Assert.That(() => LookLedger.Open(folder.FullPath), Throws.TypeOf<InputException>().With.Message.Contains("other gate"));
    }

    private async Task<double[]> LooksAsync(string policy, int looks)
    {
        TestGate gate = new(folder, policy);
        var run = gate.Run(await RatesAsync(200, 0, 0, 200));
        using var ledger = LookLedger.Open(folder.FullPath);
        List<double> alphas = [];
        for (var i = 0; i < looks; i++)
        {
            var look = ledger.Next(gate.Policy, run.Judged(), $"evidence {i}");
            alphas.Add(look.Alpha);
            ledger.Enter(run.Judged(), $"evidence {i}", look, gate.Decide(run));
        }

        return [.. alphas];
    }
}
