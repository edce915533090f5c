using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class GoldMatcherTests
{
    private const string Question = "How long is a reset link valid?";

    [TestCase("30 minutes", "A reset link is valid for 30 min.")]
    [TestCase("30 minutes", "It works for half an hour, then ask again.")]
    [TestCase("A reset link is valid for 30 minutes.", "Half an hour.")]
    [TestCase("A reset link is valid for 30 minutes.", "30")]
    [TestCase("David Seville", "The Chipmunks were made by Ross Bagdasarian, known as David Seville.")]
    [TestCase("Orange (film)", "It is called Orange.")]
    [TestCase("Only the Owner can order it.", "The owner has to order it.")]
    public void An_answer_of_any_length_gives_the_gold_answer(string gold, string answer) => Assert.That(Match(gold, answer).IsMatch, Is.True, Match(gold, answer).Reason);

    [TestCase("30 minutes", "A reset link is valid for 130 minutes.")]
    [TestCase("30 minutes", "A reset link is valid for 30 days.")]
    [TestCase("A reset link is valid for 30 minutes.", "A reset link is valid for 60 minutes.")]
    [TestCase("6 months", "The plan has 6 locations.")]
    [TestCase("Invoices can be exported as a spreadsheet.", "Invoices cannot be exported as a spreadsheet.")]
    [TestCase("twelve characters", "10 characters")]
    public void Another_value_or_the_opposite_does_not(string gold, string answer) => Assert.That(Match(gold, answer).IsMatch, Is.False, Match(gold, answer).Reason);

    [Test]
    public void An_echo_of_the_question_proves_nothing() => Assert.That(Match("A reset link is valid until you sign in.", "A reset link is valid.").IsMatch, Is.False);

    [TestCase("Can invoices be exported?", "No", "No, invoices stay here.", true)]
    [TestCase("Can invoices be exported?", "No", "Invoices cannot be exported.", true)]
    [TestCase("Can invoices be exported?", "Yes", "Invoices can be exported.", true)]
    [TestCase("Can invoices be exported?", "No", "Yes, invoices can be exported.", false)]
    [TestCase("Can invoices be exported?", "Yes", "The printer is offline.", false)]
    public void A_bare_yes_or_no_is_compared_by_what_the_answer_says(string question, string gold, string answer, bool isMatch) =>
        Assert.That(GoldMatcher.Best(question, [gold], answer).IsMatch, Is.EqualTo(isMatch));

    [Test]
    public void The_reason_names_what_is_missing() => Assert.That(Match("30 minutes", "Long.").Reason, Does.Contain("30 minutes"));

    [Test]
    public void It_agrees_with_people_on_groups_it_was_not_chosen_on()
    {
        var judged = SharedRows.Read("correctness/evouna-triviaqa.jsonl.gz")
            .Where(row => !SharedRows.IsForChoosing(row.Text("group")))
            .Select(row => (System: row.Text("system"), Said: Says(row), Label: row.GetProperty("label").GetInt32() == 1))
            .ToList();

        var pairs = judged.ConvertAll(r => (r.Said, r.Label));
        TestContext.Out.WriteLine($"kappa {Agreement.Kappa(pairs):F3}, balanced accuracy {Agreement.BalancedAccuracy(pairs):F3}, n {pairs.Count}");
        Assert.That(Agreement.Kappa(pairs), Is.GreaterThan(0.83));
        Assert.That(
            judged.GroupBy(r => r.System).OrderByDescending(s => s.Average(r => r.Said ? 1 : 0)).Select(s => s.Key),
            Is.EqualTo(judged.GroupBy(r => r.System).OrderByDescending(s => s.Average(r => r.Label ? 1 : 0)).Select(s => s.Key)));
    }

    private static bool Says(System.Text.Json.JsonElement row)
    {
        var golds = row.GetProperty("references").EnumerateArray().Select(r => r.GetString()!).Distinct().ToList();
        return !EvalHarness.Evaluators.Abstention.AbstentionPhrases.Says(row.Text("answer")) && GoldMatcher.Best(row.Text("question"), golds, row.Text("answer")).IsMatch;
    }

    private static GoldMatch Match(string gold, string answer) => GoldMatcher.Best(Question, [gold], answer);
}
