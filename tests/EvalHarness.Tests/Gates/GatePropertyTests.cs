using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Tests.Comparisons;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Gates;

/// <summary>What holds of every verdict, whatever the rows: recall in quarters, both sides alike but for chance.</summary>
[Properties(Replay = "20261129,17", MaxTest = 40)]
public sealed class GatePropertyTests
{
    private const string Policy = "minimum: { rows: 20, clusters: 6 }\nmetrics: { retrieval-recall@5: { role: guardrail, margin: 0.05 }, answer-correctness: { role: guardrail, margin: 0.1 } }\n";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Property]
    public Property Improving_rows_never_turns_promote_into_reject() => Prop.ForAll(Rows(), rows =>
    {
        var gate = new TestGate(folder, Policy);
        var before = gate.Decide(Table(rows)).Verdict;

        return before is not Verdict.Promote || gate.Decide(Table([.. rows.Select((r, i) => i % 9 == 0 ? r with { New = Math.Min(4, r.New + 1) } : r)])).Verdict is not Verdict.Reject;
    });

    [Property]
    public Property The_order_of_rows_changes_nothing() => Prop.ForAll(Rows(), rows =>
    {
        var gate = new TestGate(folder, Policy);

        return GateFile.Text(gate.Decide(Table(rows))) == GateFile.Text(gate.Decide(Table(rows, isReversed: true)));
    });

    [Test]
    public void The_rows_meet_promote_as_well_as_reject()
    {
        var gate = new TestGate(folder, Policy);

        var verdicts = Rows().Generator.Sample(50, new Rnd(20261129, 17), 60).Select(rows => gate.Decide(Table(rows)).Verdict).ToHashSet();

        Assert.That(verdicts, Is.SupersetOf(new[] { Verdict.Promote, Verdict.Inconclusive, Verdict.Reject }));
    }

    private static Arbitrary<PairedRecall[]> Rows() => (
        from n in Gen.Choose(40, 160)
        from better in Gen.Choose(0, 25)
        from worse in Gen.Choose(0, 70)
        from rows in Gen.ArrayOf(Row(better, worse), n)
        select rows).ToArbitrary();

    private static Gen<PairedRecall> Row(int better, int worse) =>
        from old in Gen.Choose(0, 4)
        from luck in Gen.Choose(0, 99)
        select new PairedRecall(old, Math.Clamp(luck < better ? old + 1 : luck >= 100 - worse ? old - 1 : old, 0, 4));

    private static ScoreTable Table(PairedRecall[] rows, bool isReversed = false)
    {
        TestRun run = new(TestGate.Success, TestRun.Correct, TestRun.Recall);
        for (var i = 0; i < rows.Length; i++)
            foreach (var (pipeline, recall) in new[] { ("old", rows[i].Old), ("new", rows[i].New) })
                run.Row(pipeline, $"s{i}", $"doc-{i / 2}", [], 0, TestGate.Success.Scored(true), TestRun.Correct.Scored(recall > 1), TestRun.Recall.Scored(recall / 4.0));
        return (isReversed ? run.LoadReversedAsync() : run.LoadAsync()).GetAwaiter().GetResult();
    }

    private readonly record struct PairedRecall(int Old, int New);
}
