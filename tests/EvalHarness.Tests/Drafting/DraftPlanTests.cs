using EvalHarness.Datasets;
using EvalHarness.Drafting;

namespace EvalHarness.Tests.Drafting;

internal sealed class DraftPlanTests
{
    private const string Long = "A passage that is long enough to be asked for something.";

    private static readonly DraftKind[] All = Enum.GetValues<DraftKind>();

    [Test]
    public void The_same_corpus_and_seed_give_the_same_slots_and_another_seed_another_order()
    {
        var corpus = Corpus(20);

        var slots = Ids(corpus, seed: 1);

        Assert.That(slots, Is.Unique.And.Not.Empty);
        Assert.That(Ids(corpus, seed: 1), Is.EqualTo(slots));
        Assert.That(Ids(corpus, seed: 2), Is.Not.EqualTo(slots).And.EquivalentTo(slots));
    }

    [Test]
    public void A_changed_document_changes_its_own_slots_alone()
    {
        var corpus = Corpus(6);
        Corpus changed = new("c", "h2", [.. corpus.Documents.Select(d => d.Id == "d3" ? d with { Text = d.Text + " More." } : d)]);

        Assert.That(Ids(corpus, 1).Except(Ids(changed, 1)).Count(), Is.EqualTo(4), "two kinds, two uses");
    }

    [Test]
    public void Kinds_take_turns_and_a_kind_that_has_no_more_is_left_out()
    {
        DraftPlan plan = new(Corpus(3), previous: null, All, seed: 1);

        Assert.That(plan.Slots().Select(s => s.Kind), Is.EqualTo(new[]
        {
            DraftKind.SingleHop, DraftKind.SingleHop, DraftKind.Unanswerable, DraftKind.SingleHop,
            DraftKind.SingleHop, DraftKind.SingleHop, DraftKind.Unanswerable, DraftKind.SingleHop,
            DraftKind.Unanswerable, DraftKind.Unanswerable, DraftKind.Unanswerable, DraftKind.Unanswerable,
        }));
    }

    [Test]
    public void A_document_that_says_the_same_as_before_has_not_changed()
    {
        var now = Corpus(2);
        Corpus before = new("b", "h0", [now.Documents[0], now.Documents[1] with { Text = "Other words." }]);

        var slots = new DraftPlan(now, before, [DraftKind.ChangedFact], seed: 1).Slots().ToList();

        Assert.That(slots.SelectMany(s => s.Documents).Distinct(), Is.EqualTo(new[] { "d2" }));
        Assert.That(slots.Select(s => s.Earlier!.Text), Is.All.EqualTo("Other words."));
    }

    [Test]
    public void A_document_without_text_gives_nothing()
    {
        Assert.That(new DraftPlan(new Corpus("c", "h", [new Document("d", "d", null, "# Heading")]), null, All, seed: 1).Slots(), Is.Empty);
    }

    private static List<string> Ids(Corpus corpus, int seed) => [.. new DraftPlan(corpus, null, All, seed).Slots().Select(s => s.Id)];

    private static Corpus Corpus(int documents) => new("c", "h", [.. Enumerable.Range(1, documents).Select(i => new Document($"d{i}", $"D{i}", null, $"{Long} It is number {i}."))]);
}
