namespace EvalHarness.Tests.TrainingData.Encodings;

public class EncodingTests
{
    [TestCase("The cafÃ© is open", "encoding-mojibake")]
    [TestCase("Itâ€™s open", "encoding-mojibake")]
    [TestCase("FÃ¼nf GerÃ¤te", "encoding-mojibake")]
    [TestCase("The caf\uFFFD is open", "encoding-replacement")]
    [TestCase("Open\u0007 now", "encoding-control")]
    [TestCase("Open\u0000 now", "encoding-control")]
    [TestCase("Open \u202Ewon", "encoding-control")]
    [TestCase("The café – it’s “open”, São Paulo, Ångström, 10 €, 価格, 😀", null)]
    [TestCase("Line one\r\n\tline two", null)]
    public async Task A_fault_is_told_from_text_that_is_not_ascii(string text, string? rule)
    {
        using var lint = new LintCase();

        var result = await lint.Example("Is it open?", text).RunAsync();

        Assert.That(result.Ids(), Is.EqualTo(rule is null ? [] : new[] { rule }));
    }

    [Test]
    public async Task Two_ways_of_writing_an_accent_in_one_file_are_one_finding()
    {
        using var lint = new LintCase();

        var result = await lint.Example("Où est le café ?", "Là.").Example("Et le the\u0301 ?", "Ici.").RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Found)), Is.EqualTo(new[] { ("encoding-mixed-forms", $"1 texts write letters decomposed, 2 composed (first at {lint.TrainFile}:1)") }));
    }

    [Test]
    public async Task One_way_throughout_is_no_fault()
    {
        using var lint = new LintCase();

        var result = await lint.Example("Et le the\u0301 ?", "Ici.").RunAsync();

        Assert.That(result.Ids(), Is.Empty);
    }
}
