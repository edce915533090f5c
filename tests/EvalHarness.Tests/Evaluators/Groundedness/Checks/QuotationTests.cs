using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class QuotationTests
{
    private const string Plans = "| Plan | Requests | Offline |\n|---|---|---|\n| Crew | 60 requests a minute on Crew | ✓ |\n| Depot | 240 requests a minute on Depot | ✗ |\n\nCrew – Requests: 60 requests a minute on Crew.";

    [TestCase("Members can view invoices but cannot download them.", "Members can view **invoices** but\ncannot download them.")]
    [TestCase("MEMBERS CAN VIEW INVOICES.", "On the Team plan, members can view `invoices` too.")]
    [TestCase("it can view invoices.", "It exports nothing, but it can view invoices.")]
    public void White_space_case_and_markup_make_no_difference(string claim, string evidence) => Assert.That(Quotation.IsQuoted(Evidence.Match(claim, evidence)), Is.True);

    [TestCase("All members can view invoices.", "Not all members can view invoices.")]
    [TestCase("Members can view invoices.", "No members can view invoices.")]
    [TestCase("Members can view invoices.", "Nobody says members can view invoices.")]
    [TestCase("Members can view invoices.", "Members cannot view invoices.")]
    [TestCase("Crew, not Depot, has photos.", "Crew not Depot, has photos.")]
    [TestCase("It takes 60 minutes.", "It takes 60. Minutes are kept.")]
    public void Part_of_a_clause_and_other_marks_are_no_quotation(string claim, string evidence) => Assert.That(Quotation.IsQuoted(Evidence.Match(claim, evidence)), Is.False);

    [Test]
    public void A_claim_that_leans_on_its_question_is_not_quoted() =>
        Assert.That(Quotation.IsQuoted(Evidence.Match("30 minutes.", "A refund takes 3 days. Break: 30 minutes.", "How long does a refund take?")), Is.False);

    [TestCase("| Plan | Requests | Offline |\n|---|---|---|\n| Crew | 60 requests a minute on Crew | ✓ |", true)]
    [TestCase("| Plan | Requests | Offline |\n|---|---|---|\n| **Crew** | 60 requests a minute on Crew [plans] | ✓ |", true)]
    [TestCase("| Plan | Requests | Offline |\n|---|---|---|\n| Crew | 60 requests a minute on Crew | ✗ |", false)]
    [TestCase("| Plan | Offline | Requests |\n|---|---|---|\n| Crew | 60 requests a minute on Crew | ✓ |", false)]
    public void A_cell_is_quoted_when_header_and_row_are(string answer, bool isQuoted)
    {
        var match = new EvidenceMatch(new PreparedClaim(ClaimSplitter.Split(answer)[0], new PreparedQuestion("")), [new PreparedEvidence(new EvidenceText("doc", "", Plans, 0))]);

        Assert.That(Quotation.IsQuoted(match), Is.EqualTo(isQuoted));
    }

    [TestCase("A Solo workspace can hold 60 open jobs at the same time.", "A Solo workspace can hold 60 open jobs at the same time. A Crew workspace can hold 300 open jobs at the same time.")]
    [TestCase("it has to pass the second step at the next sign-in.", "A trusted device is not asked at sign-in. When it is removed, it has to pass the second step at the next sign-in.")]
    [TestCase("everything above that is held until the Owner has been verified.", "Money of Owners who are not verified: up to 500 USD is paid out, everything above that is held until the Owner has been verified.")]
    public void Nothing_speaks_against_what_stands_there_word_for_word(string claim, string evidence)
    {
        var match = Evidence.Match(claim, evidence);

        Assert.That(new ClaimReading(match, match.Best!.Value).Objections, Is.Empty);
    }

    [Test]
    public void A_copied_table_is_not_contradicted()
    {
        var verdicts = new LocalVerifier().VerifyAsync("", Plans[..Plans.LastIndexOf('\n')], new Evidence(Plans), default).AsTask().Result;

        Assert.That(verdicts, Has.Count.EqualTo(4));
        Assert.That(verdicts.Select(v => v.IsContradicted), Is.All.False);
    }
}
