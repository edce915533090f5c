using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData;

internal sealed class NearestExamplesTests
{
    private const string Rows =
        """
        {"prompt": "How do I change my card?", "completion": "Under billing."}
        {"prompt": "How long is a reset link valid?", "completion": "60 minutes."}
        {"messages": [{"role": "system", "content": "Be short."}, {"role": "user", "content": "For how long is the reset link valid?"}, {"role": "assistant", "content": "An hour."}]}
        {"prompt": "How long is a reset link valid?", "completion": "One hour."}
        """;

    [Test]
    public async Task The_nearest_come_first_and_equally_near_ones_in_the_order_of_the_file()
    {
        using TemporaryFolder folder = new();

        var found = await new NearestExamples(3).FindAsync(folder.Write("train.jsonl", Rows), ["How long is a reset link valid", "zzzzzzzz"], CancellationToken.None);

        Assert.That(found[0].Select(n => (n.Line, n.Target)), Is.EqualTo(new[] { (2, "60 minutes."), (4, "One hour."), (3, "An hour.") }));
        Assert.That(found[0][0].Similarity, Is.EqualTo(1));
        Assert.That(found[0][2].Similarity, Is.InRange(0.3, 0.99));
        Assert.That(found[0][2].Asked, Is.EqualTo("For how long is the reset link valid?"));
        Assert.That(found[1], Is.Empty);
    }

    [Test]
    public async Task No_more_are_kept_than_were_asked_for()
    {
        using TemporaryFolder folder = new();

        var found = await new NearestExamples(1).FindAsync(folder.Write("train.jsonl", Rows), ["How long is a reset link valid"], CancellationToken.None);

        Assert.That(found[0].Select(n => n.Line), Is.EqualTo(new[] { 2 }));
    }
}
