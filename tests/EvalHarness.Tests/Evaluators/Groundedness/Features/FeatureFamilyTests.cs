using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Features;
using GroundednessEvidence = EvalHarness.Tests.Evaluators.Groundedness.Evidence;

namespace EvalHarness.Tests.Evaluators.Groundedness.Features;

/// <summary>Each feature on sentences of our own: what it sees, and what it must leave alone.</summary>
public sealed class FeatureFamilyTests
{
    private const string Text =
        "The museum was founded by Clara Voss in 1921. Its north wing holds 340 paintings and opens at noon. Members may borrow two catalogues. The garden is not open in winter. Tickets for the tower are sold by the harbour office.";

    [TestCase("coverage-sentence", "The museum was founded by Clara Voss.", 1)]
    [TestCase("coverage-all", "Zebras gallop.", 0)]
    [TestCase("missing-run", "The north wing serves fresh mountain trout.", 4)]
    [TestCase("missing-evaluative", "The museum has a wonderful north wing.", 1)]
    [TestCase("pairs-apart", "Members borrow the garden.", 0.5)]
    [TestCase("runs-of-five", "The museum was founded by Clara Voss in 1921.", 1)]
    [TestCase("spliced", "The museum was founded by the harbour office.", 3 / 8.0)]
    [TestCase("names-nowhere", "The museum was founded by Otto Brandt.", 2)]
    [TestCase("names-nowhere", "The museum was founded by Clara Voss.", 0)]
    [TestCase("quantities-nowhere", "Its north wing holds 430 paintings.", 1)]
    [TestCase("quantities-nowhere", "Its north wing holds 340 paintings.", 0)]
    [TestCase("dates-nowhere", "The museum was founded in 1912.", 1)]
    [TestCase("numbers-substituted", "Its north wing holds 430 paintings.", 1)]
    [TestCase("names-substituted", "The museum was founded by Klara Voss.", 1)]
    [TestCase("words-inserted", "Tickets for the tower are not sold by the harbour office.", 1)]
    [TestCase("denied-there", "The garden is open in winter.", 2)]
    [TestCase("denied-there", "The garden is not open in winter.", 0)]
    [TestCase("hedge-dropped", "Members borrow two catalogues.", 1)]
    [TestCase("hedge-dropped", "Members may borrow two catalogues.", 0)]
    [TestCase("universal-added", "All members borrow two catalogues.", 1)]
    [TestCase("comparison-added", "The north wing holds the largest paintings.", 1)]
    [TestCase("cause-added", "The garden is not open because of winter.", 1)]
    [TestCase("says-not-mentioned", "The text does not mention a restaurant.", 1)]
    [TestCase("not-mentioned-but-there", "The text does not mention a museum.", 1)]
    [TestCase("copied-density", "The museum was founded by Clara Voss.", 1)]
    [TestCase("copied-in-pieces", "The museum was founded by the harbour office.", 3 / 8.0)]
    [TestCase("copied-in-pieces", "The museum was founded by Clara Voss.", 0)]
    [TestCase("skipped-inside", "Its wing holds paintings.", 1 / 12.0)]
    [TestCase("qualifiers-skipped", "Members borrow two catalogues.", 1)]
    [TestCase("qualifiers-skipped", "Members may borrow two catalogues.", 0)]
    public void It_sees_this(string feature, string claim, double value) => Assert.That(Read(feature, claim, Text), Is.EqualTo(value).Within(1e-9));

    [Test]
    public void What_the_question_says_is_no_new_evidence()
    {
        const string Claim = "The harbour museum serves trout.";

        Assert.That(Read("coverage-all-new", Claim, "The harbour museum is blue.", "What does the harbour museum serve?"), Is.Zero);
        Assert.That(Read("coverage-all-new", Claim, "The harbour museum is blue."), Is.GreaterThan(0.4));
    }

    [Test]
    public void A_number_belongs_to_the_word_beside_it()
    {
        const string Counts = "The hall has 12 lamps and the yard, which was paved last year by the city, has 40 benches.";

        Assert.That(Read("quantities-detached", "The yard has 40 benches.", Counts), Is.Zero);
        Assert.That(Read("quantities-detached", "There are 40 lamps.", Counts), Is.EqualTo(1));
    }

    [Test]
    public void Numbers_agree_when_one_is_rounded() =>
        Assert.That(Read("quantities-nowhere", "The film made 182 million dollars.", "The film grossed $181,674,817 worldwide."), Is.Zero);

    [Test]
    public void What_is_said_of_another_subject_leaves_a_gap()
    {
        const string Two = "Ada Quill, the elder sister, lives in Tromso. Berta Quist paints ships at night.";

        Assert.That(Read("subject-gap", "Ada Quill, of whom we speak, paints ships at night.", Two), Is.GreaterThanOrEqualTo(0));
        Assert.That(Read("names-together", "Ada Quill met Berta Quist.", Two), Is.LessThan(1));
    }

    [TestCase("Otto Brandt climbed the tower.", 1)]
    [TestCase("Clara Voss was a painter.", 0)]
    public void A_pronoun_speaks_of_what_stands_before_it(string before, double value)
    {
        var claim = new Claim("She founded the museum in 1921.", "She founded the museum in 1921.") { Before = before };
        var match = new EvidenceMatch(new PreparedClaim(claim, new PreparedQuestion("")), [new PreparedEvidence(new EvidenceText("doc", "", Text, 0))]);

        Assert.That(Value("antecedent-elsewhere", new ClaimReading(match, match.Best!.Value)), Is.EqualTo(value));
    }

    [TestCase("It has no music.", 1)]
    [TestCase("It has outdoor seating.", 0)]
    [TestCase("It has wifi.", 0)]
    public void A_field_without_a_value_leaves_open_what_it_is(string claim, double value) =>
        Assert.That(Read("fields-unknown", claim, """{"name": "Kabob", "Music": null, "OutdoorSeating": true, "WiFi": null, "review": "Free wifi!"}"""), Is.EqualTo(value));

    [Test]
    public void Every_feature_has_a_name_of_its_own_a_meaning_and_a_finite_value()
    {
        var values = FeatureSet.Read(Reading("Members may borrow 3 catalogues, according to Clara Voss.", Text, ""));

        Assert.That(FeatureSet.All.Select(f => f.Name), Is.Unique);
        Assert.That(FeatureSet.All.Select(f => f.Meaning), Is.All.Not.Empty);
        Assert.That(FeatureSet.All.Select(f => f.Direction), Is.All.InRange(-1, 1));
        Assert.That(values, Has.All.Matches<double>(double.IsFinite));
    }

    private static double Read(string feature, string claim, string text, string question = "") =>
        Value(feature, Reading(claim, text, question));

    private static double Value(string feature, ClaimReading reading) => FeatureSet.Read(reading)[FeatureSet.All.Select(f => f.Name).ToList().IndexOf(feature)];

    private static ClaimReading Reading(string claim, string text, string question) =>
        GroundednessEvidence.Match(claim, text, question) is var match ? new ClaimReading(match, match.Best!.Value) : throw new InvalidOperationException();
}
