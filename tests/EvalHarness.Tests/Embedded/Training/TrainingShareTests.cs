using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Training;

namespace EvalHarness.Tests.Embedded.Training;

public sealed class TrainingShareTests
{
    private static readonly IReadOnlyList<TrainingExample> All = [.. Enumerable.Range(0, 100).Select(Example)];

    [Test]
    public void A_larger_share_holds_a_smaller_one_in_the_order_of_the_file()
    {
        var tenth = TrainingShare.Of(All, 0.1, 7);
        var half = TrainingShare.Of(All, 0.5, 7);

        Assert.That((tenth.Count, half.Count), Is.EqualTo((10, 50)));
        Assert.That(half, Is.SupersetOf(tenth));
        Assert.That(half, Is.EqualTo(All.Where(half.Contains)));
    }

    [Test]
    public void A_share_too_small_for_one_example_leaves_one()
    {
        Assert.That(TrainingShare.Of(All, 0.001, 7), Has.Count.EqualTo(1));
    }

    [Test]
    public void Noise_exchanges_the_replies_of_as_many_examples_as_it_says_and_loses_none()
    {
        var noisy = LabelNoise.AddTo(All, 0.2, 7);

        Assert.That(noisy.Zip(All).Count(p => p.First.Target != p.Second.Target), Is.EqualTo(20));
        Assert.That(noisy.Select(e => e.Target), Is.EquivalentTo(All.Select(e => e.Target)));
        Assert.That(noisy.Select(e => e.Prompt), Is.EqualTo(All.Select(e => e.Prompt)));
    }

    [Test]
    public void No_noise_changes_nothing()
    {
        Assert.That(LabelNoise.AddTo(All, 0, 7), Is.SameAs(All));
    }

    private static TrainingExample Example(int number) => new(new ReaderPrompt("", [], [], $"question {number}", []), new ReaderReply($"answer {number}", "c", "p", Escalate: false, []));
}
