using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class LocalVerifierTests
{
    private const string Article = "You can reset your password from the sign-in page. A reset link is valid for 30 minutes and works once. Invoices can be exported as CSV. Photos cannot be exported. Crew includes two locations.";

    [TestCase("A reset link is valid for 30 minutes.")]
    [TestCase("The reset link stays valid for half an hour.")]
    [TestCase("Invoices can be exported as CSV.")]
    [TestCase("Photos cannot be exported.")]
    public void What_the_evidence_says_is_supported(string claim) => Assert.That(Verify(claim).IsSupported, Is.True, Verify(claim).Reason);

    [TestCase("A reset link is valid for 60 minutes.", "'30 minutes', not '60 minutes'")]
    [TestCase("Invoices cannot be exported as CSV.", "opposite")]
    [TestCase("Invoices can be exported to Datev and Lexware.", "Datev")]
    [TestCase("Crew includes one location.", "'two', not 'one'")]
    [TestCase("Refunds are paid on Fridays by bank transfer.", "lacks")]
    public void What_it_does_not_say_is_not_and_the_reason_says_why(string claim, string reason)
    {
        var verdict = Verify(claim);

        Assert.That(verdict.IsSupported, Is.False);
        Assert.That(verdict.Reason, Does.Contain(reason));
    }

    [TestCase("A reset link is valid for 60 minutes.", true)]
    [TestCase("Invoices cannot be exported as CSV.", true)]
    [TestCase("Refunds are paid on Fridays by bank transfer.", false)]
    [TestCase("A reset link is valid for 30 minutes.", false)]
    public void What_the_evidence_speaks_against_is_told_from_what_it_does_not_say(string claim, bool isContradicted) => Assert.That(Verify(claim).IsContradicted, Is.EqualTo(isContradicted));

    [TestCase("It is valid for 60 days.", "'60 minutes', not '60 days'")]
    [TestCase("It is valid for 90 minutes.", "'60 minutes', not '90 minutes'")]
    [TestCase("Members cannot ask for a link.", "opposite")]
    public async Task A_contradiction_is_unsupported_within_a_good_answer_too(string claim, string reason)
    {
        const string Context = "A reset link is valid for 60 minutes. Ask for a new one after that. Members can ask for a link. Owners pay nothing.";
        var verdicts = await new LocalVerifier().VerifyAsync("How long is a reset link valid?", $"A reset link is valid for 60 minutes. {claim}", new Evidence(Context), default);

        Assert.That(verdicts[0].IsSupported, Is.True);
        Assert.That(verdicts[^1].IsSupported, Is.False);
        Assert.That(verdicts[^1].Reason, Does.Contain(reason));
    }

    [Test]
    public void The_verdict_shows_the_evidence()
    {
        var verdict = Verify("A reset link is valid for 30 minutes.");

        Assert.That(verdict.Document, Is.EqualTo("doc"));
        Assert.That(Article[verdict.Span!.Value.Start..verdict.Span.Value.End], Does.StartWith("A reset link is valid"));
        Assert.That(verdict.Support, Is.InRange(LocalVerifier.Threshold, 1));
    }

    [Test]
    public void A_short_answer_leans_on_its_question()
    {
        Assert.That(Verify("30 minutes.", "How long is a reset link valid?").IsSupported, Is.True);
        Assert.That(Verify("30 minutes.", "How long does a refund by bank transfer take on weekends?").IsSupported, Is.False);
    }

    [Test]
    public async Task Without_evidence_nothing_is_supported()
    {
        var verdicts = await new LocalVerifier().VerifyAsync("", "Invoices can be exported.", new PassageEvidence([]), default);

        Assert.That(verdicts.Single().IsSupported, Is.False);
        Assert.That(verdicts.Single().Document, Is.Null);
    }

    [Test]
    public void The_weights_and_so_their_threshold_are_part_of_the_definition() => Assert.That(new LocalVerifier().Definition, Does.Match("^local/4 weights=[0-9a-f]{12}$"));

    [Test]
    public async Task A_supported_claim_stays_so_beside_one_that_is_not()
    {
        var verdicts = await new LocalVerifier().VerifyAsync("", "A reset link is valid for 30 minutes. Zebras gallop across the savannah.", new Evidence(Article), default);

        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task The_same_question_gives_the_same_bytes()
    {
        var first = await new LocalVerifier().VerifyAsync("", Article, new Evidence(Article), default);
        var second = await new LocalVerifier().VerifyAsync("", Article, new Evidence(Article), default);

        Assert.That(first, Is.EqualTo(second));
    }

    [Test]
    public async Task No_article_of_the_help_desk_contradicts_itself()
    {
        var contradicted = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "datasets", "helpdesk", "corpus", "2026-09"), "*.md").Order(StringComparer.Ordinal))
        {
            var article = await File.ReadAllTextAsync(file);
            var verdicts = await new LocalVerifier().VerifyAsync("", article, new Evidence(article), default);
            contradicted.AddRange(verdicts.Where(v => v.IsContradicted).Select(v => $"{Path.GetFileName(file)}: {v.Claim}: {v.Reason}"));
        }

        Assert.That(contradicted, Is.Empty);
    }

    [Test]
    public async Task Two_passages_together_support_what_neither_does_alone()
    {
        IEvidence both = new PassageEvidence([new Passage("a#1", "a", "", "Ada Quill was born in Tromso.", null, 1), new Passage("b#1", "b", "", "Ada Quill paints ships.", null, 1)]);

        var verdict = (await new LocalVerifier().VerifyAsync("", "Ada Quill, born in Tromso, paints ships.", both, default)).Single();

        Assert.That(verdict.IsSupported, Is.True, verdict.Reason);
    }

    private static ClaimVerdict Verify(string claim, string question = "") => new LocalVerifier().VerifyAsync(question, claim, new Evidence(Article), default).AsTask().Result.Single();
}
