using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData.Targets;

public class TargetEvidenceCheckTests
{
    private static readonly Corpus Now = LintCase.Corpus("now", ("reset", "A reset link is valid for 60 minutes and works once. Only the Owner can export invoices."));
    private static readonly Corpus Then = LintCase.Corpus("then", ("reset", "A reset link is valid for 30 minutes and works once. Only the Owner can export invoices."), ("fax", "Faxes are sent on Monday."));

    private LintCase lint = null!;

    [SetUp]
    public void SetUp() => lint = new LintCase();

    [TearDown]
    public void TearDown() => lint.Dispose();

    [TestCase("How long is a reset link valid?", "A reset link is valid for 60 minutes.", null)]
    [TestCase("May anybody export invoices?", "No, only the Owner can export invoices.", null)]
    [TestCase("How long is a reset link valid?", "A reset link is valid for 30 minutes.", "stale-fact")]
    [TestCase("Which trees grow in the garden?", "Two old chestnuts and a walnut grow in the garden.", "no-evidence")]
    [TestCase("Which trees grow in the garden?", "I don't know.", null)]
    public async Task A_target_is_held_against_the_corpus_of_now_then_against_older_ones(string question, string target, string? rule)
    {
        var result = await lint.Example(question, target).RunAsync(r => r with { Corpus = Now, OlderCorpora = [Then] });

        Assert.That(result.Ids(), Is.EqualTo(rule is null ? [] : new[] { rule }));
    }

    [Test]
    public async Task Without_an_older_corpus_a_stale_fact_has_no_evidence()
    {
        var result = await lint.Example("How long is a reset link valid?", "A reset link is valid for 30 minutes.").RunAsync(r => r with { Corpus = Now });

        Assert.That(result.Ids(), Is.EqualTo(new[] { "no-evidence" }));
        Assert.That(result.Of(LintRules.StaleFact).NotChecked, Is.EqualTo("no older corpus was given"));
    }

    [TestCase("reset", null)]
    [TestCase("fax", "stale-fact")]
    [TestCase("moon", "citation-dangling")]
    public async Task A_cited_document_must_be_there(string document, string? rule)
    {
        var contract = new AnswerContract { Text = "answer", Citations = "citations" };

        var result = await lint.Example("May anybody export invoices?", $$"""{"answer": "Only the Owner can export invoices.", "citations": [{"sentence": "x", "document": "{{document}}"}]}""")
            .RunAsync(r => r with { Corpus = Now, OlderCorpora = [Then], Answer = contract });

        Assert.That(result.Ids(), Is.EqualTo(rule is null ? [] : new[] { rule }));
    }
}
