using EvalHarness.Gates;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Gates;

public sealed class PolicyReaderTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void What_is_not_said_has_a_default()
    {
        var policy = Read("metrics: { token-f1: { role: guardrail, margin: 0.05 } }\n");

        Assert.That((policy.Name, policy.Alpha, policy.Looks, policy.KappaFloor), Is.EqualTo(("gate", 0.05, (int?)null, 0.4)));
        Assert.That((policy.Sections[0].MinimumRows, policy.Sections[0].MinimumClusters, policy.Sections[0].CoverageFloor, policy.Sections[0].ErrorBudget), Is.EqualTo((100, 20, 0.95, 0.02)));
    }

    [Test]
    public void Several_runs_take_over_what_stands_above_them()
    {
        var policy = Read(
            """
            minimum: { rows: 50 }
            runs:
              helpdesk: { metrics: { token-f1: { role: guardrail, margin: 5% } } }
              safety: { minimum: { rows: 200 }, ceilings: { "latency-service-ms:p95": 900 } }
            """);

        Assert.That(policy.Sections.Select(s => (s.Experiment, s.MinimumRows)), Is.EqualTo(new[] { ("helpdesk", 50), ("safety", 200) }));
        Assert.That(policy.Sections[0].Metrics[0].Margin, Is.EqualTo(new Margin(0.05, IsRelative: true)));
        Assert.That(policy.Sections[1].Ceilings["latency-service-ms:p95"], Is.EqualTo(900));
    }

    [Test]
    public void Comments_do_not_change_its_hash_and_a_margin_does()
    {
        var hash = Read("metrics: { token-f1: { role: guardrail, margin: 0.05 } }\n").Hash;

        Assert.That(Read("# why\nmetrics: { token-f1: { role: guardrail, margin: 0.05 } }\n").Hash, Is.EqualTo(hash));
        Assert.That(Read("metrics: { token-f1: { role: guardrail, margin: 0.06 } }\n").Hash, Is.Not.EqualTo(hash));
    }

    [TestCase("metrics: { token-f1: { role: guardrail } }\n", "margin")]
    [TestCase("metrics: { token-f1: { role: guardrial, margin: 0.1 } }\n", "guardrial")]
    [TestCase("metrics: { token-f1: { role: guardrail, margin: -0.1 } }\n", "margin")]
    [TestCase("metrics: { token-f1: { role: guardrail, margin: 5 percent } }\n", "margin")]
    [TestCase("metrics: { token-f1: { role: information, margin: 0.1 } }\n", "margin")]
    [TestCase("alpha: 0.5\nmetrics: { token-f1: { role: objective } }\n", "alpha")]
    [TestCase("name: nothing\n", "gate.yaml")]
    public void A_wrong_policy_says_where(string yaml, string named)
    {
        Assert.That(() => Read(yaml), Throws.TypeOf<InputException>().With.Message.Contains("gate.yaml").And.Message.Contains(named));
    }

    [Test]
    public void The_policies_that_are_shown_are_valid()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "gate.md"));

        Assert.That(Read(guide.Split("```yaml\n")[1].Split("```")[0]).Sections[0].Metrics, Has.Count.EqualTo(5));
        Assert.That(PolicyReader.Read(Path.Combine(Repository.Root, "datasets", "helpdesk", "gate.yaml")).Candidate, Is.EqualTo("fine-tuned@2026-09"));
    }

    [TestCase("latency-service-ms:p95", "latency-service-ms", 0.95)]
    [TestCase("latency-service-ms:p99.9", "latency-service-ms", 0.999)]
    [TestCase("token-f1", "token-f1", null)]
    [TestCase("a:place", "a:place", null)]
    public void A_figure_may_be_a_quantile(string name, string metric, double? quantile)
    {
        var figure = FigureName.Of(name);

        Assert.That(figure.Metric, Is.EqualTo(metric));
        Assert.That(figure.Quantile, quantile is { } share ? Is.EqualTo(share).Within(1e-12) : Is.Null);
    }

    private Policy Read(string yaml) => PolicyReader.Read(folder.Write("gate.yaml", yaml));
}
