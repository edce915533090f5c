using EvalHarness.Pipelines;

namespace EvalHarness.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class UncountedEntryTests
{
    private readonly ScriptedPipelines pipelines = new ScriptedPipelines()
        .With("fine", ScriptedEvaluation.Right)
        .With("unnamed", (request, _, _) => Task.FromResult(Some.Answer(ScriptedEvaluation.Right(request)) with { Model = null }));

    [Test]
    public async Task An_answer_that_costs_nothing_is_in_no_ledger()
    {
        using var evaluation = new ScriptedEvaluation(pipelines, "concurrency: 1", "fine");

        var report = await evaluation.RunAsync();

        Assert.That(pipelines.Calls, Has.Count.EqualTo(2 + ScriptedEvaluation.Samples));
        Assert.That(report.Manifest.Preparation, Is.Null);
    }

    [Test]
    public async Task Without_calls_of_its_own_the_answer_says_what_was_used()
    {
        using var evaluation = ScriptedEvaluation.CallingEndpoints(pipelines, "concurrency: 1, warm_up: 2", "fine");

        var report = await evaluation.RunAsync();

        Assert.That(report.Manifest.Preparation!.Select(p => (p.What, p.Model, p.Usage, p.FromCache)), Is.EqualTo(new[]
        {
            ("warm-up of fine, s1", "some-model", new TokenUsage(100, 20), false),
            ("warm-up of fine, s2", "some-model", new TokenUsage(100, 20), false),
        }));
    }

    [Test]
    public async Task What_names_no_model_has_an_unknown_price_and_is_no_gift()
    {
        using var evaluation = ScriptedEvaluation.CallingEndpoints(pipelines, "concurrency: 1, warm_up: 1", "unnamed");

        var report = await evaluation.RunAsync();

        var entry = report.Ledger.Single(e => e.Item == "warm-up of unnamed, s1");
        Assert.That((entry.Usd, entry.SpentUsd), Is.EqualTo(((decimal?)null, (decimal?)null)));
        Assert.That(entry.Basis, Is.EqualTo("120 tokens by a model that the pipeline does not name"));
    }
}
