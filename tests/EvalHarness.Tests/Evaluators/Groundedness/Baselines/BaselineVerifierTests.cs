using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Baselines;

namespace EvalHarness.Tests.Evaluators.Groundedness.Baselines;

public sealed class BaselineVerifierTests
{
    private static readonly Evidence Orchard = new("Pears ripen in September. Plums are picked by hand.");

    [Test]
    public async Task Word_overlap_is_the_share_of_the_answers_content_words()
    {
        var verdict = (await new WordOverlapVerifier().VerifyAsync("", "Pears ripen by hand in October.", Orchard, default)).Single();

        Assert.That(verdict.Support, Is.EqualTo(0.75));
        Assert.That(verdict.IsSupported, Is.EqualTo(0.75 >= WordOverlapVerifier.Threshold));
    }

    [Test]
    public async Task Word_overlap_says_how_much_the_evidence_has()
    {
        var verdict = (await new WordOverlapVerifier().VerifyAsync("", "Zebras gallop.", Orchard, default)).Single();

        Assert.That(verdict.IsSupported, Is.False);
        Assert.That(verdict.Reason, Does.Contain("0"));
    }

    [Test]
    public async Task Answer_length_looks_at_nothing_else()
    {
        var verifier = new AnswerLengthVerifier();

        var few = (await verifier.VerifyAsync("", "Zebras gallop.", Orchard, default)).Single();
        var many = (await verifier.VerifyAsync("", string.Concat(Enumerable.Repeat("Pears ripen in September. ", 60)), Orchard, default)).Single();

        Assert.That(few.IsSupported, Is.True);
        Assert.That(many.IsSupported, Is.False);
        Assert.That(many.Support, Is.LessThan(few.Support));
    }

    [Test]
    public void Each_verifier_is_found_by_its_name_and_has_a_definition_of_its_own()
    {
        var found = ClaimVerifiers.Names.Select(name => ClaimVerifiers.Find(name)!).ToList();

        Assert.That(found.Zip(ClaimVerifiers.Names), Has.All.Matches<(IClaimVerifier Verifier, string Name)>(v => v.Verifier.Definition.StartsWith(v.Name, StringComparison.Ordinal)));
        Assert.That(ClaimVerifiers.Find("oracle"), Is.Null);
    }
}
