using EvalHarness.Datasets;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Tests.Pipelines.Retrieval;

public sealed class DistractorsTests
{
    private const string Fact = "A reset link is valid for 30 minutes and can be used once by the person who asked for it.";

    private static readonly Corpus Small = new("now", "hash",
    [
        new("billing", "Billing", null, "Invoices are sent on the first day of a month. You can pay by card or by bank transfer within ten days of it."),
        new("reset", "Resetting a password", null, Fact),
    ]);

    [Test]
    public void They_stand_beside_the_articles_and_copy_no_fact()
    {
        var grown = Distractors.AddTo(Small, 200);

        Assert.That(grown.Documents, Has.Count.EqualTo(202));
        Assert.That(grown.Find("reset")!.Text, Is.EqualTo(Fact));
        var made = grown.Documents.Where(d => d.Id.StartsWith("distractor-", StringComparison.Ordinal)).ToList();
        Assert.That(made, Has.Count.EqualTo(200));
        Assert.That(made.Where(d => d.Find("A reset link is valid for 30 minutes") is not null), Is.Empty);
        Assert.That(made.SelectMany(d => d.Text.Split(' ')).Distinct(), Is.SubsetOf(Small.Documents.SelectMany(d => d.Text.Split(' '))));
    }

    [Test]
    public void The_same_number_makes_the_same_and_more_hold_those_of_fewer()
    {
        var (few, many) = (Distractors.AddTo(Small, 10), Distractors.AddTo(Small, 20));

        Assert.That(many.Documents, Is.SupersetOf(few.Documents));
        Assert.That(Distractors.AddTo(Small, 10).Documents, Is.EqualTo(few.Documents));
        Assert.That(many.Hash, Is.Not.EqualTo(few.Hash));
    }

    [Test]
    public void None_leave_the_corpus_as_it_is()
    {
        Assert.That(Distractors.AddTo(Small, 0), Is.SameAs(Small));
    }
}
