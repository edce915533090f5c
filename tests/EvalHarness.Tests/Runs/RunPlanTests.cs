using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Runs;

internal sealed class RunPlanTests
{
    private static readonly PipelineSpec[] Pipelines =
        [.. new[] { "a", "b", "c", "d" }.Select(n => new PipelineSpec(n, "chat", "/", [], new Dictionary<string, string> { ["model"] = n }))];

    private readonly RunPlan plan = new(Pipelines, null, repeats: 2, seed: 7);

    [Test]
    public void Every_sample_meets_every_pipeline_in_every_repetition_once()
    {
        var items = plan.Items(Some.Sample()).ToList();

        Assert.That(items, Has.Count.EqualTo(8));
        Assert.That(items.Select(i => (i.Pipeline, i.Repeat)).Distinct().Count(), Is.EqualTo(8));
        Assert.That(items.Select(i => i.Id).Distinct().Count(), Is.EqualTo(8));
    }

    [Test]
    public void No_pipeline_always_goes_first_and_the_seed_decides()
    {
        var first = Enumerable.Range(0, 200).Select(n => plan.Items(Some.Sample($"s{n}")).First().Pipeline).ToList();
        var again = Enumerable.Range(0, 200).Select(n => new RunPlan(Pipelines, null, 2, 7).Items(Some.Sample($"s{n}")).First().Pipeline);

        Assert.That(first, Is.EqualTo(again));
        Assert.That(first.CountBy(p => p).ToDictionary().Values, Has.Count.EqualTo(4).And.All.InRange(25, 80));
    }

    [Test]
    public void A_mended_gold_label_leaves_the_work_item_as_it_is_and_a_changed_question_does_not()
    {
        var before = plan.Items(Some.Sample()).Select(i => i.Id).ToList();

        Assert.That(plan.Items(Some.Sample() with { Answers = ["another"] }).Select(i => i.Id), Is.EqualTo(before));
        Assert.That(plan.Items(Some.Sample(question: "Another?")).Select(i => i.Id), Has.None.AnyOf(before));
    }

    [Test]
    public void The_name_of_a_pipeline_is_not_part_of_what_can_change_an_answer()
    {
        var renamed = new RunPlan([Pipelines[0] with { Name = "renamed" }], null, 1, 7).Items(Some.Sample()).Single();

        Assert.That(renamed.Id, Is.EqualTo(plan.Items(Some.Sample()).Single(i => i is { Pipeline: "a", Repeat: 0 }).Id));
    }
}
