using EvalHarness.Statistics;
using EvalHarness.TrainingData.Leaks;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.Tests.TrainingData.Leaks;

public class GoldIndexTests
{
    private const string Question = "How many days before the trip can a guest cancel the booking of a room for free?";

    [TestCase(Question, "Exact")]
    [TestCase("how many days before the trip can a guest cancel - the booking of a room - for FREE", "Normalised")]
    [TestCase("Hello there, I would like to know this: how many days before the trip can a guest cancel the booking of a room for free? We are a party of nine people from Utrecht and arrive on Sunday by coach.", "WordSequences")]
    [TestCase("How many days before a trip can a guest cancel the booking of a room for free?", "NearDuplicate")]
    [TestCase("How many days before the journey can a guest cancel the booking of a room for free?", "Similar")]
    [TestCase("When does the kitchen open on a Sunday, and is there anything to eat before then?", null)]
    public void A_question_is_found_in_the_strongest_way_that_holds(string asked, string? kind)
    {
        var found = Index(("g", Question)).Find([new ComparedText(asked)], [asked]);

        Assert.That(found.Select(f => f.Kind.ToString()), Is.EqualTo(kind is null ? [] : new[] { kind }));
    }

    [Test]
    public void Two_gold_rows_of_one_question_are_both_found() =>
        Assert.That(Index(("a", Question), ("b", Question)).Find([new ComparedText(Question)], []).Select(f => f.Gold.Sample), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void A_short_phrase_inside_other_text_is_no_leak() =>
        Assert.That(Index(("g", "Where do I find my invoices?")).Find([], ["Yesterday somebody asked where do I find my invoices and I could not tell him."]), Is.Empty);

    // A planted case is a question with some of its words replaced; what is right is decided by comparing with every gold question.
    [Test]
    public void Near_duplicates_are_found_as_well_as_by_comparing_with_each()
    {
        var random = new SeededRandom(11, "near-duplicates");
        var questions = Enumerable.Range(0, 300).Select(_ => Sentence(random)).ToList();
        var index = Index([.. questions.Select((q, i) => ($"g{i}", q))]);
        var (found, missed, wrong) = (0, 0, 0);
        foreach (var text in questions.Select(q => new ComparedText(Edited(q, random))).Concat(Enumerable.Range(0, 300).Select(_ => new ComparedText(Sentence(random)))))
        {
            var truth = index.Questions.Where(q => Shingles.Similarity(q.Letters, text.Letters) >= GoldIndex.Similar).Select(q => q.Sample).ToHashSet();
            var said = index.Find([text], []).Select(m => m.Gold.Sample).ToHashSet();
            (found, missed, wrong) = (found + truth.Intersect(said).Count(), missed + truth.Except(said).Count(), wrong + said.Except(truth).Count());
        }

        Assert.That(found, Is.GreaterThan(200), "planted");
        Assert.That(found / (double)(found + missed), Is.GreaterThanOrEqualTo(0.99), "recall");
        Assert.That(wrong, Is.Zero, "precision is 1: each candidate is compared");
    }

    private static GoldIndex Index(params (string Id, string Question)[] gold)
    {
        var index = new GoldIndex(new MinHash());
        foreach (var (id, question) in gold)
            index.Add(GoldQuestion.Of(Some.Sample(id, question), "test"));
        return index;
    }

    private static string Sentence(SeededRandom random) => string.Join(' ', Enumerable.Range(0, 8 + random.Next(12)).Select(_ => Word(random)));

    private static string Word(SeededRandom random) => string.Concat(Enumerable.Range(0, 3 + random.Next(6)).Select(_ => (char)('a' + random.Next(26))));

    private static string Edited(string sentence, SeededRandom random)
    {
        var words = sentence.Split(' ');
        for (var edits = random.Next(3); edits >= 0; edits--)
            words[random.Next(words.Length)] = Word(random);
        return string.Join(' ', words);
    }
}
