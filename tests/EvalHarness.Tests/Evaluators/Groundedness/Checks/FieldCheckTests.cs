using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class FieldCheckTests
{
    private const string Cafe = """
        {"name": "Blue Anchor", "attributes": {"OutdoorSeating": false, "TakesReservations": false, "DogsAllowed": true}, "owner": {"name": "Ida Brook", "since": 2015}, "chef": {"name": "Leo Marsh", "since": 2019}, "review": "A sunny terrace with music."}
        """;

    private const string Lamps = """
        [{"title": "Desk lamp Orion", "colour": "green", "dimmable": false}, {"title": "Floor lamp Vega", "colour": "black", "dimmable": true}]
        """;

    [TestCase("It offers outdoor seating.", Cafe)]
    [TestCase("Dogs are not allowed.", Cafe)]
    [TestCase("The chef is Ida Brook.", Cafe)]
    [TestCase("The floor lamp Vega is green.", Lamps)]
    [TestCase("The desk lamp Orion is dimmable.", Lamps)]
    public void Another_field_or_object_contradicts(string claim, string record) => Assert.That(Check(claim, record).Single().IsContradiction, Is.True);

    [TestCase("However, outdoor seating is not available.", Cafe)]
    [TestCase("Dogs are allowed.", Cafe)]
    [TestCase("The chef is Leo Marsh.", Cafe)]
    [TestCase("Ida Brook owns the Blue Anchor.", Cafe)]
    [TestCase("The floor lamp Vega is black and dimmable.", Lamps)]
    [TestCase("Prose has no fields.", "The floor lamp is black.")]
    public void What_the_record_says_passes(string claim, string record) => Assert.That(Check(claim, record), Is.Empty);

    private static IEnumerable<Objection> Check(string claim, string record) => new FieldCheck().Check(Evidence.Match(claim, record));
}
