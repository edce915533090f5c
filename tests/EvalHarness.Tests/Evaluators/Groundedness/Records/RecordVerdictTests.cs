using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Tests.Evaluators.Groundedness.Records;

/// <summary>Claims about a business record of our own.</summary>
public sealed class RecordVerdictTests
{
    private const string Record = """
        {"name": "Blue Anchor", "address": "12 Quay Rd", "city": "Port Ellis", "hours": {"Monday": "9:0-17:0", "Tuesday": "9:0-17:0", "Wednesday": "9:0-17:0", "Sunday": "10:30-14:0"},
        "attributes": {"OutdoorSeating": false, "WiFi": "free", "RestaurantsTakeOut": true, "Music": null, "Parking": {"garage": false, "street": true}}, "stars": 3.5}
        """;

    [TestCase("It offers outdoor seating.")]
    [TestCase("It does not offer WiFi.")]
    [TestCase("Guests park in a garage.")]
    public void A_field_that_says_the_reverse_contradicts(string claim) => Assert.That(Read("fields-contradicted", claim), Is.GreaterThan(0));

    [TestCase("It has free WiFi but no outdoor seating.")]
    [TestCase("Street parking is available.")]
    [TestCase("It offers takeout.")]
    public void A_field_that_agrees_does_not(string claim) => Assert.That(Read("fields-contradicted", claim), Is.Zero);

    [TestCase("It is open Monday to Wednesday from 9 AM to 5 PM.", 0, 1)]
    [TestCase("It is open Monday through Wednesday from 9:00 AM to 6:00 PM and on Sunday from 10:30 AM to 2 PM.", 3, 0)]
    [TestCase("On Sunday it opens at 10:30 am.", 0, 1)]
    [TestCase("It is open daily from 9 AM to 5 PM.", 7 - 3, 0)]
    public void Hours_are_compared_day_by_day(string claim, double wrong, double right)
    {
        Assert.That(Read("hours-wrong", claim), Is.EqualTo(wrong));
        Assert.That(Read("hours-right", claim), Is.EqualTo(right));
    }

    [Test]
    public void The_evidence_of_a_field_is_its_place_in_the_record()
    {
        var match = Evidence.Match("It has free WiFi.", Record);
        var span = match.Texts[0].Evidence.Spans[match.Single!.Value.First];

        Assert.That(Record[span.Start..span.End], Does.Contain("WiFi").And.Contain("free").And.Not.Contain("Music"));
    }

    private static double Read(string feature, string claim)
    {
        var match = Evidence.Match(claim, Record);
        return FeatureSet.Read(new ClaimReading(match, match.Best!.Value))[FeatureSet.All.Select(f => f.Name).ToList().IndexOf(feature)];
    }
}
