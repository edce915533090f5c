using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class QuantityReaderTests
{
    [TestCase("30 minutes", "30 min")]
    [TestCase("30 minutes", "half an hour")]
    [TestCase("30min", "thirty minutes")]
    [TestCase("90 minutes", "an hour and a half")]
    [TestCase("1 hour 30 minutes", "1.5 h")]
    [TestCase("2 days", "48 hours")]
    [TestCase("12 months", "1 year")]
    [TestCase("15 minutes", "a quarter of an hour")]
    [TestCase("3 business days", "three days")]
    [TestCase("1,000", "1000")]
    [TestCase("twenty-five", "25")]
    [TestCase("one thousand nine hundred and thirty-six", "1936")]
    [TestCase("$1.5 million", "1,500,000 USD")]
    [TestCase("£50m", "£50 million")]
    [TestCase("10M", "10 million")]
    [TestCase("1500m", "1.5 km")]
    [TestCase("26 mi", "26 miles")]
    [TestCase("10 yards", "30 feet")]
    [TestCase("35 €", "€35")]
    [TestCase("20 %", "twenty percent")]
    [TestCase("2 GB", "2000 MB")]
    [TestCase("5:30 p.m.", "17:30")]
    [TestCase("noon", "12:00")]
    [TestCase("March 3, 2024", "2024-03-03")]
    [TestCase("the 3rd of March", "3 March 2024")]
    [TestCase("in 2024", "on March 3, 2024")]
    [TestCase("30", "30 minutes")]
    public void The_same_value_agrees_however_it_is_written(string left, string right) => Assert.That(Only(left).Agrees(Only(right)), Is.True);

    [TestCase("30 minutes", "130 minutes")]
    [TestCase("30 minutes", "30 days")]
    [TestCase("30 minutes", "3 minutes")]
    [TestCase("5 pm", "5 am")]
    [TestCase("$5", "€5")]
    [TestCase("March 3", "March 4")]
    [TestCase("March 2024", "March 2025")]
    [TestCase("2 GB", "2 MB")]
    [TestCase("50 m", "£50m")]
    public void Another_value_does_not(string left, string right) => Assert.That(Only(left).Agrees(Only(right)), Is.False);

    [Test]
    public void The_first_number_of_a_range_has_the_unit_of_the_second()
    {
        var range = Read("It takes 3 to 5 days.");

        Assert.That(range.Select(q => q.Value / 86400), Is.EqualTo(new[] { 3.0, 5.0 }));
    }

    [Test]
    public void A_rate_is_no_time_that_must_be_confirmed() => Assert.That(Read("5 requests a minute").Single(q => q.Unit == "s").IsSoft, Is.True);

    [Test]
    public void A_time_that_is_spelled_out_must_be_confirmed() => Assert.That(Read("it takes an hour").Single().IsSoft, Is.False);

    [TestCase("version 2.3.1")]
    [TestCase("2FA")]
    [TestCase("You may export it.")]
    public void What_is_no_quantity_is_not_read_as_one(string text) => Assert.That(Read(text), Is.Empty);

    [Test]
    public void A_quantity_knows_where_it_stands()
    {
        const string Text = "It costs €35 now.";

        var quantity = Only(Text);

        Assert.That(Text[quantity.Start..quantity.End], Is.EqualTo("€35"));
    }

    private static Quantity Only(string text) => Read(text).Single();

    private static List<Quantity> Read(string text) => QuantityReader.Read(text, WordReader.Read(text));
}
