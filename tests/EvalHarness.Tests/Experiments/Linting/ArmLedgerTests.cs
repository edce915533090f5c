using EvalHarness.Experiments;
using EvalHarness.Experiments.Linting;
using EvalHarness.Inputs;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.Experiments.Linting;

public class ArmLedgerTests
{
    private const string Yaml = """
        name: small
        dataset: samples.jsonl
        baseline: base
        fixed_costs:
          - { for: [tuned], kind: training, usd: 12.5, date: 2026-11-01, source: an invoice, note: one tuning }
        tuning:
          base: { labels: 0, dev_looks: 7, hours: 1.5, note: "by hand" }
        checkpoints:
          small@1: { train: train.jsonl, corpus: corpus }
        pipelines:
          base: { model: { provider: embedded, name: untuned } }
          tuned: { model: { provider: embedded, checkpoint: small@1 } }
          other: { model: { provider: embedded, name: untuned } }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        folder.Write("samples.jsonl", "");
        folder.Write("corpus/a.md", "---\nid: a\n---\nText.\n");
        folder.Write("train.jsonl", "{}\n\n{}\n");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void What_is_declared_wins_and_what_nobody_says_is_unknown()
    {
        var given = new ArmLedger(Read(Yaml)).Entries();

        Assert.That(given, Is.EqualTo(new[]
        {
            new ArmGiven("base", null, 0, "declared", 7, 1.5, null, null, "by hand"),
            new ArmGiven("tuned", "small@1", 2, "training file", null, null, null, 12.5m, null),
            new ArmGiven("other", null, null, null, null, null, null, null, null),
        }));
    }

    [Test]
    public void Declared_budgets_are_no_part_of_the_experiments_hash() =>
        Assert.That(Read(Yaml.Replace("dev_looks: 7", "dev_looks: 8", StringComparison.Ordinal)).Hash, Is.EqualTo(Read(Yaml).Hash));

    [Test]
    public void A_budget_of_no_pipeline_names_the_one_that_was_meant() => Assert.That(
        () => Read(Yaml.Replace("  base: { labels", "  bse: { labels", StringComparison.Ordinal)),
        Throws.TypeOf<InputException>().With.Message.Contains("there is no pipeline 'bse'. Did you mean 'base'?"));

    private Experiment Read(string yaml) => ExperimentReader.Read(folder.Write("experiment.yaml", yaml));
}
